import Statistics
import Testing

struct QualCoderTests {
  // Code, spans as document, coder, start, end; what QualCoder 3.6 prints; Cohen's kappa.
  // The codings of the project made for the interchange fixtures (two texts, two coders).
  static let codes: [(String, [[Int]], Double, Double)] = [
    (
      "trust",
      [
        [0, 0, 701, 755], [0, 0, 756, 944], [0, 1, 870, 944], [1, 0, 140, 182],
        [1, 0, 986, 1050], [1, 1, 939, 1050],
      ], 0.3319, 0.4709
    ),
    (
      "operational value",
      [[0, 0, 202, 307], [0, 1, 253, 307], [1, 0, 440, 508], [1, 1, 440, 508]], 0.7052, 0.8175
    ),
  ]

  static func set(_ rows: [[Int]]) throws -> SpanSet {
    try SpanSet(
      documents: [.init(name: "1", extent: 0..<1352), .init(name: "2", extent: 0..<1372)],
      coders: ["ana", "ben"], codes: ["code"],
      spans: rows.map { .init(document: $0[0], coder: $0[1], code: 0, start: $0[2], end: $0[3]) })
  }

  @Test("QualCoder's figure and Cohen's kappa are told apart", arguments: codes)
  func both(code: String, rows: [[Int]], printed: Double, cohen: Double) throws {
    let set = try Self.set(rows)
    let theirs = QualCoderKappa.figure(set, code: 0, first: 0, second: 1)
    #expect(abs((theirs.value ?? 9) - printed) <= 0.00005)
    let pooled = CharacterComparison(set, first: [0], second: [1]).pooled
    #expect(abs((pooled.kappa.value ?? 9) - cohen) <= 0.00005)
  }

  @Test("characters one coder coded twice count as coded by both, as in QualCoder")
  func doubled() throws {
    let set = try Self.set([[0, 0, 0, 20], [0, 0, 10, 30]])
    let figure = QualCoderKappa.figure(set, code: 0, first: 0, second: 1)
    // 10 of 30 characters have two layers, though the second coder coded nothing.
    #expect(figure.observed == 1.0 / 3)
    #expect(figure.expected == 0)
    let none = QualCoderKappa.figure(set, code: 0, first: 0, second: 1, documents: [1])
    #expect(none.undefined == .nothingCoded)
  }
}
