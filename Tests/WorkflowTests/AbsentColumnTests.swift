import StudyModel
import StudyStore
import TestSupport
import Testing

@testable import StudyWorkflow

@Suite("A column that is not in the file changes nothing, and an empty field empties and is told")
struct AbsentColumnTests {
  private static func emptied(_ report: ImportReport) -> [String] {
    report.diagnostics.filter { $0.code == .fieldsEmptied }
      .map { "\($0.place.row ?? 0) \($0.place.column ?? ""): \($0.message)" }
  }

  @Test("Participants keep organization, role, consent and attributes")
  func participants() throws {
    let walks = try Walks.begun()
    try walks.bring(
      .participants,
      "participant,case,organization,role,agreed,age\np1,north,Club,convenor,yes,40\n")
    let fewer = try walks.tried(.participants, "participant,case,role\np1,north,participant\n")
    #expect(Self.emptied(fewer) == [])
    var found = try #require(try walks.file.read { try $0.participants() }.first)
    #expect(found.organization == "Club" && found.agreed == true && found.role == .participant)
    #expect(found.attributes.contains { $0.name == "age" && $0.value == "40" })
    let emptied = try walks.bring(
      .participants, "participant,case,organization,age\np1,north,,\n")
    #expect(
      Self.emptied(emptied) == [
        "2 organization: \"organization\" is empty where something was, which is gone",
        "2 age: \"age\" is empty where something was, which is gone",
      ])
    found = try #require(try walks.file.read { try $0.participants() }.first)
    #expect(found.organization == nil && found.agreed == true)
  }

  @Test("Phases keep their dates, sources their coders and kind, events their kind")
  func others() throws {
    let walks = try Walks.begun()
    try walks.bring(.phases, "phase,order,from,to\n2025,1,2025-01,2025-12\n")
    try walks.bring(.phases, "phase,order\n2025,2\n")
    let phase = try #require(try walks.file.read { try $0.phases() }.values.first)
    #expect(phase.order == 2 && phase.from == "2025-01" && phase.to == "2025-12")
    try walks.bring(.sources, "source,case,participant,kind\nn1,north,p1,interview\n")
    try walks.bring(.sources, "source,case,phase\nn1,north,2025\n")
    let source = try #require(try walks.file.read { try $0.sources() }.first)
    #expect(source.coders == ["ana", "ben"] && source.participant == "p1")
    #expect(source.kind == .interview && source.phase == "2025")
    let emptied = try walks.bring(.sources, "source,case,coders\nn1,north,\n")
    #expect(
      Self.emptied(emptied) == ["2 coders: \"coders\" is empty where something was, which is gone"])
    try walks.bring(.events, "case,date,event,kind\nnorth,2025-03,met,talk\n")
    try walks.bring(.events, "case,date,event\nnorth,2025-03,met\n")
    #expect(try walks.texts("SELECT kind FROM event") == ["talk"])
  }

  @Test("A correction of one answer leaves all others, the organization and the role")
  func survey() throws {
    let walks = try Walks.begun()
    try walks.bring(
      .survey,
      """
      respondent,case,organization,role,gain.fitness.1,gain.fitness.2,wait
      r1,north,Club,chair,5,2,4
      r2,north,Hut,,4,1,5

      """)
    let before = try walks.contents()
    let mended = try walks.bring(.survey, "respondent,case,pace.route.1,wait\nr1,north,7,1\n")
    #expect(mended.entry.rowsChanged == 1)
    #expect(Self.emptied(mended) == [])
    let answers = "SELECT item || ' ' || value FROM answer WHERE responseID = 1 ORDER BY 1"
    #expect(
      try walks.texts(answers)
        == ["gain.fitness.1 5", "gain.fitness.2 2", "pace.route.1 7", "wait 1"])
    #expect(
      try walks.texts(
        "SELECT o.name || ' ' || role FROM response JOIN organization o ON o.id = organizationID WHERE respondent = 'r1'"
      ) == ["Club chair"])
    #expect(try walks.study.check().isWell)
    // The same correction once more is nothing new.
    #expect(
      try walks.tried(.survey, "respondent,case,wait\nr1,north,1\n").entry.rowsChanged == 0)
    try walks.undo(6)
    try walks.undo(5)
    #expect(try walks.contents() == before)
  }

  @Test("Answers that a file empties are told with their number, and refused under strict")
  func emptiedAnswers() throws {
    let walks = try Walks.begun()
    let head = "respondent,case,organization,gain.fitness.1,gain.fitness.2,wait\n"
    try walks.bring(.survey, head + "r1,north,Club,5,2,4\nr2,north,Hut,4,1,5\n")
    let file = head + "r1,north,,5,,\nr2,north,Hut,,1,5\n"
    let strict = try walks.tried(.survey, file) { $0.options.strict = true }
    #expect(strict.ending == .refused)
    let report = try walks.bring(.survey, file)
    #expect(
      Self.emptied(report) == [
        "2 organization: \"organization\" is empty where something was, which is gone",
        "2 respondent: 3 answers of 2 respondents, this row's the first, are empty in this file, and gone",
      ])
  }
}
