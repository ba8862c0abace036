import StudyModel

/// What goes with the outcomes that the framework expects: conditions where they are found, and where they are not.
struct ConditionsMaker {
  let compare: ComparisonPage

  static let title = "What goes with what"

  private var framework: Framework { compare.framework }

  /// The section.
  var section: Section {
    var section = Section(
      id: "paths", number: 0, title: Self.title, heading: "What this report does not say",
      reading: nil)
    guard compare.compares else {
      section.blocks = [.paragraph("One case says nothing of what goes with what.")]
      return section
    }
    let tables = compare.conclusions.conditions
    if let first = tables.first { section.heading = heading(first) }
    section.blocks = tables.flatMap(blocks)
    section.blocks.append(
      .paragraph(
        "Conditions are looked at one by one here, and what goes together need not bring about. Which combinations "
          + "of conditions go with an outcome takes a configurational analysis (QCA), with conditions and thresholds "
          + "that researchers choose and defend. It is not part of this report."))
    section.blocks += SectionMaker.means(compare.findings(in: "paths"), of: framework)
    return section
  }

  // MARK: - What is said

  private func heading(_ table: OutcomeConditions) -> String {
    let outcome = name(table.outcome)
    let (found, notFound) = (count(table, .found), count(table, .notFound))
    guard found > 0, notFound > 0 else {
      return found + notFound == 0
        ? "In no case is it clear whether there is \(outcome)"
        : "Only of \(Words.count(found + notFound, "case")) is it clear whether there is \(outcome): it is \(found > 0 ? "found" : "not found")"
    }
    guard found > 1, notFound > 1 else {
      return "Too few cases to tell what goes with \(outcome)"
    }
    let telling = table.telling.map { Words.inSentence(name(of: $0.condition)) }
    guard !telling.isEmpty else {
      let onlyWithIt = table.rows.filter { row in
        isExpected(row, for: table.outcome) && row.whereFound.of == found
          && row.whereFound.found == found && row.whereNotFound.of == 0
      }.map { Words.inSentence(name(of: $0.condition)) }
      guard onlyWithIt.isEmpty else {
        return
          "\(found == 2 ? "Both" : "All \(found)") cases with \(outcome) have \(Words.list(onlyWithIt, atMost: 3)); of the \(notFound) without it that is not known"
      }
      return
        "Nothing clearly tells the \(Words.count(found, "case")) with \(outcome) from the \(notFound) without"
    }
    return
      "The cases with \(outcome) and those without differ clearly in \(Words.list(telling, atMost: 3))"
  }

  private func blocks(_ table: OutcomeConditions) -> [Block] {
    let groups = [
      ("found in", table.cases[.found]), ("not found in", table.cases[.notFound]),
      ("neither clearly found nor clearly not in", table.cases[.unclear]),
      (
        compare.input.eyes.seeEverything ? "not known of" : "not known, or not shown, of",
        table.notTold
      ),
    ]
    let said = groups.compactMap { what, ids -> String? in
      guard let ids, !ids.isEmpty else { return nil }
      return
        "\(what) \(Words.list(ids.map(compare.name(ofCase:)), atMost: Words.mostNames))"
    }
    let paragraph = Words.withStop(
      "\(frameworkName(table.outcome)): " + said.joined(separator: "; "))
    return [.paragraph(paragraph)] + (figure(table).map { [.figure($0)] } ?? [])
  }

  // MARK: - The table

  /// The conditions that the model names, and those by which the groups can be told apart.
  ///
  /// The others are in the data beside the table. Nil where one of the groups is empty.
  private func figure(_ table: OutcomeConditions) -> ReportFigure? {
    let (found, notFound) = (count(table, .found), count(table, .notFound))
    guard found > 0, notFound > 0 else { return nil }
    let rows = table.rows.filter { $0.isTelling || isExpected($0, for: table.outcome) }
    guard !rows.isEmpty else { return nil }
    let columns = [
      TextTable.Column(title: "Condition"), .init(title: "Where found (\(found))"),
      .init(title: "Where not found (\(notFound))"), .init(title: "Difference (95% interval)"),
    ]
    return ReportFigure(
      section: "paths", number: 0,
      title: "Conditions where there is \(name(table.outcome)), and where there is not",
      subtitle:
        "In how many cases each is found, and the mean of the cases’ levels from 0 to 100 with its 95% interval",
      body: .text(TextTable(columns: columns, rows: rows.map(cells))),
      notes: notes(table, shown: rows.count), table: data(table),
      constructs: [table.outcome] + rows.compactMap(\.condition.construct))
  }

  /// Whether the framework names it as a condition of the outcome.
  private func isExpected(_ row: OutcomeConditions.Row, for outcome: String) -> Bool {
    framework.expectations.filter { $0.outcome == outcome }.flatMap(\.conditions)
      .contains { row.condition.isOf($0) }
  }

