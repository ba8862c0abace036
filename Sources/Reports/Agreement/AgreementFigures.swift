import StudyModel

/// The figures of the agreement report: discs on 0 to 1, and the picture of confusion.
struct AgreementFigures {
  let maker: AgreementPage

  private var input: AgreementInput { maker.input }

  var codesTitle: String {
    let low = maker.low.count
    guard !maker.judged.isEmpty else { return AgreementPage.noneJudged }
    return low == 0
      ? "Agreement reaches \(AgreementLevel.tentativeSaid) on every code that can be judged"
      : "Agreement is too low on \(Words.count(low, "code"))"
  }

  func heading(_ rows: [AgreementRow], all: String, one: String, some: String) -> String {
    guard rows.contains(where: { $0.alpha.value != nil }) else {
      return "None of these can be judged"
    }
    let low = rows.count(where: \.isLow)
    return low == 0 ? all : low == 1 ? one : some
  }

  /// Rows with an interval, drawn from 0 to 1.
  func strips(_ rows: [AgreementRow], section: String, title: String, header: String)
    -> ReportFigure
  {
    ReportFigure(
      section: section, number: 0, title: title,
      subtitle:
        "Krippendorff’s alpha with 95% interval, \(Words.count(input.sharedSources, "source")) read by two or more coders, before any decision",
      key: StripChart.agreementKey,
      body: .strips(
        StripChart(
          rowHeader: header, scale: .agreement, columns: ["Alpha\n(95% interval)"], layout: .plain,
          groups: [StripChart.Group(title: nil, note: nil, rows: rows.map(strip))])),
      notes: notes(rows),
      table: table(rows, header))
  }

  private func notes(_ rows: [AgreementRow]) -> [String] {
    var notes: [String] = []
    if rows.contains(where: { $0.alpha.value != nil }) { notes.append(StripChart.agreementReading) }
    if rows.contains(where: \.isRare) {
      notes.append(
        "\(Shorthand.unreliable.rawValue) marked, or left out, in fewer than \(AgreementRow.fewest) sources: too few to judge by."
      )
    }
    if rows.contains(where: { $0.lowByPrevalence != nil }) {
      notes.append(
        "[p] low though coders seldom differ (AC1 of \(AgreementLevel.tentativeSaid) and over): nearly every source holds the code, or hardly any."
      )
    }
    if rows.contains(where: { ($0.alpha.value ?? 0) < 0 }) {
      notes.append("What lies below 0 is drawn at 0.")
    }
    return notes
  }

  /// A row's alpha with its interval.
  func strip(_ row: AgreementRow) -> StripChart.Row {
    AgreementStrip.row(row, isStrong: row.key == input.pooled.key)
  }

  private func table(_ rows: [AgreementRow], _ header: String) -> DataTable {
    var columns: [DataTable.Column] = [
      .words(header, "name"), .words("Key", "key"), .number("Alpha", "alpha"),
      .number("Low", "low"), .number("High", "high"),
      .number("Kappa", "kappa"), .number("AC1", "ac1"), .words("AC1 reaches", "ac1Benchmark"),
      .number("Positive agreement", "positiveAgreement"),
      .number("Agreement", "percentAgreement"), .number("PABAK", "pabak"),
      .number("Prevalence index", "prevalenceIndex"), .number("Bias index", "biasIndex"),
      .number("Units", "units"),
      .number("Marked", "marked"), .number("By all", "markedByAll"),
    ]
    columns += input.coders.map {
      .number("Marked by \($0)", "marked by \($0)")
    }
    columns += [.number("Units needed", "unitsNeeded"), .words("Reason", "reason")]
    return DataTable(
      columns: columns,
      rows: rows.map { row in
        var cells: [DataTable.Cell] = [
          .words(row.name), .words(row.key),
          .fixed(row.alpha.value, 2), .fixed(row.alpha.interval?.low, 2),
          .fixed(row.alpha.interval?.high, 2),
          .fixed(row.kappa.value, 2), .fixed(row.ac1.value, 2),
          row.benchmark.map { .words($0) } ?? .mark(.notAvailable),
          .fixed(row.positive.value, 2), .fixed(row.percent.value, 2),
          .fixed(row.pabak.value, 2), .fixed(row.prevalence.value, 2), .fixed(row.bias.value, 2),
          .count(row.units),
          .count(row.marked), .count(row.markedByAll),
        ]
        cells += input.coders.map { .count(row.appliedBy[$0], else: .notApplicable) }
        cells += [
          .count(row.unitsNeeded),
          row.isRare
            ? .words(Shorthand.unreliable.after("fewer than \(AgreementRow.fewest) units"))
            : (row.alpha.reason ?? row.lowByPrevalence).map { .words($0) }
              ?? .mark(.notApplicable),
        ]
        return cells
      })
  }

