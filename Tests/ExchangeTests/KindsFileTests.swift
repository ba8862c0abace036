import Exchange
import Foundation
import StudyModel
import Testing

@Suite("Children that are kinds, as files declare them")
struct KindsFileTests {
  /// The small framework where the children of `pace` are kinds, with one text of a file replaced.
  private func read(
    _ name: String = "framework.yaml", _ old: String = "id: pace", _ new: String = "id: pace"
  ) throws -> FrameworkReading {
    let files = try SmallFramework.files(name, old, new).files
    let kinds = ("    children-are: {kind: practice", "    children-are-kinds: true\n")
    return FrameworkReader.read(
      FrameworkFiles(
        files.map { file in
          let text = file.text.replacingOccurrences(of: kinds.0, with: kinds.1 + kinds.0)
          return .init(name: file.name, text: file.name == "framework.yaml" ? text : file.text)
        }))
  }

  /// What is said of the framework beside that a finding asks for the lowest of them, as it may.
  private func messages(_ name: String, _ old: String, _ new: String) throws -> [String] {
    let reading = try read(name, old, new)
    #expect((reading.framework == nil) == !reading.diagnostics.isEmpty)
    return reading.diagnostics.map(\.text)
  }

  @Test("The key is read, and the children keep their levels")
  func isRead() throws {
    let framework = try read().get()
    #expect(framework.constructs.filter(\.childrenAreKinds).map(\.id) == ["pace"])
    #expect(try SmallFramework.whole().constructs.allSatisfy { !$0.childrenAreKinds })
  }

  @Test("False is as good as nothing, and anything else is no answer")
  func otherValues() throws {
    let plain = "    children-are: {kind: practice"
    let no = try SmallFramework.files(
      "framework.yaml", plain, "    children-are-kinds: false\n" + plain)
    #expect(try FrameworkReader.read(no).get() == SmallFramework.whole())
    #expect(
      try SmallFramework.messages("framework.yaml", plain, "    children-are-kinds: yes\n" + plain)
        == [
          #"framework.yaml:54, key "children-are-kinds": error: "children-are-kinds" is "yes". "#
            + "Write true or false. [FRAMEWORK-005]"
        ])
  }

  @Test("A construct without children, or with one, excludes nothing")
  func tooFew() throws {
    let route = "      - {id: .route, name: Route, definition: The way is known to all.}"
    let leaf = route.replacingOccurrences(of: "}", with: ", children-are-kinds: true}")
    #expect(
      try SmallFramework.messages("framework.yaml", route, leaf) == [
        #"framework.yaml:57, key "children-are-kinds": error: the construct ".route" says that its "#
          + #"children are kinds, and has none. Take "children-are-kinds" out, or add the kinds that "#
          + "exclude each other. [FRAMEWORK-018]"
      ])
    let one = leaf.replacingOccurrences(
      of: "}", with: ", children: [{id: .known, name: Known, definition: Known.}]}")
    let messages = try SmallFramework.messages("framework.yaml", route, one)
    #expect(messages.contains { $0.contains("says that its children are kinds, and has one") })
  }

  @Test(
    "Forms of value exclude none of each other", arguments: [("gain", 20), ("gain.company", 38)])
  func forms(top: String, line: Int) throws {
    let place = top == "gain" ? "    children-are: &gains" : "        children-are: *gains"
    let indent = place.prefix { $0 == " " }
    let messages = try SmallFramework.messages(
      "framework.yaml", place, "\(indent)children-are-kinds: true\n\(place)")
    #expect(
      messages.first
        == "framework.yaml:\(line), key \"id\": error: the children of \"\(top)\" are kinds, and "
        + "forms of value are counted together. Take \"children-are-kinds\" out, or name other forms by "
        + "\"forms-of-value\" in scoring.yaml. [FRAMEWORK-018]")
  }

  @Test("No pillar is made of it, be it a part or in a mean")
  func pillars() throws {
    let parts = "[pace.waiting, {mean-of: [pace.route, gain.company]}]"
    for (other, key) in [
      ("[pace, {mean-of: [pace.route, gain.company]}]", "parts"),
      ("[pace.waiting, {mean-of: [pace, gain.company]}]", "mean-of"),
    ] {
      #expect(
        try messages("scoring.yaml", parts, other) == [
          "scoring.yaml:15, key \"\(key)\": error: a pillar asks for a level, and \"pace\" has none, for "
            + "its children are kinds. Name its children, or ask who speaks of it by \"presence\" or "
            + "\"spoken\". [FRAMEWORK-018]"
        ])
    }
  }

  @Test(
    "No condition asks for what it does not have",
    arguments: [
      "{score: pace, below: 50}", "{interview-level: pace, below: 50}",
      "{survey-level: pace, below: 50}", "{evidence: pace, at-least: 0}",
      "{answers: pace, at-least: 1}", "{change: pace, above: 0}", "{band: pace, is: concern}",
      "{convergence: pace, is: dissonance}", "{lowest: pace.waiting, of: [pace, pace.waiting]}",
    ])
  func conditions(condition: String) throws {
    let found = try messages("findings.yaml", "{wanted: gain.fitness, is: yes}", condition)
    let key = condition.dropFirst().prefix { $0 != ":" }
    #expect(found.count == 1)
    #expect(
      found.first?.hasSuffix(
        "error: \"\(key)\" asks for a level, and \"pace\" has none, for its children are kinds. Name its "
          + "children, or ask who speaks of it by \"presence\" or \"spoken\". [FRAMEWORK-018]")
        == true)
    #expect(found.first?.hasPrefix("findings.yaml:23") == true)
  }

  @Test(
    "A condition asks who speaks of it",
    arguments: [
      "{presence: pace, is: evident}", "{spoken: pace, at-least: 1}",
      "{informants: pace, at-least: 1}", "{score: pace.waiting, below: 50}",
    ])
  func presence(condition: String) throws {
    #expect(try messages("findings.yaml", "{wanted: gain.fitness, is: yes}", condition) == [])
  }

  @Test("No sentence tells its level, and no figure sets it beside others")
  func textsAndFigures() throws {
    for slot in [
      "score", "band", "survey", "interviews", "interval", "convergence", "change", "answers",
    ] {
      let found = try messages("findings.yaml", "{attribute terrain}", "{\(slot) pace}")
      #expect(
        found.count == 1 && found.first?.contains("{\(slot)} asks for a level") == true, "\(slot)")
    }
    #expect(try messages("findings.yaml", "{attribute terrain}", "{name pace}") == [])
    let chain = try messages("report.yaml", "pace.route: know the way", "pace: know the way")
    #expect(chain.count == 1)
    #expect(chain.first?.contains("the figure \"chain\" asks for a level") == true)
  }

  @Test("Whether children are kinds is a change of a framework that changes scores")
  func change() throws {
    #expect(
      FrameworkChange.between(try SmallFramework.whole(), try read().get()) == [
        FrameworkChange(
          part: .construct, id: "pace", kind: .changed, detail: "children are kinds",
          changesScores: true)
      ])
  }
}
