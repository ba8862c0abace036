public import FileFormats
public import StudyModel

/// How far cases lie apart in each phase, as a tidy table and as JSON.
public enum DispersionTable {
  static let columns = [
    "construct", "construct_name", "stream", "phase", "cases", "case_ids", "mean", "sd", "lowest",
    "highest", "range", "coefficient_of_variation", "reading", "hangs_on",
  ]

  /// A row a construct, stream and phase, with a header; nil where nothing was compared.
  static func csv(_ dispersions: [PhaseDispersion], of framework: Framework) -> String? {
    guard !dispersions.isEmpty else { return nil }
    var csv = CSVText(style: CSVStyle())
    csv.append(columns.map { .text($0) })
    for item in dispersions {
      let name = framework.construct(item.construct)?.name ?? item.construct
      for (phase, figures) in zip(item.phases, item.dispersions) {
        let numbers = [
          figures.mean, figures.sd, figures.lowest, figures.highest, figures.range,
          figures.coefficientOfVariation,
        ]
        csv.append(
          [
            .text(item.construct), .text(name), .text(item.stream.rawValue), .text(phase),
            .integer(figures.cases.count), .text(figures.cases.joined(separator: "; ")),
          ] + numbers.map { $0.map { CSVCell.decimal($0) } ?? .empty } + [
            .text(item.words ?? ""), .text(item.hangsOn.joined(separator: "; ")),
          ])
      }
    }
    return csv.string
  }

  /// An array with an object a construct and stream.
  public static func json(_ dispersions: [PhaseDispersion]) -> JSONValue {
    .array(
      dispersions.map { item in
        [
          "construct": .string(item.construct), "stream": .string(item.stream.rawValue),
          "phases": .array(
            zip(item.phases, item.dispersions).map { phase, figures in
              [
                "phase": .string(phase), "cases": .strings(figures.cases),
                "mean": .optional(figures.mean), "sd": .optional(figures.sd),
                "lowest": .optional(figures.lowest), "highest": .optional(figures.highest),
                "range": .optional(figures.range),
                "coefficientOfVariation": .optional(figures.coefficientOfVariation),
              ]
            }),
          "reading": .optional(item.words), "hangsOn": .strings(item.hangsOn),
        ]
      })
  }
}
