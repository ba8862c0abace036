import Exchange
import FileFormats
import StudyModel
import StudyStore
import StudyWorkflow
import TestSupport
import Testing

@Suite("Importing brings in what the file says, once")
struct ImportTests {
  @Test("The same file twice is recognized, until another has changed what it brought")
  func again() throws {
    let walks = try Walks()
    let first = "case,name\nnorth,North\n"
    let report = try walks.bring(.cases, first)
    #expect(report.entry.digest == SHA256.hexadecimal(first))
    #expect(report.entry.bytes == first.utf8.count)
    #expect(report.entry.toolVersion == toolVersion)
    let before = try walks.contents()
    #expect(try walks.tried(.cases, first).ending == .known(1, at: "2026-04-14T10:00:00Z"))
    #expect(try walks.contents() == before)
    #expect(try walks.file.read { try $0.imports().count } == 1)
    try walks.bring(.cases, "case,name\nnorth,Far north\n")
    #expect(try walks.bring(.cases, first).entry.rowsChanged == 1)
    #expect(try walks.file.read { try $0.cases().map(\.case.name) } == ["North"])
    // Taken back, it may come in again.
    try walks.undo(3)
    try walks.undo(2)
    try walks.undo(1)
    #expect(try walks.bring(.cases, first).entry.id == 4)
  }

  @Test("Good rows of the same file twice are recognized, and what is wrong is said again")
  func goodAgain() throws {
    let walks = try Walks()
    let text = "case,name\nnorth,North\n,South\n"
    let first = try walks.tried(.cases, text) { $0.options.keepGood = true }
    #expect(first.ending == .importedGood)
    let second = try walks.tried(.cases, text) { $0.options.keepGood = true }
    #expect(second.ending == .known(1, at: "2026-04-14T10:00:00Z"))
    #expect(second.diagnostics.count == 1)
    #expect(try walks.file.read { try $0.imports().count } == 1)
  }

  @Test("A list of sources is read again when a transcript is another")
  func transcripts() throws {
    let walks = try Walks.begun()
    #expect(
      try walks.tried(.sources, Walks.sources).ending == .known(3, at: "2026-04-14T10:00:00Z"))
    try walks.place.write("n1.txt", "Well. \(Workplace.transcript)")
    let report = try walks.bring(.sources, Walks.sources)
    #expect(report.entry.rowsChanged == 1)
    #expect(report.entry.rowsSkipped == 1)
  }

  @Test("A respondent twice is refused also where an earlier import brought the first answers")
  func twice() throws {
    let walks = try Walks.begun()
    try walks.bring(.survey, "respondent,case,wait\nr1,north,1\nr2,north,2\n")
    let report = try walks.tried(
      .survey, "respondent,case,wait\nr2,north,2\nr1,north,3\nr1,north,4\nr2,north,5\n")
    #expect(report.ending == .refused)
    #expect(
      report.diagnostics.map(\.text) == [
        "survey.csv:4, column \"respondent\": error: the same respondent answers in row 3, in the same case and phase. Either remove one of the two rows or give one another respondent. [SURVEY-005]",
        "survey.csv:5, column \"respondent\": error: the same respondent answers in row 2, in the same case and phase. Either remove one of the two rows or give one another respondent. [SURVEY-005]",
      ])
  }

  @Test("The kinds of missing answers, and columns kept as text")
  func answers() throws {
    let walks = try Walks.begun()
    let report = try walks.bring(
      .survey,
      """
      Respondent;CASE;gain.fitness.1;gain.fitness.2;wait;remark
      r1;north;5; ;n/a;"a; b"
      r2;north;Refused;not asked;01;

      """)
    #expect(report.keptColumns == ["remark"])
    #expect(report.counts["responses"] == 2)
    let answers = try walks.file.read { reader in
      var answers: [[Int8]] = []
      try reader.forEachResponse { answers.append(Array($0.answers)) }
      return answers
    }
    #expect(
      answers == [
        [5, Answer.notAnswered, Answer.notApplicable],
        [Answer.refused, Answer.notAsked, 1],
      ])
    #expect(try walks.texts("SELECT text FROM keptText") == ["a; b"])
  }

  @Test("Attributes are further columns, in the order of the file")
  func attributes() throws {
    let walks = try Walks.begun()
    let north = try #require(try walks.file.read { try $0.cases().first })
    #expect(north.case.attributes == [Attribute(name: "terrain", value: "hills")])
  }

  @Test("The same mistake is told once, with the number of its rows; every row is rejected")
  func alike() throws {
    let walks = try Walks.begun()
    let rows = (1...1200).map { "r\($0),nowhere,3" }.joined(separator: "\n")
    let report = try walks.tried(.survey, "respondent,case,wait\n\(rows)\nr,noth,3\n")
    #expect(
      report.diagnostics.map(\.text) == [
        "survey.csv:2, column \"case\": error: there is no case \"nowhere\" in the study (and 1,199 more rows). Either correct it or import the case first. [CASES-002]",
        "survey.csv:1202, column \"case\": error: there is no case \"noth\" in the study. Either correct it (did you mean \"north\"?) or import the case first. [CASES-002]",
      ])
    #expect(report.entry.rowsRejected == 1201)
    #expect(report.rejects?.count == 1201)
  }

  @Test("More than a thousand different messages are counted")
  func many() throws {
    let walks = try Walks.begun()
    let rows = (1...1200).map { "r\($0),nowhere \($0),3" }.joined(separator: "\n")
    let report = try walks.tried(.survey, "respondent,case,wait\n\(rows)\n")
    #expect(report.diagnostics.count == 1001)
    #expect(
      report.diagnostics.last?.text
        == "survey.csv: note: 200 more messages are not shown. Mend what is shown first. [CSV-021]")
    #expect(report.entry.rowsRejected == 1200)
  }
}

