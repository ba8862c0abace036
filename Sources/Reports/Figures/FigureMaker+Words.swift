import StudyModel

/// Figures in words: presence, both sources side by side, who speaks of what, facts of the case.
extension FigureMaker {
  /// What interviews and documents say where nothing has a level; nil where there is no source.
  func presence(_ part: ReportSection.Part) -> ReportFigure? {
    let ids = reader.leaves(part.of)
    guard ids.contains(where: { reader.interviews($0) != nil }) else { return nil }
    let asksWanted = ids.contains(where: { reader.wish($0) == .wanted })
    let seesGrades = reader.eyes.seeGrades
    var columns = [TextTable.Column(title: rowHeader(ids)), .init(title: "What the sources say")]
    if asksWanted { columns.append(.init(title: "Said to be wanted")) }
    columns +=
      seesGrades
      ? [
        .init(title: "Evidence"), .init(title: voicesHeader),
        .init(title: "Segments", isNumber: true),
      ] : [.init(title: voicesHeader)]
    let rows = ids.map { presenceCells($0, asksWanted: asksWanted) }
    let spoken = ids.filter { reader.spoken($0) != nil }.count
    let isNamed = ids.contains { reader.interviews($0)?.grade == .agreed }
    let isTold = !ids.contains { reader.interviews($0)?.heard != nil }
    let isOfSeveral = ids.compactMap(reader.spoken).allSatisfy { $0.heard?.isOfSeveral == true }
    let title =
      spoken == 0
      ? Nothing.spokenOf.said(reader.interviewSight(ids))
      : "\(spoken) of \(ids.count) \(spoken == 1 ? "is" : "are") spoken of"
        + (isOfSeveral ? " by more than one" : "")
    return make(
      title,
      EvidenceWords.subtitle([
        isTold
          ? "Said to be there or not; no levels were given"
          : "Said to be there or not; no levels are shown", reader.phaseLabel, words.interviews,
      ]),
      key: isNamed
        ? [KeyEntry(mark: .named, meaning: "stated for this case by the source itself")] : [],
      body: .text(TextTable(columns: columns, rows: rows.map { $0.map(\.said) })),
      notes: interviewNote(ids),
      table: DataTable(
        columns: columns.map {
          DataTable.Column(title: $0.title, key: DataTable.key($0.title), isNumber: $0.isNumber)
        }, rows: rows.map { $0.map(\.data) }), constructs: part.of + ids)
  }

  /// A row of presence: each cell as people read it, and the value behind it.
  private func presenceCells(
    _ id: String, asksWanted: Bool
  ) -> [(said: TextTable.Cell, data: DataTable.Cell)] {
    func cell(_ data: DataTable.Cell) -> (said: TextTable.Cell, data: DataTable.Cell) {
      (.init(data), data)
    }
    let figure = reader.interviews(id)
    let tag = figure.map(words.presence) ?? Tag(text: Shorthand.notAvailable.after("no source"))
    let isHidden = figure?.heard == .hidden
    let name = reader.name(id)
    var cells: [(said: TextTable.Cell, data: DataTable.Cell)] = [
      (.init(text: name, small: reader.gloss(id)), .words(name)),
      (
        .init(text: "", tags: [tag], isNamed: figure?.grade == .agreed),
        isHidden ? .mark(.hidden) : .words(tag.text)
      ),
    ]
    if asksWanted { cells.append(cell(wantedCell(id))) }
    guard reader.eyes.seeGrades else {
      return cells + interviewCells(id).prefix(1).map(cell)
    }
    return cells + [
      cell(.words(Words.capitalized(figure?.grade.map(words.grade) ?? "none"))),
      cell(figure.flatMap(words.speaking).map { .words($0) } ?? .mark(.notAvailable)),
      cell(.count(figure?.counts?.mentions)),
    ]
  }

  /// Interviews and survey side by side; nil where neither says anything of any question.
  func joint(_ part: ReportSection.Part) -> ReportFigure? {
    let ids = part.of
    guard
      ids.contains(where: {
        reader.spoken($0) != nil || !reader.survey($0).isAbsent
      })
    else { return nil }
    let rows = ids.enumerated().map { index, id -> [TextTable.Cell] in
      let label = part.labels.indices.contains(index) ? part.labels[index] : reader.name(id)
      let small = label == reader.name(id) ? nil : reader.name(id)
      let construct = reader.score.construct(id)
      let tag = construct.map(words.convergence) ?? words.noEvidence(id)
      return [
        .init(text: label, small: small), surveyWords(id), interviewWords(id),
        .init(text: taken(construct), tags: [tag]),
      ]
    }
    let columns = [
      TextTable.Column(title: "Question"), .init(title: "Survey says"),
      .init(title: "Interviews say"), .init(title: "Taken together"),
    ]
    return make(
      jointTitle(ids),
      EvidenceWords.subtitle([
        "Survey and interviews side by side", reader.phaseLabel,
        words.answers(ids.compactMap { reader.survey($0).figure?.n }), words.interviews,
      ]),
      body: .text(TextTable(columns: columns, rows: rows)),
      notes: hiddenNote(ids.contains { reader.survey($0).isHidden }) + roughNote(ids)
        + alikeNote(ids) + interviewNote(ids, hasLevels: true),
      table: levelsTable(ids), constructs: ids)
  }

