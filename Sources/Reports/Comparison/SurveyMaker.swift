import StudyModel

/// What members say, by case: a heat map with intervals, and small multiples of wanted and received.
struct SurveyMaker {
  let compare: ComparisonPage

  private var readers: [CaseView] { compare.readers }

  /// The forms of value, else the leaves, that some case has an answer on, shown or hidden.
  var ids: [String] {
    let framework = compare.framework
    let forms =
      framework.valueForms.isEmpty
      ? framework.constructs.filter { framework.isLeaf($0.id) } : framework.valueForms
    return forms.map(\.id).filter { id in
      readers.contains { !$0.survey(id).isAbsent }
    }
  }

  /// What the section is called.
  static let title = "What members say"

  var sections: [Section] {
    guard !readers.isEmpty else { return [] }
    let ids = ids
    let own = compare.findings(in: "survey")
    var section = Section(
      id: "survey", number: 0, title: Self.title,
      heading: SaidTogether.heading(own) ?? heading(ids), reading: nil)
    guard !ids.isEmpty else {
      section.heading = heading(ids)
      section.blocks = [.missing(Nothing.surveyAnywhere.whole)]
      return [section]
    }
    section.blocks = [.figure(heat(ids))]
    if readers.contains(where: { $0.score.constructs.contains { !$0.gap.isAbsent } }) {
      section.blocks.append(.figure(compare.layout == .columns ? multiples : gapCounts))
    }
    section.blocks += SectionMaker.means(own, of: compare.framework)
    return [section]
  }

  private func heading(_ ids: [String]) -> String {
    let hidden = readers.filter { reader in
      !ids.isEmpty && ids.allSatisfy { reader.survey($0).isHidden }
    }.count
    let silent = readers.filter { !$0.hasSurvey }.count
    let shown = readers.count - hidden - silent
    if ids.isEmpty { return "No survey answers yet" }
    if shown == 0 { return "What members answered is hidden" }
    guard readers.count > 1 else { return "Survey levels of one case" }
    var text = "Survey levels of \(shown) of \(Words.count(readers.count, "case"))"
    if hidden > 0 { text += ", \(hidden) hidden" }
    if silent > 0 { text += ", \(silent) without answers" }
    return text
  }

  private func heat(_ ids: [String]) -> ReportFigure {
    if compare.layout == .spread {
      return SpreadMaker(compare: compare) { $0.survey($1).figure?.score }.figure(
        [(nil, ids)], section: "survey", title: title(ids),
        subtitle: "How the cases lie, survey level from 0 to 100")
    }
    let columns = CaseColumns(compare: compare)
    var matrix = MatrixChart(
      spanLabel: columns.spanLabel, spans: columns.spans, columns: columns.columns,
      groups: [
        MatrixChart.Group(
          title: nil,
          rows: ids.map { id in
            MatrixChart.Row(
              label: compare.framework.construct(id)?.name ?? id,
              cells: readers.map { cell($0, id) })
          })
      ], isTall: true)
    var table = table(ids)
    if compare.layout == .rows {
      matrix = matrix.turned(into: compare.groups)
      table = matrix.turnedTable(columns: ids)
    }
    let isHidden = ids.contains { id in readers.contains { $0.survey(id).isHidden } }
    let key =
      Shades.levels.key(below: "under \(Shades.levels.from[0])")
      + (isHidden ? [KeyEntry(mark: .hatch, meaning: Shorthand.hidden.key)] : [])
    return ReportFigure(
      section: "survey", number: 0, title: title(ids),
      subtitle: compare.layout == .rows
        ? "Survey level from 0 to 100"
        : "Survey level from 0 to 100; the line under each figure is its 95% interval on the same scale",
      key: key, body: .matrix(matrix),
      notes: hiddenNote(isHidden) + roughNote(ids), table: table, constructs: ids)
  }

  /// Between which levels the cases lie: on what they lie furthest apart, intervals seldom tell.
  private func title(_ ids: [String]) -> String {
    let levels = readers.flatMap { reader in ids.compactMap { reader.survey($0).figure?.score } }
    guard let low = levels.min(), let high = levels.max(), levels.count > 1 else {
      return "Survey level by case"
    }
    let isWhole = ids.allSatisfy { id in
      readers.allSatisfy { !$0.survey(id).isHidden && $0.survey(id).saying == nil }
    }
    return
      "Survey levels \(isWhole ? "by case" : "of the cases shown") lie between \(Words.whole(low)) and \(Words.whole(high))"
  }

