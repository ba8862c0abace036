import StudyModel
import TestSupport
import Testing

@testable import StudyWorkflow

@Suite("Names that are made by being mentioned are held against those that are there")
struct MentionedNamesTests {
  private static func told(_ report: ImportReport, _ code: MessageCode) -> [String] {
    report.diagnostics.filter { $0.code == code }.map { "\($0.place.row ?? 0): \($0.sentences)" }
  }

  @Test("A phase that none of the stated ones is, is told with the nearest")
  func phases() throws {
    let walks = try Walks.begun()
    try walks.bring(.phases, "phase,order\n2025,1\n2026,2\n")
    let survey = try walks.bring(
      .survey, "respondent,case,phase,wait\nr1,north,2026,4\nr2,north,26,4\nr3,north,26,3\n")
    #expect(
      Self.told(survey, .unstatedPhase) == [
        "3: phase \"26\" is none of the phases that are stated (\"2025\", \"2026\"). Either correct it (did you mean \"2026\"?) or state it with the phases: it counts as a phase of its own. Take import 5 back before."
      ])
    let sources = try walks.bring(.sources, "source,case,participant,phase\nn5,north,p1,2052\n")
    #expect(Self.told(sources, .unstatedPhase).count == 1)
    let invited = try walks.bring(.invited, "case,organization,phase,invited\nnorth,Club,2206,4\n")
    #expect(Self.told(invited, .unstatedPhase).count == 1)
    let fine = try walks.bring(.survey, "respondent,case,phase,wait\nr9,north,2025,4\n")
    #expect(Self.told(fine, .unstatedPhase) == [])
  }

  @Test("A name is told at the row that mentions it, whatever else has the same text")
  func rowOfFirstMention() throws {
    let walks = try Walks.begun()
    try walks.bring(.phases, "phase,order\n1,1\n2,2\n")
    let codings = try walks.bring(
      .codings,
      """
      source,coder,code,start,end,weight,case,phase
      x1,ana,gain,0,5,3,north,1
      x2,ana,gain,0,5,3,north,2
      x3,ana,gain,0,5,1,north,3

      """)
    #expect(Self.told(codings, .unstatedPhase).map { $0.prefix(2) } == ["4:"])
    let partners = try walks.bring(
      .partners,
      "case,rater,ratee,question,value\nnorth,Club,Hut,Clubs,2\nnorth,Hut,Clubs,trust,3\n")
    #expect(Self.told(partners, .twinName).map { $0.prefix(2) } == ["3:"])
  }

  @Test("A message repeats no more of a long field than its beginning")
  func longField() throws {
    let walks = try Walks.begun()
    let long = String(repeating: "words and words ", count: 200)
    let report = try walks.tried(
      .codings, "source,coder,code,start,end\n\"\(long)\",ana,gain,0,5\n")
    let told = try #require(report.diagnostics.first { $0.code == .unknownSource })
    #expect(told.text.count < 250 && told.message.contains("words and words"))
  }

  @Test("Phases that are in use and not stated are told when phases are")
  func statedLater() throws {
    let walks = try Walks.begun()
    let survey = try walks.bring(.survey, "respondent,case,phase,wait\nr1,north,26,4\n")
    #expect(survey.diagnostics.allSatisfy { $0.code != .unstatedPhase })
    let phases = try walks.bring(.phases, "phase,order\n2025,1\n2026,2\n")
    #expect(Self.told(phases, .unstatedPhase).count == 1)
  }

  @Test("A comma in a list of coders is told, since it parts nobody")
  func coders() throws {
    let walks = try Walks.begun()
    let report = try walks.bring(
      .sources, "source,case,participant,coders\nn5,north,p1,\"ana, ben\"\nn6,north,p2,ana;ben\n")
    #expect(
      Self.told(report, .commaInCoder) == [
        "2: \"ana, ben\" is taken for one coder, since only a semicolon parts coders. If they are several, write a semicolon between them and import again."
      ])
  }

  @Test(
    "An organization that is written nearly like another is told",
    arguments: [
      ("club", true), ("Clubs", true), ("Club ", false), ("Club-", true), ("Pilots", false),
      ("Hut", false), ("Team A", false),
    ])
  func organizations(name: String, isTold: Bool) throws {
    let walks = try Walks.begun()
    let row = "r1,north,\(name),4\nr2,north,Team B,4\n"
    let survey = try walks.bring(.survey, "respondent,case,organization,wait\n" + row)
    #expect(Self.told(survey, .twinName).isEmpty == !isTold)
    let other = try Walks.begun()
    let invited = try other.bring(
      .invited, "case,organization,invited\nnorth,\(name),4\nnorth,Team B,5\n")
    #expect(Self.told(invited, .twinName).isEmpty == !isTold)
  }

  @Test("Answers that take the place of those from a file of another name are told")
  func replaced() throws {
    let walks = try Walks.begun()
    let head = "respondent,case,wait\n"
    try walks.bring(.survey, head + "r1,north,4\nr2,north,3\n")
    let same = try walks.bring(.survey, head + "r1,north,5\n")
    #expect(Self.told(same, .answersReplaced) == [])
    let other = try walks.bring(.survey, head + "r3,north,5\nr1,north,2\n") { $0.name = "b.csv" }
    #expect(
      Self.told(other, .answersReplaced) == [
        "3: one respondent's answers take the place of those from survey.csv, import 5. If other people answered, give them other tokens."
      ])
  }

  @Test("Facts of a case that are not what the framework has for them are told")
  func attributes() throws {
    let walks = try Walks()
    let report = try walks.bring(
      .cases, "case,name,terrain,walkers\na,A,Hills,12\nb,B,hill,many\nc,C,,\n")
    #expect(
      Self.told(report, .otherAttribute) == [
        "3: \"hill\" is not what the framework has for \"Terrain\", which is one of \"hills\", \"no\" or \"plain\". Correct it (did you mean \"hills\"?): it is printed under that name, and no rule that asks for it meets it."
      ])
    let year = CaseAttribute(id: "begun", name: "Year", kind: .year)
    #expect(["2020", "1998"].allSatisfy(year.allows))
    #expect(!["14.3.2020", "20", "about 2020", "20200"].contains(where: year.allows))
    let number = CaseAttribute(id: "size", name: "Size", kind: .number)
    #expect(["4", "4.5"].allSatisfy(number.allows))
    #expect(!["4,5", "some", "inf"].contains(where: number.allows))
  }

  @Test("Check names the organizations whose number of people invited is not stated")
  func invitedInPart() throws {
    let walks = try Walks.begun()
    try walks.bring(
      .survey,
      "respondent,case,organization,wait\nr1,north,Club,4\nr2,north,Harbour,3\nr3,north,,3\n")
    try walks.bring(.invited, "case,organization,invited\nnorth,Club,4\n")
    let found = try walks.study.check().findings.first { $0.kind == .invitedInPart }
    #expect(found?.places == ["north: no number for \"Harbour\", from where answers came"])
    try walks.bring(.invited, "case,organization,invited\nnorth,Harbour,2\n")
    #expect(try walks.study.check().findings.allSatisfy { $0.kind != .invitedInPart })
  }
}
