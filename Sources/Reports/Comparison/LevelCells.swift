import StudyModel

/// The cells of a matrix in which a case has a level: the score on the shading of its band, so that cases with a
/// survey alone take part, and those with interviews alone by what these say.
struct LevelCells {
  let readers: [CaseView]
  /// The constructs of the matrix.
  var ids: [String] = []

  /// In how many cases there is a level of any of the constructs.
  var cases: Int { readers.count { reader in ids.contains { cell(reader, $0) != nil } } }

  /// The cell of a construct that has a level; nil where it has none.
  func cell(_ reader: CaseView, _ id: String) -> MatrixChart.Cell? {
    guard let construct = reader.score.construct(id), let score = construct.score else {
      return nil
    }
    let word =
      construct.band?.rawValue
      ?? (construct.bandReason == .sourcesDiffer ? "sources differ" : "no band")
    let said = reader.survey(id).saying?.rawValue
    return MatrixChart.Cell(
      shade: construct.band.map(Self.shade) ?? 0, text: said ?? Words.whole(score), small: word,
      spoken: said.map { "\($0), \(word)" } ?? "\(Words.whole(score)) of 100, \(word)",
      value: said.map { .text($0) } ?? .number(score))
  }

  private static func shade(_ band: Band) -> Int {
    switch band {
    case .concern: 1
    case .developing: 3
    case .strength: 5
    }
  }

  /// Which constructs are strengths in most of the cases with a band, and which concerns; nil without a band.
  func heading(in compare: ComparisonPage) -> String? {
    let banded = readers.count { reader in ids.contains { band(reader, $0) != nil } }
    guard banded > 1 else { return nil }
    func most(_ wanted: Band) -> (ids: [String], count: Int) {
      let counts = ids.map { id in (id, readers.count { band($0, id) == wanted }) }
      let most = counts.map(\.1).max() ?? 0
      return (counts.filter { $0.1 == most }.map(\.0), most)
    }
    func said(_ found: (ids: [String], count: Int), _ one: String, _ several: String) -> String? {
      guard found.count > 0, found.ids.count < ids.count else { return nil }
      let names = found.ids.map { Words.inSentence(compare.framework.construct($0)?.name ?? $0) }
      return
        "\(Words.list(names, atMost: 3)) \(names.count == 1 ? "is \(one)" : "are \(several)") in \(found.count)"
    }
    let parts = [
      said(most(.strength), "a strength", "strengths"),
      said(most(.concern), "a concern", "concerns"),
    ].compactMap(\.self)
    guard !parts.isEmpty else { return nil }
    return Words.capitalized(parts.joined(separator: "; "))
      + " of \(Words.count(banded, "case")) with a level"
  }

  private func band(_ reader: CaseView, _ id: String) -> Band? { reader.score.construct(id)?.band }

  /// What the numbers are.
  var subtitle: String {
    "Score from 0 to 100, survey and interviews joined where both give a level; where there is none, what interviews and documents say, in words"
  }

  /// What the shading of numbers means; nothing where there are none.
  var key: [KeyEntry] {
    guard cases > 0 else { return [] }
    let found = Set(readers.flatMap { reader in ids.compactMap { band(reader, $0) } })
    return [
      (Band.concern, KeyEntry.Mark.shade1), (.developing, .shade3), (.strength, .shade5),
    ].filter { found.contains($0.0) }.map { KeyEntry(mark: $0.1, meaning: $0.0.rawValue) }
  }

  /// What numbers without a band are.
  var notes: [String] {
    let open = readers.contains { reader in
      ids.contains { cell(reader, $0) != nil && band(reader, $0) == nil }
    }
    return open
      ? [
        "A number without shading has no band: interviews and survey differ, or there is too little evidence."
      ] : []
  }
}
