import StudyModel

/// Makes the figures of a case's report from what its reader may see.
struct FigureMaker {
  let reader: CaseView
  let section: String

  var words: EvidenceWords { EvidenceWords(reader: reader) }

  /// A block for a part of a section: a figure, or a panel; nil where there is nothing to show.
  func block(_ part: ReportSection.Part, titled: Bool) -> Drawn? {
    if let hidden = hidden(part, titled) { return .wordsInstead(hidden) }
    return switch part.figure {
    case .wantedAndReceived: figure(wanted(part), orLevelsOf: part, titled)
    case .practices: figure(practices(part), orLevelsOf: part, titled)
    case .levels: named(levels(part), part, titled).map { .figure($0) }
    case .chain: figure(chain(part), orLevelsOf: part, titled)
    case .joint: named(joint(part), part, titled).map { .figure($0) }
    case .mentions: mentions(part).map { .panel($0) }
    case .facts: facts(part).map { .panel($0) }
    }
  }

  /// What several say, and of what nothing is told, where a figure would have nothing but hidden rows; nil of any
  /// other part.
  private func hidden(_ part: ReportSection.Part, _ titled: Bool) -> Panel? {
    let ids = reader.leaves(part.of)
    let isOfLevels = part.figure != .mentions && part.figure != .facts
    // Those who agreed to more are told of row by row.
    guard isOfLevels, !reader.score.hasAgreed, ids.allSatisfy(isHidden) else { return nil }
    let heard = ids.filter { reader.spoken($0) != nil }
    guard heard.count < ids.count else { return nil }
    let said = heard.compactMap { id in
      reader.spoken(id).map { (id, words.presence($0).text) }
    }
    let spoken = said.map(\.1).eachOnce.map { word in
      Panel.Entry(
        value: Words.capitalized(word), text: names(said.filter { $0.1 == word }.map(\.0)))
    }
    let rest = ids.filter { !heard.contains($0) }
    return Panel(
      title: titled && !part.title.isEmpty ? part.title : "What may be told",
      subtitle: "Too few people were heard to show a level",
      entries: spoken + [
        Panel.Entry(value: Shorthand.hidden.after("Not shown"), text: names(rest))
      ])
  }

  /// Whether of a construct no level is told of any source, and one may be hidden.
  private func isHidden(_ id: String) -> Bool {
    reader.score.construct(id)?.score == nil && reader.survey(id).saying == nil
      && reader.interviews(id)?.score == nil && !reader.scoreSight([id]).seesAll
      && reader.hidesInterviewees
  }

  private func names(_ ids: [String]) -> String {
    Words.list(ids.map { Words.inSentence(reader.plainName($0)) })
  }

  /// What a part became.
  enum Drawn {
    case figure(ReportFigure)
    /// Levels, where what the layout asks for cannot be drawn: what it says of how to read it is not of
    /// them.
    case levelsInstead(ReportFigure)
    /// Words, where a figure would hide every row.
    case wordsInstead(Panel)
    case panel(Panel)
  }

  private func figure(
    _ figure: ReportFigure?, orLevelsOf part: ReportSection.Part, _ titled: Bool
  ) -> Drawn? {
    if let figure = named(figure, part, titled) { return .figure(figure) }
    return named(levels(part), part, titled).map { .levelsInstead($0) }
  }

  /// The figure named by its part, where the section has several.
  private func named(
    _ figure: ReportFigure?, _ part: ReportSection.Part, _ titled: Bool
  ) -> ReportFigure? {
    guard var figure, titled, !part.title.isEmpty else { return figure }
    figure.subtitle = part.title + ": " + Words.inSentence(figure.subtitle)
    return figure
  }

  /// A figure with nothing decided but what it is of.
  func make(
    _ title: String, _ subtitle: String, key: [KeyEntry] = [], body: ReportFigure.Body,
    notes: [String] = [], table: DataTable, constructs: [String]
  ) -> ReportFigure {
    ReportFigure(
      section: section, number: 0, title: title, subtitle: subtitle, key: key, body: body,
      notes: notes, table: table, constructs: constructs)
  }

