import StudyModel

/// Agreement between coders: a disc on 0 to 1, as it stood before any disagreement was settled.
extension HowSure {
  /// The figure; nil where agreement is known of no group of codes.
  var agreement: ReportFigure? {
    let lines = reader.input.agreement
    guard lines.contains(where: { !$0.constructs.isEmpty }) else { return nil }
    let chart = StripChart(
      rowHeader: "Group of codes", scale: .agreement, columns: ["Alpha\n(95% interval)"],
      layout: .plain,
      groups: [StripChart.Group(title: nil, note: nil, rows: lines.enumerated().map(row))])
    let units = lines.map(\.units).max() ?? 0
    return ReportFigure(
      section: "quality", number: 0, title: title(lines),
      subtitle:
        "Krippendorff’s alpha with 95% interval, up to \(Words.count(units, "unit")), before any disagreement was settled",
      key: StripChart.agreementKey,
      body: .strips(chart),
      notes: lines.contains { $0.alpha != nil } ? [StripChart.agreementReading] : [],
      table: table(lines))
  }

  private func row(_ index: Int, _ line: AgreementLine) -> StripChart.Row {
    var row = StripChart.Row(
      label: line.name, small: nil, strong: index == 0,
      marks: StripChart.agreementMarks, cells: [])
    guard let alpha = line.alpha else {
      row.hatched = line.reason ?? Shorthand.notAvailable.after("no figure")
      row.marks = []
      row.cells = [.figure(line.isOfFew ? Shorthand.unreliable : .notAvailable)]
      return row
    }
    if let interval = line.interval { row.marks.append(.whisker(interval)) }
    row.marks.append(line.level == .low ? .openDisc(alpha) : .disc(alpha))
    if line.isOfFew {
      row.small = Shorthand.unreliable.after("fewer than \(AgreementRow.fewest) units")
    } else if let level = line.level, level != .reliable {
      row.small = level.rawValue
    }
    row.cells = [
      .figure(
        Words.fixed(alpha, 2),
        small: line.interval.map { "\(Words.fixed($0.low, 2)) to \(Words.fixed($0.high, 2))" })
    ]
    return row
  }

  private func title(_ lines: [AgreementLine]) -> String {
    let known = lines.filter { $0.alpha != nil }
    let low = known.filter { $0.level == .low }
    guard !known.isEmpty else { return "Agreement between coders cannot be formed" }
    guard !low.isEmpty else {
      let single = reader.input.oftenDiffering.count
      return single == 0
        ? "Coders agree well enough to lean on every group of codes"
        : "Coders agree on every group of codes, and often differ on \(Words.count(single, "single code"))"
    }
    return "Coders often differ on \(Words.list(low.map { Words.inSentence($0.name) }, atMost: 3))"
  }

  private func table(_ lines: [AgreementLine]) -> DataTable {
    DataTable(
      columns: [
        .words("Group of codes", "group"), .number("Alpha", "alpha"), .number("Low", "low"),
        .number("High", "high"), .number("Units", "units"), .words("Reason", "reason"),
      ],
      rows: lines.map { line in
        [
          .words(line.name), .fixed(line.alpha, 2), .fixed(line.interval?.low, 2),
          .fixed(line.interval?.high, 2),
          .count(line.units),
          line.reason.map { .words($0) } ?? .mark(.notApplicable),
        ]
      })
  }
}

extension AgreementLine {
  /// Whether so few units stand behind it that it is nothing to lean on.
  fileprivate var isOfFew: Bool { units < AgreementRow.fewest }
}
