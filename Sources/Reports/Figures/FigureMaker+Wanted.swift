import StudyModel

/// Wanted and received: ring and disc, a row a form of value, the largest shortfall first.
extension FigureMaker {
  /// The figure; nil where no form shows what was wanted and received.
  func wanted(_ part: ReportSection.Part) -> ReportFigure? {
    let ids = reader.leaves(part.of)
    let hasAny = ids.contains { reader.gap($0).figure != nil }
    guard hasAny else { return nil }
    let shown = ids.compactMap { reader.gap($0).figure }.sorted(by: Self.isShorter)
    let rest = ids.filter { reader.gap($0).figure == nil }
    let groups: [StripChart.Group] = [
      group(
        "Less than was wanted", "the interval for the gap lies wholly above zero",
        shown.filter { reading($0) == .short }),
      group(
        "Not settled", "interviews contradict what the survey says is received",
        shown.filter { reading($0) == .contradicted }),
      group(
        "About what was wanted", "the interval includes zero, or there is none",
        shown.filter { reading($0) == .level || reading($0) == nil }),
      group(
        "More than was wanted", "the interval lies wholly below zero",
        shown.filter { reading($0) == .over }),
      StripChart.Group(
        title: "Not compared", note: "wanted or received is not known, hidden or told in words",
        rows: rest.map(restRow)),
    ].filter { !$0.rows.isEmpty }
    let chart = StripChart(
      rowHeader: "Form of value", scale: .level,
      columns: ["Wanted →\nreceived", "Gap\n(95% interval)"],
      layout: .wanted, groups: groups)
    let phase = reader.phaseLabel
    return make(
      wantedTitle(shown, reader.gapSight(ids)),
      EvidenceWords.subtitle([
        levelWords(ids), "survey, of those who answered both", phase, words.answers(shown.map(\.n)),
      ]),
      key: wantedKey(shown, hasHidden: rest.contains { reader.survey($0).saying == nil })
        + alikeKey(ids), body: .strips(chart),
      notes: hiddenNote(ids.contains { reader.survey($0).isHidden }) + uncomparedNote(ids)
        + (RoughNotes(shown) + RoughNotes(ids.compactMap { reader.survey($0).figure })).notes(
          for: reader.eyes, "level or gap") + alikeNote(ids) + otherAnswersNote(shown)
        + interviewNote(ids),
      table: wantedTable(shown, rest), constructs: ids)
  }

  /// What can be said of a form's gap.
  private func reading(_ gap: ValueGap) -> GapReading? {
    reader.score.construct(gap.id)?.gapReading
  }

  /// The larger shortfall first; of equal ones by id.
  static func isShorter(_ left: ValueGap, _ right: ValueGap) -> Bool {
    let (a, b) = (NineDecimals.rounded(left.gap), NineDecimals.rounded(right.gap))
    return a == b ? left.id < right.id : a > b
  }

  private func group(_ title: String, _ note: String, _ gaps: [ValueGap]) -> StripChart.Group {
    StripChart.Group(title: title, note: note, rows: gaps.map(row))
  }

  private func row(_ gap: ValueGap) -> StripChart.Row {
    let kind: StripChart.JoinKind =
      switch reading(gap) {
      case .short: .short
      case .over: .over
      case .level, .contradicted, nil: .level
      }
    var marks: [StripChart.Mark] = []
    if let interval = reader.survey(gap.id).figure?.interval { marks.append(.band(interval)) }
    marks += [
      .join(from: gap.desired, to: gap.derived, kind), .ring(gap.desired), .disc(gap.derived),
    ]
    let (wanted, received) = (Words.whole(gap.desired), Words.whole(gap.derived))
    return StripChart.Row(
      label: reader.name(gap.id), small: reader.gloss(gap.id), strong: true, marks: marks,
      spoken: "wanted \(wanted), received \(received)",
      cells: [
        .init(lead: "\(wanted) →", main: received),
        .figure(
          Words.gap(gap.gap),
          small: gap.interval.map(Words.signedInterval)
            ?? Shorthand.notAvailable.after("no interval")),
      ])
  }

  /// A form without a comparison: what is received if that is known, else the reason.
  private func restRow(_ id: String) -> StripChart.Row {
    var row = StripChart.Row(
      label: reader.name(id), small: reader.gloss(id), strong: true, marks: [],
      cells: [.figure(.notApplicable), .figure(.notApplicable, small: "no gap")])
    if let alike = reader.survey(id).saying {
      row.marks = [.alike(alike)]
      row.cells = [
        .figure("in words", small: "received: \(alike.rawValue)"), .figure(.hidden),
      ]
    } else if let survey = reader.survey(id).figure, reader.gap(id).isHidden {
      row.marks = survey.interval.map { [.band($0)] } ?? []
      row.marks.append(.disc(survey.score))
      row.spoken = "received \(Words.whole(survey.score)), not compared"
      row.cells = [
        .figure(Words.whole(survey.score), small: "received"),
        .figure(.hidden, small: "not compared"),
      ]
    } else if reader.gap(id).isHidden || reader.survey(id).isHidden {
      row.hatched = Shorthand.saidHidden
      row.cells = [.figure(.hidden), .figure(.hidden)]
    } else if let survey = reader.survey(id).figure {
      row.marks = survey.interval.map { [.band($0)] } ?? []
      row.marks.append(.disc(survey.score))
      row.spoken = "received \(Words.whole(survey.score)), wanted not asked"
      row.cells = [
        .figure(Words.whole(survey.score)),
        .figure(.notApplicable, small: "wanted not asked"),
      ]
    } else {
      row.hatched = words.silentSurvey(id)
      if let figure = reader.spoken(id) {
        row.small = "interviews: " + words.presence(figure).text
      }
    }
    return row
  }

