@testable import Reports
@testable import StudyModel

/// Invented studies, one for each state a report can be in.
enum SampleStudies {
  typealias Known = SampleCase.Known

  static let facts = StudyFacts(
    .init(title: "Rivermouth study", simulated: true),
    hash: PageHash(
      text: "4f1c09d2a8b7e6f5c4d3b2a1908f7e6d5c4b3a29181706f5e4d3c2b1a0f9a92e",
      isOfReport: false),
    toolVersion: "0.1.0", date: "2026-04-14")

  static let rivermouth = Case(
    id: "rivermouth", name: "Rivermouth Learning Network",
    attributes: [
      Attribute(name: "established", value: "2023"), Attribute(name: "drive", value: "moderate"),
      Attribute(name: "size", value: "14"),
    ])

  /// What is known of the network in its third phase.
  static let known: [String: Known] = [
    "value.subject": Known(
      survey: 40, half: 7, speaking: 1, mentions: 3, grade: .single, level: 33, wanted: 83,
      gapHalf: 10),
    "value.collaborating": Known(
      survey: 57, half: 6.75, speaking: 3, mentions: 6, grade: .corroborated, level: 50, wanted: 68,
      gapHalf: 13),
    "value.operational": Known(
      survey: 75, half: 5, speaking: 5, mentions: 11, grade: .triangulated, level: 80, wanted: 80,
      gapHalf: 8),
    "value.individual": Known(
      survey: 73, half: 5, speaking: 6, mentions: 14, grade: .triangulated, level: 78, wanted: 75,
      gapHalf: 8),
    "value.reputation": Known(
      survey: 48, half: 6.75, speaking: 2, mentions: 2, grade: .corroborated, level: 40, wanted: 45,
      gapHalf: 10),
    "value.relationship": Known(
      survey: 83, half: 4.5, speaking: 6, mentions: 15, grade: .triangulated, level: 88, wanted: 77,
      gapHalf: 8),
    "value.tangible": Known(
      survey: 60, half: 6.5, speaking: 2, mentions: 4, grade: .corroborated, level: 55, wanted: 53,
      gapHalf: 10),
    "value.affirmation": Known(
      survey: 77, half: 5, speaking: 4, mentions: 8, grade: .corroborated, level: 72, wanted: 60,
      gapHalf: 8),
    "works.systems": Known(survey: 74, level: 70), "works.ties": Known(survey: 60, level: 58),
    "works.trust": Known(survey: 78, level: 80), "works.power": Known(survey: 52, level: 40),
    "works.systems.manager": Known(
      survey: 84, half: 4, points: [0, 2, 2, 11, 16], speaking: 6, mentions: 12,
      grade: .triangulated, level: 85),
    "works.systems.facilitators": Known(
      survey: 82, half: 4, points: [0, 2, 3, 11, 15], speaking: 6, mentions: 16,
      grade: .triangulated, level: 83),
    "works.systems.artefacts": Known(
      survey: 48, points: [4, 9, 6, 8, 4], speaking: 4, mentions: 9, grade: .triangulated,
      level: 40, isContested: true),
    "works.ties.technology": Known(
      survey: 52, points: [3, 7, 8, 10, 3], speaking: 4, mentions: 8, grade: .triangulated,
      level: 55),
    "works.ties.time": Known(
      survey: 80, points: [0, 2, 4, 12, 13], speaking: 5, mentions: 13, grade: .triangulated,
      level: 82),
    "works.ties.continuity": Known(
      survey: 52, points: [4, 8, 5, 9, 5], speaking: 5, mentions: 12, grade: .triangulated,
      level: 45, isContested: true),
    "works.trust.venue": Known(
      survey: 76, points: [0, 2, 9, 12, 8], speaking: 2, mentions: 2, grade: .corroborated,
      level: 70),
    "works.trust.safe": Known(
      survey: 82, half: 4, points: [0, 2, 3, 12, 14], speaking: 6, mentions: 16,
      grade: .triangulated, level: 90),
    "works.trust.issues": Known(
      survey: 77, points: [0, 3, 4, 14, 10], speaking: 5, mentions: 15, grade: .triangulated,
      level: 76),
    "works.power.conflicts": Known(speaking: 1, mentions: 1, grade: .single, level: 33),
    "works.power.seniority": Known(
      survey: 58, points: [2, 5, 7, 11, 6], speaking: 3, mentions: 5, grade: .corroborated,
      level: 52),
    "works.power.design": Known(
      survey: 78, half: 5, points: [1, 3, 3, 14, 10], speaking: 4, mentions: 8,
      grade: .corroborated, level: 25, isContested: true),
    "setting.drivers.isolated": Known(speaking: 6, mentions: 11, grade: .triangulated, level: 92),
    "setting.drivers.complex": Known(speaking: 4, mentions: 7, grade: .triangulated, level: 66),
    "setting.drivers.expected": Known(speaking: 3, mentions: 4, grade: .corroborated, level: 50),
    "setting.people.gathering": Known(survey: 80, half: 4),
    "setting.people.networking": Known(
      survey: 77, half: 5, speaking: 4, mentions: 6, grade: .corroborated, level: 75),
    "setting.people.managing": Known(survey: 57, half: 7),
    "setting.people.communicating": Known(
      survey: 53, half: 7.5, speaking: 3, mentions: 4, grade: .corroborated, level: 50),
    "transfer.translation": Known(
      survey: 60, points: [2, 5, 6, 12, 6], speaking: 4, mentions: 7, grade: .corroborated,
      level: 48),
    "transfer.transfer": Known(
      survey: 47, points: [5, 9, 5, 8, 4], speaking: 3, mentions: 5, grade: .corroborated, level: 40
    ),
    "transfer.amplification": Known(
      survey: 30, points: [9, 11, 6, 4, 1], speaking: 2, mentions: 3, grade: .single, level: 20),
    "transfer.leadership": Known(
      survey: 55, speaking: 4, mentions: 6, grade: .triangulated, level: 50),
  ]

