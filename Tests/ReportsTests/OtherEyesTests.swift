import FileFormats
import Reports
import StudyModel
import TestSupport
import Testing

/// What a convenor must not find anywhere: in the page, its attributes, or the files beside it.
@Suite struct OtherEyesTests {
  static let secrets = [
    "P-SECRET", "91.2", "91.25", "97.5", ">91<", ">98<", "77 segments", ":77",
    ">77</td><td>corroborated",
    "alert(1)", "interview 1", "interview 3", "interview 5", "corroborated", "segment",
  ]

  private func texts() throws -> [(String, String)] {
    let report = try HealthReport(of: "rivermouth", from: SampleStudies.suppressed)
    return [
      ("html", try Pages.html(report.document)), ("md", ReportMarkdown.text(of: report.document)),
      ("json", JSONWriter.text(ReportJSON.value(of: report))), ("csv", ScoreTable.csv(of: report)),
      ("gaps", ScoreTable.gapsCSV(of: report)),
    ]
  }

  @Test(arguments: secrets)
  func `no hidden figure, number or pseudonym gets out`(_ secret: String) throws {
    for (name, text) in try texts() {
      #expect(!text.contains(secret), "\(secret) in \(name)")
    }
  }

  @Test func `numbers of answers and interviewees are marks`() throws {
    let html = try texts()[0].1
    #expect(html.contains("hidden [c]"))
    #expect(!html.contains("31 answers"))
    #expect(!html.contains("of 6<"))
    #expect(!html.contains("triangulated"))
  }

  @Test func `everybody is quoted as an interviewee, without a number`() throws {
    let report = try HealthReport(of: "rivermouth", from: SampleStudies.forConvenor)
    let html = try Pages.html(report.document)
    #expect(html.contains("An interviewee"))
    #expect(!html.contains("Convenor, interview") && !html.contains("Participant, interview"))
    #expect(!html.contains("Interviewee, interview"))
  }

  @Test func `a level of the interviews that is hidden is told from one that there is not`() throws
  {
    func marks(_ input: ReportInput) throws -> Set<String> {
      let document = try HealthReport(of: "rivermouth", from: input).document
      return Set(
        document.figures.flatMap { figure -> [String] in
          guard let place = figure.table.columns.firstIndex(where: { $0.key == "interviews" })
          else { return [] }
          return figure.table.rows.map { $0[place].text }.filter { $0.hasPrefix("[") }
        })
    }
    let seen = try marks(SampleStudies.suppressed)
    #expect(seen.contains("[c]"))
    #expect(try !marks(SampleStudies.both).contains("[c]"))
  }

  @Test func `words that were not cleared stay with the researchers`() throws {
    #expect(
      try Pages.html(HealthReport(of: "rivermouth", from: SampleStudies.both).document)
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
  }
}
