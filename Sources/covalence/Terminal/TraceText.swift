import FileFormats
import StudyModel
import StudyStore
import StudyWorkflow

/// What is behind a figure, in words and as JSON.
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
        "\(entry.source.id) \(unit.span.start)–\(unit.span.end) \(unit.code): \(unit.state.rawValue) (\(unit.votes) of \(unit.registered)), \(unit.valence.rawValue)\(weight)"
      )
      for coding in entry.codings {
        Output.result("    \(coding.coder): \(coding.text ?? "(no words kept)")")
        if let memo = coding.memo { Output.result("      memo: \(memo)") }
        Output.result("      import \(coding.importID), row \(coding.row)")
      }
      if let decision = unit.decision {
        Output.result(
          "    \(decision.by) on \(decision.at): \(decision.decision.rawValue), \(decision.reason)")
      }
    }
    guard !trace.answers.isEmpty else { return }
    Output.result()
    for answers in trace.answers {
      let points = answers.points.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
      Output.result(
        "\(named(answers.phase, ", "))\(answers.item): \(points.joined(separator: ", ")); no answer: \(answers.missing)"
      )
    }
  }

  static func json(_ trace: Trace) -> JSONValue {
    [
      "ok": .bool(true), "case": .string(trace.caseID), "construct": .string(trace.construct.id),
      "scores": .array(
        trace.scores.map { phase, score in
          ["phase": .optional(phase), "figures": ScoreJSON.json(score)]
        }),
      "units": .array(trace.units.map(json)),
      "answers": .array(
        trace.answers.map { answers in
          [
            "phase": .optional(answers.phase), "item": .string(answers.item),
            "points": .object(
              answers.points.sorted { $0.key < $1.key }.map {
                .init(String($0.key), .integer($0.value))
              }),
            "missing": .integer(answers.missing),
          ]
        }),
    ]
  }

  private static func json(_ entry: Trace.Unit) -> JSONValue {
    [
      "source": .string(entry.source.id), "start": .integer(entry.unit.span.start),
      "end": .integer(entry.unit.span.end), "code": .string(entry.unit.code),
      "codedAs": .string(entry.unit.codedAs), "state": .string(entry.unit.state.rawValue),
      "votes": .integer(entry.unit.votes), "registered": .integer(entry.unit.registered),
      "weight": .optional(entry.unit.weight), "valence": .string(entry.unit.valence.rawValue),
      "codings": .array(
        entry.codings.map { coding in
          [
            "coder": .string(coding.coder), "start": .integer(coding.span.start),
            "end": .integer(coding.span.end), "text": .optional(coding.text),
            "weight": .optional(coding.weight), "valence": .optional(coding.valence?.rawValue),
            "memo": .optional(coding.memo), "import": .integer(Int(coding.importID)),
            "row": .integer(coding.row),
          ]
        }),
      "decision": entry.unit.decision.map { decision in
        [
          "decision": .string(decision.decision.rawValue), "by": .string(decision.by),
          "at": .string(decision.at), "reason": .string(decision.reason),
        ]
      } ?? .null,
    ]
  }
}
