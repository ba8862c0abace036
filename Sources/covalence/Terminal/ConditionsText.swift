import StudyModel
import StudyWorkflow

/// What goes with an outcome, in a terminal.
enum ConditionsText {
  static func show(_ conditions: ConditionsOfOutcome) {
    let table = conditions.table
    let names = Dictionary(
      conditions.cases.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    func list(_ what: String, _ ids: [String]) {
      guard !ids.isEmpty else { return }
      Output.result(
        "\(what) (\(ids.count)): \(Words.list(ids.map { names[$0] ?? $0 }, atMost: Words.mostNames))"
      )
    }
    let outcome = conditions.framework.construct(table.outcome)?.name ?? table.outcome
    Output.result(outcome)
    list("Found", table.cases[.found] ?? [])
    list("Not found", table.cases[.notFound] ?? [])
    list("Neither clearly found nor clearly not", table.cases[.unclear] ?? [])
    list("Not known, or not shown", table.notTold)
    Output.result()
    var text = TextTable(
      ["condition", "where found", "where not", "stream", "level", "level", "difference", ""],
      right: [1, 2, 4, 5, 6])
    for row in table.rows {
      let name =
        switch row.condition {
        case .construct(let id): id
        case .attribute(let id, let value): "\(id): \(value)"
        }
      let counts = [row.whereFound, row.whereNotFound].map { "\($0.found) of \($0.of)" }
      guard let first = row.levels.first else {
        text.add([name] + counts + (row.isTelling ? ["", "", "", "", "clear"] : []))
        continue
      }
      text.add([name] + counts + cells(first))
      for levels in row.levels.dropFirst() { text.add(["", "", ""] + cells(levels)) }
    }
    guard !text.isEmpty else {
      Output.say("Of no condition anything is known. 'covalence check' says what waits for you.")
      return
    }
    Output.results(text.lines)
    Output.result()
    Output.result(
      "where found, where not: in how many of the cases the condition is found, of those of which it is known."
    )
    Output.result(
      "level: the mean of the cases' levels, 0 to 100, with its 95% t interval, on how many cases; first where the outcome is found, then where it is not."
    )
    Output.result("difference: of the two means, with its 95% interval (Welch). \(chance(table))")
  }

  /// What chance alone would do.
  private static func chance(_ table: OutcomeConditions) -> String {
    table.judged == 0
      ? "An interval takes two cases in each group."
      : "Of \(table.judged) with an interval about \(Words.fixed(Double(table.judged) / 20, 1)) would be clear by chance alone."
  }

  private static func cells(_ levels: OutcomeConditions.Levels) -> [String] {
    [
      levels.stream.rawValue, said(levels.found), said(levels.notFound),
      levels.difference.map {
        Words.signed($0) + (levels.interval.map { " (\(Words.signedInterval($0)))" } ?? "")
      } ?? "", levels.isClear == true ? "clear" : "",
    ]
  }

  private static func said(_ group: OutcomeConditions.Group) -> String {
    guard let mean = group.figures.mean else { return "" }
    let interval = group.interval.map { " (\(Words.interval($0)))" } ?? ""
    return "\(Words.whole(mean))\(interval) on \(group.figures.cases.count)"
  }
}
