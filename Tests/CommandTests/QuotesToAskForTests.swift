import TestSupport
import Testing

@Suite("Whose words to ask for")
struct QuotesToAskForTests {
  @Test(
    "A case each, what its report speaks of and nobody may be quoted on; nothing is wrong by that")
  func named() throws {
    let place = try MethodsReportTests.sample()
    let answer = try place.run("check")
    let notes = answer.talk.split(separator: "\n").filter { $0.contains("SOURCES-016") }
    let brackwater = try #require(notes.first { $0.contains("Brackwater Resilience Network") })
    #expect(brackwater.contains("subject-specific capability (11 passages)"))
    // A passage on this one is cleared, and quoted.
    #expect(!brackwater.contains("relationship building"))
    // Nobody was interviewed there.
    #expect(!notes.contains { $0.contains("Saltfen") })
  }
}
