import StudyModel
import Testing

@Suite("How many were invited is told of a case where it is known of the whole")
struct InvitationsTests {
  private func invitations(_ counts: [(organization: String, invited: Int)]) throws -> Invitations {
    let rows = counts.map {
      InvitedCount(
        caseID: "north", phase: "2026", organization: $0.organization, invited: $0.invited)
    }
    return try #require(
      Invitations.byPlace(rows)[CasePhase(caseID: "north", phase: "2026")])
  }

  @Test("Organizations are added up where answers come from no more of them, and no more answer")
  func parts() throws {
    let parts = try invitations([("Club", 4), ("Team", 3)])
    #expect(parts.total(answers: 5, organizations: 2) == 7)
    #expect(parts.total(answers: 5, organizations: 3) == nil)
    #expect(parts.total(answers: 12, organizations: 2) == nil)
    #expect(parts.fault(["Club": 2, "Team": 3]) == nil)
    #expect(
      parts.fault(["Club": 2, "Union": 3, "": 1])
        == "no number for \"Union\", from where answers came")
    #expect(parts.fault(["Club": 8]) == "8 answered, and 7 were invited")
  }

  @Test("A number for the whole case is the number, whatever organizations have")
  func whole() throws {
    let whole = try invitations([("Club", 4), ("", 20)])
    #expect(whole.total(answers: 12, organizations: 6) == 20)
    #expect(whole.total(answers: 21, organizations: 6) == nil)
    #expect(whole.fault(["Union": 3]) == nil)
  }

  @Test("A number that states no phase is that of answers that state none")
  func phases() {
    let places = Invitations.byPlace([
      InvitedCount(caseID: "north", organization: "", invited: 5),
      InvitedCount(caseID: "north", phase: "2026", organization: "", invited: 9),
    ])
    #expect(
      places[CasePhase(caseID: "north", phase: nil)]?.total(answers: 1, organizations: 1) == 5)
    #expect(
      places[CasePhase(caseID: "north", phase: "2026")]?.total(answers: 1, organizations: 1) == 9)
  }
}
