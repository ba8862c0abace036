import Exchange
import StudyModel
import StudyStore
import TestSupport
import Testing

@testable import StudyWorkflow

@Suite("What a transcript lost is looked for again in later versions")
struct LostSegmentTests {
  private func bring(_ text: String, _ walks: Walks) throws {
    try walks.place.write("n1.txt", text)
    try walks.bring(.sources, Walks.sources)
  }

  /// Two coders on two passages, both decided on: imports 4 and 5.
  private func coded() throws -> Walks {
    let walks = try Walks.begun()
    try walks.bring(
      .codings,
      """
      source,coder,code,start,end
      n1,ana,pace.waiting,0,21
      n1,ben,pace.waiting,0,21
      n1,ana,pace.route,38,55

      """)
    try walks.bring(
      .adjudications,
      """
      source,start,end,code,decision,by,at,reason
      n1,0,21,pace.waiting,reject,eve,2026-04-01,no
      n1,38,55,pace.route,accept,eve,2026-04-01,yes

      """)
    return walks
  }

  /// The units that stand, as text.
  private func standing(_ walks: Walks) throws -> [String] {
    try walks.file.read { reader in
      var units: [String] = []
      try reader.forEachCodedSource { coded in
        for unit in Consensus(of: coded).units(under: .majority) where unit.stands {
          units.append("\(unit.code) \(unit.span.start)-\(unit.span.end)")
        }
      }
      return units.sorted()
    }
  }

  @Test("Words that are back in the third version are moved there, with their decision")
  func third() throws {
    let walks = try coded()
    let first = try walks.contents()
    try bring("Everyone comes home.", walks)
    #expect(try walks.codings().contains("ana pace.waiting 0-21 We wait for the last."))
    #expect(
      try standing(walks) == ["pace.route 38-55"],
      "what was rejected stays rejected, what was accepted stays accepted")
    let second = try walks.contents()
    try bring("Now. We wait for the last. Everyone comes home.", walks)
    #expect(
      try walks.codings() == [
        "ana pace.route 38-55 The way is known.",
        "ana pace.waiting 5-26 We wait for the last.",
        "ben pace.waiting 5-26 We wait for the last.",
      ])
    #expect(try walks.file.read { try $0.segmentsOfOldVersions() }.map(\.span.start) == [38])
    #expect(
      try walks.file.read { try $0.decisions() }.map(\.decision.span)
        == [Span(start: 5, end: 26), Span(start: 38, end: 55)])
    #expect(try standing(walks) == ["pace.route 38-55"])
    try walks.undo(7)
    #expect(try walks.contents() == second)
    try walks.undo(6)
    #expect(try walks.contents() == first)
  }

  @Test("A place where somebody coded anew is left to that coding")
  func taken() throws {
    let walks = try coded()
    // Found twice, and nothing around tells which.
    try bring("X We wait for the last.|We wait for the last.", walks)
    try walks.bring(.codings, "source,coder,code,start,end\nn1,ana,pace.route,2,23\n")
    try bring("X We wait for the last.", walks)
    #expect(
      try walks.codings() == [
        "ana pace.route 2-23 We wait for the last.", "ana pace.route 38-55 The way is known.",
        "ana pace.waiting 0-21 We wait for the last.",
        "ben pace.waiting 0-21 We wait for the last.",
      ])
  }

  @Test("Codings of the versions between move along")
  func codedAnew() throws {
    let walks = try coded()
    try bring("We wait. Everyone comes home.", walks)
    try walks.bring(.codings, "source,coder,code,start,end\nn1,ana,pace.waiting,0,8\n")
    try bring("We wait. The way is known. Everyone comes home.", walks)
    try bring("We wait. The way is known. We wait for the last.", walks)
    #expect(
      try walks.codings() == [
        "ana pace.route 9-26 The way is known.", "ana pace.waiting 0-8 We wait.",
        "ana pace.waiting 27-48 We wait for the last.",
        "ben pace.waiting 27-48 We wait for the last.",
      ])
  }

  @Test("A source is counted once, and the log has the decisions on its older version")
  func once() throws {
    let walks = try coded()
    try bring("Everyone comes home.", walks)
    let study = try Study(file: walks.file)
    let score = try #require(
      try study.evidence().scores().first)
    #expect(score.caseID == "north")
    let cover = try #require(score.codingCover.value)
    #expect([cover.none, cover.one, cover.two, cover.more] == [0, 1, 1, 0])
    let log = try study.decisionLog()
    #expect(log.entries.map(\.record.standing) == [.stands, .stands])
  }

  @Test("A transcript under decisions is not taken back alone")
  func refusal() throws {
    let walks = try coded()
    try bring("We wait for the last. Everyone comes home.", walks)
    try walks.bring(
      .adjudications,
      "source,start,end,code,decision,by,at,reason\nn1,22,42,gain,accept,eve,2026-04-02,yes\n")
    #expect(
      try walks.refusal(6)
        == "Import 6 cannot be taken back: import 7 builds on it. Take that one back first.")
  }
}
