import StudyModel

/// Makes the figures of a case's report from what its reader may see.
struct FigureMaker {
  let reader: CaseView
  let section: String

  var words: EvidenceWords { EvidenceWords(reader: reader) }

  /// A block for a part of a section: a figure, or a panel; nil where there is nothing to show.
  func block(_ part: ReportSection.Part, titled: Bool) -> Drawn? {
    switch part.figure {
    case .wantedAndReceived: figure(wanted(part) ?? levels(part), part, titled)
    case .practices: figure(practices(part) ?? levels(part), part, titled)
    case .levels: figure(levels(part), part, titled)
    case .chain: figure(chain(part) ?? levels(part), part, titled)
    case .joint: figure(joint(part), part, titled)
    case .mentions: mentions(part).map { .panel($0) }
    case .facts: facts(part).map { .panel($0) }
    }
  }

  /// What a part became.
  enum Drawn {
    case figure(ReportFigure)
    case panel(Panel)
  }

  /// Names the figure by its part, where the section has several.
  private func figure(_ figure: ReportFigure?, _ part: ReportSection.Part, _ titled: Bool) -> Drawn?
  {
    guard var figure else { return nil }
    if titled, !part.title.isEmpty {
      figure.subtitle = part.title + ": " + Words.inSentence(figure.subtitle)
    }
    return .figure(figure)
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
    guard reader.eyes.seeGrades else {
      return [.words("Interviewees", "interviewees"), .words("Interviews say", "heard")]
    }
    return [
      .words("Interviewees", "interviewees"), .number("Segments", "segments"),
      .words("Grade", "grade"),
    ]
  }

  /// The cells for them.
  func interviewCells(_ id: String) -> [DataTable.Cell] {
    guard let figure = reader.interviews(id) else {
      return Array(repeating: .mark(Shorthand.notAvailable), count: interviewColumns.count)
    }
    let speaking = words.speaking(figure)
    guard reader.eyes.seeGrades else {
      return [
        speaking == Shorthand.hidden ? .mark(speaking) : .words(speaking),
        figure.heard == .hidden ? .mark(Shorthand.hidden) : .words(words.presence(figure).text),
      ]
    }
    return [
      .words(speaking), .count(figure.mentions),
      figure.grade.map { .words(words.grade($0)) } ?? .mark(Shorthand.notApplicable),
    ]
  }

  /// Why the interviews have no level: to others than the researcher it is not told whether there is
  /// one that is hidden.
  func interviewMark(_ id: String) -> String {
    reader.interviews(id)?.heard == nil ? Shorthand.notAvailable : Shorthand.hidden
  }

  /// A note on what is hidden, where something is.
  func hiddenNote(_ isHidden: Bool) -> [String] {
    guard isHidden else { return [] }
    let least = reader.framework.scoring.suppressAnswersBelow
    return [
      "[c] hidden so that nobody can be identified: fewer than \(least) answers, or a figure from "
        + "which such a one could be worked out."
    ]
  }

  /// A note on what others than the researcher are told of the interviews.
  var interviewNote: [String] {
    guard !reader.eyes.seeGrades, reader.hasInterviews else { return [] }
    let rules = reader.framework.scoring
    let least = rules.suppressIntervieweesBelow
    guard reader.hidesInterviewees else {
      return reader.score.interviewees > 0
        ? [
          "\(EvidenceWords.heardKey) A level takes \(rules.suppressInformantsBelow) who gave one."
        ]
        : []
    }
    guard !reader.score.suppression.hasAgreed else {
      return [
        "Fewer than \(least) interviewees, who agreed that what was said is told in words; it enters no figure."
      ]
    }
    return [
      "Fewer than \(least) interviewees: interviews enter no figure. “Heard from more than one” means two or more besides the convenor, and nobody against; everything else is not shown [c]."
    ]
  }

  /// A note on shares of few answers, where there are some.
  func shareNote(_ ids: [String]) -> [String] {
    guard !reader.eyes.seeEverything else { return [] }
    let shares = ids.compactMap { reader.survey($0).figure?.shares }
    let isRough = shares.contains { if case .quarters = $0 { true } else { false } }
    return isRough
      ? [
        "Few answers: shares below, at and above the middle, as about a quarter or less, a half, three quarters or more. A level on fewer than 10 is told to the next 10, and its interval is that of so many answers spread evenly over the scale."
      ]
      : []
  }

  /// How shares are weighted that others are told: as the levels are, by organizations where those are.
  func weighed(_ shown: [SurveyFigure]) -> String? {
    let byOrganizations = shown.filter { $0.weighting == .organizations }.count
    guard !reader.eyes.seeEverything, byOrganizations > 0 else { return nil }
    return byOrganizations == shown.count
      ? "all organisations weighing the same" : "in some rows all organisations weighing the same"
  }

  /// What stands in place of a score: hidden where others may not know that there is none.
  func scoreMark(_ id: String, silent: String = Shorthand.notAvailable) -> String {
    reader.survey(id).said ?? (reader.scoreSight([id]).seesAll ? silent : Shorthand.hidden)
  }

  /// The key to levels that are told in words, where there are some.
  func alikeKey(_ ids: [String]) -> [KeyEntry] {
    ids.contains { reader.survey($0).nearlyAll != nil }
      ? [KeyEntry(mark: .alike, meaning: "nearly all say so: where on the scale that lies")] : []
  }

  /// A note on levels that are told in words, where there are some.
  func alikeNote(_ ids: [String]) -> [String] {
    ids.contains { reader.survey($0).said != nil }
      ? ["Where all, or all but one, of fewer than 20 answered alike, that is said in words."] : []
  }
}
