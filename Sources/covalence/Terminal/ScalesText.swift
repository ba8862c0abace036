import FileFormats
import StudyModel
import StudyWorkflow

/// The scales of a survey as a person and as a program reads them.
enum ScalesText {
  /// `cases` and `icc1`; in a study with phases once a phase, in an array `phases`.
  static func json(_ scales: SurveyScales) -> JSONValue {
    var blocks = used(scales).map { phase -> [JSONValue.Member] in
      [
        .init("phase", .optional(scales.cells.phases[phase])), .init("cases", cases(scales, phase)),
        .init(
          "icc1",
          .object(scales.icc1(phase: phase).map { .init($0.scale, .optional($0.value)) })),
      ]
    }
    if blocks.count == 1, case .null? = blocks[0].first?.value {
      blocks[0].removeFirst()
      return .object([.init("ok", .bool(true))] + blocks[0])
    }
    return ["ok": .bool(true), "phases": .array(blocks.map { .object($0) })]
  }

  private static func cases(_ scales: SurveyScales, _ phase: Int) -> JSONValue {
    .object(
      scales.cells.cases.indices.compactMap { place in
        scales.figures(case: place, phase: phase).map { figures in
          .init(scales.cells.cases[place], .object(figures.map { .init($0.scale, json($0)) }))
        }
      })
  }

  private static func json(_ figures: ScaleFigures) -> JSONValue {
    [
      "n": .integer(figures.n), "mean": .optional(figures.mean),
      "sd": .optional(figures.deviation), "alpha": .optional(figures.alpha),
    ]
  }

  static func show(_ scales: SurveyScales) {
    let phases = used(scales)
    let hasPhases = phases.contains { scales.cells.phases[$0] != nil }
    func word(_ phase: Int) -> String {
      scales.cells.phases[phase] ?? (hasPhases ? Phase.notStated : "")
    }
    var table = TextTable(
      ["case", "phase", "scale", "n", "mean", "sd", "alpha"], right: [3, 4, 5, 6])
    for (place, name) in scales.cells.cases.enumerated() {
      for phase in phases {
        for figures in scales.figures(case: place, phase: phase) ?? [] {
          table.add([
            name, word(phase), figures.scale, String(figures.n),
            decimals(figures.mean), decimals(figures.deviation), decimals(figures.alpha),
          ])
        }
      }
    }
    Output.results(table.lines)
    Output.result()
    var alike = TextTable(["scale", "phase", "ICC(1)"], right: [2])
    for phase in phases {
      for (scale, value) in scales.icc1(phase: phase) {
        alike.add([scale, word(phase), decimals(value)])
      }
    }
    Output.results(alike.lines)
    if hasPhases { Output.say("Scales are in points of the answer scale, phase by phase.") }
  }

  /// The phases somebody answered in.
  private static func used(_ scales: SurveyScales) -> [Int] {
    scales.cells.phases.indices.filter { phase in
      scales.cells.cases.indices.contains { scales.hasResponses(case: $0, phase: phase) }
    }
  }

  private static func decimals(_ number: Double?) -> String {
    guard let number else { return "" }
    let hundredths = (abs(number) * 100).rounded()
    let whole = Int(hundredths) / 100
    let rest = Int(hundredths) % 100
    return (number < 0 && hundredths > 0 ? "-" : "") + "\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }
}
