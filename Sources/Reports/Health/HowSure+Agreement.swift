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
      groups: [
        StripChart.Group(
          title: nil, note: nil,
          rows: lines.map { AgreementStrip.row($0.row, isStrong: $0.constructs.isEmpty) })
      ])
    let units = lines.map(\.row.units).max() ?? 0
    return ReportFigure(
      section: "quality", number: 0, title: title(lines),
      subtitle:
        "Krippendorff’s alpha with 95% interval, up to \(Words.count(units, "unit")), before any disagreement was settled",
      key: StripChart.agreementKey,
      body: .strips(chart),
      notes: lines.contains { $0.row.alpha.value != nil } ? [StripChart.agreementReading] : [],
      table: table(lines))
  }

  private func title(_ lines: [AgreementLine]) -> String {
    let known = lines.filter { $0.row.standing != .unjudged }
    let low = known.filter { $0.row.standing == .judged(.low) }
    guard !known.isEmpty else { return "Agreement between coders cannot be formed" }
    guard !low.isEmpty else {
      let single = reader.input.oftenDiffering.count
      return single == 0
        ? "Coders agree well enough to lean on every group of codes"
        : "Coders agree on every group of codes, and often differ on \(Words.count(single, "single code"))"
    }
    return
      "Coders often differ on \(Words.list(low.map { Words.inSentence($0.row.name) }, atMost: 3))"
  }

  private func table(_ lines: [AgreementLine]) -> DataTable {
    DataTable(
      columns: [
        .words("Group of codes", "group"), .number("Alpha", "alpha"), .number("Low", "low"),
        .number("High", "high"), .number("Units", "units"), .words("Reason", "reason"),
      ],
      rows: lines.map { line in
        let (row, alpha) = (line.row, line.row.alpha)
        return [
          .words(row.name), .fixed(alpha.value, 2), .fixed(alpha.interval?.low, 2),
          .fixed(alpha.interval?.high, 2), .count(row.units),
          (row.tooFew ?? row.lowByPrevalence ?? alpha.reason).map { .words($0) }
            ?? .mark(.notApplicable),
        ]
      })
  }
}
