import Exchange
import StudyModel
import Testing

@Suite("Reading findings")
struct FindingReaderTests {
  /// A rule of one case whose condition is the text given.
  private func condition(_ text: String, scope: String = "case") throws -> FindingCondition? {
    let files = try SmallFramework.files(
      "findings.yaml", "when: {gap: this, is: short}", "when: " + text)
    let reading = FrameworkReader.read(files)
    #expect(reading.diagnostics.map(\.text) == [])
    return try reading.get().findings.first?.condition
  }

  @Test("A rule is read whole, with the constructs it is tried on")
  func rule() throws {
    let rule = try #require(try SmallFramework.whole().findings.first)
    #expect(rule.id == "gain-short")
    #expect(rule.scope == .case)
    #expect(rule.section == "gains")
    #expect(rule.tone == .shortfall)
    #expect(rule.each == ["gain.fitness", "gain.company.old", "gain.company.new"])
    #expect(rule.condition == .gap(construct: "this", .short))
    #expect(
      rule.heading
        == FindingText([.slot(.name, of: "this", capital: true), .words(" falls short")]))
    #expect(
      rule.says
        == FindingText([
          .slot(.name, of: "this", capital: true), .words(" is wanted ("),
          .slot(.wanted, of: "this"), .words(") more than received ("),
          .slot(.received, of: "this"), .words(")."),
        ]))
    #expect(rule.recommends == ["ask-again"])
    #expect(rule.source == Citation(reference: "rowe2001", place: "section 6"))
  }

  @Test("A list of conditions holds where all do, and nests")
  func nested() throws {
    let rule = try SmallFramework.whole().findings[1]
    #expect(
      rule.condition
        == .all([
          .extreme(
            construct: "pace.waiting", highest: false, of: ["pace.waiting", "pace.route"]),
          .any([
            .number(.score("pace.waiting"), .init(atLeast: 10, below: 50)),
            .word(.band("pace.route"), oneOf: ["concern", "developing"]),
          ]),
          .not(.word(.attribute("terrain"), oneOf: ["no"])),
          .number(.attribute("walkers"), .init(above: 20)),
          .number(.health, .init(atMost: 60)),
          .number(.pillar("together"), .init(below: 50)),
          .word(.wanted("gain.fitness"), oneOf: ["yes"]),
        ]))
    #expect(
      rule.says
        == FindingText([
          .words("In "), .slot(.caseName, of: nil), .words(" the last are left behind: {"),
          .slot(.score, of: "pace.waiting"), .words("} on "), .slot(.attribute, of: "terrain"),
          .words("."),
        ]))
  }

  @Test("A rule about the set counts cases")
  func set() throws {
    let rule = try SmallFramework.whole().findings[2]
    #expect(rule.scope == .set)
    #expect(rule.section == "headline")
    #expect(
      rule.condition
        == .cases(
          .word(.presence("gain.company.new"), oneOf: ["evident"]), count: .init(above: 1),
          share: .init(atLeast: 0.5)))
    #expect(
      rule.says
        == FindingText([
          .slot(.count, of: nil, capital: true), .words(" of "), .slot(.of, of: nil),
          .words(" groups speak of "), .slot(.name, of: "gain.company.new"), .words(": "),
          .slot(.cases, of: nil), .words("."),
        ]))
  }

  @Test("Every number of a construct may be asked for")
  func numbers() throws {
    let bounds = FindingCondition.Bounds(atLeast: 1)
    let quantities: [(String, FindingCondition.Quantity)] = [
      ("score", .score("this")), ("interview-level", .interviewLevel("this")),
      ("survey-level", .surveyLevel("this")), ("evidence", .evidence("this")),
      ("strength", .strength("this")), ("desired", .desired("this")),
      ("derived", .derived("this")), ("gap", .gap("this")), ("informants", .informants("this")),
      ("contrary", .contrary("this")), ("mentions", .mentions("this")),
      ("answers", .answers("this")), ("change", .change("this")),
    ]
    for (key, quantity) in quantities {
      #expect(try condition("{\(key): this, at-least: 1}") == .number(quantity, bounds))
    }
    #expect(try condition("{spoken: gain, at-least: 1}") == .number(.spoken("gain"), bounds))
    #expect(
      try condition("{number: value-breadth, at-least: 1}") == .number(.valueBreadth, bounds))
    #expect(
      try condition("{number: interviewees, at-least: 1}") == .number(.interviewees, bounds))
    #expect(
      try condition("{number: organizations, at-least: 1}") == .number(.organizations, bounds))
    #expect(
      try condition("{number: clear-changes, at-least: 1}") == .number(.clearChanges, bounds))
  }

  @Test("Every word of a construct may be asked for")
  func words() throws {
    let cases: [(String, FindingCondition.Word)] = [
      ("band: this, is: strength", .band("this")), ("grade: this, is: agreed", .grade("this")),
      ("side: this, is: for", .side("this")),
      ("convergence: this, is: 'silence: survey'", .convergence("this")),
      ("quadrant: this, is: keep it up", .quadrant("this")),
      ("presence: this, is: not spoken of", .presence("this")),
      ("wanted: this, is: no", .wanted("this")),
    ]
    let values = [
      "strength", "agreed", "for", "silence: survey", "keep it up", "not spoken of", "no",
    ]
    for ((text, word), value) in zip(cases, values) {
      #expect(try condition("{\(text)}") == .word(word, oneOf: [value]))
    }
  }

  @Test("A gap may be one of several states")
  func gaps() throws {
    #expect(
      try condition("{gap: this, in: [over, level]}")
        == .any([.gap(construct: "this", .over), .gap(construct: "this", .level)]))
    #expect(
      try condition("{highest: this, of: leaves of gain}")
        == .extreme(
          construct: "this", highest: true,
          of: ["gain.fitness", "gain.company.old", "gain.company.new"]))
  }
}
