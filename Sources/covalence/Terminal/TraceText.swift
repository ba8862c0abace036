import StudyModel
import StudyWorkflow

/// What is behind a figure, in words.
enum TraceText {
  static func show(_ trace: Trace) {
    func named(_ phase: String?, _ after: String) -> String {
      trace.hasPhases ? (phase ?? Phase.notStated) + after : ""
    }
    Output.result("\(trace.construct.name) (\(trace.construct.id)) in \(trace.caseID)")
    for (phase, score) in trace.scores {
      let level = score.score.map { Words.whole($0) } ?? "no score"
      let band = score.band?.rawValue ?? score.bandReason?.rawValue ?? "no band"
      Output.result("  \(named(phase, ": "))\(level), \(band)")
    }
    Output.result()
    for entry in trace.units {
      let unit = entry.unit
      let weight = unit.weight.map { ", weight \($0)" } ?? ""
      Output.result(
        "\(entry.source.id) \(unit.span.start)–\(unit.span.end) \(unit.code): \(unit.state.rawValue) (\(unit.votes) of \(unit.handedIn)), \(unit.valence.rawValue)\(weight)"
      )
      for coding in entry.codings {
        let word = coding.word == coding.code ? "" : " (as \(coding.word))"
        Output.result("    \(coding.coder)\(word): \(coding.text ?? "(no words kept)")")
        if let memo = coding.memo { Output.result("      memo: \(memo)") }
        Output.result("      import \(coding.importID), row \(coding.row)")
      }
      if let decision = unit.decision {
        Output.result(
          "    \(decision.by) on \(decision.at): \(decision.decision.rawValue), \(decision.reason)")
      }
    }
    if trace.units.isEmpty, trace.answers.isEmpty {
      Output.result("Nothing is behind it: no coding, no decision and no answer.")
    }
    guard !trace.answers.isEmpty else { return }
    Output.result()
    for answers in trace.answers {
      let points = answers.points.sorted { $0.key < $1.key }.map {
        "\($0.value) answered \($0.key)"
      }
      let told = points + ["\(answers.missing) gave no answer"]
      Output.result(
        "\(named(answers.phase, ", "))\(answers.item): \(told.joined(separator: ", "))")
    }
  }
}
