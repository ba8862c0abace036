import FileFormats
import Testing

@testable import Reports
@testable import StudyModel

@Suite("What is hidden never reads as absent")
struct NothingTests {
  /// A case of which all is hidden from others: few answers and few interviewees, on everything.
  static func hidden(for eyes: Eyes, interviewees: Int = 3) -> ReportInput {
    var input = SampleStudies.forConvenor
    input.look(by: eyes)
    input.findings = []
    input.set.findings = []
    input.quotes = []
    input.agreement = []
    let few = SampleStudies.known.mapValues { known in
      var copy = known
      (copy.answers, copy.speaking, copy.grade) = (3, min(known.speaking, 1), .single)
      return copy
    }
    input.all = ["1", "2", "3"].map { phase in
      var score = SampleCase(
        id: "rivermouth", phase: phase, framework: input.framework, interviewees: interviewees,
        known: few
      ).score
      (score.responses, score.organizations) = (.hidden, .hidden)
      score.hideGaps(of: input.framework)
      return SampleEyes.seen(score, for: eyes, of: input.framework)
    }
    return input
  }

  /// Everything that a page and the files beside it say, without what is said of hidden things.
  private static func said(_ document: ReportDocument, _ json: JSONValue) throws -> String {
    var text = try [
      Pages.html(document), ReportMarkdown.text(of: document), JSONWriter.text(json),
    ].joined(separator: "\n")
    for nothing in Nothing.allCases {
      text = text.replacing(nothing.part, with: "").replacing(nothing.hidden, with: "")
    }
    return text
  }

  @Test("No sentence of absence stands on the page of a case of which all is hidden")
  func health() throws {
    for eyes in [Eyes.convenor(of: "rivermouth"), .workingGroup] {
      for phase in ["1", "3"] {
        let report = try HealthReport(of: "rivermouth", phase: phase, from: Self.hidden(for: eyes))
        let text = try Self.said(report.document, ReportJSON.value(of: report))
        #expect(text.contains("[c]"))
        for nothing in Nothing.allCases {
          #expect(!text.contains(nothing.whole), "\(nothing): \(nothing.whole)")
        }
      }
    }
  }

  @Test("Nor where enough were interviewed, and little was heard of anything")
  func littleHeard() throws {
    let input = Self.hidden(for: .convenor(of: "rivermouth"), interviewees: 6)
    let report = try HealthReport(of: "rivermouth", from: input)
    let text = try Self.said(report.document, ReportJSON.value(of: report))
    #expect(text.contains("little heard"))
    for nothing in Nothing.allCases {
      #expect(!text.contains(nothing.whole), "\(nothing): \(nothing.whole)")
    }
  }

  @Test("Nor on a comparison with such a case")
  func comparison() throws {
    var input = Self.hidden(for: .workingGroup)
    let shown = SampleStudies.forConvenor
    input.cases.append(Case(id: "other", name: "Other network"))
    input.all += shown.scores.suffix(1).map { seen in
      var score = seen.score
      score.caseID = "other"
      return SeenScore(score)
    }
    let report = CompareReport(from: input)
    let text = try Self.said(report.document, ReportJSON.value(of: report))
    for nothing in Nothing.allCases {
      #expect(!text.contains(nothing.whole), "\(nothing): \(nothing.whole)")
    }
    #expect(text.contains("Rivermouth Learning Network"))
  }

  @Test("Where all was seen, absence is said as it is")
  func absent() throws {
    var input = SampleStudies.surveyOnly
    input.look(by: .convenor(of: "rivermouth"))
    input.all = input.all.map {
      SampleEyes.seen($0.score, for: input.eyes, of: input.framework)
    }
    let report = try HealthReport(of: "rivermouth", from: input)
    let text = ReportMarkdown.text(of: report.document)
    #expect(text.contains(Nothing.shortfall.whole) && text.contains(Nothing.action.whole))
    for nothing in [Nothing.shortfall, .action, .headline, .strength] {
      #expect(!text.contains(nothing.part) && !text.contains(nothing.hidden))
    }
  }

  @Test(
    "Every sentence of absence has another where something is hidden", arguments: Nothing.allCases)
  func three(_ nothing: Nothing) {
    #expect(nothing.said(.whole) == nothing.whole)
    for sight in [Sight.part, .hidden] {
      #expect(nothing.said(sight) != nothing.whole)
      #expect(!nothing.said(sight).isEmpty)
    }
  }

  @Test("Sight is whole only where nothing is hidden, and hidden only where nothing is shown")
  func sight() {
    #expect(Sight([.whole, .absent]) == .whole)
    #expect(Sight([.whole, .undecided]) == .undecided)
    #expect(Sight([.whole, .hidden]) == .part)
    #expect(Sight([.absent, .hidden]) == .hidden)
    #expect(Sight([.part, .absent]) == .part)
    #expect(Sight([.absent, .absent]) == .absent && Sight([Sight]()) == .absent)
  }

  @Test("A construct that coders have not settled is not said to be not spoken of")
  func undecided() {
    func silent(unresolved: Int) -> InterviewFigure {
      InterviewFigure(
        score: nil, side: nil, strength: 0,
        counts: .init(
          informants: 0, measured: 0, interviewees: 1, speaking: 0, mentions: 0, contrary: 0,
          contested: false, unresolved: unresolved, grade: .absent,
          presence: unresolved > 0 ? .undecided : .notSpokenOf))
    }
    #expect(silent(unresolved: 0).sight == .absent)
    #expect(silent(unresolved: 1).sight == .undecided)
    #expect(InterviewFigure(.littleHeard).sight == .hidden)
  }
}