  /// Both streams, three phases, findings, agreement, quotes, imports.
  static var both: ReportInput {
    let framework = SampleFramework.rich
    func earlier(_ phase: String, _ n: Int, _ less: Double, without: Set<String>) -> CaseScore {
      let past = known.filter { !without.contains($0.key) }.mapValues { item in
        var copy = item
        copy.survey = item.survey.map { max(5, $0 - less) }
        copy.points = []
        return copy
      }
      return SampleCase(id: "rivermouth", phase: phase, framework: framework, n: n, known: past)
        .score
    }
    var scores = [
      earlier("1", 22, 14, without: ["value.reputation"]), earlier("2", 27, 5, without: []),
      SampleCase(id: "rivermouth", phase: "3", framework: framework, known: known).score,
    ]
    for place in 1..<scores.count {
      scores[place].change = change(from: scores[place - 1], to: scores[place], pairs: 15 + place)
    }
    var input = ReportInput(
      SeenStudy(
        SeenScores(by: .researcher, scores.map { SeenScore($0) }), framework: framework,
        frameworkHash: "9a0b1c2d3e4f5a6b7c8d9e0f1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d",
        cases: [rivermouth]), on: facts)
    input.phases = [
      Phase(name: "1", order: 1, from: "2024-03-01", to: "2024-05-31"),
      Phase(name: "2", order: 2, from: "2025-03-01", to: "2025-05-31"),
      Phase(name: "3", order: 3, from: "2026-03-01", to: "2026-04-10"),
    ]
    input.findings = [
      CaseFindings(caseID: "rivermouth", phase: "3", findings: SampleFindings.rivermouth)
    ]
    input.quotes = SampleFindings.quotes
    input.agreement = [
      agreement("All codes", 0.81, Interval(low: 0.74, high: 0.87), units: 214),
      agreement("Forms of value", of: "value", 0.84, Interval(low: 0.76, high: 0.9), units: 92),
      agreement("Practices", of: "works", 0.72, Interval(low: 0.6, high: 0.82), units: 70),
      agreement(
        "Learning transfer", of: "transfer", 0.64, Interval(low: 0.48, high: 0.77), units: 31),
      agreement("Drivers", of: "setting.drivers", nil, units: 6),
    ]
    input.imports = .shown([
      imported(
        "codings", "aa11bb22cc33dd44ee55ff6600718293a4b5c6d7e8f90112233445566778899a", rows: 432,
        rejected: 2),
      imported(
        "survey", "bb11bb22cc33dd44ee55ff6600718293a4b5c6d7e8f90112233445566778899b", rows: 80),
    ])
    input.sensitivity = .shown([
      SensitivityLine(
        caseID: "rivermouth", phase: "3", construct: "works.ties.technology", rule: .unanimous,
        band: .developing, other: .concern)
    ])
    input.invited = Invitations.byPlace([
      InvitedCount(caseID: "rivermouth", phase: "3", invited: 46)
    ])
    input.unmapped = .shown([UnmappedCode(code: "weather", codings: 3)])
    return input
  }

  /// A file that came in.
  static func imported(
    _ kind: String, _ sha256: String, rows: Int, rejected: Int = 0
  ) -> ImportEntry {
    var entry = ImportEntry(
      kind: kind, file: "\(kind).csv", at: "2026-04-14T10:00:00Z", toolVersion: "0.1.0",
      options: ImportOptions())
    (entry.digest, entry.rowsIn) = (sha256, rows)
    (entry.rowsKept, entry.rowsRejected) = (rows - rejected, rejected)
    return entry
  }

