import FileFormats
import Testing

@testable import Reports
@testable import StudyModel

@Suite("What to do next says why, where it stands and what to aim at")
struct NextStepsTests {
  private func next(_ input: ReportInput) throws -> Section {
    try #require(HealthReport(of: "rivermouth", from: input).document.section("next"))
  }

  private func actions(_ section: Section) -> [ActionLine] {
    section.blocks.flatMap { block -> [ActionLine] in
      if case .actions(_, let lines) = block { lines } else { [] }
    }
  }

  /// The study with something changed in its last phase.
  private func changed(_ change: (inout CaseScore) -> Void) -> ReportInput {
    var input = SampleStudies.both
    let last = input.all.count - 1
    change(&input.all[last].score)
    return input
  }

  private func action(_ id: String, in input: ReportInput) throws -> ActionLine {
    try #require(actions(next(input)).first { $0.id == id })
  }

  @Test("Reasons speak of what an action acts on, with the figure's number")
  func reasons() throws {
    let actions = try actions(next(SampleStudies.both))
    #expect(actions.map(\.id) == ["way-in", "remit", "sponsors", "design"])
    #expect(
      actions.map { $0.why.map(\.text) } == [
        ["As “Value” shows (Figure 1)."],
        [
          "Individual translation is the first weak point, and organizational amplification the second (Figure 4)."
        ],
        [
          "Interviewees contradict each other on continuity, and the survey is split: people rotate too often to build trust (Figure 2)."
        ],
        [
          "The survey says members shape the programme, the interviews say they do not (Figure 2)."
        ],
      ])
  }

  @Test("Today's figure stands beside the aim, with the doubt where interviews contradict it")
  func aims() throws {
    let actions = try actions(next(SampleStudies.both))
    #expect(
      actions.map { $0.aim?.text } == [
        nil, "Now 58%, 18 of 31, aim 67%, at the next survey.", nil,
        "Now 77%, 24 of 31, though interviews contradict it, aim 75%, at the next survey.",
      ])
  }

  @Test("A level, a gap and one of several are said as such")
  func measures() throws {
    func now(_ aim: Aim) throws -> String? {
      var input = SampleStudies.both
      input.framework.recommendations[0].actsOn = []
      input.framework.recommendations[0].aim = aim
      return try action("remit", in: input).aim?.text
    }
    #expect(
      try now(Aim(.level, of: ["value.subject"], goal: 75))
        == "Now 40 of 100, aim 75 of 100, at the next survey.")
    #expect(
      try now(Aim(.gap, of: ["value.subject", "value.operational"], goal: 10))
        == "Now 43 short (what member organizations can now do in the subject), aim under 10 short, at the next survey."
    )
  }

  @Test("What is hidden reads as hidden, and what was not asked has no line")
  func hidden() throws {
    let input = changed { $0.change("transfer.translation") { $0.survey = .hidden } }
    let line = try action("remit", in: input)
    #expect(line.aim?.text == "Now hidden [c], aim 67%, at the next survey.")
    #expect(line.json["now"] == .null && line.json["met"] == .null)
    let absent = changed { $0.change("transfer.translation") { $0.survey = .absent } }
    #expect(try action("remit", in: absent).aim == nil)
  }

  @Test("An action whose aim is met is not asked for, and counted")
  func met() throws {
    let input = changed { score in
      score.change("transfer.translation") {
        $0.survey.change { $0.answers = .counted(.init(above: 21, middle: 4, below: 6)) }
      }
    }
    let section = try next(input)
    #expect(actions(section).map(\.id) == ["way-in", "sponsors", "design"])
    #expect(
      section.blocks.last
        == .paragraph("One more step is not asked for: its aim is met today."))
    var alone = input
    alone.findings[0].findings = input.findings[0].findings.filter { $0.rule == "loss" }
    let nothing = try next(alone)
    #expect(nothing.heading == "What the steps aim at is there already")
    #expect(
      nothing.blocks == [.paragraph("One step is not asked for: its aim is met today.")])
  }

  @Test(
    "What is said above the steps begins with none but the first of them, which the head calls for")
  func fitting() throws {
    func section(
      _ calls: [String] = ["way-in", "remit"], _ change: (inout Framework) -> Void = { _ in }
    ) throws -> Section {
      var input = SampleStudies.both
      change(&input.framework)
      input.findings[0].findings.append(
        SampleFindings.finding(
          "begin", "next", .neutral, nil, "Begin with this", "Begin.", recommends: calls))
      return try next(input)
    }
    #expect(try section().heading == "Begin with this")
    #expect(try section(["sponsors"]).heading.hasPrefix("Four steps, starting here: find one way"))
    let met = try section { $0.recommendations[0].aim?.goal = 50 }
    #expect(met.heading.hasPrefix("Three steps, starting here: find one way"))
    #expect(!met.blocks.contains { if case .means = $0 { true } else { false } })
  }

  @Test("What a section without figures says is seen in the figure that shows most of it")
  func elsewhere() throws {
    var input = SampleStudies.both
    input.findings[0].findings = [
      Finding(
        rule: "one", section: "headline", tone: .shortfall, heading: nil, says: "It is so.",
        evidence: [], constructs: ["value.individual", "transfer.translation"],
        recommends: ["remit"])
    ]
    let why = try action("remit", in: input).why.map(\.text)
    #expect(why.count == 1 && why[0].hasSuffix("(Figure 4)."), "\(why)")
  }

  @Test(
    "First comes what acts where most is lost, then what more than one rule of the head calls for")
  func begins() throws {
    func first(_ calls: [[String]], lost: Bool) throws -> String? {
      var input = changed { score in
        guard lost else { return }
        // Of 31 nearly all learned, and hardly anybody translated.
        for (id, above) in [("value.individual", 30), ("transfer.translation", 2)] {
          score.change(id) {
            $0.band = .concern
            $0.survey.change { $0.answers = .counted(.init(above: above, below: 31 - above)) }
          }
        }
        for id in ["transfer.transfer", "transfer.amplification"] {
          score.change(id) {
            $0.band = .concern
            $0.survey.change { $0.answers = .counted(.init(above: 2, below: 29)) }
          }
        }
      }
      for place in input.framework.recommendations.indices {
        input.framework.recommendations[place].aim = nil
        if input.framework.recommendations[place].id != "remit" {
          input.framework.recommendations[place].actsOn = []
        }
      }
      input.findings[0].findings = zip(["headline", "other"], calls).map { rule, calls in
        Finding(
          rule: rule, section: "headline", tone: .shortfall, heading: rule, says: rule + ".",
          evidence: [], constructs: ["transfer.translation", rule], recommends: calls)
      }
      return try actions(next(input)).first?.id
    }
    #expect(try first([["way-in", "sponsors"], ["design"]], lost: false) == "way-in")
    #expect(try first([["way-in", "sponsors"], ["sponsors"]], lost: false) == "sponsors")
    #expect(try first([["way-in", "sponsors", "remit"], ["sponsors"]], lost: true) == "remit")
  }

  @Test("A figure is a link on the page and plain in Markdown")
  func links() throws {
    let document = try HealthReport(of: "rivermouth", from: SampleStudies.both).document
    let figure = try #require(document.figures.first { $0.name == "Figure 4" })
    let html = try Pages.html(document)
    #expect(html.contains("(<a href=\"#\(figure.id)\">Figure 4</a>)."))
    #expect(html.contains("<b>Now</b> 58%, 18 of 31, <b>aim</b> 67%, at the next survey."))
    let markdown = ReportMarkdown.text(of: document)
    #expect(markdown.contains("the second (Figure 4)."))
    #expect(markdown.contains("- Now 58%, 18 of 31, aim 67%, at the next survey."))
  }

  @Test("JSON has the numbers, what it acts on and what it rests on")
  func json() throws {
    let json = try action("remit", in: SampleStudies.both).json
    #expect(json["actsOn"] == .strings(["transfer.translation"]))
    #expect(json["restsOn"] == .strings(["transfer.translation"]))
    #expect(
      json["aim"] == [
        "measure": "agree", "of": .strings(["transfer.translation"]), "value": .integer(67),
      ])
    #expect(
      json["now"] == [
        "of": "transfer.translation", "value": .number(100 * 18.0 / 31), "says": .null,
      ])
    #expect(json["met"] == .bool(false))
  }
}
