import StudyModel
import StudyWorkflow

/// Cases side by side.
enum CompareText {
  /// Says that what was shown is no edition.
  static func sayToLookAt() {
    Output.say("A look at what others may see, to look at and not to hand on: no edition is kept.")
  }

  static func show(_ comparison: CaseComparison) {
    let cases = comparison.cases
    if let phase = comparison.phase { Output.result("All cases in \(phaseName(phase)):") }
    guard cases.count <= mostColumns else {
      showSpread(comparison)
      showGroups(comparison)
      show(comparison.dispersions)
      return
    }
    var table = TextTable(["construct"] + cases.map { $0.attribute("short") ?? $0.id })
    for row in comparison.rows where row.cells.contains(where: { !word($0).isEmpty }) {
      table.add([row.construct] + row.cells.map(word))
    }
    if table.isEmpty {
      Output.say("Nothing counts for a construct here. 'covalence check' says what waits for you.")
    } else {
      Output.results(table.lines)
    }
    showGroups(comparison)
    show(comparison.dispersions)
    let stated = comparison.statedForSet
    if !stated.isEmpty {
      let setOnly = comparison.setOnly.map(Set.init)
      Output.result()
      Output.result("Stated for the whole set (\(stated.count)):")
      for id in stated {
        Output.result("  \(id)\(setOnly?.contains(id) ?? true ? "" : " (of some cases too)")")
      }
    }
    show(comparison.outcomes, cases: cases)
  }

  /// So many cases are shown with a column each.
  private static let mostColumns = 20

  /// How many cases lie on each construct.
  private static func showSpread(_ comparison: CaseComparison) {
    var table = TextTable(
      [
        "construct", "cases", "lowest", "quartile", "median", "quartile", "highest", "strength",
        "concern",
      ], right: Set(1...8))
    for row in comparison.rows {
      guard let spread = LevelSpread(row.cells.compactMap(\.score)) else { continue }
      let levels = [
        spread.range.lowerBound, spread.quartiles.lowerBound, spread.median,
        spread.quartiles.upperBound, spread.range.upperBound,
      ]
      table.add(
        [row.construct, String(spread.count)] + levels.map(Words.whole)
          + [Band.strength, .concern].map { band in
            String(row.cells.count { $0.band == band })
          })
    }
    Output.results(table.lines)
    Output.result()
    Output.result(
      "How the \(comparison.cases.count) cases lie, by score; of each alone --json and 'covalence report compare' tell."
    )
  }

  /// The case in the middle of each group, of those with a score.
  private static func showGroups(_ comparison: CaseComparison) {
    guard let grouping = comparison.grouping, comparison.groups.count > 1 else { return }
    let groups = comparison.groups
    var table = TextTable(
      ["construct"] + groups.map { "\($0.title) (\($0.places.count))" },
      right: Set(groups.indices.map { $0 + 1 }))
    for row in comparison.rows {
      let cells = groups.map { group in
        LevelSpread(group.places.compactMap { row.cells[$0].score }).map { spread in
          Words.whole(spread.median)
            + (spread.count < group.places.count ? " (\(spread.count))" : "")
        }
      }
      guard cells.contains(where: { $0 != nil }) else { continue }
      table.add([row.construct] + cells.map { $0 ?? "" })
    }
    guard !table.isEmpty else { return }
    Output.result()
    Output.result(
      "By \(Words.inSentence(grouping.label)): the median score of each group's cases, and of how many where not all have one:"
    )
    Output.results(table.lines)
  }

  /// `3` as `phase 3`; a name that says what it is stays.
  private static func phaseName(_ name: String) -> String {
    Int(name) == nil ? name : "phase \(name)"
  }

  private static func show(_ outcomes: SeenOutcomes, cases: [Case]) {
    guard outcomes.total.map({ $0.outcomes > 0 }) ?? true || outcomes.hidesSome else { return }
    Output.result()
    guard outcomes.total.map({ $0.outcomes > 0 }) ?? false else {
      Output.result(
        "Outcomes \(Shorthand.saidHidden): how often people say something would tell of one alone.")
      return
    }
    for item in outcomes.cases {
      let name = cases.first { $0.id == item.caseID }?.name ?? ""
      guard let count = item.count else {
        Output.result("\(name): outcomes \(Shorthand.saidHidden)")
        continue
      }
      if count.outcomes > 0 {
        Output.result(
          "\(name): \(Words.count(count.outcomes, "outcome")), \(Words.count(count.labels, "label"))"
        )
      }
    }
    if let total = outcomes.total {
      Output.result(
        "\(outcomes.hidesSome ? "All cases shown" : "All cases"): \(Words.count(total.outcomes, "outcome")), \(Words.count(total.labels, "label"))"
      )
    }
  }

  /// How far the cases lie apart, a row a construct, stream and phase.
  private static func show(_ dispersions: [PhaseDispersion]) {
    guard !dispersions.isEmpty else { return }
    var table = TextTable(
      ["construct", "stream", "phase", "cases", "mean", "sd", "range", "cv", "cases over time"],
      right: [3, 4, 5, 6, 7])
    for item in dispersions {
      for (place, phase) in item.phases.enumerated() {
        let figures = item.dispersions[place]
        table.add([
          place == 0 ? item.construct : "", place == 0 ? item.stream.rawValue : "", phase,
          String(figures.cases.count),
          figures.mean.map(Words.whole) ?? "", figures.sd.map(Words.whole) ?? "",
          figures.range.map(Words.whole) ?? "",
          figures.coefficientOfVariation.map { Words.fixed($0, 2) } ?? "",
          place == 0 ? item.words ?? "" : "",
        ])
      }
    }
    Output.result()
    Output.result("How far the cases lie apart:")
    Output.results(table.lines)
  }

  /// A cell in a word: its score, else what the interviews say; `*` where the source itself states it.
  private static func word(_ cell: CaseMatrix.Cell) -> String {
    let mark = cell.isStated ? "*" : ""
    if let score = cell.score { return Words.whole(score) + mark }
    switch cell.survey {
    case .inWords(let alike): return alike.rawValue + mark
    case .hidden: return Shorthand.hidden.rawValue
    case .shown, .absent: break
    }
    if cell.presence == .hidden { return Shorthand.hidden.rawValue }
    guard let presence = cell.presence, presence != .notSpokenOf else { return "" }
    return presence.rawValue + mark
  }
}
