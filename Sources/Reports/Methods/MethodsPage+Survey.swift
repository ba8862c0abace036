import StudyModel

/// How the survey was asked and answered.
extension MethodsPage {
  var surveyPart: MethodsPart {
    var part = MethodsPart(
      id: "survey", title: "Survey", heading: "There is no survey", reading: nil)
    guard let survey = input.survey else {
      part.missing = "Survey answers: import a table with a row a respondent."
      return part
    }
    part.heading =
      survey.shown.isEmpty
      ? "The numbers of answers are hidden"
      : "\(Words.capitalized(Words.count(survey.responses, "response"))) \(isOpen ? "came in" : "stand behind the figures")"
        + (survey.rows.contains(where: \.answers.isHidden) ? ", as far as numbers are shown" : "")
    part.lines = surveyLines(survey)
    part.tables = [answered(survey), versions(survey), scales(survey)]
    return part
  }

  private func surveyLines(_ survey: SurveyAccount) -> [MethodsPart.Line] {
    let reversed = survey.items.filter(\.reversed)
    var labels: [String] = []
    for item in survey.items where !labels.contains(scale(item.scale)) {
      labels.append(scale(item.scale))
    }
    let desired = survey.items.filter { $0.aspect == .desired }.count
    return [
      line("items", "Items of the framework asked", .count(survey.items.count)),
      line("desiredItems", "Of these on what is wanted", .count(desired)),
      line(
        "answerScales", "Answer scale",
        .words(labels.isEmpty ? "none" : labels.joined(separator: "; "), count: labels.count)),
      line(
        "reverseKeyed", "Reverse-keyed",
        .words(
          reversed.isEmpty ? "none" : Words.list(reversed.map(\.id), atMost: 40),
          count: reversed.count)),
      line(
        "answeredShare", "Least share of a construct’s items answered",
        DataTable.Cell(
          text: Words.whole(100 * rules.answeredShare) + "%", value: .number(rules.answeredShare),
          isFigure: true)),
      line(
        "weighting", "Weighting",
        DataTable.Cell(text: weighting, value: .text(rules.weighting.rawValue))),
    ]
  }

  var weighting: String {
    rules.weighting == .respondents
      ? "The mean of the respondents, whatever their organisation."
      : "The mean of the organisations’ means where at least \(rules.leastOrganizations) are stated by at least \(Words.short(rules.leastPlacedShare)) of those who answered, respondents without one then being left out; else the mean of the respondents."
  }

  func scale(_ scale: AnswerScale) -> String {
    let ends = [scale.labels.first, scale.labels.last].compactMap { $0 }
    let words = ends.count == 2 && ends[0] != ends[1] ? " (\(ends[0]) to \(ends[1]))" : ""
    return "\(scale.low) to \(scale.high)".replacing("-", with: Words.minus) + words
  }

  private var counted: CountedAnswers { CountedAnswers(eyes: report.eyes) }

  private func answered(_ survey: SurveyAccount) -> MethodsPart.Table {
    let hasPhases = survey.rows.contains { $0.phase != nil }
    var columns: [DataTable.Column] = [.words("Case", "case")]
    if hasPhases { columns.append(.words("Phase", "phase")) }
    columns += [
      .number(counted.answers, "responses"), .number("Invited", "invited"),
      .number(isOpen ? "Rate" : counted.rate, "responseRate"),
      .number("Organisations", "organizations"),
      .number("No organisation stated", "withoutOrganization"),
      .words("Levels are means of", "weighting"),
      .number("Constructs by organisations", "byOrganizations"),
      .number("Constructs by respondents", "byRespondents"),
      .number("Not answered", "notAnswered"),
    ]
    return MethodsPart.Table(
      key: "rows", title: "Answers by case",
      subtitle:
        "Responses\(survey.shown.isEmpty ? "" : "; what the levels of constructs are means of")\(survey.shown.contains { !$0.answers.given.isHidden } ? "; and answers not given, of those that could be" : "")",
      columns: columns,
      further: ["phase", "withoutOrganization", "byOrganizations", "byRespondents"],
      rows: survey.rows.map { row in
        var first = caseCell(row.caseID)
        first.small = row.phase
        var cells = [first]
        if hasPhases {
          cells.append(row.phase.map { .words($0) } ?? .mark(.notApplicable))
        }
        return cells + answers(row)
      },
      notes: (survey.rows.contains { $0.answers.flatMap(\.levels).isHidden }
        ? [
          "\(Shorthand.hidden.key): a figure on fewer than \(rules.suppressAnswersBelow) answers, or what would give it away."
        ] : []) + counted.note)
  }

