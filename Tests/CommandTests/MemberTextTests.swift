import Foundation
import TestSupport
import Testing

@Suite("What members are told")
struct MemberTextTests {
  @Test("A page of its own, in the words of the convenor's, without a figure and without health")
  func page() throws {
    let place = try MethodsReportTests.sample()
    let answer = try place.run(
      "report", "health", "brackwater", "--length", "members", "--format", "md,html", "--out", "out"
    )
    #expect(answer.status == 0, "\(answer.talk)")
    let name = "out/health-brackwater.2-maturing.convenor.members"
    let text = place.text("\(name).md")
    #expect(text.contains("What you told us"))
    #expect(text.contains("31 answers are in the figures and 6 of you were interviewed"))
    #expect(text.contains("Nobody is named here"))
    #expect(text.contains("| Step | What | Who | By when |"))
    #expect(text.contains("- **How sure we are:** ") && text.contains("**±.** How far"))
    for absent in ["Figure 1", "Overall", "For the convenor"] {
      #expect(!text.contains(absent), "\(absent)")
    }
    // It is the same edition as the convenor's report, and says nothing that this does not.
    let full = try place.run("report", "health", "brackwater", "--format", "md", "--out", "out")
    #expect(full.status == 0, "\(full.talk)")
    let whole = place.text("out/health-brackwater.2-maturing.convenor.full.md")
    let headline = try #require(text.split(separator: "\n").first { $0.hasPrefix("# ") })
    #expect(whole.contains(headline))
    let edition = try place.run("editions", "--json")
    #expect(try #require(edition.object["editions"] as? [[String: Any]]).count == 1)
  }

  @Test("A small case says who answered in no number; of the researcher's own there is none")
  func hidden() throws {
    let place = try MethodsReportTests.sample()
    let small = try place.run(
      "report", "health", "quillbrook", "--length", "members", "--format", "md", "--out", "out")
    #expect(small.status == 0, "\(small.talk)")
    let text = place.text("out/health-quillbrook.2-maturing.convenor.members.md")
    #expect(text.contains("Thank you for your answers") && !text.contains("are in the figures"))
    let own = try place.run(
      "report", "health", "brackwater", "--length", "members", "--for", "researcher", "--out", "own"
    )
    #expect(own.status == 64 && own.talk.contains("REPORT-008"), "\(own.talk)")
  }
}
