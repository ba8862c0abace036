import StudyModel
import StudyWorkflow

/// Scores as a person reads them.
enum ScoreText {
  static func show(_ scored: CasesScored, evidence: StudyEvidence) {
    let names = Dictionary(
      evidence.cases.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    let hasPhases = evidence.scoredPhases != [nil]
    var legend = ScoreLegend(evidence.framework.scoring)
    var isFirst = true
    for place in scored.cases.indices {
      for score in scored.scores(ofCase: place) {
        if !isFirst { Output.result() }
        isFirst = false
        let phase =
          score.phase.map { ", phase \($0)" } ?? (hasPhases ? ", \(Phase.notStated)" : "")
        Output.result("\(names[score.caseID] ?? score.caseID)\(phase)")
        show(score)
        for row in score.constructs where isShown(row) { legend.add(row) }
      }
    }
    guard !legend.lines.isEmpty else { return }
    Output.result()
    Output.results(legend.lines)
  }

  private static func show(_ score: CaseScore) {
    Output.result(facts(score))
    if let awaited = NotHandedIn.sentence(score.notHandedIn.value ?? []) {
      Output.result("\(awaited); nothing is counted as a vote there until then.")
    }
    let table = table(score)
    guard !table.isEmpty else {
      let open = score.unresolvedUnits.value ?? 0
      return Output.result(
        open == 0
          ? "No evidence yet."
          : "\(Words.count(open, "unit")) \(open == 1 ? "waits" : "wait") for a decision, and nothing is settled yet."
      )
    }
    Output.results(table.lines)
    if let health = score.health.score {
      let interval =
        score.health.interval.map { " (\(Words.interval($0)))" } ?? ""
      let pillars = score.pillars.compactMap { pillar in
        pillar.score.map { "\(pillar.id) \(Words.whole($0))" }
      }
      Output.result(
        "Health \(Words.whole(health))\(interval): \(pillars.joined(separator: ", ")).")
    }
    if let change = score.change { show(change) }
  }

  private static func show(_ change: PhaseChange) {
    var table = TextTable(
      ["construct", "change", "interval", "compared", "clear", "interviews"], right: [1, 2, 5])
    for row in change.constructs where row.survey.figure != nil || row.interviews != nil {
      let survey = row.survey.figure
      table.add([
        row.id, survey.map { Words.signed($0.change) } ?? "",
        survey?.interval.map(Words.signedInterval) ?? "",
        survey.map(compared) ?? "", survey?.clear.map { $0 ? "yes" : "no" } ?? "",
        row.interviews.map {
          "\(Words.signed($0.change)) (\(Words.count($0.n, "person", "people")))"
        } ?? "",
      ])
    }
    guard !table.isEmpty else { return }
    Output.result("Change since \(change.since):")
    Output.results(table.lines)
  }

  private static func compared(_ change: SurveyChange) -> String {
    guard change.pairing != .none else { return change.pairing.rawValue }
    let byToken = change.byToken.map { ", \($0) by token" } ?? ""
    return "\(change.n) \(change.pairing.rawValue)\(byToken)"
  }

  private static func facts(_ score: CaseScore) -> String {
    [
      score.interviewees.value.map { Words.count($0, "interviewee") },
      score.responses.value.map { Words.count($0, "response") },
      score.organizations.value.map { Words.count($0, "organization") },
      Words.count(score.valueBreadth.told, "form of value", "forms of value") + " borne out",
    ].compactMap { $0 }.joined(separator: ", ")
  }

  private static func table(_ score: CaseScore) -> TextTable {
    var table = TextTable(
      ["construct", "score", "interval", "band", "interviews", "survey", "n", "grade", "together"],
      right: [1, 4, 5, 6])
    for row in score.constructs where isShown(row) {
      let interview = row.interview
      let level = interview?.score.map(Words.whole)
      let spoken = interview.flatMap { $0.isSpoken ? Self.presence($0, of: row) : nil }
      table.add([
        row.id, row.score.map(Words.whole) ?? "",
        row.interval.map(Words.interval) ?? "",
        (row.band?.rawValue ?? row.bandReason?.rawValue ?? "")
          + (row.borderline == true ? " (close)" : ""),
        level ?? spoken ?? "", row.survey.figure.map { Words.whole($0.score) } ?? "",
        row.survey.figure.map { Words.thousands($0.n) } ?? "",
        interview?.isSpoken == true ? interview?.grade?.rawValue ?? "" : "",
        row.convergence?.rawValue ?? "",
      ])
    }
    return table
  }

  /// What the interviews say in words; of kinds also how many of them, where that is told.
  private static func presence(_ figure: InterviewFigure, of row: ConstructScore) -> String {
    guard row.bandReason == .kinds, let repertoire = figure.counts?.repertoire else {
      return figure.presence.rawValue
    }
    return "\(figure.presence.rawValue), \(repertoire.spoken) of \(repertoire.of)"
  }

  /// Whether somebody spoke of a construct, or answered.
  private static func isShown(_ row: ConstructScore) -> Bool {
    row.interview?.isSpoken == true || row.survey.figure != nil
  }

  static func show(_ changes: [BandSensitivity]) {
    guard !changes.isEmpty else {
      Output.result("No band would be another under another rule of consensus.")
      return
    }
    let rules = ConsensusRule.allCases
    let hasPhases = changes.contains { $0.phase != nil }
    var table = TextTable(["case", "phase", "construct"] + rules.map(\.rawValue))
    for change in changes {
      table.add(
        [change.caseID, change.phase ?? (hasPhases ? Phase.notStated : ""), change.construct]
          + rules.map { change.bands[$0]?.rawValue ?? "no band" })
    }
    Output.results(table.lines)
  }
}