  private func answers(_ row: SurveyAccount.Row) -> [DataTable.Cell] {
    let own = row.answers
    let levels = own.flatMap(\.levels)
    return [
      .count(own.map(\.responses)), .seen(own) { .count($0.invited) },
      .seen(own) { own in
        own.invited.map { .share(own.responses, of: $0, else: .notAvailable) }
          ?? .mark(.notAvailable)
      },
      .count(own.map(\.organizations)), .count(own.flatMap(\.withoutOrganization)),
      levels.value.map(means) ?? meansShown(row), .count(levels.map(\.byOrganizations)),
      .count(levels.map(\.byRespondents)),
      .seen(own.flatMap(\.given)) { .share($0.notAnswered, of: $0.askable) },
    ]
  }

  /// What the levels are means of that are shown, where others are hidden: each of them says it.
  private func meansShown(_ row: SurveyAccount.Row) -> DataTable.Cell {
    guard !row.answers.isHidden else { return .mark(.hidden) }
    let score = report.scores.first { $0.caseID == row.caseID && $0.phase == row.phase }
    let kinds = Set(score?.constructs.compactMap { $0.survey.figure?.weighting } ?? [])
    switch (kinds.contains(.organizations), kinds.contains(.respondents)) {
    case (true, false): return .words("organisations")
    case (false, true): return .words("respondents")
    case (true, true): return .words("organisations, or respondents")
    case (false, false): return .mark(.hidden)
    }
  }

  /// What levels are means of.
  private func means(_ levels: SurveyAccount.Levels) -> DataTable.Cell {
    switch (levels.byOrganizations, levels.byRespondents) {
    case (0, 0): .mark(.notApplicable)
    case (_, 0): .words("organisations")
    case (0, _): .words("respondents")
    case (let some, let others):
      .words("organisations (\(some) constructs), respondents (\(others))")
    }
  }

  private func versions(_ survey: SurveyAccount) -> MethodsPart.Table {
    MethodsPart.Table(
      key: "versions", title: "Versions of the questionnaire",
      subtitle:
        "As they came in: another list of items is another version; not known: items the framework does not have",
      columns: [
        .words("Version", "version"), .number("Items", "items"),
        .number("Not known", "unknown"), .number("Answered", "responses"),
      ],
      rows: survey.versions.map {
        [
          DataTable.Cell(text: "Version \($0.number)", value: .count($0.number)), .count($0.items),
          .count($0.unknown), .count($0.responses),
        ]
      })
  }

  private func scales(_ survey: SurveyAccount) -> MethodsPart.Table {
    MethodsPart.Table(
      key: "scales", title: "Reliability of the scales",
      subtitle:
        "Cronbach’s alpha, raw, over those of a case and phase who answered every item; the lowest, the middle and the highest of the cases and phases",
      columns: [
        .words("Scale", "name"), .words("Construct", "construct"), .number("Items", "items"),
        .number("Lowest", "lowest"), .number("Middle", "median"), .number("Highest", "highest"),
        .number("With alpha", "cells"), .number("Without", "undefined"),
      ] + (isOpen ? [] : [.number("Not told", "untold")]),
      further: ["construct"],
      rows: survey.scales.map { scale in
        [
          .words(framework.construct(scale.construct)?.name ?? scale.construct),
          .words(scale.construct), .count(scale.items), .fixed(scale.alphas.min(), scale.decimals),
          .fixed(scale.median, scale.decimals), .fixed(scale.alphas.max(), scale.decimals),
          .count(scale.alphas.count),
          .count(scale.undefined),
        ] + (isOpen ? [] : [.count(survey.rows.count - scale.alphas.count - scale.undefined)])
      },
      notes: (isOpen
        ? []
        : [
          "With alpha, without, not told: cases and phases. Not told: too few answered every item, nearly all agree or disagree, or a figure of the scale is hidden."
        ]) + [
          "A scale is a construct with two or more items in use, or a parent of such; the scales case by case are a listing of their own."
        ])
  }
}
