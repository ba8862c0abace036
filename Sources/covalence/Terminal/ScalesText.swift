import StudyModel
import StudyWorkflow

/// The scales of a survey as a person reads them.
enum ScalesText {
  static func show(_ scales: SurveyScales) {
    let phases = scales.usedPhases
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

  private static func decimals(_ number: Double?) -> String {
    number.map { Words.fixed($0, 2) } ?? ""
  }
}
