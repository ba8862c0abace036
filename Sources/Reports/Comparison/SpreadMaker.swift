import StudyModel

/// How many cases lie on each construct: the middle case, the middle half and the ends, a row a construct and group.
///
/// It stands in place of a table with a row or a column for each of them.
struct SpreadMaker {
  let compare: ComparisonPage
  /// The level of a construct in a case; nil without one.
  let level: (CaseView, String) -> Double?

  private var readers: [CaseView] { compare.readers }

  /// The score of a construct, where one number stands for it.
  static func score(_ reader: CaseView, _ id: String) -> Double? {
    reader.apart(id) == nil && reader.survey(id).saying == nil
      ? reader.score.construct(id)?.score : nil
  }

  /// A figure of some constructs, under titles.
  func figure(
    _ groups: [(title: String?, ids: [String])], section: String, title: String, subtitle: String
  ) -> ReportFigure {
    let chart = StripChart(
      rowHeader: parts.count > 1 ? compare.groupLabel : "Construct", scale: .level,
      columns: ["Median\n(middle half)", "Cases", "Strengths,\nconcerns"], layout: .plain,
      groups: parts.count > 1
        ? groups.flatMap(\.ids).map { id in
          StripChart.Group(title: name(id), note: nil, rows: parts.map { row(id, $0, $0.title) })
        }
        : groups.map { group in
          StripChart.Group(
            title: group.title, note: nil,
            rows: group.ids.map { row($0, parts[0], name($0)) })
        })
    let ids = groups.flatMap(\.ids)
    return ReportFigure(
      section: section, number: 0, title: title, subtitle: subtitle,
      key: [
        KeyEntry(mark: .received, meaning: "the case in the middle"),
        KeyEntry(
          mark: .interval,
          meaning: "the middle half of the cases; the line goes from the lowest to the highest"),
      ],
      body: .strips(chart), notes: notes(ids, hasBands: true), table: table(ids), constructs: ids)
  }

  private var parts: [CaseGroup] { compare.groups }

  private func name(_ id: String) -> String { compare.framework.construct(id)?.name ?? id }

  func levels(_ id: String, _ part: CaseGroup) -> [Double] {
    part.places.compactMap { level(readers[$0], id) }
  }

  private func count(_ band: Band, _ id: String, _ part: CaseGroup) -> Int {
    part.places.count { readers[$0].score.construct(id)?.band == band }
  }

  private func row(_ id: String, _ part: CaseGroup, _ label: String) -> StripChart.Row {
    guard let spread = LevelSpread(levels(id, part)) else {
      return StripChart.Row(
        label: label, marks: [], hatched: Nothing.evidence.said(sight(id, part)),
        cells: [.figure(.notAvailable), .figure("0"), .figure(.notAvailable)])
    }
    let quartiles =
      "\(Words.whole(spread.quartiles.lowerBound)) to \(Words.whole(spread.quartiles.upperBound))"
    return StripChart.Row(
      label: label,
      marks: [
        .whisker(Interval(low: spread.range.lowerBound, high: spread.range.upperBound)),
        .band(Interval(low: spread.quartiles.lowerBound, high: spread.quartiles.upperBound)),
        .disc(spread.median),
      ],
      spoken:
        "lowest \(Words.whole(spread.range.lowerBound)), highest \(Words.whole(spread.range.upperBound))",
      cells: [
        .figure(Words.whole(spread.median), small: quartiles), .figure(String(spread.count)),
        .figure("\(count(.strength, id, part)), \(count(.concern, id, part))"),
      ])
  }

  private func sight(_ id: String, _ part: CaseGroup) -> Sight {
    Sight(part.places.map { readers[$0].scoreSight([id]) })
  }

  func notes(_ ids: [String], hasBands: Bool) -> [String] {
    let all = parts.flatMap(\.places).map { readers[$0] }
    let apart = ids.flatMap { id in all.filter { $0.apart(id) != nil } }.count
    let hidden = all.contains { reader in ids.contains { !reader.scoreSight([$0]).seesAll } }
    return
      (hasBands
      ? ["Strengths, concerns: in how many cases it is the one, and the other, by its band."] : [])
      + (apart > 0
        ? [
          "\(Words.capitalized(Words.count(apart, "level"))) \(apart == 1 ? "is" : "are") left out, since interviews and survey contradict each other there."
        ] : [])
      + (hidden
        ? ["Cases whose figures are \(Shorthand.saidHidden), or told in words, are left out."] : [])
  }

  func table(_ ids: [String]) -> DataTable {
    let isGrouped = parts.count > 1
    let columns =
      [DataTable.Column.words("Construct", "construct")]
      + (isGrouped ? [.words(compare.groupLabel, "group")] : []) + [
        .number("Cases", "cases"), .number("Lowest", "lowest"),
        .number("Lower quartile", "lowerQuartile"), .number("Median", "median"),
        .number("Upper quartile", "upperQuartile"), .number("Highest", "highest"),
        .number("Strength", "strength"), .number("Developing", "developing"),
        .number("Concern", "concern"),
      ]
    let rows = ids.flatMap { id in
      parts.map { part -> [DataTable.Cell] in
        let spread = LevelSpread(levels(id, part))
        let levels = [
          spread?.range.lowerBound, spread?.quartiles.lowerBound, spread?.median,
          spread?.quartiles.upperBound, spread?.range.upperBound,
        ].map { DataTable.Cell.level($0) }
        return [.words(name(id))] + (isGrouped ? [.words(part.title)] : [])
          + [.count(spread?.count ?? 0)] + levels
          + [Band.strength, .developing, .concern].map { .count(count($0, id, part)) }
      }
    }
    return DataTable(columns: columns, rows: rows)
  }
}
