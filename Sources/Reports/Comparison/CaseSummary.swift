import StudyModel

/// The case-ordered summary in words.
struct CaseSummary {
  let compare: ComparisonPage

  var section: Section {
    let own = compare.findings(in: "meta")
    var section = Section(
      id: "meta", number: 0, title: "The cases",
      heading: SaidTogether.heading(own)
        ?? (compare.readers.count == 1
          ? "One case, and none to set beside it"
          : "\(Words.capitalized(Words.count(compare.readers.count, "case"))), side by side"),
      reading: compare.readers.count == 1 ? nil : reading)
    guard !compare.readers.isEmpty else {
      section.blocks = [
        .missing("No case has scores yet. Import cases, sources and codings, or survey answers.")
      ]
      return section
    }
    section.blocks =
      [.figure(compare.layout == .spread ? groups : figure)]
      + SectionMaker.means(own, of: compare.framework)
    return section
  }

  private var reading: String {
    let groups = compare.input.grouping.map { "grouped by \(Words.inSentence($0.label))" }
    let order = compare.input.order.map { "ordered by \(Words.inSentence($0.label))" }
    let how = [groups, order].compactMap(\.self)
    if compare.layout == .spread {
      return groups.map {
        "Cases are \($0). So many cannot be read one by one: figures say how they lie."
      }
        ?? "So many cases cannot be read one by one: figures say how they lie."
    }
    return how.isEmpty
      ? "Every table on this page keeps this order of cases."
      : "Cases are \(how.joined(separator: " and ")). Every table on this page keeps that order."
  }

  /// Attributes that most cases state, in the order of the file, the order's own left out.
  private var attributes: [String] {
    var names: [String] = []
    var met: Set<String> = []
    for subject in compare.input.cases {
      for attribute in subject.attributes where met.insert(attribute.name).inserted {
        names.append(attribute.name)
      }
    }
    let least = (compare.readers.count + 1) / 2
    return Array(
      names.lazy.filter { name in
        name != compare.input.order?.attribute
          && compare.readers.filter { $0.subject.attribute(name) != nil }.count >= least
      }.prefix(3))
  }

  private func label(_ name: String) -> String {
    Words.capitalized(compare.framework.label(ofAttribute: name))
  }

  private var figure: ReportFigure {
    let attributes = attributes
    let hasForms = !compare.framework.valueForms.isEmpty
    let hasLevels =
      LevelCells(
        compare.readers, compare.framework.valueForms.map(\.id), of: compare.framework
      ).cases > 0
    let standing = compare.readers.map(standsOut)
    let showsStanding = standing.contains { $0 != nil }
    var columns =
      [TextTable.Column(title: "Case")] + attributes.map { .init(title: label($0)) }
      + [
        .init(
          title: hasLevels
            ? "Forms of value that are there"
            : hasForms ? "Value \(compare.there)" : Words.capitalized(compare.there))
      ]
      + (showsStanding ? [.init(title: "What stands out")] : []) + [.init(title: "Evidence")]
    var rows = zip(compare.readers, standing).map { reader, stands -> [TextTable.Cell] in
      let small = compare.input.order.flatMap { order in
        reader.subject.attribute(order.attribute).map(Words.capitalized)
      }
      var cells = [TextTable.Cell(text: reader.subject.name, small: small)]
      cells += attributes.map {
        .init(text: Words.capitalized(reader.subject.attribute($0) ?? "not stated"))
      }
      cells.append(hasLevels && reader.hasLevelOfValue ? strong(reader) : evident(reader))
      if showsStanding {
        cells.append(stands.map { .init(text: $0) } ?? .none(.standing, reader.sight))
      }
      return cells + [.init(text: Words.withoutStop(HowSure(reader: reader).sources))]
    }
    // In a long table what is the same in every row is said once.
    var alike: [String] = []
    if compare.layout == .rows {
      let told = columns.indices.filter { column in
        column == 0 || Set(rows.map { $0[column].text }).count > 1
      }
      alike = columns.indices.filter { !told.contains($0) }.compactMap { column in
        rows.first.map { "\(columns[column].title), in every case: \($0[column].text)." }
      }
      columns = told.map { columns[$0] }
      rows = rows.map { row in told.map { row[$0] } }
    }
    return ReportFigure(
      section: "meta", number: 0, title: "Case-ordered summary",
      subtitle: "In words, from the record of the cases and the coded evidence",
      body: .text(TextTable(columns: columns, rows: rows)),
      notes: (hasLevels
        ? [
          "There: a strength by its band that does not fall clearly short of what is wanted or, where no level was given, \(compare.there)."
        ] : []) + alike + hidden,
      table: DataTable(
        columns: columns.map { .words($0.title, DataTable.key($0.title)) },
        rows: rows.map { row in
          row.map { DataTable.Cell(text: $0.text, value: .text($0.text), mark: $0.mark) }
        }))
  }