@Suite("Codings come in with or without places, sources and transcripts")
struct CodingImportTests {
  @Test("Places are found by the words, across line breaks and beyond ASCII")
  func words() throws {
    let walks = try Walks.begun()
    try walks.place.write("n3.txt", "\u{FEFF}Grüße 👋\r\nwir warten\r\nauf alle.\r\n")
    try walks.bring(.sources, "source,case,participant,file\nn3,south,p3,n3.txt\n")
    try walks.bring(
      .codings,
      "source,coder,code,text\r\nn3,ana,pace.waiting,\"wir warten\r\nauf alle.\"\r\nn3,ana,gain,👋\r\n"
    )
    #expect(
      try walks.codings() == ["ana gain 6-7 👋", "ana pace.waiting 8-28 wir warten\r\nauf alle."])
  }

  @Test("Words that differ in white space alone are the same")
  func space() throws {
    let walks = try Walks.begun()
    try walks.bring(
      .codings, "source,coder,code,start,end,text\nn1,ana,gain,0,21,We  wait for\tthe last. \n")
    #expect(try walks.codings().count == 1)
  }

  @Test("Without a sources file the rows say whose the sources are")
  func noSources() throws {
    let walks = try Walks.begun()
    try walks.bring(
      .codings,
      """
      source,coder,code,start,end,case,participant,phase
      x1,ana,pace.waiting,0,5,south,p3,one
      x1,ben,pace.waiting,0,5,south,p3,one
      x2,ana,pace.waiting,0,5,south,p9,one
      x3,ana,pace.waiting,0,5,south,,one
      x4,ana,pace.waiting,0,5,*,,

      """)
    let sources = try walks.file.read { try $0.sources() }.suffix(4)
    #expect(
      Array(sources) == [
        Source(id: "x1", caseID: "south", participant: "p3", phase: "one", kind: .interview),
        Source(id: "x2", caseID: "south", participant: "p9", phase: "one", kind: .interview),
        Source(id: "x3", caseID: "south", phase: "one", kind: .unstated),
        Source(id: "x4", caseID: nil, kind: .unstated),
      ])
    #expect(try walks.file.read { try $0.participants().map(\.id) } == ["p1", "p2", "p3", "p9"])
  }

  @Test("Sources that say neither what they are nor who speaks are counted, and may say it later")
  func noKind() throws {
    let walks = try Walks.begun()
    let codings = try walks.bring(
      .codings,
      "source,coder,code,start,end,case\nx1,ana,gain,0,5,south\nx1,ana,pace,9,12,south\nx2,ana,gain,0,5,*\n"
    )
    let told = try #require(codings.diagnostics.first { $0.code == .kindNotStated })
    #expect(told.severity == .warning && told.place.row == 2)
    #expect(
      told.message == "2 sources, this row's the first, have neither a kind nor a participant")
    let check = try walks.study.check().findings.first { $0.kind == .withoutKind }
    #expect(check?.places == ["x1", "x2"])
    let sources = try walks.bring(
      .sources, "source,case,kind\nx1,south,document\nx2,*,\nx3,south,observation\n")
    #expect(
      sources.diagnostics.filter { $0.code == .kindNotStated }.map(\.message)
        == ["one source has neither a kind nor a participant"])
    let kinds = try walks.file.read { try $0.sources() }.suffix(3).map(\.kind)
    #expect(Array(kinds) == [.document, .unstated, .observation])
  }

  @Test("A source for the whole set has no interviewee")
  func wholeSet() throws {
    let walks = try Walks.begun()
    let report = try walks.tried(
      .codings, "source,coder,code,start,end,case,participant\nx4,ana,gain,0,5,*,p1\n")
    #expect(
      report.diagnostics.map(\.text) == [
        "codings.csv:2, column \"participant\": error: a source for the whole set has no interviewee. Either name the interviewee's case or leave the participant empty. [SOURCES-001]"
      ])
  }

  @Test("One source in two cases")
  func twoCases() throws {
    let walks = try Walks.begun()
    let report = try walks.tried(
      .codings, "source,coder,code,start,end,case\nx1,ana,gain,0,5,south\nx1,ana,gain,9,12,north\n")
    #expect(
      report.diagnostics.filter { $0.severity == .error }.map(\.text) == [
        "codings.csv:3, column \"case\": error: source \"x1\" belongs to case \"south\", not to \"north\". Either correct the case or give the other case's source another id. [CODINGS-012]"
      ])
  }

  @Test("Options stand in for columns that the file does not have")
  func standIns() throws {
    let walks = try Walks.begun()
    try walks.bring(.codings, "source,code,start,end\nx1,gain,0,5\n") {
      ($0.options.coder, $0.options.caseID, $0.options.phase) = ("eve", "south", "one")
    }
    #expect(try walks.codings() == ["eve gain 0-5 "])
    #expect(
      try walks.file.read { try $0.sources().last }
        == Source(id: "x1", caseID: "south", phase: "one", kind: .unstated))
    #expect(
      try walks.texts("SELECT options FROM import WHERE id = 4")
        == [#"{"case":"south","coder":"eve","phase":"one"}"#])
    try walks.bring(.survey, "respondent,wait\nr1,4\n") {
      ($0.options.caseID, $0.options.phase) = ("south", "one")
    }
    #expect(try walks.file.read { try $0.phases().map(\.value.name) } == ["one"])
  }

  @Test("A corrected weight says which import has the first one")
  func conflict() throws {
    let walks = try Walks.begun()
    try walks.bring(.codings, "source,coder,code,start,end,weight\nn1,ana,gain,0,5,3\n")
    let report = try walks.tried(
      .codings, "source,coder,code,start,end,weight\nn1,ana,gain,0,5,2\n")
    #expect(
      report.diagnostics.map(\.text) == [
        "codings.csv:2, column \"weight\": error: \"ana\" has \"gain\" on 0 to 5 of \"n1\" already, with weight 3, no valence (import 4, row 2), and a coder codes a span once. Either remove this row, or, if the whole source was coded anew, let all earlier codings of it give way, or take import 4 back first. [CODINGS-011]"
      ])
  }

  @Test("Codes that the framework does not know are kept, with a warning each")
  func unmapped() throws {
    let walks = try Walks.begun()
    let text = """
      source,coder,code,start,end
      n1,ana,pace.waitin,0,5
      n1,ben,pace.waitin,0,5
      n1,ana,weather,0,5
      n1,ana,Waits,0,5
      n1,ana,gain.fitness.desired,0,5

      """
    let warnings = [
      "codings.csv:2, column \"code\": warning: code \"pace.waitin\" (2 codings) is not in \"small\" and counts for no construct. Either correct it (did you mean \"pace.waiting\"?) or leave it unmapped. Take import 4 back before. [CODINGS-008]",
      "codings.csv:4, column \"code\": warning: code \"weather\" (1 coding) is not in \"small\" and counts for no construct. Either map it to a construct in the framework or leave it unmapped. [CODINGS-008]",
    ]
    let before = try walks.contents()
    let strict = try walks.tried(.codings, text) { $0.options.strict = true }
    #expect(strict.ending == .refused)
    #expect(!strict.isGood)
    // Nothing came in, so there is nothing to take back.
    let errors = warnings.map {
      $0.replacing("warning", with: "error").replacing(" Take import 4 back before.", with: "")
    }
    #expect(strict.diagnostics.map(\.text) == errors)
    #expect(try walks.contents() == before)
    let dry = try walks.tried(.codings, text) {
      ($0.options.strict, $0.isDryRun) = (true, true)
    }
    #expect(dry.ending == .tried)
    #expect(!dry.isGood)
    let report = try walks.bring(.codings, text)
    #expect(report.diagnostics.map(\.text) == warnings)
    #expect(report.counts["codings"] == 5)
    #expect(report.counts["segments"] == 1)
  }

  @Test(
    "Decisions with unknown codes or without a reason are warned of, and known ones passed over")
  func decisions() throws {
    let walks = try Walks.begun()
    let header = "source,start,end,code,decision,new code,by,at,reason\n"
    let row = "n1,0,21,pace.waiting,change,pace.rout,eve,2026-04-01,\n"
    let report = try walks.bring(.adjudications, header + row)
    #expect(
      report.diagnostics.map(\.text) == [
        "adjudications.csv:2, column \"reason\": warning: the decision has no reason. Say why, so that others can follow it. [ADJUDICATIONS-005]",
        "adjudications.csv:2, column \"new code\": warning: code \"pace.rout\" is not in \"small\" and counts for no construct. Either correct it (did you mean \"pace.route\"?) or leave it unmapped. Take import 4 back before. [CODINGS-008]",
      ])
    let more = try walks.bring(
      .adjudications, header + row + "n1,0,21,pace.waiting,reject,,eve,2026-04-02,no\n")
    #expect(more.entry.rowsSkipped == 1)
    #expect(more.entry.rowsKept == 1)
  }
}

