import StudyModel

/// The cells of a matrix in which a case has a level: the score on the shading of its band, so that cases with a
/// survey alone take part, and those with interviews alone by what these say.
///
/// What a report tells as named or not, such as why members take part, is neither good nor bad: it has no level here
/// either.
struct LevelCells {
  /// A cell a case and construct; nil without a level.
  private let cells: [[String: MatrixChart.Cell]]
  /// The bands of the cases, by construct.
  private let bands: [String: [Band]]
  private let ids: [String]
  private let framework: Framework
  /// In how many cases there is a level of any of the constructs.
  let cases: Int

  /// Reads the levels of some constructs in some cases.
  init(_ readers: [CaseView], _ all: [String], of framework: Framework) {
    let ids = all.filter { !framework.named.contains($0) }
    let cells = readers.map { reader in
      Dictionary(
        ids.compactMap { id in Self.cell(reader, id).map { (id, $0) } },
        uniquingKeysWith: { first, _ in first })
    }
    (self.cells, self.ids, self.framework) = (cells, ids, framework)
    cases = cells.count { !$0.isEmpty }
    bands = Dictionary(
      ids.map { id in (id, readers.compactMap { $0.score.construct(id)?.band }) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The cell of a construct in the case at a place; nil where it has no level.
  func cell(_ place: Int, _ id: String) -> MatrixChart.Cell? { cells[place][id] }

  private static func cell(_ reader: CaseView, _ id: String) -> MatrixChart.Cell? {
    guard let construct = reader.score.construct(id) else { return nil }
    // What nearly all say is told in words, and has a band.
    let said = reader.survey(id).saying?.rawValue
    let apart = reader.apart(id)
    guard let text = said ?? apart ?? construct.score.map(Words.whole) else { return nil }
    let word =
      construct.band?.rawValue
      ?? (construct.bandReason == .sourcesDiffer ? differ : "no band")
    return MatrixChart.Cell(
      shade: construct.band.map(shade) ?? 0, text: text, small: word,
      isShaded: true,
      value: apart != nil
        ? .none : said == nil ? construct.score.map { .number($0) } ?? .none : .text(text))
  }

  private static let differ = "sources differ"

  private static func shade(_ band: Band) -> Int {
    switch band {
    case .concern: 1
    case .developing: 3
    case .strength: 5
    }
  }

  /// The constructs that have a band in most cases; nothing where none has, or all are alike.
  ///
  /// With in how many, of how many that have any band: from the least to the most of those that are named.
  func most(_ wanted: Band) -> (names: [String], count: Int, of: ClosedRange<Int>)? {
    let counts = ids.map { id in (id, bands[id]?.count { $0 == wanted } ?? 0) }
    guard let most = counts.map(\.1).max(), most > 0 else { return nil }
    let found = counts.filter { $0.1 == most }.map(\.0)
    // Of what all are alike in, nothing stands out.
    guard found.count < ids.count else { return nil }
    let banded = found.map { bands[$0]?.count ?? 0 }
    return (found.map(name), most, (banded.min() ?? 0)...(banded.max() ?? 0))
  }

  private func name(_ id: String) -> String {
    Words.inSentence(framework.construct(id)?.name ?? id)
  }

  /// `3 of 7 cases with a band`, or `3 of 6 or 7 cases with a band` where that is not the same of all that are named.
  static func counted(_ count: Int, of cases: ClosedRange<Int>) -> String {
    let (least, most) = (cases.lowerBound, cases.upperBound)
    let some = least == most ? "" : "\(least) \(most == least + 1 ? "or" : "to") "
    return "\(count) of \(some)\(Words.count(most, "case")) with a band"
  }

  /// Which constructs of a part are strengths in most cases, and which concerns; nil without a level.
  func heading(on part: String) -> String? {
    // Of one case nothing is in most of them.
    guard cases > 1 else { return cases == 1 ? "On “\(part)” one case has levels" : nil }
    func said(_ band: Band, _ one: String, _ several: String) -> String? {
      most(band).map { names, count, of in
        "\(Words.list(names, atMost: 3)) \(names.count == 1 ? "is \(one)" : "are \(several)") in \(Self.counted(count, of: of))"
      }
    }
    let parts = [
      said(.strength, "a strength", "strengths"), said(.concern, "a concern", "concerns"),
    ].compactMap(\.self)
    return parts.isEmpty
      ? "On “\(part)” \(Words.count(cases, "case")) have levels, and none stands out"
      : Words.capitalized(parts.joined(separator: "; "))
  }

  /// What the numbers are.
  static let subtitle =
    "Score from 0 to 100, survey and interviews joined where both give a level and do not contradict each other; where there is none, what interviews and documents say, in words"

  /// What the shading of numbers means.
  var key: [KeyEntry] {
    let found = Set(bands.values.flatMap(\.self))
    return [
      (Band.concern, KeyEntry.Mark.shade1), (.developing, .shade3), (.strength, .shade5),
    ].filter { found.contains($0.0) }.map { KeyEntry(mark: $0.1, meaning: $0.0.rawValue) }
  }

  /// What numbers without a band are.
  var notes: [String] {
    let plain = ids.flatMap { id in cells.compactMap { $0[id] } }.filter { $0.shade == 0 }
    let apart = plain.first { $0.small == Self.differ }.map {
      "Sources differ: survey / interviews, as in \($0.text), so far apart that no number, and no band, stands for both."
    }
    let few =
      plain.contains { $0.small != Self.differ }
      ? "A number without shading has no band: there is too little evidence." : nil
    return [apart, few].compactMap(\.self)
  }
}

extension Framework {
  /// The constructs that a report tells as named or not, and of which it draws no level.
  fileprivate var named: Set<String> {
    let parts = sections.flatMap(\.parts)
    func leaves(_ isWanted: (ReportSection.Figure) -> Bool) -> Set<String> {
      Set(
        parts.filter { isWanted($0.figure) }.flatMap(\.of).flatMap {
          [$0] + descendants(of: $0).map(\.id)
        })
    }
    return leaves { $0 == .mentions }.subtracting(leaves { $0 != .mentions && $0 != .joint })
  }
}
