public import FileFormats
import StudyModel

/// The agreement report as JSON and CSV.
public enum AgreementTables {
  /// Words and figures, at full precision.
  public static func json(of report: AgreementReport) -> JSONValue {
    let document = report.document
    return .object(
      ReportJSON.head(.agreement, for: .researcher, of: report.study)
        + made(report.input.plan, generator: report.input.generator) + [
          .init("headline", .string(document.headline)), .init("lead", .optional(document.lead)),
          .init("facts", .array(document.facts.map { ReportJSON.fact($0) })),
          .init("sections", .array(document.sections.map { ReportJSON.section($0) })),
        ])
  }

  private static func made(
    _ plan: StudyAgreement.Plan, generator: String
  ) -> [JSONValue.Member] {
    [
      .init("unit", .string(plan.basis.rawValue)), .init("replicates", .integer(plan.replicates)),
      .init("generator", .string(generator)), .init("seed", .seed(plan.seed)),
    ]
  }

  /// What agreement allows, in a word.
  private static let standing = "standing"

  /// The columns that there always are.
  static let columns = [
    "by", "key", "name", "alpha", "low", "high", "kappa", "ac1", "positive agreement",
    "percent agreement", "pabak", "prevalence index", "bias index", "units", "marked",
    "marked by all", "units needed", "reason", "difference", "difference low", "difference high",
    standing,
  ]

  /// What further columns begin with, one a coder.
  static let coderColumn = "marked by "

  /// A row a code, family and pair, one over all and, where there are several, one a round and version with the
  /// difference of alpha from the one before, at full precision.
  public static func csv(of report: AgreementReport) -> String {
    var csv = CSVText()
    for line in lines(report.input) { csv.append(line) }
    return csv.string
  }

  private static func number(_ value: Double?) -> CSVCell { value.map { .decimal($0) } ?? .empty }

  private static func lines(_ input: AgreementInput) -> [[CSVCell]] {
    var lines: [[CSVCell]] = [
      columns.map { .text($0) } + input.coders.map { .text(coderColumn + $0) }
    ]
    func add(_ by: String, _ rows: [AgreementRow], _ differences: [AgreementValue?] = []) {
      for (place, row) in rows.enumerated() {
        let difference = differences.indices.contains(place) ? differences[place] : nil
        let reason = row.tooFew ?? row.lowByPrevalence ?? row.alpha.reason ?? ""
        lines.append(
          [
            .text(by), .text(row.key), .text(row.name), number(row.alpha.value),
            number(row.alpha.interval?.low),
            number(row.alpha.interval?.high), number(row.kappa.value), number(row.ac1.value),
            number(row.positive.value), number(row.percent.value), number(row.pabak.value),
            number(row.prevalence.value), number(row.bias.value), .integer(row.units),
            .integer(row.marked), .integer(row.markedByAll),
            row.unitsNeeded.map { .integer($0) } ?? .empty, .text(reason),
            number(difference?.value), number(difference?.interval?.low),
            number(difference?.interval?.high), .text(row.standing.words),
          ] + input.coders.map { row.appliedBy[$0].map { .integer($0) } ?? .empty })
      }
    }
    add("code", input.byCode)
    add("family", input.byFamily)
    add("pair", input.byPair)
    add("all", [input.pooled])
    let time = AgreementOverTime(maker: AgreementPage(input: input))
    for (by, stages) in [("round", time.rounds), ("version", time.versions)] where stages.count > 1
    {
      add(by, stages.map(\.pooled), stages.map(\.difference?.alpha))
    }
    return lines
  }
}
