import TestSupport
import Testing

@Suite("Where the programs are missing that make documents and pictures")
struct NoPandocTests {
  @Test(
    "The page is written in their place, and told which package brings them",
    arguments: [("docx", "pandoc"), ("png", "librsvg2-bin"), ("docx,md", "pandoc")])
  func missing(formats: String, package: String) throws {
    let place = try Workplace.withStudy()
    _ = try place.bring("survey", "respondent,case,wait\nr1,north,4\nr2,north,4\nr3,north,\n")
    let answer = try place.run(
      "report", "health", "north", "--for", "researcher", "--format", formats, "--out", "r",
      environment: ["PATH": "/nowhere"])
    #expect(answer.status == 66)
    #expect(answer.talk.contains("Debian's package \(package)"))
    #expect(answer.talk.contains("[REPORT-007]"))
    let pages = answer.output.split(separator: "\n")
    #expect(pages.contains("r/health-north.researcher.full.html"))
    #expect(pages.contains("r/health-north.researcher.brief.md") == formats.contains("md"))
    for page in pages { #expect(!place.text(String(page)).isEmpty) }
    #expect(!place.names.contains { $0.hasSuffix(".docx") })
  }
}
