import StudyModel

/// The section on change: rounds of coding, versions of the codebook, and what differs between them.
struct AgreementOverTime {
  let maker: AgreementPage

  private var input: AgreementInput { maker.input }
  /// Rounds with sources that two coders coded.
  var rounds: [AgreementStage] { input.rounds.filter(\.isComparable) }
  /// Versions with such sources.
  var versions: [AgreementStage] { input.versions.filter(\.isComparable) }

  /// Whether there is anything to compare.
  var hasSeveral: Bool { rounds.count > 1 || versions.count > 1 }

  /// How differences are measured, where there are any.
  var notes: [Note] {
    guard hasSeveral else { return [] }
    return [
      Note(
        term: "Differences",
        says: [
          "Later less earlier. Intervals are percentile bootstrap intervals over whole sources: a source in both rounds is drawn for both at once, others in their own round (Efron and Tibshirani 1993). A round with fewer than \(AgreementDifference.fewestSources) such sources has none."
        ])
    ]
  }

  var section: Section {
    var section = Section(
      id: "over-time", number: 0, title: "Over time", heading: heading, reading: nil)
    guard hasSeveral else {
      section.blocks = [.paragraph(nothing)]
      return section
    }
    section.reading =
      "A round is what coders who worked alone brought in together. Decisions made between rounds play no part."
    section.blocks = stages(rounds, header: "Round", kind: "round")
    section.blocks +=
      sameThroughout.map { [.paragraph($0)] }
      ?? stages(versions, header: "Codebook", kind: "version")
    let changed = redefined
    if !changed.isEmpty { section.blocks.append(.figure(redefinitions(changed))) }
    section.blocks.append(.means(means))
    return section
  }

  /// Which round was coded under which version, where each had one of its own: the figures of the
  /// versions are then those of the rounds.
  private var sameThroughout: String? {
    guard rounds.count > 1, rounds.count == versions.count,
      zip(rounds, versions).allSatisfy({
        $0.byCode == $1.byCode && $0.sharedSources == $1.sharedSources
      })
    else { return nil }
    let pairs = zip(rounds, versions).map {
      "\(Words.inSentence($0.pooled.name)) under \($1.pooled.key)"
    }
    return
      "Each round was coded under a version of the codebook of its own, so what is said of rounds holds for versions: \(Words.list(pairs))."
  }

  private var nothing: String {
    guard input.rounds.count > 1 || input.versions.count > 1 else {
      let version = input.versions.first.map { " (\($0.pooled.key))" } ?? ""
      return
        "All codings are of one round and under one version of the codebook\(version), so there is nothing to compare."
    }
    return
      "Codings came in \(Words.count(input.rounds.count, "round")) and under \(Words.count(input.versions.count, "version")) of the codebook, of which fewer than two hold a source that two coders coded, so there is nothing to compare."
  }

  /// The latest difference, of rounds where there are several, else of versions.
  private var latest: (stage: AgreementStage, difference: AgreementDifference)? {
    let stage = (rounds.count > 1 ? rounds : versions).last
    return stage.flatMap { stage in stage.difference.map { (stage, $0) } }
  }

  private var heading: String {
    guard let latest else { return "One round of coding so far" }
    let before = rounds.count > 1 ? "the round before" : "the version before"
    guard let interval = latest.difference.alpha.interval else {
      return "How far agreement differs from \(before) cannot be said with any certainty"
    }
    if interval.low > 0 { return "Coders agree more than in \(before)" }
    return interval.high < 0
      ? "Coders agree less than in \(before)" : "No clear change since \(before)"
  }

  /// A picture of the stages and a table of what differs between them; nothing for a single one.
  private func stages(_ stages: [AgreementStage], header: String, kind: String) -> [Block] {
    guard stages.count > 1 else { return [] }
    return [.figure(picture(stages, header, kind)), .figure(differences(stages, kind))]
  }

