import StudyModel

/// What the cases of each group have in common: the case in the middle, a row a construct and a column a group.
///
/// It stands under a matrix of the cases, where they are few enough to have one and grouping was asked for.
struct GroupMaker {
  let compare: ComparisonPage

  /// The figure; nil where there is one group alone, or no case has a level of any of the constructs.
  func figure(_ rows: [(title: String?, ids: [String])], section: String, of part: String)
    -> ReportFigure?
  {
    guard let grouping = compare.input.grouping, compare.layout != .spread,
      compare.groups.count > 1
    else { return nil }
    let spread = SpreadMaker(compare: compare, level: SpreadMaker.score)
    let ids = rows.flatMap(\.ids).filter { id in
      compare.groups.contains { !spread.levels(id, $0).isEmpty }
    }
    guard !ids.isEmpty else { return nil }
    let columns =
      [TextTable.Column(title: "Construct")]
      + compare.groups.map {
        .init(title: "\($0.title) (\(Words.count($0.places.count, "case")))", isNumber: true)
      }
    return ReportFigure(
      section: section, number: 0,
      title: "\(part) by \(Words.inSentence(grouping.label)): the case in the middle of each group",
      subtitle:
        "Median score from 0 to 100, from the lowest to the highest, and in how many cases where not all have one",
      body: .text(
        TextTable(
          columns: columns,
          rows: ids.map { id in
            [.init(text: compare.framework.construct(id)?.name ?? id)]
              + compare.groups.map { cell(LevelSpread(spread.levels(id, $0)), of: $0) }
          })),
      notes: spread.notes(ids, hasBands: false)
        + [
          "Groups of a few cases may differ by chance: no difference between them is called clear here."
        ],
      table: spread.table(ids), constructs: ids)
  }

  private func cell(_ spread: LevelSpread?, of group: CaseGroup) -> TextTable.Cell {
    guard let spread else { return .mark(.notAvailable) }
    let ends = [spread.range.lowerBound, spread.range.upperBound].map(Words.whole)
    let range = spread.count == 1 ? nil : "\(ends[0]) to \(ends[1])"
    let count = spread.count == group.places.count ? nil : Words.count(spread.count, "case")
    let small = [range, count].compactMap(\.self).joined(separator: " in ")
    return .init(text: Words.whole(spread.median), small: small.isEmpty ? nil : small)
  }
}
