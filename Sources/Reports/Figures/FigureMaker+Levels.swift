import StudyModel

/// Levels: a disc from 0 to 100, ordered by level, the steps of a chain in their own order; in words where there are
/// none.
extension FigureMaker {
  /// The figure; nil where nothing is known of any of the constructs.
  func levels(_ part: ReportSection.Part) -> ReportFigure? {
    let groups = elements(part.of)
    let ids = groups.flatMap(\.leaves)
    let hasLevel = ids.contains {
      reader.score.construct($0)?.score != nil || reader.survey($0).isHidden
        || reader.survey($0).said != nil
    }
    guard hasLevel else { return presence(part) }
    let chart = StripChart(
      rowHeader: rowHeader(ids), scale: .level,
      columns: [hasInterval(ids) ? "Level\n(95% interval)" : "Level", bandHeader],
      layout: .practices,
      groups: groups.map { group in
        StripChart.Group(
          title: group.title.map { reader.name($0) }, note: nil,
          rows: (part.figure == .chain ? group.leaves : group.leaves.sorted(by: isHigher))
            .map(levelRow))
      })
    let shown = ids.compactMap { reader.survey($0).figure }
    let isHidden = ids.contains { reader.survey($0).isHidden }
    return make(
      levelsTitle(ids),
      EvidenceWords.subtitle([
        ids.contains { !reader.survey($0).isAbsent } ? levelWords(ids) : "Level from 0 to 100",
        streams(ids),
        reader.phaseLabel, words.answers(shown.map(\.n)), words.interviews,
      ]),
      key: levelsKey(ids) + alikeKey(ids), body: .strips(chart),
      notes: noChainNote(part) + bandNote(ids) + roughNote(ids) + alikeNote(ids)
        + hiddenNote(isHidden)
        + interviewNote(ids, hasLevels: true),
      table: levelsTable(ids),
      constructs: part.of + ids)
  }

  /// Whether a level of any row has an interval.
  private func hasInterval(_ ids: [String]) -> Bool {
    ids.contains { reader.score.construct($0)?.interval != nil }
  }

  /// The kind of thing the rows are, in the framework's own word.
  func rowHeader(_ ids: [String]) -> String {
    let kinds = Set(ids.compactMap { reader.framework.construct($0)?.kind })
    return kinds.count == 1 ? Words.capitalized(kinds.first ?? "") : "What"
  }

  /// Which streams the levels are of; nothing where the survey's are not shown.
  private func streams(_ ids: [String]) -> String? {
    if ids.contains(where: { reader.survey($0).sight == .whole }) {
      return ids.contains { reader.interviews($0)?.score != nil && reader.survey($0).figure != nil }
        ? "survey and interviews joined" : "survey"
    }
    return reader.surveySight(ids).seesAll ? "interviews only" : nil
  }

  /// The higher level first, those without last, in the framework's order.
  private func isHigher(_ left: String, _ right: String) -> Bool {
    let (a, b) = (place(left), place(right))
    if a != b { return a > b }
    let order = reader.framework.constructs.map(\.id)
    return (order.firstIndex(of: left) ?? 0) < (order.firstIndex(of: right) ?? 0)
  }

  private func level(_ id: String) -> Double? {
    reader.score.construct(id)?.score.map(NineDecimals.rounded)
  }

  /// The level by which a row is placed: where it is told in words, the middle of what they cover.
  private func place(_ id: String) -> Double {
    let said = reader.survey(id).saying.map { ($0.range.lowerBound + $0.range.upperBound) / 2 }
    return level(id) ?? said ?? -1
  }

  private func levelRow(_ id: String) -> StripChart.Row {
    let construct = reader.score.construct(id)
    let band = construct.map(words.band) ?? ("No band", words.noEvidence(id).text)
    var row = StripChart.Row(
      label: reader.name(id), small: reservation(id, band.small) ?? reader.gloss(id), marks: [],
      cells: [.figure(.notAvailable), gradeCell(id, band.word)])
    if let alike = reader.survey(id).saying {
      row.marks = [.alike(alike)]
      row.cells[0] = .figure("in words", small: alike.rawValue)
    } else if construct?.score == nil, reader.survey(id).isHidden {
      row.hatched = words.noSurvey(id)
      row.cells[0] = .figure(.hidden)
      if let figure = reader.spoken(id) {
        row.small = "interviews: " + words.presence(figure).text
      }
    } else if let construct, let apart = reader.apart(id),
      let survey = reader.survey(id).figure, let interviews = construct.interview?.score
    {
      row.marks = survey.interval.map { [.band($0)] } ?? []
      row.marks += [
        .join(from: survey.score, to: interviews, .level), .square(interviews), .disc(survey.score),
      ]
      let text = "survey \(Words.whole(survey.score)), interviews \(Words.whole(interviews))"
      row.spoken = text
      row.cells[0] = .figure(
        apart, small: "survey / interviews")
    } else if let score = construct?.score {
      row.marks = construct?.interval.map { [.band($0)] } ?? []
      row.marks.append(reader.survey(id).figure == nil ? .square(score) : .disc(score))
      let small = construct?.interval.map(Words.interval)
      row.cells[0] = .figure(
        Words.whole(score),
        small: small ?? (reader.survey(id).figure == nil ? "interviews only" : "no interval"))
    } else if let figure = reader.spoken(id) {
      row.hatched =
        (figure.heard == nil ? "no level: interviews say it is " : "no level shown: ")
        + words.presence(figure).text
      if figure.heard != nil { row.cells[0] = .figure(.hidden) }
    } else {
      row.hatched = [nobody(id), words.silentSurvey(id)].compactMap { $0 }.joined(separator: "; ")
      if reader.interviews(id)?.heard != nil { row.cells[0] = .figure(.hidden) }
    }
    return row
  }

