import Exchange
import StudyModel
import StudyStore
import StudyWorkflow
import TestSupport
import Testing

@Suite("An import is taken back whole, what it changed included")
struct UndoTests {
  @Test("Each layout leaves nothing behind")
  func nothingLeft() throws {
    let walks = try Walks()
    var states = [try walks.contents()]
    try walks.bring(.cases, "case,name\nnorth,North\n")
    states.append(try walks.contents())
    try walks.bring(.phases, "phase,order,season\none,1,spring\ntwo,2,autumn\n")
    states.append(try walks.contents())
    try walks.bring(.participants, "participant,case,organization\np1,north,Club\n")
    states.append(try walks.contents())
    try walks.place.write("n1.txt", Workplace.transcript)
    try walks.bring(.sources, "source,case,participant,phase,file\nn1,north,p1,one,n1.txt\n")
    states.append(try walks.contents())
    try walks.bring(
      .codings, "source,coder,code,text,mood\nn1,ana,pace.waiting,We always wait.,good\n")
    states.append(try walks.contents())
    try walks.bring(
      .adjudications,
      "source,start,end,code,decision,new code,by,at,reason\nn1,22,37,pace.waiting,change,pace.route,ana,2026-04-01,clear\n"
    )
    states.append(try walks.contents())
    try walks.bring(
      .survey, "respondent,case,organization,phase,wait,note\nr1,north,Hut,two,4,hm\n")
    states.append(try walks.contents())
    try walks.bring(.invited, "case,organization,phase,invited\nnorth,Club,three,4\n")
    states.append(try walks.contents())
    try walks.bring(.events, "case,date,event,kind\nnorth,2026-01,Start,meeting\n")
    states.append(try walks.contents())
    try walks.bring(
      .partners, "case,rater,ratee,question,value,phase\nnorth,Club,Hut,trust,3,four\n")
    for id in (1...10).reversed() {
      try walks.undo(Int64(id))
      let (now, then) = (try walks.contents(), states[id - 1])
      for table in now.keys { #expect(now[table] == then[table], "\(table) after undoing \(id)") }
    }
  }

  @Test("Cases that a second import changed")
  func changedCases() throws {
    let walks = try Walks.begun()
    let before = try walks.contents()
    try walks.bring(.cases, "case,name,terrain\nnorth,Far north,hills\neast,East,plain\n")
    #expect(
      try walks.file.read { try $0.cases().map(\.case.name) } == ["Far north", "South", "East"])
    try walks.undo(4)
    #expect(try walks.contents() == before)
  }

  @Test("Participants that went from one organization to another, the name kept for later")
  func organizations() throws {
    let walks = try Walks.begun()
    let before = try walks.contents()
    try walks.bring(.participants, "participant,case,organization,role\np2,north,Club,\n")
    try walks.bring(.cases, "case,name\neast,East\n")
    try walks.undo(5)
    try walks.undo(4)
    #expect(try walks.contents() == before)
  }

  @Test("Sources that went from one phase to another, the name kept for later")
  func phases() throws {
    let walks = try Walks.begun()
    try walks.bring(.sources, "source,case,participant,phase\nn3,south,p3,one\n")
    let before = try walks.contents()
    try walks.bring(.sources, "source,case,participant,phase\nn3,south,p3,two\n")
    try walks.bring(.cases, "case,name\neast,East\n")
    try walks.undo(6)
    try walks.undo(5)
    #expect(try walks.contents() == before)
  }

  @Test("Survey rows that a second import changed")
  func changedAnswers() throws {
    let walks = try Walks.begun()
    try walks.bring(
      .survey, "respondent,case,organization,wait\nr1,north,Club,1\nr2,north,Club,2\n")
    let before = try walks.contents()
    let report = try walks.bring(
      .survey,
      "respondent,case,organization,wait\nr1,north,Hut,5\nr2,north,Club,2\nr3,north,Club,3\n")
    #expect(report.entry.rowsChanged == 1)
    #expect(report.entry.rowsSkipped == 1)
    #expect(report.entry.rowsKept == 1)
    #expect(report.firstSkipped == 3)
    try walks.undo(5)
    #expect(try walks.contents() == before)
  }

  @Test("Two coders on one segment in two files, the first one taken back first")
  func sharedSegment() throws {
    let walks = try Walks.begun()
    let before = try walks.contents()
    try walks.bring(.codings, "source,coder,code,start,end\nn1,ana,pace.waiting,0,21\n")
    try walks.bring(.codings, "source,coder,code,start,end\nn1,ben,pace.waiting,0,21\n")
    try walks.undo(4)
    #expect(try walks.codings() == ["ben pace.waiting 0-21 We wait for the last."])
    try walks.undo(5)
    #expect(try walks.contents() == before)
  }