  private func surveyWords(_ id: String) -> TextTable.Cell {
    if reader.survey(id).isHidden { return .hidden }
    if let said = reader.survey(id).said { return .init(text: Words.capitalized(said)) }
    guard let survey = reader.survey(id).figure else { return .init(text: words.silentSurvey(id)) }
    let interval = survey.interval.map { "95% interval \(Words.interval($0))" }
    let answers = reader.hidesAnswers ? nil : Words.count(survey.n, "answer")
    // Of those who say both what they wanted and what they received, with an interval of its own.
    let short = reader.gap(id).figure.flatMap { gap -> String? in
      guard reader.score.construct(id)?.hasClearGap == true else { return nil }
      return Words.gap(gap.gap) + (gap.interval.map { ", \(Words.interval($0))" } ?? "")
    }
    return .init(
      text: Words.whole(survey.score),
      small: [interval, answers, short].compactMap { $0 }.joined(separator: "; "))
  }

  private func interviewWords(_ id: String) -> TextTable.Cell {
    let level = reader.interviews(id)?.score.map { "level \(Words.whole($0))" }
    if let heard = reader.interviews(id), heard.heard != nil {
      let text = Words.capitalized(words.presence(heard).text)
      return .init(
        text: words.speaking(heard).map { "\(text). \($0)" } ?? text, small: level,
        mark: heard.heard == .hidden ? .hidden : nil)
    }
    guard let figure = reader.spoken(id) else {
      let isOpen = reader.interviews(id)?.sight == .undecided
      return .init(
        text: isOpen
          ? Words.capitalized(Nothing.unsettled)
          : reader.hasInterviews
            ? "Nobody spoke of it" : Shorthand.notAvailable.after("No interviews"))
    }
    let presence = words.presence(figure).text
    // Published cases have no people to protect: what kind of source it is, is told.
    let grade =
      reader.eyes.seeGrades || figure.grade == .agreed ? figure.grade.map(words.grade) : nil
    let contrary = figure.counts.flatMap { $0.contested ? "\($0.contrary) against" : nil }
    let small = [level, grade, contrary].compactMap { $0 }
    return .init(
      text: [Words.capitalized(presence), words.speaking(figure)].compactMap { $0 }
        .joined(separator: ". "),
      small: small.isEmpty ? nil : small.joined(separator: "; "))
  }

  private func taken(_ construct: ConstructScore?) -> String {
    guard let construct else { return "" }
    // Of what nearly all say the score is told in no number, and its band is.
    guard let score = construct.score else { return construct.band?.rawValue ?? "" }
    guard let band = construct.band else {
      return construct.bandReason == .sourcesDiffer ? "Read both; no band" : "Too little for a band"
    }
    let close = construct.borderline == true ? ", close to the line" : ""
    return "\(Words.whole(score)), \(band.rawValue)\(close)"
  }

  private func jointTitle(_ ids: [String]) -> String {
    let sources = SourcesCompared(questions: ids, in: reader.score)
    let sight = reader.scoreSight(ids)
    guard sources.compared > 0 else {
      return Nothing.bothSources.said(reader.hasSurvey && reader.hasInterviews ? sight : .whole)
    }
    return
      "Of \(sources.compared) questions that can be compared the sources agree on \(sources.agreeing), agree in part on \(sources.partly), conflict on \(sources.contradicting)"
  }

  /// Who speaks of what, a list of constructs.
  func mentions(_ part: ReportSection.Part) -> Panel? {
    let ids = reader.leaves(part.of)
    let figures = ids.compactMap { id in reader.spoken(id).map { (id, $0) } }
    guard !figures.isEmpty || !reader.interviewSight(ids).seesAll else { return nil }
    let sorted = figures.enumerated().sorted { left, right in
      let (a, b) = (left.element.1.informants ?? 0, right.element.1.informants ?? 0)
      return a == b ? left.offset < right.offset : a > b
    }.map(\.element)
    let entries = sorted.map { id, figure in
      let presence = words.presence(figure)
      let speaking = (figure.voices?.interviewees ?? 0) == 0 ? nil : words.speaking(figure)
      let against = presence.tone == .warns && speaking != nil ? " (\(presence.text))" : ""
      return Panel.Entry(
        value: speaking ?? Words.capitalized(presence.text),
        text: Words.inSentence(reader.plainName(id)) + against)
    }
    return Panel(
      title: part.title,
      subtitle: "Named in the " + (words.interviews.map { "interviews, \($0)" } ?? "sources"),
      entries: entries + unspoken(ids))
  }

  /// What is not said to be spoken of, under the reason: nobody spoke of it, coders have not settled
  /// whether anybody did, or it is not told.
  private func unspoken(_ ids: [String]) -> [Panel.Entry] {
    let others = ids.filter { reader.spoken($0) == nil }
    func entry(_ value: String, _ sight: Sight) -> Panel.Entry? {
      let names = others.filter { (reader.interviews($0)?.sight ?? .absent) == sight }
      guard !names.isEmpty else { return nil }
      return Panel.Entry(
        value: value, text: Words.list(names.map { Words.inSentence(reader.plainName($0)) }))
    }
    return [
      entry("Not spoken of", .absent),
      entry(Words.capitalized(Nothing.unsettled) + ":", .undecided),
      entry(
        reader.hidesInterviewees ? Shorthand.hidden.after("Not shown") : "Little heard", .hidden),
    ].compactMap { $0 }
  }

  /// Facts from the record of the case.
  func facts(_ part: ReportSection.Part) -> Panel? {
    let entries = part.attributes.compactMap { name -> Panel.Entry? in
      guard let value = reader.subject.attribute(name) else { return nil }
      let label = reader.framework.label(ofAttribute: name, in: part)
      return Panel.Entry(value: Words.capitalized(label) + ":", text: value)
    }
    guard !entries.isEmpty else { return nil }
    return Panel(title: part.title, subtitle: "From the record of the case", entries: entries)
  }
}