  private func cells(_ row: OutcomeConditions.Row) -> [TextTable.Cell] {
    func said(
      _ count: OutcomeConditions.Count,
      _ group: (OutcomeConditions.Levels) -> OutcomeConditions.Group
    ) -> TextTable.Cell {
      let levels = row.levels.compactMap { levels -> String? in
        let own = group(levels)
        guard let mean = own.figures.mean else { return nil }
        let interval = own.interval.map { " (\(Words.interval($0)))" } ?? ""
        return
          "\(levels.stream.rawValue) \(Words.whole(mean))\(interval) in \(own.figures.cases.count)"
      }
      return .init(
        text: count.of == 0 ? "not known" : "\(count.found) of \(count.of)",
        small: levels.isEmpty ? nil : levels.joined(separator: "; "))
    }
    let differences = row.levels.compactMap { levels in
      levels.difference.map { difference in
        "\(levels.stream.rawValue) \(Words.signed(difference))"
          + (levels.interval.map { " (\(Words.signedInterval($0)))" } ?? "")
      }
    }
    return [
      .init(text: name(of: row.condition), small: row.condition.construct.flatMap(gloss)),
      said(row.whereFound, \.found), said(row.whereNotFound, \.notFound),
      differences.isEmpty && !row.isTelling
        ? .mark(.notApplicable)
        : .init(
          text: "", small: differences.isEmpty ? nil : differences.joined(separator: "; "),
          tags: [tag(row)]),
    ]
  }

  private func tag(_ row: OutcomeConditions.Row) -> Tag {
    if row.isTelling { return Tag(text: "clear", tone: .agrees) }
    return Tag(text: row.levels.contains { $0.isClear != nil } ? "not clear" : "cannot tell")
  }

  private func notes(_ table: OutcomeConditions, shown: Int) -> [String] {
    let others = table.rows.count - shown
    var notes = [
      "Clear: a 95% interval (Welch) lies on one side of zero, or a condition is found in every case of one group and in none of the other, two in each at least."
    ]
    if table.judged > 0 {
      notes.append(
        "\(Words.count(table.judged, "difference")) \(table.judged == 1 ? "has" : "have") an interval; by chance alone about one in twenty would be clear."
      )
    }
    if others > 0 {
      notes.append(
        "Of the \(others == 1 ? "one condition" : "\(others) conditions") that \(others == 1 ? "is" : "are") not shown nothing clear can be told; what the expectation names is shown in any case."
      )
    }
    return notes
  }

  private func data(_ table: OutcomeConditions) -> DataTable {
    let columns: [DataTable.Column] = [
      .words("Condition", "condition"), .number("Found where found", "foundWhereFound"),
      .number("Of", "ofWhereFound"), .number("Found where not", "foundWhereNot"),
      .number("Of", "ofWhereNot"), .words("Source", "stream"),
      .number("Mean where found", "meanWhereFound"), .number("Cases", "casesWhereFound"),
      .number("Mean where not", "meanWhereNot"), .number("Cases", "casesWhereNot"),
      .number("Difference", "difference"), .number("95% interval", "interval"),
    ]
    let rows = table.rows.flatMap { row -> [[DataTable.Cell]] in
      let begun: [DataTable.Cell] = [
        .words(name(of: row.condition)), .count(row.whereFound.found), .count(row.whereFound.of),
        .count(row.whereNotFound.found), .count(row.whereNotFound.of),
      ]
      guard !row.levels.isEmpty else {
        return [begun + Array(repeating: .mark(.notApplicable), count: columns.count - begun.count)]
      }
      return row.levels.map { levels in
        begun + [
          .words(levels.stream.rawValue), .level(levels.found.figures.mean),
          .count(levels.found.figures.cases.count), .level(levels.notFound.figures.mean),
          .count(levels.notFound.figures.cases.count), .signed(levels.difference),
          .interval(levels.interval, signed: true),
        ]
      }
    }
    return DataTable(columns: columns, rows: rows)
  }

  // MARK: - Names

  private func count(_ table: OutcomeConditions, _ occurrence: Occurrence) -> Int {
    table.cases[occurrence]?.count ?? 0
  }

  private func frameworkName(_ id: String) -> String { framework.construct(id)?.name ?? id }

  private func name(_ id: String) -> String { Words.inSentence(frameworkName(id)) }

  private func name(of condition: OutcomeConditions.Condition) -> String {
    switch condition {
    case .construct(let id): frameworkName(id)
    case .attribute(let id, let value): "\(framework.label(ofAttribute: id)): \(value)"
    }
  }

  private func gloss(_ id: String) -> String? { compare.readers.first?.gloss(id) }
}

extension OutcomeConditions.Condition {
  /// The construct; nil for an attribute.
  fileprivate var construct: String? {
    if case .construct(let id) = self { id } else { nil }
  }

  /// Whether it is what the model expects, or one of the values that it does.
  fileprivate func isOf(_ expected: Expectation.Condition) -> Bool {
    switch (self, expected) {
    case (.construct(let own), .construct(let other)): own == other
    case (.attribute(let own, let value), .attribute(let other, let values)):
      own == other && values.contains { $0.lowercased() == value.lowercased() }
    case (.construct, .attribute), (.attribute, .construct): false
    }
  }
}