@Suite("A transcript that comes in again finds its codings by their words and surroundings")
struct TranscriptVersionTests {
  private static let header = "source,coder,code,start,end\n"

  @Test("Of two equal passages each finds its own")
  func context() throws {
    let walks = try Walks.begun()
    try walks.place.write("n1.txt", "Ben: yes. Then rain. Ann: yes. Then sun.")
    try walks.bring(.sources, Walks.sources)
    try walks.bring(
      .codings, Self.header + "n1,ana,pace.waiting,5,9\nn1,ana,pace.route,26,30\n")
    try walks.place.write("n1.txt", "Well. Ben: yes. Then rain. And Ann: yes. Then sun.")
    let report = try walks.bring(.sources, Walks.sources)
    #expect(report.diagnostics.isEmpty)
    #expect(
      try walks.codings() == ["ana pace.route 36-40 yes.", "ana pace.waiting 11-15 yes."])
  }

  @Test("Two passages of which one is left are both lost, not laid on each other")
  func merged() throws {
    let walks = try Walks.begun()
    try walks.place.write("n1.txt", "Yes. No. Yes.")
    try walks.bring(.sources, Walks.sources)
    try walks.bring(.codings, Self.header + "n1,ana,pace.waiting,0,4\nn1,ana,pace.waiting,9,13\n")
    try walks.place.write("n1.txt", "Yes.")
    let report = try walks.bring(.sources, Walks.sources)
    #expect(
      report.diagnostics.map(\.text) == [
        "sources.csv:2, column \"file\": warning: 2 coded segments were not found again, or found twice, in the new text (0–4, 9–13). They stay on the old version; code them again in the new text. [SOURCES-006]"
      ])
    #expect(
      try walks.codings() == ["ana pace.waiting 0-4 Yes.", "ana pace.waiting 9-13 Yes."])
  }

  @Test("Decisions move with the words of their units")
  func decisions() throws {
    let walks = try Walks.begun()
    try walks.bring(.codings, Self.header + "n1,ana,pace.waiting,0,21\n")
    try walks.bring(
      .adjudications,
      "source,start,end,code,decision,new start,by,at,reason\nn1,0,21,pace.waiting,change,3,eve,2026-04-01,only that\n"
    )
    try walks.place.write("n1.txt", "Well. \(Workplace.transcript)")
    try walks.bring(.sources, Walks.sources)
    let decisions = try walks.texts(
      "SELECT start || ' ' || end || ' ' || newStart FROM adjudication")
    #expect(decisions == ["6 27 9"])
  }

  @Test("Codings made before the transcript stay where they are")
  func first() throws {
    let walks = try Walks.begun()
    try walks.bring(.codings, "source,coder,code,start,end,text\nn2,ana,gain,3,7,wait\n")
    try walks.place.write("n2.txt", "We wait.")
    let report = try walks.bring(
      .sources, "source,case,participant,coders,file\nn2,north,p2,ana,n2.txt\n")
    #expect(report.entry.rowsChanged == 1)
    #expect(try walks.codings() == ["ana gain 3-7 wait"])
  }
}

extension SHA256 {
  fileprivate static func hexadecimal(_ text: String) -> String {
    var hash = SHA256()
    hash.update(Array(text.utf8))
    return hash.hexadecimal
  }
}