  @Test("A transcript that was replaced: segments moved and lost come back")
  func transcript() throws {
    let walks = try Walks.begun()
    try walks.bring(
      .codings,
      """
      source,coder,code,text
      n1,ana,pace.waiting,We wait for the last.
      n1,ben,pace.waiting,We wait for the last.
      n1,ana,pace.route,The way is known.

      """)
    try walks.bring(
      .adjudications,
      "source,start,end,code,decision,by,at,reason\nn1,38,55,pace.route,accept,eve,2026-04-01,yes\n"
    )
    let before = try walks.contents()
    try walks.place.write("n1.txt", "Well. We wait for the last. And so on. Everyone comes home.")
    let report = try walks.bring(.sources, Walks.sources)
    #expect(
      report.diagnostics.map(\.text) == [
        "sources.csv:2, column \"file\": warning: 1 coded segment was not found again, or found twice, in the new text (38–55). It stays on the old version; code it again in the new text. [SOURCES-006]"
      ])
    #expect(
      try walks.codings() == [
        "ana pace.route 38-55 The way is known.",
        "ana pace.waiting 6-27 We wait for the last.",
        "ben pace.waiting 6-27 We wait for the last.",
      ])
    try walks.undo(6)
    #expect(try walks.contents() == before)
  }

  @Test("A first transcript for a source that had none")
  func firstTranscript() throws {
    let walks = try Walks.begun()
    try walks.bring(.codings, "source,coder,code,start,end\nn2,ana,pace.waiting,0,5\n")
    let before = try walks.contents()
    try walks.place.write("n2.txt", "We wait.")
    try walks.bring(.sources, "source,case,participant,coders,file\nn2,north,p2,ana,n2.txt\n")
    try walks.undo(5)
    #expect(try walks.contents() == before)
  }
}

@Suite("An import on which another builds is not taken back")
struct UndoRefusalTests {
  @Test("Twice, and one that never was")
  func twice() throws {
    let walks = try Walks.begun()
    try walks.undo(3)
    #expect(
      try walks.refusal(3)
        == "Import 3 was taken back already, on 2026-04-15T10:00:00Z. Nothing is left to do.")
    #expect(try walks.refusal(9) == "There is no import 9. Name one of the list of imports.")
  }

  @Test("Cases with participants and sources")
  func cases() throws {
    let walks = try Walks.begun()
    #expect(
      try walks.refusal(1)
        == "Import 1 cannot be taken back: imports 3 and 2 build on it. Take them back first, in this order: 3, 2."
    )
    #expect(
      try walks.refusal(2)
        == "Import 2 cannot be taken back: import 3 builds on it. Take that one back first.")
  }

  @Test("Rows that a later import changed")
  func changed() throws {
    let walks = try Walks.begun()
    try walks.bring(.invited, "case,organization,invited\nsouth,Club,4\n")
    try walks.bring(.invited, "case,organization,invited\nsouth,Club,5\n")
    try walks.bring(.survey, "respondent,case,wait\nr1,south,4\n")
    try walks.bring(.survey, "respondent,case,wait\nr1,south,5\n")
    try walks.bring(.survey, "respondent,case,wait\nr1,south,3\n")
    #expect(
      try walks.refusal(4)
        == "Import 4 cannot be taken back: import 5 builds on it. Take that one back first.")
    #expect(
      try walks.refusal(6)
        == "Import 6 cannot be taken back: imports 8 and 7 build on it. Take them back first, in this order: 8, 7."
    )
    #expect(
      try walks.refusal(7)
        == "Import 7 cannot be taken back: import 8 builds on it. Take that one back first.")
    try walks.undo(8)
    #expect(try walks.refusal(7) == nil)
    #expect(try walks.refusal(6) == nil)
  }

  @Test("Sources that a later import moved to a case of this one")
  func moved() throws {
    let walks = try Walks.begun()
    try walks.bring(.cases, "case,name\neast,East\n")
    try walks.bring(.sources, "source,case,coders\nn2,east,ana\n")
    #expect(
      try walks.refusal(4)
        == "Import 4 cannot be taken back: import 5 builds on it. Take that one back first.")
  }

  @Test("Codings that lie in a newer transcript, or were found in this one")
  func transcripts() throws {
    let walks = try Walks.begun()
    try walks.bring(.codings, "source,coder,code,text\nn1,ana,pace.waiting,We wait for the last.\n")
    try walks.place.write("n1.txt", "Well. \(Workplace.transcript)")
    try walks.bring(.sources, Walks.sources)
    #expect(
      try walks.refusal(4)
        == "Import 4 cannot be taken back: import 5 builds on it. Take that one back first.")
    try walks.bring(.codings, "source,coder,code,text\nn1,ben,pace.waiting,We wait for the last.\n")
    #expect(
      try walks.refusal(5)
        == "Import 5 cannot be taken back: import 6 builds on it. Take that one back first.")
    try walks.undo(6)
    #expect(try walks.refusal(5) == nil)
    #expect(try walks.refusal(4) == nil)
  }

  @Test("Codings on which decisions were taken")
  func decisions() throws {
    let walks = try Walks.begun()
    try walks.bring(.codings, "source,coder,code,start,end\nn1,ana,pace.waiting,0,21\n")
    try walks.bring(
      .adjudications,
      "source,start,end,code,decision,by,at,reason\nn1,0,21,pace.waiting,accept,eve,2026-04-01,yes\n"
    )
    #expect(
      try walks.refusal(4)
        == "Import 4 cannot be taken back: import 5 builds on it. Take that one back first.")
  }

  @Test("Phases that answers belong to")
  func phases() throws {
    let walks = try Walks.begun()
    try walks.bring(.phases, "phase,order\none,1\n")
    try walks.bring(
      .partners, "case,rater,ratee,question,value,phase\nnorth,Club,Hut,trust,3,one\n")
    #expect(
      try walks.refusal(4)
        == "Import 4 cannot be taken back: import 5 builds on it. Take that one back first.")
  }
}
