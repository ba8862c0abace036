import Exchange
import StudyModel
import Testing

@Suite("What changes between two versions of a framework")
struct FrameworkChangeTests {
  private func changes(_ edit: (inout Framework) -> Void) throws -> [FrameworkChange] {
    let old = try SmallFramework.whole()
    var new = old
    edit(&new)
    return FrameworkChange.between(old, new)
  }

  @Test("The same version has no changes")
  func same() throws {
    #expect(try changes { _ in } == [])
  }

  @Test("A construct is added, removed, renamed and changed")
  func constructs() throws {
    let found = try changes { framework in
      var fresh = framework.constructs[1]
      (fresh.id, fresh.name) = ("gain.views", "Views")
      framework.constructs[1].name = "Stamina"
      framework.constructs[1].definition = "Not tiring."
      framework.constructs[1].levels = ["walker"]
      framework.constructs.removeLast()
      framework.constructs.append(fresh)
    }
    #expect(
      found == [
        FrameworkChange(
          part: .construct, id: "gain.fitness", kind: .renamed,
          detail: #""Fitness" to "Stamina""#),
        FrameworkChange(
          part: .construct, id: "gain.fitness", kind: .changed, detail: "levels, definition"),
        FrameworkChange(
          part: .construct, id: "gain.views", kind: .added, detail: "Views", changesScores: true),
        FrameworkChange(
          part: .construct, id: "pace.route", kind: .removed, detail: "Route",
          changesScores: true),
      ])
  }

  @Test("A construct that alone has a name under a new id was moved there")
  func moved() throws {
    let found = try changes { framework in
      framework.constructs[7].id = "gain.route"
      framework.constructs[7].parent = "gain"
    }
    #expect(
      found == [
        FrameworkChange(
          part: .construct, id: "gain.route", kind: .moved, detail: #"was "pace.route""#,
          previousID: "pace.route", changesScores: true)
      ])
  }

  @Test("New words of an item leave scores alone, turning it round does not")
  func items() throws {
    let found = try changes { framework in
      framework.questionnaires[0].items[0].wording = "I walk far."
      framework.questionnaires[0].items[1].reversed = false
      framework.questionnaires[1].items.removeLast()
    }
    #expect(
      found == [
        FrameworkChange(part: .questionnaire, id: "leaders", kind: .changed, detail: "items"),
        FrameworkChange(part: .item, id: "gain.fitness.1", kind: .changed, detail: "wording"),
        FrameworkChange(
          part: .item, id: "gain.fitness.2", kind: .changed, detail: "reversed",
          changesScores: true),
        FrameworkChange(part: .item, id: "pace.route.1", kind: .removed, changesScores: true),
      ])
  }

  @Test("Version, codes, rules of scoring, pillars and findings are compared")
  func others() throws {
    let found = try changes { framework in
      framework.version = "1.11.0"
      framework.codes["Waits"] = [CodeMeaning(construct: "gain.fitness", desired: true)]
      framework.codes["no"] = nil
      framework.scoring.topWeight = 3
      framework.pillars[1].needed = 2
      framework.findings[0].recommends = []
      framework.tables = []
    }
    #expect(
      found == [
        FrameworkChange(
          part: .framework, id: "small", kind: .changed, detail: #"version "1.10.0" to "1.11.0""#),
        FrameworkChange(
          part: .code, id: "Waits", kind: .changed,
          detail: #""pace.waiting" to "gain.fitness.desired""#, changesScores: true),
        FrameworkChange(
          part: .code, id: "no", kind: .removed, detail: #""pace.route""#, changesScores: true),
        FrameworkChange(
          part: .scoring, id: "top-weight", kind: .changed, detail: "4.0 to 3.0",
          changesScores: true),
        FrameworkChange(part: .pillar, id: "together", kind: .changed, changesScores: true),
        FrameworkChange(part: .finding, id: "gain-short", kind: .changed),
        FrameworkChange(part: .table, id: "seasons", kind: .removed),
      ])
  }
}