  /// The words for the scale of constructs' items: `Level from 0 (not at all) to 100 (very much)`.
  func levelWords(_ ids: [String]) -> String {
    let labels = reader.framework.items.first { item in
      ids.contains(item.construct) && item.scale.labels.count > 1
    }?.scale.labels
    guard let low = labels?.first, let high = labels?.last else { return "Level from 0 to 100" }
    return "Level from 0 (\(Words.inSentence(low))) to 100 (\(Words.inSentence(high)))"
  }

  /// The columns on the interviews that stand in every table of figures.
  var interviewColumns: [DataTable.Column] {
    guard reader.hasInterviews else { return [] }
    guard reader.eyes.seeGrades else {
      return [.words(voicesHeader, "interviewees"), .words("Interviews say", "heard")]
    }
    return [
      .words(voicesHeader, "interviewees"), .number("Segments", "segments"),
      .words("Grade", "grade"),
    ]
  }

  /// The header over who says so: where nobody was interviewed they are sources.
  var voicesHeader: String { reader.hasInterviewees ? "Interviewees" : "Sources" }

  /// The cells for them.
  func interviewCells(_ id: String) -> [DataTable.Cell] {
    guard let figure = reader.interviews(id) else {
      // None where there are no interviews at all.
      return Array(repeating: .mark(.notAvailable), count: interviewColumns.count)
    }
    let speaking: DataTable.Cell =
      words.speaking(figure).map { .words($0) } ?? .mark(.hidden)
    guard reader.eyes.seeGrades else {
      return [
        speaking,
        figure.heard == .hidden ? .mark(.hidden) : .words(words.presence(figure).text),
      ]
    }
    return [
      speaking, .count(figure.counts?.mentions),
      words.bearing(figure).map { .words($0) } ?? .mark(.notApplicable),
    ]
  }

  /// Why the interviews have no level: to others than the researcher it is not told whether there is
  /// one that is hidden.
  func interviewMark(_ id: String) -> Shorthand {
    reader.interviews(id)?.heard == nil ? .notAvailable : .hidden
  }

  /// A note on what is hidden, where something is.
  func hiddenNote(_ isHidden: Bool) -> [String] {
    guard isHidden else { return [] }
    let least = reader.framework.scoring.suppressAnswersBelow
    return [
      "\(Shorthand.hidden.key) so that nobody can be identified: fewer than \(least) answers, or a figure from "
        + "which such a one could be worked out."
    ]
  }

  /// Notes on what is told of the interviews in a figure: of the words that stand in it, and on levels where
  /// it has some.
  func interviewNote(_ ids: [String], hasLevels: Bool = false) -> [String] {
    guard !reader.eyes.seeGrades, reader.hasInterviews else { return [] }
    let figures = ids.compactMap(reader.interviews)
    let key = HeardKey(figures).text
    let rules = reader.framework.scoring
    let least = rules.suppressIntervieweesBelow
    guard reader.hidesInterviewees else {
      let level =
        hasLevels && reader.hasInterviewees && figures.contains { $0.score != nil }
        ? "A level of the interviews takes \(rules.suppressInformantsBelow) who gave one." : nil
      let says = [key, level].compactMap { $0 }
      return says.isEmpty ? [] : [says.joined(separator: " ")]
    }
    if reader.score.hasAgreed {
      let agreed =
        "Fewer than \(least) interviewees, who agreed that what was said is told in words; it enters no figure."
      return [[agreed, key].compactMap { $0 }.joined(separator: " ")]
    }
    let few = "Fewer than \(least) interviewees: interviews enter no figure."
    guard figures.contains(where: { $0.heard == .hidden }) else {
      return [[few, key].compactMap { $0 }.joined(separator: " ")]
    }
    let rest = key == nil ? "What they say is" : "Everything else is"
    return [
      [few, key, "\(rest) \(Shorthand.hidden.after("not shown"))."].compactMap { $0 }
        .joined(separator: " ")
    ]
  }