  private func hiddenNote(_ isHidden: Bool) -> [String] {
    guard isHidden else { return [] }
    return [
      "\(Shorthand.hidden.key) so that nobody can be identified: fewer than \(compare.framework.scoring.suppressAnswersBelow) answers, or a figure from which such a one could be worked out."
    ]
  }

  private func roughNote(_ ids: [String]) -> [String] {
    RoughNotes(readers.flatMap { reader in ids.compactMap { reader.survey($0).figure } })
      .notes(for: compare.input.eyes)
  }

  private func cell(_ reader: CaseView, _ id: String) -> MatrixChart.Cell {
    switch reader.survey(id) {
    case .hidden: MatrixChart.Cell(shade: 0, text: Shorthand.hidden.rawValue, mark: .hidden)
    case .inWords(let alike):
      MatrixChart.Cell(
        shade: Shades.levels.shade((alike.range.lowerBound + alike.range.upperBound) / 2),
        text: alike.rawValue)
    case .absent:
      MatrixChart.Cell(shade: 0, text: Shorthand.notApplicable.rawValue, mark: .notApplicable)
    case .shown(let figure):
      MatrixChart.Cell(
        shade: Shades.levels.shade(figure.score), text: Words.whole(figure.score),
        interval: figure.interval, value: .number(figure.score))
    }
  }

  private func table(_ ids: [String]) -> DataTable {
    let columns =
      [DataTable.Column.words("Construct", "construct")]
      + readers.map { .number($0.subject.name, $0.subject.id) }
    let rows = ids.map { id -> [DataTable.Cell] in
      [.words(compare.framework.construct(id)?.name ?? id)]
        + readers.map { reader in
          let figure = reader.survey(id).figure
          return .estimate(
            figure?.score, figure?.interval,
            else: reader.survey(id).mark(silent: .notApplicable))
        }
    }
    return DataTable(columns: columns, rows: rows)
  }

  private var multiples: ReportFigure {
    let forms = compare.framework.valueForms
    let panels = readers.map { reader -> MultiplePanel in
      let gaps = forms.compactMap { reader.gap($0.id).figure }
      let saysSome = forms.contains { reader.survey($0.id).saying != nil }
      let numbers = gaps.map(\.n)
      let size = EvidenceWords(reader: reader).answers(numbers)?.replacing(" a row", with: "")
      let hidden =
        gaps.isEmpty && !saysSome
        ? forms.contains { reader.gap($0.id).isHidden }
          ? "\(Words.capitalized(Shorthand.saidHidden)): too few answers, or told in words. What is told of the interviews of this case is in the figures above."
          : "\(Shorthand.notApplicable.after("Wanted and received were not both asked here"))."
        : nil
      return MultiplePanel(
        name: reader.subject.name,
        subtitle: size
          ?? (reader.hidesAnswers ? Shorthand.hidden.after("answers") : "no figures"),
        rows: forms.map { multiple(reader, $0) }, hatched: hidden)
    }
    return ReportFigure(
      section: "survey", number: 0, title: multiplesTitle,
      subtitle: "Wanted and received in each case, level from 0 to 100",
      key: [
        KeyEntry(mark: .wanted, meaning: "wanted"), KeyEntry(mark: .received, meaning: "received"),
      ],
      body: .multiples(panels),
      notes: hiddenNote(readers.contains { $0.score.constructs.contains(where: \.gap.isHidden) })
        + RoughNotes(readers.flatMap(\.score.shownGaps)).notes(
          for: compare.input.eyes, "level or gap"), table: gapTable,
      constructs: forms.map(\.id))
  }

