import FileFormats
public import StudyModel

extension Answer {
  /// The scales of a survey: `cases` and `icc1`, in a study with phases once a phase.
  public static func scales(_ scales: SurveyScales) -> Answer {
    var blocks = scales.usedPhases.map { phase -> [JSONValue.Member] in
      [
        .init("phase", .optional(scales.cells.phases[phase])), .init("cases", cases(scales, phase)),
        .init(
          "icc1",
          .object(scales.icc1(phase: phase).map { .init($0.scale, .optional($0.value)) })),
      ]
    }
    if blocks.count == 1, case .null? = blocks[0].first?.value {
      blocks[0].removeFirst()
      return Answer(.object([.init("ok", .bool(true))] + blocks[0]))
    }
    return Answer(["ok": .bool(true), "phases": .array(blocks.map { .object($0) })])
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
}
