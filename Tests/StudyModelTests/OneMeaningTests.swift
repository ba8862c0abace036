import Testing

@testable import StudyModel

@Suite("What a code, an attribute and a loss are is said by one function each")
struct OneMeaningTests {
  private static func finding(_ construct: String, _ loss: Double) -> Finding {
    Finding(
      rule: construct, section: "s", tone: .shortfall, construct: construct, heading: nil,
      says: construct, evidence: [], loss: loss)
  }

  private static let framework = Framework(
    id: "f", version: "1", title: "F", summary: "", references: [], constructs: [])

  private static func construct(
    _ id: String, _ name: String, _ parent: String?, _ definition: String
  ) -> Construct {
    Construct(
      id: id, name: name, plainName: name, kind: "form", levels: [], definition: definition,
      inclusion: [], exclusion: [], example: nil, source: Citation(reference: "", place: ""),
      parent: parent)
  }

  @Test("Of losses that are equal to nine decimals the first stays first")
  func gravest() {
    let third = 0.1 + 0.2
    let found = [Self.finding("a", 0.3), Self.finding("b", third), Self.finding("c", 1)]
    #expect(third > 0.3)
    #expect(found.gravestFirst.map(\.construct) == ["c", "a", "b"])
  }

  @Test("A code that says what was wanted is never defined as what came")
  func wanted() throws {
    let code = CodeMeaning(construct: "value.trust", desired: true).code
    #expect(code == "value.trust.desired")
    #expect(CodeMeaning.wanted(byName: code) == "value.trust")
    #expect(CodeMeaning.wanted(byName: "value.trust") == nil)
    var framework = Self.framework
    framework.constructs = [
      Self.construct("value", "Value", nil, "All of it."),
      Self.construct("value.trust", "Trust", "value", "They rely on it."),
    ]
    framework.formsOfValue = "value"
    #expect(framework.name(ofCode: code) == "Trust (wanted)")
    #expect(framework.name(ofCode: "value.trust", inSentence: true) == "trust")
    #expect(framework.name(ofCode: "other") == nil && framework.definition(ofCode: "other") == nil)
    #expect(framework.definition(ofCode: "value.trust")?.definition == "They rely on it.")
    #expect(
      framework.definition(ofCode: code)?.definition
        == "That it was wanted, not that it came. They rely on it.")
  }

  @Test("An attribute is called as the part says that shows it, else as the framework does")
  func attribute() {
    var framework = Self.framework
    let part = ReportSection.Part(
      figure: .facts, title: "", of: [], attributes: ["age", "home-town"], labels: ["years"])
    framework.sections = [
      ReportSection(
        id: "s", title: "S", heading: "", reading: "", parts: [part], whenEmpty: "")
    ]
    #expect(framework.label(ofAttribute: "age") == "years")
    framework.attributes = [CaseAttribute(id: "age", name: "Age of the group")]
    #expect(framework.label(ofAttribute: "age") == "Age of the group")
    #expect(framework.label(ofAttribute: "age", in: part) == "years")
    #expect(framework.label(ofAttribute: "home-town", in: part) == "home town")
  }
}