  /// In how many cases each form of value falls short of what is wanted: so many small drawings could not be read.
  private var gapCounts: ReportFigure {
    let forms = compare.framework.valueForms
    let table = DataTable(
      columns: [
        .words("Form of value", "construct"), .number("Cases", "cases"),
        .number("Clearly short", "short"), .number("Clearly over", "over"),
        .number("Median gap", "median"), .number("Lower quartile", "lowerQuartile"),
        .number("Upper quartile", "upperQuartile"),
      ],
      rows: forms.map { form in
        let gaps = readers.compactMap { $0.gap(form.id).figure }
        let spread = LevelSpread(gaps.map(\.gap))
        func count(_ isMeant: (ConstructScore) -> Bool) -> Int {
          readers.count { $0.score.construct(form.id).map(isMeant) ?? false }
        }
        return [
          .words(form.name), .count(gaps.count), .count(count { $0.gapReading == .short }),
          .count(count { $0.gapReading == .over }), .signed(spread?.median),
          .signed(spread?.quartiles.lowerBound), .signed(spread?.quartiles.upperBound),
        ]
      })
    return ReportFigure(
      section: "survey", number: 0, title: multiplesTitle,
      subtitle: "Wanted less received, in points: how the cases lie",
      body: .text(
        TextTable(
          columns: table.columns.map { .init(title: $0.title, isNumber: $0.isNumber) },
          rows: table.rows.map { $0.map { .init(text: $0.text, mark: $0.mark) } })),
      notes: hiddenNote(readers.contains { $0.score.constructs.contains(where: \.gap.isHidden) }),
      table: table, constructs: forms.map(\.id))
  }

  private func multiple(_ reader: CaseView, _ form: Construct) -> MultiplePanel.Row {
    let gap = reader.gap(form.id).figure
    let text = gap.map { "wanted \(Words.whole($0.desired)), received \(Words.whole($0.derived))" }
    let short = form.name.split(separator: " ").first.map(String.init) ?? form.name
    let isDouble = compare.framework.valueForms.filter { $0.name.hasPrefix(short) }.count > 1
    return MultiplePanel.Row(
      name: isDouble ? form.name : short, wanted: gap?.desired, received: gap?.derived,
      text: text ?? untold(reader, form.id), alike: reader.survey(form.id).saying)
  }

  /// What stands in place of wanted and received.
  private func untold(_ reader: CaseView, _ id: String) -> String {
    if let said = reader.survey(id).said {
      return "received: \(said); wanted \(Shorthand.saidHidden)"
    }
    return reader.gap(id).isHidden
      ? Shorthand.saidHidden : Shorthand.notApplicable.after("not asked")
  }

  /// How much of wanted and received is seen, in all cases.
  private var gapSight: Sight {
    Sight(
      readers.flatMap { reader in compare.framework.valueForms.map { reader.gap($0.id).sight } })
  }

  private var multiplesTitle: String {
    let counts = compare.framework.valueForms.map { form in
      (
        form,
        readers.count { $0.score.construct(form.id)?.gapReading == .short }
      )
    }
    guard let most = counts.max(by: { $0.1 < $1.1 }), most.1 > 0 else {
      return Nothing.shortAnywhere.said(gapSight)
    }
    guard readers.count > 1 else { return "\(most.0.name) falls clearly short" }
    let asked = readers.filter { !$0.gap(most.0.id).isAbsent }
    let shown = asked.count { !$0.gap(most.0.id).isHidden }
    let which = [
      asked.count < readers.count ? "asked" : nil, shown < asked.count ? "shown" : nil,
    ].compactMap { $0 }.joined(separator: " and ")
    return
      "\(most.0.name) falls clearly short in \(most.1) of \(Words.count(shown, "case"))"
      + (which.isEmpty ? "" : " " + which) + contradicted(most.0.id)
  }

  /// In how many more interviews contradict what the survey says; empty where in none.
  private func contradicted(_ id: String) -> String {
    let count = readers.count { $0.score.construct(id)?.gapReading == .contradicted }
    return count == 0
      ? "" : "; in \(count) more, interviews contradict the survey"
  }

  private var gapTable: DataTable {
    let columns: [DataTable.Column] = [
      .words("Case", "case"), .words("Form of value", "construct"), .number("Wanted", "wanted"),
      .number("Received", "received"),
      .number("Gap", "gap"), .number("95% interval", "interval"), .number("Answers", "answers"),
    ]
    let rows = readers.flatMap { reader in
      compare.framework.valueForms.compactMap { form -> [DataTable.Cell]? in
        guard let gap = reader.gap(form.id).figure else {
          return reader.gap(form.id).isHidden
            ? [.words(reader.subject.name), .words(form.name), .mark(.hidden)]
              + [.inPlace(reader.survey(form.id).mark(silent: .hidden))]
              + Array(repeating: .mark(.hidden), count: columns.count - 4)
            : nil
        }
        return [
          .words(reader.subject.name), .words(form.name), .level(gap.desired), .level(gap.derived),
          .signed(gap.gap),
          .interval(gap.interval, signed: true),
          reader.hidesAnswers ? .mark(.hidden) : .count(gap.n),
        ]
      }
    }
    return DataTable(columns: columns, rows: rows)
  }
}
