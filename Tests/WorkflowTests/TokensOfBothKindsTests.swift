import StudyModel
import TestSupport
import Testing

@testable import StudyWorkflow

@Suite("Tokens as they are and hashes of them do not come into one study")
struct TokensOfBothKindsTests {
  @Test("All imports that would have to go are told, in the order in which they go")
  func all() throws {
    let walks = try Walks.begun()
    try walks.bring(.survey, "respondent,case,wait\nr1,north,4\n")
    try walks.bring(.survey, "respondent,case,wait\nr2,north,4\n")
    let failure = #expect(throws: Failure.self) {
      try walks.tried(.survey, "respondent,case,wait\nr3,north,4\n") { $0.hashesTokens = true }
    }
    let told = try #require(failure?.diagnostics.first)
    #expect(told.code == .tokensOfBothKinds)
    #expect(told.message.hasPrefix("imports 4 and 5 brought respondents in"))
    #expect(told.means == .undoImports([5, 4]))
  }
}