  /// What changed: so many pairs, or as many as there are answers; the third form was asked of others,
  /// the fourth by organizations.
  static func change(from before: CaseScore, to after: CaseScore, pairs: Int) -> PhaseChange {
    let rows = zip(before.constructs, after.constructs).enumerated().map { place, row in
      let levels = row.0.survey.figure.flatMap { early in
        row.1.survey.figure.map { (early, $0) }
      }
      let change = levels.map { early, late -> SurveyChange in
        let moved = late.score - early.score + Double(place % 5) - 2
        let n = min(pairs, early.n, late.n)
        return place % 7 == 3
          ? SurveyChange(
            change: late.score - early.score, interval: nil, pairing: .none, n: 0)
          : SurveyChange(
            change: moved, interval: Interval(low: moved - 4.5, high: moved + 4.5),
            pairing: place % 7 == 4 ? .organizations : .respondents, n: n,
            byToken: place % 7 == 4 ? n / 2 : nil)
      }
      return ConstructChange(
        id: row.1.id, survey: Told(change),
        interviews: row.1.interview?.score.flatMap { late in
          row.0.interview?.score.map {
            InterviewChange(change: late - $0 + Double(place % 3), n: 2 + place % 3)
          }
        },
        isContradicted: [row.0, row.1].contains { $0.convergence == .dissonance })
    }
    return PhaseChange(since: before.phase ?? "", constructs: rows)
  }

  /// The same as the convenor may see it: one form on four answers, a practice too, three interviewees.
  static var suppressed: ReportInput {
    var input = forConvenor
    var few = known
    few["value.reputation"] = Known(
      survey: 91.2468, half: 3.3, points: [0, 0, 0, 1, 3], speaking: 2, mentions: 77,
      grade: .corroborated, level: 67.13, wanted: 97.531, gapHalf: 2, answers: 4)
    few["transfer.transfer"]?.answers = 3
    few["works.trust.venue"]?.answers = 4
    var score = SampleCase(
      id: "rivermouth", phase: "3", framework: input.framework, interviewees: 3, known: few
    ).score
    score.change = change(from: both.scores[1].score, to: score, pairs: 17)
    (score.responses, score.organizations) = (.hidden, .hidden)
    input.all =
      input.all.dropLast()
      + [SampleEyes.seen(score, for: input.eyes, of: input.framework)]
    return input
  }

  /// Agreement on a group of codes, a third of whose units are marked.
  private static func agreement(
    _ name: String, of root: String? = nil, _ alpha: Double?, _ interval: Interval? = nil,
    units: Int
  ) -> AgreementLine {
    AgreementLine(
      constructs: root.map { [$0] } ?? [],
      row: AgreementRow(
        key: root ?? "all", name: name, codeCount: 1, units: units, marked: units / 3,
        markedByAll: units / 4, appliedBy: [:], percent: AgreementValue(),
        positive: AgreementValue(),
        alpha: AgreementValue(
          value: alpha, why: alpha == nil ? .nothingCoded : nil, interval: interval),
        kappa: AgreementValue(), ac1: AgreementValue()))
  }

  /// The study of both streams as the convenor sees it.
  static var forConvenor: ReportInput {
    var input = both
    input.look(by: .convenor(of: "rivermouth"))
    input.agreement = []
    input.all = input.all.map {
      SampleEyes.seen($0.score, for: input.eyes, of: input.framework)
    }
    input.quotes = input.quotes.filter(\.clear)
    (input.imports, input.unmapped, input.sensitivity) = (.hidden, .hidden, .hidden)
    return input
  }

  /// Survey answers and no interview.
  static var surveyOnly: ReportInput {
    var input = both
    input.phases = []
    input.findings = []
    input.quotes = []
    input.agreement = []
    let bare = known.filter { $0.key != "transfer.transfer" }.mapValues {
      Known(
        survey: $0.survey, half: $0.half, points: $0.points, wanted: $0.wanted, gapHalf: $0.gapHalf)
    }
    input.all = [
      SampleCase(
        id: "rivermouth", phase: nil, framework: input.framework, interviewees: 0, known: bare,
        hasSources: false
      ).score
    ].map { SeenScore($0) }
    return input
  }

  /// A framework without a layout, one phase, presence only, and little of it.
  static var presence: ReportInput {
    let study = StudyFacts(
      .init(title: "A bare study", simulated: false),
      hash: PageHash(text: "77aa", isOfReport: false), toolVersion: "0.1.0", date: "2026-04-14")
    let scores = [
      SampleCase(
        id: "north", phase: nil, framework: SampleFramework.bare, interviewees: 5,
        known: [
          "learner.individual": Known(speaking: 4, mentions: 9, grade: .triangulated),
          "learner.group": Known(speaking: 2, mentions: 2, grade: .agreed),
        ], silentSurvey: true
      ).score
    ].map { SampleEyes.seen($0, for: .workingGroup, of: SampleFramework.bare) }
    let seen = SeenStudy(
      SeenScores(by: .workingGroup, scores), framework: SampleFramework.bare,
      frameworkHash: "88bb", cases: [Case(id: "north", name: "Northern dyad")])
    var input = ReportInput(seen, on: study)
    input.cases[0].attributes = []
    return input
  }
}