  /// How many cases, and how much evidence, a group has: so many could not be read one by one.
  private var groups: ReportFigure {
    let table = DataTable(
      columns: [
        .words(compare.groups.count > 1 ? compare.groupLabel : "Cases", "group"),
        .number("Cases", "cases"), .number("With a survey", "withSurvey"),
        .number("Answers", "answers"), .number("With interviews", "withInterviews"),
        .number("Interviewees", "interviewees"),
      ],
      rows: compare.groups.map { group in
        let readers = group.places.map { compare.readers[$0] }
        return [
          .words(group.title.isEmpty ? "All" : group.title), .count(readers.count),
          .count(readers.count(where: \.hasSurvey)),
          .count(readers.compactMap(\.score.responses.value).reduce(0, +)),
          .count(readers.count(where: \.hasInterviews)),
          .count(readers.compactMap(\.score.interviewees.value).reduce(0, +)),
        ]
      })
    return ReportFigure(
      section: "meta", number: 0, title: "The cases and their evidence",
      subtitle: "Numbers of cases, of answers and of people",
      body: .text(
        TextTable(
          columns: table.columns.map { .init(title: $0.title, isNumber: $0.isNumber) },
          rows: table.rows.map { $0.map { .init(text: $0.text) } })),
      notes: compare.readers.contains { $0.hidesInterviewees || $0.hidesAnswers }
        ? ["Answers and interviewees are of the cases that do not hide theirs."] : [],
      table: table)
  }

  private var hidden: [String] {
    compare.readers.contains { $0.hidesInterviewees || $0.hidesAnswers }
      ? ["\(Shorthand.hidden.key) so that nobody can be identified."] : []
  }

  private func evident(_ reader: CaseView) -> TextTable.Cell {
    let forms =
      compare.framework.valueForms.isEmpty
      ? compare.framework.constructs.filter { compare.framework.isLeaf($0.id) }
      : compare.framework.valueForms
    let found = forms.filter { reader.spoken($0.id)?.presence == .evident }.map(\.name)
    if reader.hidesInterviewees, !reader.score.hasAgreed {
      return .none(.valueForm, .hidden)
    }
    guard reader.hasInterviews else { return .init(text: "Nobody interviewed") }
    let isTold = !forms.contains { reader.interviews($0.id)?.heard != nil }
    guard !found.isEmpty else { return .none(.valueForm, isTold ? .whole : .part) }
    return listed(found, of: forms)
  }

  /// The forms of value that are there by their bands.
  private func strong(_ reader: CaseView) -> TextTable.Cell {
    let forms = compare.framework.valueForms
    let found = forms.filter { reader.score.construct($0.id)?.standing == .there }.map(\.name)
    guard !found.isEmpty else {
      return .none(
        .strongForm,
        forms.allSatisfy { reader.score.construct($0.id)?.standing != nil } ? .whole : .part)
    }
    return listed(found, of: forms)
  }

  private func listed(_ found: [String], of forms: [Construct]) -> TextTable.Cell {
    let others = forms.map(\.name).filter { !found.contains($0) }
    if forms.count > 4, others.isEmpty { return .init(text: "All \(forms.count)") }
    if forms.count > 4, others.count < 3 {
      return .init(text: "All but \(Words.list(others.map(Words.inSentence)))")
    }
    return .init(
      text: Words.list(
        found.enumerated().map { $0 == 0 ? $1 : Words.inSentence($1) }, atMost: 8))
  }

  /// What the case's own report is headed by.
  private func standsOut(_ reader: CaseView) -> String? {
    let own = compare.input.findings.first {
      $0.caseID == reader.subject.id && $0.phase == reader.score.phase
    }
    return Leading(own?.findings ?? [], of: compare.framework).leads?.heading
      .map(Words.withoutStop)
  }
}

extension TextTable.Cell {
  /// That there is nothing, as far as it was seen.
  fileprivate static func none(_ nothing: Nothing, _ sight: Sight) -> Self {
    Self(text: nothing.said(sight), mark: sight == .hidden ? .hidden : nil)
  }
}

extension DataTable {
  /// A title as a key of JSON: `What stands out` as `whatStandsOut`.
  static func key(_ title: String) -> String {
    let words = title.split { !$0.isLetter && !$0.isNumber }
    return words.enumerated().map { $0 == 0 ? $1.lowercased() : Words.capitalized($1.lowercased()) }
      .joined()
  }
}

extension CaseView {
  /// Whether some form of value has a band.
  fileprivate var hasLevelOfValue: Bool {
    framework.valueForms.contains { score.construct($0.id)?.band != nil }
  }
}
