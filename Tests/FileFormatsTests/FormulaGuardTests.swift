import Testing

@testable import FileFormats

@Suite("The guard against formulas")
struct FormulaGuardTests {
  @Test(
    "What a spreadsheet would run gets an apostrophe",
    arguments: [
      "=1+1", "+49 30 1234", "-a", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "'=1", "''-x",
      "\u{FF1D}1", "\u{A0}=1", "\u{FEFF}+x", "-", "+", "-1-1", "-1e", "--1", "-1.2.3",
    ])
  func guarded(text: String) { #expect(FormulaGuard.guarded(text) == "'" + text) }

  @Test(
    "Words and numbers stay as they are",
    arguments: [
      "", "a", "a=b", "1-2", "'", "'quoted'", "-1", "+1", "-1.5", "-1e-7", "+0.25E10", "12",
      "\u{FF0C}",
      "\u{E9}=", "'a=1",
    ])
  func plain(text: String) { #expect(FormulaGuard.guarded(text) == text) }

  @Test("Whatever was guarded comes back unchanged", arguments: 0..<50)
  func roundTrip(seed: Int) {
    var random = SmallRandom(state: UInt64(seed) &+ 17)
    let parts = [
      "'", "=", "+", "-", "@", " ", "\t", "\n", "\u{A0}", "\u{FEFF}", "\u{FF0B}", "1", "a", ".",
      "e",
    ]
    for _ in 0..<200 {
      let text = (0..<Int.random(in: 0...6, using: &random))
        .map { _ in parts[Int.random(in: 0..<parts.count, using: &random)] }.joined()
      let guarded = FormulaGuard.guarded(text)
      #expect(FormulaGuard.unguarded(guarded) == text)
    }
  }
}