  /// Codes that are too low with what they mean, so that a poor definition can be mended.
  func definitions(_ low: [AgreementRow]) -> ReportFigure {
    let rows = low.sorted { ($0.alpha.value ?? 0, $0.key) < ($1.alpha.value ?? 0, $1.key) }.prefix(
      12)
    let hasChanged = !input.earlierDefinitions.isEmpty
    let words = rows.map { row -> [TextTable.Cell] in
      [
        TextTable.Cell(text: row.name, small: row.key),
        TextTable.Cell(text: Words.fixed(row.alpha.value ?? 0, 2), small: nil),
        TextTable.Cell(text: row.definition ?? "not in the framework", small: nil),
      ] + (hasChanged ? [TextTable.Cell(text: changed(row.key), small: nil)] : [])
    }
    return ReportFigure(
      section: "codes", number: 0, title: "The definitions to look at again",
      subtitle:
        "The \(Words.count(words.count, "code")) with the lowest alpha of those that can be judged"
        + (maker.low.count > low.count ? ", but for those on which coders seldom differ [p]" : ""),
      body: .text(
        TextTable(
          columns: [
            .init(title: "Code"), .init(title: "Alpha", isNumber: true),
            .init(title: "Definition in the framework"),
          ] + (hasChanged ? [.init(title: "Changed since it was coded")] : []), rows: words)),
      table: DataTable(
        columns: [
          .words("Code", "code"), .number("Alpha", "alpha"), .words("Definition", "definition"),
        ] + (hasChanged ? [.words("Changed since it was coded", "changed")] : []),
        rows: rows.map { row in
          [.words(row.name), .fixed(row.alpha.value, 2), .words(row.definition ?? "")]
            + (hasChanged ? [.words(changed(row.key))] : [])
        }))
  }

  /// Whether the definition of a code is still that by which it was coded, and what became of it.
  private func changed(_ code: String) -> String {
    guard let earlier = input.earlierDefinitions[code], !earlier.isEmpty else { return "no" }
    func alpha(_ versions: [AgreementStage]) -> [String] {
      versions.compactMap { version in
        version.byCode.first { $0.key == code }?.alpha.value.map {
          "\(Words.fixed($0, 2)) in \(version.pooled.key)"
        }
      }
    }
    let figures = alpha(input.versions)
    return "yes, since \(Words.list(earlier))"
      + (input.codedAsDefined.contains(code) ? "" : "; nothing was coded by the new one yet")
      + (figures.count > 1 ? "; alpha was \(Words.list(figures))" : "")
  }

  /// The codes of the most frequent confusions, pair by pair, at most six.
  private var confused: [String] {
    var codes: [String] = []
    for pair in input.confusions {
      let new = [pair.first, pair.second].filter { !codes.contains($0) }
      if codes.count + new.count <= 6 { codes += new }
    }
    return codes
  }

  /// A name that may be broken within its long words, so that narrow columns hold it.
  private func breakable(_ name: String) -> String {
    name.split(separator: " ").map { word in
      guard word.count > 10 else { return String(word) }
      return word.enumerated().map { place, letter in
        place > 0 && place % 6 == 0 && word.count - place > 3 ? "\u{AD}\(letter)" : String(letter)
      }.joined()
    }.joined(separator: " ")
  }

  private func times(_ one: String, _ other: String) -> Int {
    input.confusions.first { ($0.first, $0.second) == (min(one, other), max(one, other)) }?.count
      ?? 0
  }

  var matrix: ReportFigure {
    let codes = confused
    let most = max(1, input.confusions.map(\.count).max() ?? 1)
    let rows = codes.map { row in
      MatrixChart.Row(
        label: maker.code(row),
        cells: codes.map { column in
          let count = row == column ? 0 : times(row, column)
          let shade = count == 0 ? 0 : min(5, 1 + 4 * count / most)
          return MatrixChart.Cell(shade: shade, text: row == column ? "same" : String(count))
        })
    }
    let columns = codes.enumerated().map { place, code in
      MatrixChart.Column(name: breakable(maker.code(code)), short: String(place + 1))
    }
    return ReportFigure(
      section: "confusion", number: 0,
      title: "The darker a cell, the more often two codes are mixed up",
      subtitle:
        "Pairs of codings by two coders on the same words under different codes; the \(Words.count(codes.count, "code")) of the most frequent mix-ups",
      body: .matrix(
        MatrixChart(
          spanLabel: nil, spans: [], columns: columns, groups: [.init(title: nil, rows: rows)],
          isTall: false)),
      notes: codes.count < 6 ? [] : ["Other pairs stand in the table of all pairs below."],
      table: DataTable(
        columns: [.words("Code", "code")] + codes.map { .number(maker.code($0), $0) },
        rows: codes.map { row in
          [.words(maker.code(row))]
            + codes.map { $0 == row ? .saidOnly("same") : .count(times(row, $0)) }
        }))
  }

  var confusions: ReportFigure {
    let pairs = input.confusions
    return ReportFigure(
      section: "confusion", number: 0, title: "Which codes to tell apart first",
      subtitle:
        pairs.count == 1
        ? "The pair that was mixed up"
        : "All \(Words.count(pairs.count, "pair")) that were mixed up, most often first; up to ten shown",
      body: .text(
        TextTable(
          columns: [
            .init(title: "Code"), .init(title: "Mixed up with"),
            .init(title: "Times", isNumber: true), .init(title: "Sources", isNumber: true),
          ],
          rows: pairs.prefix(10).map { pair in
            [
              maker.code(pair.first), maker.code(pair.second), String(pair.count),
              String(pair.sources),
            ].map { TextTable.Cell(text: $0, small: nil) }
          })),
      table: DataTable(
        columns: [
          .words("Code", "code"), .words("Mixed up with", "other"), .number("Times", "count"),
          .number("Sources", "sources"),
        ],
        rows: pairs.map {
          [
            .words(maker.code($0.first)), .words(maker.code($0.second)), .count($0.count),
            .count($0.sources),
          ]
        }))
  }
}