  /// That the interviews say nothing of it, as far as the reader may know; nil without interviews.
  private func nobody(_ id: String) -> String? {
    guard reader.hasInterviews else { return nil }
    let figure = reader.interviews(id)
    if figure?.heard == .littleHeard { return "little heard" }
    switch figure?.sight {
    case .hidden: return "interviews \(Shorthand.saidHidden)"
    case .undecided: return "coders differ on whether anybody spoke of it"
    case .absent, .whole, .part, nil: return "nobody spoke of it"
    }
  }

  private func levelsTitle(_ ids: [String]) -> String {
    let known = ids.filter { level($0) != nil }
    let sight = reader.scoreSight(ids.filter { level($0) == nil })
    guard let first = known.first else { return Nothing.level.said(sight) }
    guard known.count > 1 else {
      return sight.seesAll
        ? "\(reader.name(first)) is the only one with a level"
        : "\(reader.name(first)) is the only one whose level may be shown"
    }
    let figures = known.map { (id: $0, interval: reader.score.construct($0)?.interval) }
    let ends = [
      StandsApart.highest(figures).map { "Highest: \(Words.inSentence(reader.name($0)))" },
      StandsApart.lowest(figures).map { "Lowest: \(Words.inSentence(reader.name($0)))" },
    ].compactMap { $0 }
    let isWhole =
      known.count == ids.count
      || ids.allSatisfy { level($0) != nil || scoreMark($0) == .notAvailable }
    guard !ends.isEmpty else { return bandsTitle(ids, "levels") }
    let title = ends.enumerated().map { $0 == 0 ? $1 : Words.inSentence($1) }
      .joined(separator: ", ")
    return isWhole ? title : title + " of those whose level is shown"
  }

  private func levelsKey(_ ids: [String]) -> [KeyEntry] {
    var key: [KeyEntry] = []
    if ids.contains(where: { reader.survey($0).figure != nil }) {
      key.append(KeyEntry(mark: .received, meaning: "level"))
    }
    let figures = ids.compactMap { reader.score.construct($0) }
    if figures.contains(where: { $0.interval != nil }) {
      key.append(KeyEntry(mark: .interval, meaning: "95% interval, of the survey’s part"))
    }
    if figures.contains(where: { construct in
      construct.score != nil
        && (construct.bandReason == .sourcesDiffer || reader.survey(construct.id).figure == nil)
    }) {
      key.append(KeyEntry(mark: .interviews, meaning: "interviews alone"))
    }
    return key
  }

  func levelsTable(_ ids: [String]) -> DataTable {
    let seesEvidence = reader.eyes.seeGrades
    // A column of a source that there is not would say of every row that there is nothing in it.
    let (hasSurvey, hasInterviews) = (reader.hasSurvey, reader.hasInterviews)
    let columns: [DataTable.Column] =
      [.words(rowHeader(ids), "construct"), .number("Score", "score")]
      + (hasSurvey ? [.number("95% interval", "interval")] : []) + [.words("Band", "band")]
      + (hasSurvey ? [.number("Survey level", "survey"), .number("Answers", "answers")] : [])
      + (hasInterviews ? [.number("Interview level", "interviews")] : [])
      + (seesEvidence ? [.number("Evidence", "evidence")] : []) + interviewColumns
    let rows = ids.map { id -> [DataTable.Cell] in
      let construct = reader.score.construct(id)
      let survey = reader.survey(id).figure
      let mark = reader.survey(id).mark(silent: .notAvailable)
      let untold = reader.survey(id).markOfNumber(silent: .notAvailable)
      let answered: [DataTable.Cell] = [
        .level(survey?.score, else: mark),
        reader.hidesAnswers ? .mark(.hidden) : .count(survey?.n, else: untold),
      ]
      return [.words(reader.name(id)), scoreCell(id)] + (hasSurvey ? [scoreInterval(id)] : [])
        + [.words(bandWords(id))] + (hasSurvey ? answered : [])
        + (hasInterviews
          ? [.level(construct?.interview?.score, else: interviewMark(id))] : [])
        + (seesEvidence ? [.fixed(construct?.evidence, 2)] : []) + interviewCells(id)
    }
    return DataTable(columns: columns, rows: rows)
  }
}
