import FileFormats
import Testing

@testable import Reports
@testable import StudyModel

@Suite("What nearly all say is drawn and told as what it is")
struct NearlyAllTests {
  /// A convenor's study in which nearly all agree on a practice, a form of value and a step.
  private static func input(_ words: [String: Alike]) -> ReportInput {
    var input = SampleStudies.forConvenor
    input.all = input.all.map { seen in
      var score = seen.score
      for place in score.constructs.indices {
        guard let word = words[score.constructs[place].id] else { continue }
        score.constructs[place].survey = .inWords(word)
        score.constructs[place].gap = .hidden
        score.constructs[place].score = nil
        score.constructs[place].interval = nil
      }
      return SeenScore(score)
    }
    return input
  }

  @Test("On every page, in Markdown, JSON and CSV, for every word", arguments: Alike.allCases)
  func formats(word: Alike) throws {
    let ids = ["works.trust.safe", "value.affirmation", "transfer.transfer"]
    let input = Self.input(Dictionary(uniqueKeysWithValues: ids.map { ($0, word) }))
    let report = try HealthReport(of: "rivermouth", from: input)
    let html = try Pages.html(report.document)
    #expect(html.contains("class=\"alike\""))
    #expect(html.contains("nearly all say so: where on the scale that lies"))
    let markdown = ReportMarkdown.text(of: report.document)
    for text in [html, markdown] { #expect(text.contains(word.rawValue)) }
    let json = JSONWriter.text(ReportJSON.value(of: report))
    #expect(
      json.contains("\"surveySays\": \"\(word.rawValue)\"") && json.contains("\"surveyRange\": ["))
    let rows = ScoreTable.csv(of: report).split(separator: "\n").filter {
      $0.contains(",works.trust.safe,")
    }
    #expect(rows.count == 1)
    #expect(rows.allSatisfy { $0.hasSuffix(",\(word.rawValue),") })
    for figure in report.document.figures {
      guard case .strips(let chart) = figure.body else { continue }
      for row in chart.groups.flatMap(\.rows) where row.marks.contains(.alike(word)) {
        #expect(row.hatched == nil, "\(row.label) is drawn as missing")
      }
    }
  }

  @Test("The part of the scale that a word covers holds the level that stands for it")
  func range() {
    for word in Alike.allCases {
      #expect(word.range.contains(word.level))
      #expect(Alike(level: word.level) == word)
    }
  }
}