  private func picture(
    _ stages: [AgreementStage], _ header: String, _ kind: String
  ) -> ReportFigure {
    let drawing = AgreementFigures(maker: maker)
    let rows = stages.map { stage in
      var row = drawing.strip(stage.pooled)
      let sources = Words.count(stage.sharedSources, "source")
      row.small = row.small.map { "\(sources); \($0)" } ?? sources
      row.cells.append(
        stage.difference.map { .figure(signed($0.alpha.value), small: interval($0.alpha)) }
          ?? .figure("first"))
      return row
    }
    let values = stages.map { $0.pooled.alpha.value.map { Words.fixed($0, 2) } ?? "no figure" }
    return ReportFigure(
      section: "over-time", number: 0,
      title: values.count == 2
        ? "Alpha went from \(values[0]) to \(values[1])"
        : "Alpha over \(Words.count(stages.count, kind)): \(values.joined(separator: ", "))",
      subtitle:
        "Krippendorff’s alpha with 95% interval, all codes, of what was coded in each \(kind), before any decision; beside it the difference from the \(kind) before",
      key: StripChart.agreementKey,
      body: .strips(
        StripChart(
          rowHeader: header, scale: .agreement,
          columns: ["Alpha\n(95% interval)", "Difference\n(95% interval)"], layout: .wanted,
          groups: [StripChart.Group(title: nil, note: nil, rows: rows)])),
      notes: stages.compactMap(note), table: table(stages, header))
  }

  /// How the difference was drawn, and what else differs.
  private func note(_ stage: AgreementStage) -> String? {
    guard let difference = stage.difference else { return nil }
    var says = ["\(stage.pooled.name): \(Words.inSentence(difference.drawingText))"]
    if stage.hasOtherCoders { says.append("Other coders took part than before.") }
    if !stage.unsharedCodes.isEmpty {
      let codes = Words.count(stage.unsharedCodes.count, "code")
      says.append(
        "\(Words.capitalized(codes)) \(stage.unsharedCodes.count == 1 ? "was" : "were") used in one of the two only, so what was coded differs too."
      )
    }
    return says.joined(separator: " ")
  }

  private func table(_ stages: [AgreementStage], _ header: String) -> DataTable {
    DataTable(
      columns: [
        .words(header, "name"), .words("Key", "key"), .number("Sources", "sources"),
        .number("Coders", "coders"), .number("Alpha", "alpha"), .number("Low", "low"),
        .number("High", "high"), .number("Kappa", "kappa"), .number("AC1", "ac1"),
        .number("Positive agreement", "positiveAgreement"),
        .number("Agreement", "percentAgreement"), .number("Units", "units"),
      ],
      rows: stages.map { stage in
        let row = stage.pooled
        return [
          .words(row.name), .words(row.key), .count(stage.sharedSources),
          .count(stage.coders.count), .fixed(row.alpha.value, 2),
          .fixed(row.alpha.interval?.low, 2), .fixed(row.alpha.interval?.high, 2),
          .fixed(row.kappa.value, 2), .fixed(row.ac1.value, 2), .fixed(row.positive.value, 2),
          .fixed(row.percent.value, 2), .count(row.units),
        ]
      })
  }

  private func differences(_ stages: [AgreementStage], _ kind: String) -> ReportFigure {
    let steps = stages.compactMap { stage in stage.difference.map { (stage, $0) } }
    let words = steps.flatMap { stage, difference in
      difference.figures.map { name, value in
        [
          TextTable.Cell(
            text: Words.capitalized(name), small: "\(stage.pooled.key), less \(difference.from)"),
          TextTable.Cell(text: signed(value.value), small: nil),
          TextTable.Cell(text: interval(value) ?? value.reason ?? "none", small: nil),
        ]
      }
    }
    return ReportFigure(
      section: "over-time", number: 0,
      title: "How much each figure differs from the \(kind) before",
      subtitle:
        "Later less earlier, all codes; 95% intervals from \(Words.thousands(input.plan.replicates)) draws of whole sources",
      body: .text(
        TextTable(
          columns: [
            .init(title: "Figure"), .init(title: "Difference", isNumber: true),
            .init(title: "95% interval"),
          ], rows: words)),
      table: DataTable(
        columns: [
          .words("Figure", "figure"), .words("Later", "later"), .words("Earlier", "earlier"),
          .number("Difference", "difference"), .number("Low", "low"), .number("High", "high"),
          .words("Drawing", "drawing"), .words("Reason", "reason"),
        ],
        rows: steps.flatMap { stage, difference in
          difference.figures.map { name, value in
            [
              .words(Words.capitalized(name)), .words(stage.pooled.key), .words(difference.from),
              .fixed(value.value, 2), .fixed(value.interval?.low, 2),
              .fixed(value.interval?.high, 2), .words(difference.drawing.rawValue),
              value.reason.map { .words($0) } ?? .mark(.notApplicable),
            ]
          }
        }))
  }
}

/// Codes whose definition was mended.
extension AgreementOverTime {
  private struct Redefined {
    var code: String
    var from: String
    var to: String
    var definitions: AgreementStage.Redefinition
    var before: AgreementValue?
    var after: AgreementValue?
    var difference: AgreementValue?
  }