  /// Why what was received is shown and not compared.
  private func uncomparedNote(_ ids: [String]) -> [String] {
    guard ids.contains(where: { reader.gap($0).isHidden && !reader.survey($0).isHidden }) else {
      return []
    }
    let least = reader.framework.scoring.suppressAnswersBelow
    return [
      "\(Shorthand.hidden.rawValue) not compared: fewer than \(least) answered both questions, or what is told of one would tell of single people."
    ]
  }

  /// That what was received is another figure where more people stand behind it.
  private func otherAnswersNote(_ gaps: [ValueGap]) -> [String] {
    let differs = gaps.contains { gap in
      reader.survey(gap.id).figure.map { Words.whole($0.score) != Words.whole(gap.derived) }
        ?? false
    }
    return differs
      ? [
        "Received is here of those who answered both questions; elsewhere on this page it may rest on more answers."
      ] : []
  }

  private func wantedTitle(_ gaps: [ValueGap], _ sight: Sight) -> String {
    let short = gaps.filter { reading($0) == .short }
    let unsettled = gaps.count { reading($0) == .contradicted }
    let beside =
      unsettled == 0 ? "" : "; on \(Words.spelled(unsettled)), interviews contradict the survey"
    guard let first = short.first else {
      guard unsettled == 0 else {
        return
          "Interviews contradict the survey on \(unsettled) of \(gaps.count); \(Nothing.settledShortForm.said(sight))"
      }
      guard gaps.contains(where: { reading($0) == .over }) else {
        return gaps.isEmpty ? Nothing.difference.hidden : Nothing.difference.said(sight)
      }
      return Nothing.shortForm.said(sight)
    }
    if short.count == 1 {
      let name = reader.name(first.id)
      return
        (sight.seesAll && unsettled == 0
        ? "\(name) is the only clear shortfall" : "\(name) falls clearly short") + beside
    }
    let most =
      StandsApart.highest(gaps.map { (id: $0.id, interval: $0.interval) })
      .map { ", most of all \(Words.inSentence(reader.name($0)))" } ?? ""
    if short.count == gaps.count, sight.seesAll {
      return "Every form of value falls clearly short" + most
    }
    return
      "\(short.count) of \(gaps.count)\(sight.seesAll ? "" : " compared") fall clearly short"
      + (unsettled == 0 ? most : beside)
  }

  private func wantedKey(_ gaps: [ValueGap], hasHidden: Bool) -> [KeyEntry] {
    var key = [
      KeyEntry(mark: .wanted, meaning: "wanted"), KeyEntry(mark: .received, meaning: "received"),
    ]
    if gaps.contains(where: { reader.survey($0.id).figure?.interval != nil }) {
      key.append(KeyEntry(mark: .interval, meaning: "95% interval for received"))
    }
    if gaps.contains(where: { reading($0) == .short }) {
      key.append(KeyEntry(mark: .shortfall, meaning: "clear shortfall"))
    }
    if gaps.contains(where: { reading($0) == .over }) {
      key.append(KeyEntry(mark: .surplus, meaning: "clearly more than wanted"))
    }
    if hasHidden { key.append(KeyEntry(mark: .hatch, meaning: "no figure, with the reason")) }
    return key
  }

  /// Whether interviews say that it is wanted; to others than the researcher one voice is not told of.
  func wantedCell(_ id: String) -> DataTable.Cell {
    guard reader.interviews(id) != nil else { return .mark(.notAvailable) }
    return switch reader.wish(id) {
    case .wanted: .words("yes")
    case .notWanted: .words("not said")
    case .open: .words("not settled")
    case .hidden: .mark(.hidden)
    }
  }

  private func wished(_ id: String) -> [DataTable.Cell] {
    reader.hasInterviews ? [wantedCell(id)] : []
  }

  private func wantedTable(_ shown: [ValueGap], _ rest: [String]) -> DataTable {
    let columns: [DataTable.Column] =
      [
        .words("Form of value", "construct"), .number("Wanted", "wanted"),
        .number("Received", "received"),
        .number("Gap", "gap"), .number("95% interval", "interval"), .number("Answers", "answers"),
        .words("Priority", "quadrant"),
      ] + interviewColumns
      + (reader.hasInterviews ? [.words("Wanted in interviews", "wantedInInterviews")] : [])
    let answered = shown.map { gap -> [DataTable.Cell] in
      let named = reader.score.construct(gap.id)?.namedQuadrant
      // A quadrant that speaks against the gap beside it would be read as a mistake.
      let (quadrant, without): (String?, String) =
        switch reading(gap) {
        case .contradicted: (nil, "not settled")
        case .short: (named == .concentrate ? named?.rawValue : nil, "clearly short")
        case .over: (named == .overdone ? named?.rawValue : nil, "more than wanted")
        case .level, nil: (named?.rawValue, "not clear")
        }
      return [
        .words(reader.name(gap.id)), .level(gap.desired), .level(gap.derived), .signed(gap.gap),
        .interval(gap.interval, signed: true),
        reader.hidesAnswers ? .mark(.hidden) : .count(gap.n),
        quadrant.map { .words($0) } ?? .saidOnly(without),
      ] + interviewCells(gap.id) + wished(gap.id)
    }
    let others = rest.map { id -> [DataTable.Cell] in
      let mark =
        reader.gap(id).isHidden || reader.survey(id).isHidden ? Shorthand.hidden : .notApplicable
      return [
        .words(reader.name(id)), .mark(mark),
        .level(
          reader.survey(id).figure?.score,
          else: reader.survey(id).saying.map { .said($0) } ?? .mark(mark)),
        .mark(mark), .mark(mark), .mark(mark), .mark(mark),
      ] + interviewCells(id) + wished(id)
    }
    return DataTable(columns: columns, rows: answered + others)
  }
}