  /// A note on shares of few answers, where there are some.
  func shareNote(_ ids: [String]) -> [String] {
    guard !reader.eyes.seeEverything else { return [] }
    let shares = ids.compactMap { reader.survey($0).figure?.shares }
    let isRough = shares.contains { if case .quarters = $0 { true } else { false } }
    return isRough
      ? [
        "Few answers: the shares below, at and above the middle are each told as about a quarter or less, a half, three quarters or more, so that they need not add up."
      ]
      : []
  }

  /// Notes on levels that are told roughly, where there are some.
  func roughNote(_ ids: [String]) -> [String] {
    RoughNotes(ids.compactMap { reader.survey($0).figure }).notes(for: reader.eyes)
  }

  /// How shares are weighted that others are told: as the levels are, by organizations where those are.
  func weighed(_ shown: [SurveyFigure]) -> String? {
    let byOrganizations = shown.filter { $0.weighting == .organizations }.count
    guard !reader.eyes.seeEverything, byOrganizations > 0 else { return nil }
    let which = byOrganizations == shown.count ? "" : "in some rows "
    // Of few answers they are told in quarters, of which a note speaks.
    let isWhole = shown.contains { figure in
      if case .percent? = figure.told?.above { figure.weighting == .organizations } else { false }
    }
    return "\(which)all organisations weighing the same"
      + (isWhole ? " and shares to the next 5%" : "")
  }

  /// What stands in place of a score: hidden where others may not know that there is none, and where the
  /// level is told in words.
  func scoreMark(_ id: String, silent: Shorthand = .notAvailable) -> Shorthand {
    reader.survey(id).said == nil && reader.scoreSight([id]).seesAll ? silent : .hidden
  }

  /// The score of a construct, or both sources where they differ so far that no number stands for both.
  func scoreCell(_ id: String, silent: Shorthand = .notAvailable) -> DataTable.Cell {
    reader.apart(id).map { .saidOnly($0) }
      ?? .level(reader.score.construct(id)?.score, else: scoreMark(id, silent: silent))
  }

  /// The interval of the score.
  func scoreInterval(_ id: String) -> DataTable.Cell {
    guard reader.apart(id) == nil else { return .mark(.notApplicable) }
    let construct = reader.score.construct(id)
    return .interval(
      construct?.interval, else: construct?.score == nil ? scoreMark(id) : .notAvailable)
  }

  /// The column of what nearly all say, in a table without one of levels of the survey.
  func alikeColumn(_ ids: [String]) -> [DataTable.Column] {
    hasAlike(ids) ? [.words("Survey says", "surveySays")] : []
  }

  /// The cell for it.
  func alikeCell(_ id: String, among ids: [String]) -> [DataTable.Cell] {
    guard hasAlike(ids) else { return [] }
    if case .shown = reader.survey(id) { return [.words("in the other columns")] }
    return [
      reader.survey(id).said.map { .words($0) }
        ?? .mark(reader.survey(id).markOfNumber(silent: .notApplicable))
    ]
  }

  private func hasAlike(_ ids: [String]) -> Bool {
    ids.contains { reader.survey($0).said != nil }
  }

  /// The key to levels that are told in words, where there are some.
  func alikeKey(_ ids: [String]) -> [KeyEntry] {
    hasAlike(ids)
      ? [KeyEntry(mark: .alike, meaning: "nearly all say so: where on the scale that lies")] : []
  }

  /// A note on levels that are told in words, where there are some.
  func alikeNote(_ ids: [String]) -> [String] {
    hasAlike(ids)
      ? [
        "Where all, or all but one, of fewer than \(Limits.manyAnswers) answered alike, that is said in words."
      ] : []
  }
}