  /// Codes defined otherwise in a version than in the one before, version by version, by name.
  private var redefined: [Redefined] {
    versions.flatMap { stage -> [Redefined] in
      guard let from = stage.difference?.from else { return [] }
      let earlier = versions.first { $0.pooled.key == from }
      func alpha(_ stage: AgreementStage?, _ code: String) -> AgreementValue? {
        stage?.byCode.first { $0.key == code }?.alpha
      }
      return stage.redefined.sorted { $0.key < $1.key }.map { code, definitions in
        Redefined(
          code: code, from: from, to: stage.pooled.key, definitions: definitions,
          before: alpha(earlier, code), after: alpha(stage, code),
          difference: stage.byCodeDifference[code]?.alpha)
      }
    }
  }

  private func redefinitions(_ changed: [Redefined]) -> ReportFigure {
    func text(_ value: AgreementValue?) -> String {
      value?.value.map { Words.fixed($0, 2) } ?? "no figure"
    }
    return ReportFigure(
      section: "over-time", number: 0,
      title: "Agreement on the codes whose definition changed",
      subtitle:
        "Alpha of what was coded by each definition, with the difference and its 95% interval",
      body: .text(
        TextTable(
          columns: [
            .init(title: "Code"), .init(title: "Definition before"),
            .init(title: "Definition since"), .init(title: "Alpha before", isNumber: true),
            .init(title: "Alpha since", isNumber: true),
            .init(title: "Difference", isNumber: true),
          ],
          rows: changed.map { item in
            [
              TextTable.Cell(text: maker.code(item.code), small: "\(item.from) to \(item.to)"),
              TextTable.Cell(text: item.definitions.before.text, small: nil),
              TextTable.Cell(text: item.definitions.after.text, small: nil),
              TextTable.Cell(text: text(item.before), small: nil),
              TextTable.Cell(text: text(item.after), small: nil),
              TextTable.Cell(
                text: signed(item.difference?.value), small: item.difference.flatMap(interval)),
            ]
          })),
      table: DataTable(
        columns: [
          .words("Code", "code"), .words("From", "from"), .words("To", "to"),
          .words("Definition before", "before"), .words("Definition since", "since"),
          .number("Alpha before", "alphaBefore"), .number("Alpha since", "alphaSince"),
          .number("Difference", "difference"), .number("Low", "low"), .number("High", "high"),
        ],
        rows: changed.map { item in
          [
            .words(maker.code(item.code)), .words(item.from), .words(item.to),
            .words(item.definitions.before.text), .words(item.definitions.after.text),
            .fixed(item.before?.value, 2), .fixed(item.after?.value, 2),
            .fixed(item.difference?.value, 2), .fixed(item.difference?.interval?.low, 2),
            .fixed(item.difference?.interval?.high, 2),
          ]
        }))
  }

  private var means: Means {
    var says =
      latest.flatMap { stage, difference in claim(stage, difference.alpha) }.map { [$0] } ?? []
    says.append(
      "A higher figure speaks for training or for a better codebook where the same coders coded comparable sources; it does not say which of the two it was."
    )
    return Means(
      label: "What this means",
      warns: latest?.difference.alpha.interval.map { $0.high < 0 } ?? false, says: says)
  }

  /// How the latest stage differs from the one before, and whether it may be chance.
  private func claim(_ stage: AgreementStage, _ alpha: AgreementValue) -> String? {
    guard let value = alpha.value, let from = stage.difference?.from else { return nil }
    let before = (rounds + versions).first { $0.pooled.key == from }?.pooled.name ?? from
    let size = Words.fixed(abs(value), 2)
    let claim =
      size == "0.00"
      ? "is that of \(Words.inSentence(before))"
      : "is \(size) \(value > 0 ? "higher" : "lower") than that of \(Words.inSentence(before))"
    let chance =
      switch alpha.interval {
      case nil: "how much of that is chance cannot be told."
      case let interval? where interval.low <= 0 && interval.high >= 0:
        "so few or so varied sources may differ that much by chance."
      default: "that is more than the choice of sources explains."
      }
    return "Alpha of \(Words.inSentence(stage.pooled.name)) \(claim); \(chance)"
  }

  private func signed(_ value: Double?) -> String {
    value.map { Words.signed($0, 2) } ?? Shorthand.notAvailable.rawValue
  }

  private func interval(_ value: AgreementValue) -> String? {
    value.interval.map { "\(signed($0.low)) to \(signed($0.high))" }
  }
}
