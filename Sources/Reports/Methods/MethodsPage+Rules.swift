import StudyModel

/// The rules in force, and what is hidden by them.
extension MethodsPage {
  /// What each rule says, by its key in the framework's file.
  private static let words: [String: String] = [
    "top-weight": "Top weight of a coding",
    "unit-overlap": "Least overlap of two codings of one unit, intersection over union",
    "answered-share": "Least share of a construct’s items answered",
    "least-placed-share":
      "Least share of respondents with a stated organisation, for a mean of organisations",
    "respondents-factor":
      "What survey evidence counts that is averaged over respondents, against 1 over organisations",
    "agreement-within": "Up to so many points apart both streams agree",
    "partial-agreement-within": "Up to so many they agree in part; beyond, they differ",
    "developing-from": "Band: developing from, concern below",
    "strength-from": "Band: strength from",
    "least-evidence": "Least evidence for a band",
    "least-organizations": "Least organisations for a mean of organisations",
    "full-answers": "Answers at which survey evidence is full",
    "least-informants": "Least informants for a judgement of convergence",
    "suppress-answers-below": "Survey figures on fewer answers are hidden from others",
    "suppress-interviewees-below":
      "Interviews of fewer interviewees enter nothing that others see",
    "suppress-informants-below":
      "A level of the interviews by fewer informants is hidden from others",
    "least-forms-for-quadrants": "Least forms of value with a gap, for quadrants",
    "health-draws": "Draws of the interval of health",
    "least-organizations-for-health": "Least organisations for that interval",
    "weighting": "Weighting of respondents",
  ]

  var rulesPart: MethodsPart {
    let differing = input.rules.filter { $0.value != $0.standard }
    var part = MethodsPart(
      id: "rules", title: "Rules of scoring",
      heading: differing.isEmpty
        ? "Every rule is as the program’s default"
        : "\(Words.capitalized(Words.spelled(differing.count))) of \(Words.count(input.rules.count, "rule")) \(differing.count == 1 ? "differs" : "differ") from the default",
      reading:
        "The numbers that the framework sets, those of other studies too unless it says otherwise.")
    part.lines = [
      line(
        "consensus", "Consensus",
        DataTable.Cell(
          text: MethodSentences.consensus(report.consensus), value: .text(report.consensus.rawValue)
        )),
      line(
        "grades", "Evidence of the interviews",
        .words(
          isOpen
            ? "Half of the evidence at most, by grade: \(Words.list(grades)). Contested evidence goes down one step."
            : "Half of the evidence at most: more where several bear a thing out than where they do not."
        )),
      line(
        "survey", "Evidence of the survey",
        .words(
          "Half of the evidence at most, reached with \(rules.fullAnswers) answers averaged over organisations; over respondents \(Words.short(rules.respondentsFactor)) of it."
        )),
    ]
    let kinds = framework.constructs.filter(\.childrenAreKinds).map { Words.inSentence($0.name) }
    if !kinds.isEmpty {
      part.lines.append(
        line(
          "kinds", "Without a level",
          .words(
            "\(Words.capitalized(Words.list(kinds))): what is under them excludes or opposes each other, and has no mean."
          )))
    }
    part.tables = [ruleTable, pillars]
    return part
  }

  private var grades: [String] {
    [Grade.triangulated, .corroborated, .agreed, .single].map {
      "\($0.rawValue) \(Words.short($0.strength))"
    }
  }

  private var ruleTable: MethodsPart.Table {
    MethodsPart.Table(
      key: "rules", title: "The rules in force",
      subtitle: "As the framework writes them, with the program’s defaults",
      columns: [
        .words("Rule", "says"), .words("Key", "key"), .number("In force", "value"),
        .number("Default", "default"), .words("Differs", "differs"),
      ],
      rows: input.rules.map { rule in
        [
          .words(Self.words[rule.key] ?? rule.key), .words(rule.key), Self.value(rule.value),
          Self.value(rule.standard), .words(rule.value == rule.standard ? "no" : "yes"),
        ]
      })
  }

  private static func value(_ text: String) -> DataTable.Cell {
    Double(text).map { DataTable.Cell(text: Words.short($0), value: .number($0), isFigure: true) }
      ?? .words(text)
  }

  private var pillars: MethodsPart.Table {
    MethodsPart.Table(
      key: "pillars", title: "The pillars of health",
      subtitle:
        "A pillar is the mean of its parts that have a band; health is the mean of the pillars",
      columns: [
        .words("Pillar", "name"), .words("Id", "id"), .words("Parts", "parts"),
        .number("Needed", "needed"), .words("Weighted by what is wanted", "weighted"),
      ],
      further: ["id"],
      rows: framework.pillars.map { pillar in
        [
          .words(pillar.name), .words(pillar.id),
          .words(Words.list(pillar.parts.map(name(ofPart:)))), .count(pillar.needed),
          .words(pillar.weightedByDesired ? "yes" : "no"),
        ]
      })
  }

  private func name(ofPart part: Pillar.Part) -> String {
    func name(_ id: String) -> String {
      Words.inSentence(framework.construct(id)?.name ?? id)
    }
    return switch part {
    case .construct(let id): name(id)
    case .mean(let ids): "the mean of \(Words.list(ids.map(name)))"
    }
  }

  var hiddenPart: MethodsPart {
    var part = MethodsPart(
      id: "hidden", title: "Hidden figures",
      heading: isOpen
        ? "Nothing is hidden here; in reports for others it is"
        : "What would tell of single people is hidden", reading: nil)
    let sentences = MethodSentences(framework)
    part.paragraphs = isOpen ? [MethodSentences.nothingHidden] : []
    part.paragraphs += [sentences.hidden]
    if !isOpen {
      part.paragraphs += [
        MethodSentences.marks,
        "Counts of sources leave out the cases and phases with fewer than \(rules.suppressIntervieweesBelow) interviewees. Of coding it is told how many coders read what, where the study names them for each source. Also hidden: how coders agree, how often what was coded, what coders differed on and what was decided, who coded and decided, roles, files, and how many answers were left out.",
      ]
    }
    let few = report.scores.count(where: \.interviewees.isHidden)
    let small = report.scores.count(where: \.responses.isHidden)
    part.lines = [
      line(
        "for", "For whom",
        DataTable.Cell(
          text: Words.capitalized(report.audience.reader), value: .text(report.audience.rawValue))),
      line("answersBelow", "Hidden on fewer answers than", .count(rules.suppressAnswersBelow)),
      line(
        "intervieweesBelow", "Hidden on fewer interviewees than",
        .count(rules.suppressIntervieweesBelow)),
    ]
    guard !isOpen else { return part }
    part.lines += [
      line(
        "hiddenInterviews", "Cases and phases whose interviews are hidden", .count(few)),
      line("hiddenSurveys", "Cases and phases whose numbers of answers are hidden", .count(small)),
      line(
        "hiddenFigures", "Levels, gaps and changes of the survey hidden for these readers",
        .count(report.scores.reduce(0) { $0 + $1.hiddenOfSurvey })),
    ]
    return part
  }
}
