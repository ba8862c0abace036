import Exchange
import Reports
import StudyModel
import StudyStore
import TestSupport
import Testing

@testable import StudyWorkflow

@Suite("What is published for others is remembered, and nothing goes out that tells of a few")
struct EditionTests {
  private typealias Walk = EditionWalk

  @Test("one late answer waits for nine more, and with them it goes out")
  func lateAnswer() throws {
    let walk = try Walk()
    let first = try walk.publish()
    #expect(first.id == 1)
    #expect(first.caseID == "north")
    try walk.answer(9...9, 1)
    #expect(
      try walk.refusal() == [
        "north: 1 respondent came since edition 1 (health report for the convenor, 2026-04-14); the two, held side by side, would tell what they said. Either wait for 9 more respondents, write a draft, or publish it all the same for a reason, which is kept with it."
      ])
    try walk.answer(10...17, 2)
    #expect(try walk.refusal().count == 1)
    try walk.answer(18...18, 2)
    #expect(try walk.refusal() == [])
    #expect(try walk.editions().map(\.id) == [1, 2])
  }

  @Test("the same people again are the same edition, in all formats and on any day")
  func same() throws {
    let walk = try Walk()
    let first = try walk.publish()
    #expect(try walk.publish() == first)
    #expect(try walk.editions().count == 1)
  }

  @Test("one list serves all eyes: a member of the working group may hold the convenor's page")
  func allEyes() throws {
    let walk = try Walk()
    try walk.publish(Walk.Report(.comparison, for: .workingGroup))
    try walk.answer(9...10)
    let said = try walk.refusal()
    #expect(said.count == 1)
    #expect(said.first?.contains("edition 1 (comparison for the working group") == true)
    #expect(said.first?.contains("wait for 8 more respondents") == true)
  }

  @Test("who answers anew with other answers went and came")
  func otherAnswers() throws {
    let walk = try Walk()
    try walk.publish()
    try walk.answer(3...3, 2)
    let said = try walk.refusal()
    #expect(
      said == [
        "north, on \"pace\": what 1 respondent said counts otherwise since edition 1 (health report for the convenor, 2026-04-14); the two, held side by side, would tell what they said. No waiting mends that: write a draft, or publish it all the same for a reason, which is kept with it."
      ])
  }

  @Test("taking an import back keeps the editions, and the same file again is the same people")
  func undo() throws {
    let walk = try Walk()
    try walk.answer(20...22)
    let first = try walk.publish()
    try walk.walks.undo(5)
    #expect(try walk.editions().count == 1)
    #expect(
      try walk.refusal().first?.hasPrefix("north: 3 respondents went since edition 1") == true)
    try walk.answer(20...22)
    #expect(try walk.publish() == first)
  }

  @Test("a reason lets it out, is kept, and the next edition stands beside both")
  func republished() throws {
    let walk = try Walk()
    try walk.publish()
    try walk.answer(9...9)
    let again = try walk.publish(for: "the board asked")
    #expect(again.republished == "the board asked")
    #expect(try walk.publish() == again)
    try walk.answer(10...18)
    // Ten since the first, nine since the second.
    #expect(try walk.refusal().first?.contains("9 respondents came since edition 2") == true)
    try walk.answer(19...19)
    #expect(try walk.refusal() == [])
  }

  @Test("a reason given for one report lets out no other")
  func oneReport() throws {
    let walk = try Walk()
    let group = Walk.Report(.comparison, for: .workingGroup)
    try walk.publish(group)
    try walk.answer(9...9)
    try walk.publish(for: "for the convenor")
    #expect(try walk.refusal(group).first?.contains("1 respondent came since edition 1") == true)
  }

  @Test("the same answers in other organizations weigh otherwise, and do not go out")
  func otherWeights() throws {
    let walk = try Walk(respondents: 12)
    try walk.publish()
    try walk.walks.undo(4)
    try walk.answer(1...1, of: "Club")
    try walk.answer(2...2, of: "Hut")
    try walk.answer(3...12, of: "Barn")
    #expect(
      try walk.refusal().first?.contains(
        "what 12 respondents said counts otherwise since edition 1")
        == true)
  }

  @Test("a second interview with somebody is somebody else's until five have one")
  func secondInterview() throws {
    let walk = try Walk()
    let people = (1...6).map { "q\($0),north,Club,\n" }.joined()
    try walk.walks.bring(.participants, "participant,case,organization,role\n" + people)
    func interview(_ numbers: ClosedRange<Int>, _ name: String) throws {
      let rows = numbers.map { "\(name)\($0),north,q\($0),ana;ben,ana;ben,interview\n" }.joined()
      try walk.walks.bring(.sources, "source,case,participant,coders,read,kind\n" + rows)
    }
    try interview(1...6, "a")
    let codings = (1...6).flatMap { person in
      ["ana", "ben"].map { "a\(person),\($0),pace.waiting,0,5\n" }
    }.joined()
    try walk.walks.bring(.codings, "source,coder,code,start,end\n" + codings)
    func methods(_ hash: String) -> Walk.Report {
      Walk.Report(.methods, for: .workingGroup, hash: hash)
    }
    try walk.publish(methods("before"))
    try interview(1...1, "b")
    #expect(try walk.refusal(methods("after")).first?.contains("1 interviewee") == true)
  }

  @Test("the same page is the same edition, and who came since is not kept with it unjudged")
  func samePage() throws {
    let walk = try Walk()
    let page = Walk.Report(.methods, for: .workingGroup, hash: "page")
    let first = try walk.publish(page)
    try walk.answer(9...9)
    #expect(try walk.publish(page) == first)
    #expect(try walk.editions().count == 1)
    #expect(try walk.refusal().first?.contains("1 respondent came since edition 1") == true)
  }

  @Test("a reason that was not needed is not kept")
  func needless() throws {
    let walk = try Walk()
    #expect(try walk.publish(for: "to be sure").republished == nil)
  }

  @Test("drafts and the researcher's reports are no editions")
  func drafts() throws {
    let walk = try Walk()
    for (audience, publication) in [
      (Audience.convenor, Publication.draft), (.researcher, .edition),
    ] {
      let request = try ReportRequest(
        .health(caseID: "north"), for: audience, as: publication, time: "2026-04-14T10:00:00Z")
      let report = try walk.study.report(request, home: CodedStudy.home())
      #expect(report.edition == nil)
    }
    #expect(try walk.editions().isEmpty)
  }

  @Test("what was hidden was not published, so nothing can be held beside it")
  func hidden() throws {
    let walk = try Walk(respondents: 3)
    try walk.publish()
    try walk.answer(4...6)
    #expect(try walk.refusal() == [])
  }

  @Test("a page of another case tells nothing of this one")
  func otherCase() throws {
    let walk = try Walk()
    try walk.publish(Walk.Report(.health, for: .convenor, caseID: "south"))
    try walk.answer(9...9)
    #expect(try walk.refusal() == [])
  }

  @Test("interviews of which nothing was told can become more")
  func interviewee() throws {
    let walk = try Walk()
    try walk.publish()
    try walk.walks.bring(
      .participants, "participant,case,organization,role\np4,north,Hut,participant\n")
    try walk.walks.bring(.sources, "source,case,participant\nn4,north,p4\n")
    #expect(try walk.refusal() == [])
  }

  @Test("a report on a phase and those before rests on their people alone")
  func phases() throws {
    let walk = try Walk()
    let walks = walk.walks
    try walks.undo(4)
    try walk.answer(1...8, phase: "one")
    // Others, so that nobody is in a pair.
    try walk.answer(1...8, 2, phase: "two", named: "x")
    try walk.publish(Walk.Report(.health, for: .convenor, caseID: "north", phase: "one"))
    try walk.answer(9...9, 2, phase: "two", named: "x")
    #expect(
      try walk.refusal(
        Walk.Report(.health, for: .convenor, caseID: "north", phase: "one")) == [])
    try walk.publish()
    try walk.answer(10...10, 2, phase: "two", named: "x")
    #expect(try walk.refusal().first?.hasPrefix("north, two: 1 respondent came") == true)
    #expect(
      try walk.refusal(
        Walk.Report(.health, for: .convenor, caseID: "north", phase: "one")) == [])
  }

  @Test("who is behind nothing shown neither comes nor goes")
  func behindNothing() throws {
    let walk = try Walk()
    try walk.walks.undo(4)
    try walk.answer(1...8, phase: "one")
    try walk.answer(1...8, phase: "two")
    let first = try walk.publish()
    // Of a ninth, who is in no pair, no figure tells: the page is the same, hash and all.
    try walk.answer(9...9, phase: "two")
    #expect(try walk.refusal() == [])
    #expect(try walk.publish().studyHash == first.studyHash)
  }

  @Test("a second round leaves what was published of the first on the people it was published on")
  func secondRound() throws {
    let walk = try Walk()
    try walk.walks.undo(4)
    try walk.answer(1...8, phase: "one")
    try walk.publish()
    // One does not answer again, two are new.
    try walk.answer(2...10, phase: "two")
    #expect(try walk.refusal() == [])
    let seen = try walk.study.results(for: .convenor(of: "north")).seen()
    let answers = seen.input.scores.map { $0.construct("pace.waiting")?.survey.figure?.n }
    #expect(answers == [8, 9, nil])
    let change = seen.input.scores.compactMap(\.change).flatMap(\.constructs)
      .first { $0.id == "pace.waiting" }?.survey.figure
    #expect(change?.pairing != .respondents, "the eighth of the first round would follow")
    #expect(try walk.publish().id == 2)
  }

  @Test("other names for all tokens hide nobody: one new answer is refused, none and ten go out")
  func otherTokens() throws {
    let walk = try Walk()
    try walk.publish()
    try walk.walks.undo(4)
    try walk.answer(1...8, named: "x")
    #expect(try walk.refusal() == [], "the same answers tell nothing new")
    try walk.walks.undo(5)
    try walk.answer(1...9, named: "y")
    #expect(
      try walk.refusal().first?.hasPrefix(
        "north, on \"pace\": 1 respondent came since edition 1 (health report for the convenor, 2026-04-14) (the others said the same under other names);"
      ) == true)
    try walk.answer(10...18, named: "y")
    #expect(try walk.refusal() == [])
  }

  @Test("another name for a phase hides nobody, and a second round beside the first goes out")
  func otherPhase() throws {
    let walk = try Walk()
    try walk.walks.undo(4)
    try walk.answer(1...8, phase: "one")
    try walk.publish()
    try walk.walks.undo(5)
    try walk.answer(1...9, phase: "1")
    #expect(try walk.refusal().first?.contains("under other names, as north, one)") == true)
    try walk.walks.undo(6)
    try walk.answer(1...8, phase: "one")
    // The same once more and one new answer, in a phase beside the first: a later state of the file.
    try walk.answer(1...9, phase: "two", named: "x")
    #expect(try walk.refusal().first?.contains("under other names, as north, one)") == true)
    // Other people, who answer otherwise, are a round of their own.
    try walk.walks.undo(8)
    try walk.answer(1...9, 3, phase: "two", named: "x")
    #expect(try walk.refusal() == [])
  }

  @Test("other names for organizations hide nobody")
  func otherOrganizations() throws {
    let walk = try Walk()
    try walk.publish()
    try walk.walks.undo(4)
    try walk.answer(1...9, of: "Hut")
    #expect(try walk.refusal().first?.contains("1 respondent came since edition 1") == true)
  }

  @Test("what an interviewee says without a weight is behind the word that it makes")
  func withoutWeight() throws {
    let walk = try Walk()
    let people = (11...15).map { "q\($0),north,Hut,participant\n" }.joined()
    try walk.walks.bring(.participants, "participant,case,organization,role\n" + people)
    let sources = (11...15).map { "s\($0),north,q\($0)\n" }.joined()
    try walk.walks.bring(.sources, "source,case,participant\n" + sources)
    func code(_ numbers: ClosedRange<Int>) throws {
      let rows = numbers.map { "s\($0),ana,pace.waiting,0,5\n" }.joined()
      try walk.walks.bring(.codings, "source,coder,code,start,end\n" + rows)
    }
    try code(11...12)
    try walk.publish()
    try code(13...13)
    let said = try walk.refusal()
    #expect(said.count == 1)
    #expect(
      said.first?.contains("what 1 interviewee said counts otherwise since edition 1") == true)
  }

  @Test("the hash of a page needs the study's secret, and is of what the page may show")
  func pageHash() throws {
    let (walk, other) = (try Walk(), try Walk())
    func hash(_ walk: Walk) throws -> String {
      try #require(
        try walk.study.results(for: .convenor(of: "north")).seen().signedHealth(
          of: "north", on: "2026-04-14"
        ).hash)
    }
    let first = try hash(walk)
    #expect(first.count == 64)
    #expect(try walk.study.contentHash() == other.study.contentHash())
    #expect(try first != hash(other))
    #expect(try walk.publish().studyHash == first)
    // What another case answers is hidden from this one's convenor, and so is what few answer anywhere.
    let content = try walk.study.contentHash()
    try walk.walks.bring(
      .survey, "respondent,case,organization,wait\n" + (1...3).map { "s\($0),south,,4\n" }.joined())
    #expect(try walk.study.contentHash() != content)
    #expect(try hash(walk) == first)
    try walk.answer(9...9)
    #expect(try hash(walk) != first)
  }
}
