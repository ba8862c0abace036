import Testing

@testable import Reports
@testable import StudyModel

@Suite("Counts on one comparison agree")
struct OneCountTests {
  private static func markdown(_ input: ReportInput) -> String {
    ReportMarkdown.text(of: CompareReport(from: input).document)
  }

  /// Seven cases, the interviews of the last hidden, and the first without any source.
  private static var input: ReportInput {
    var input = SampleStudies.compared
    input.set.findings = []
    input.all = input.all.enumerated().map { place, seen in
      var score = seen.score
      for index in score.constructs.indices where place == 0 || place == 6 {
        score.constructs[index].interview = place == 0 ? nil : InterviewFigure(.hidden)
      }
      if place == 0 { score.interviewees = .shown(0) }
      if place == 6 { (score.interviewees, score.codingCover) = (.hidden, .hidden) }
      return .forOthers(score)
    }
    return input
  }

  @Test("The cases shown are those that hide nothing of what is counted, in every sentence")
  func shown() {
    let text = Self.markdown(Self.input)
    #expect(text.contains("of 5 cases shown"))
    // That of a survey figure counts those asked, which are others.
    #expect(!text.contains("several in 5 of 6") && !text.contains("whose interviews are shown"))
  }

  @Test("Numbers of people are of the cases that show theirs, and are not said to be hidden")
  func people() {
    let text = Self.markdown(Self.input)
    #expect(text.contains("30 interviewees shown"))
    #expect(text.contains("30 interviewees of the cases shown, chosen and not sampled"))
    #expect(!text.contains("their number is hidden here"))
  }

  @Test("The number of answers is the same beside a case and in its figures")
  func answers() throws {
    var input = SampleStudies.compared
    var score = input.all[0].score
    score.change("value.reputation") { $0.survey = .hidden }
    score.hideGaps(of: input.framework)
    input.all[0] = .forOthers(score)
    let document = CompareReport(from: input).document
    let summary = try #require(document.figures.first { $0.section == "meta" })
    #expect(summary.table.rows[0].last?.text == "6 interviewees; 12 answers")
    #expect(summary.table.rows[5].last?.text.contains("answers [c]") == true)
    let panels = document.figures.compactMap { figure -> [MultiplePanel]? in
      if case .multiples(let panels) = figure.body { panels } else { nil }
    }.joined()
    #expect(
      panels.map { $0.subtitle == "answers [c]" } == [
        false, false, false, false, false, true, false,
      ])
  }

  @Test("A case without sources is named among what is missing")
  func missing() {
    let text = Self.markdown(Self.input)
    #expect(text.contains("No interviews or other sources of Cross-Govt agencies."))
    #expect(!text.contains(Nothing.missing.part))
  }

  @Test("A comparison counts the phase that it compares, and no other")
  func phases() {
    let text = Self.markdown(SampleStudies.comparedPhases)
    #expect(text.contains("42 interviewees, chosen") && !text.contains("126 interviewees"))
  }
}
