/// What may be shown of each respondent of a phase, of which everything else is summed.
///
/// What nearly all say stands in every row as it is told, and organizations have numbers by what is answered
/// in them, so that neither who differs nor the order in which rows came in moves a digit.
struct ShownRows {
  /// The rows behind anything shown.
  let rows: [Int]
  /// The figures of each of them; not a number where there is none.
  let figures: [[Double]]
  /// The organization of each of them, by a number of its own.
  let organizations: [Int?]
  /// How many organizations there are.
  let organizationCount: Int

  /// Forms them.
  ///
  /// - Parameters:
  ///   - answers: The answers of the case, without those that are hidden.
  ///   - phase: The phase.
  ///   - hiddenGaps: The forms whose gap is hidden: what was wanted enters nothing there.
  init(_ answers: CaseAnswers, phase: Int, hiddenGaps: Set<String>) {
    rows = (answers.rowsOfPhase[phase] ?? []).filter {
      !answers.rows[$0].isLeftOut && answers.isBehindAnything($0)
    }
    figures = Self.formed(
      rows, in: answers, hiddenGaps: hiddenGaps, standing: Self.standing(answers, phase: phase))
    let stated = rows.map { answers.rows[$0].organization }
    let numbers = Self.numbers(of: stated, figures)
    organizations = stated.map { $0.flatMap { numbers[$0] } }
    organizationCount = numbers.count
  }

  /// What stands for the figures that nearly all share, by the figures' places: also for what nearly all
  /// want.
  private static func standing(_ answers: CaseAnswers, phase: Int) -> [Int: Double] {
    var standing: [Int: Double] = [:]
    for measure in answers.plan.measures {
      let rows =
        if let form = answers.plan.forms.first(where: { $0.desired == measure.figure }) {
          answers.base(form, phase: phase)
        } else {
          answers.base(measure.figure, phase: phase)
        }
      standing[measure.figure] = answers.alike(measure.figure, of: rows, phase: phase)?.level
    }
    return standing
  }

  /// The figures of each row that may be shown: what was wanted only where a gap is told; for what nearly
  /// all say, what stands for it, so that nothing drawn from them tells who differs.
  private static func formed(
    _ rows: [Int], in answers: CaseAnswers, hiddenGaps: Set<String>, standing: [Int: Double]
  ) -> [[Double]] {
    let plan = answers.plan
    return rows.map { row in
      var figures = Array(
        answers.figures[row * plan.figureCount..<(row + 1) * plan.figureCount])
      for form in plan.forms
      where !answers.isKept(row, form.derived) || hiddenGaps.contains(plan.tree.ids[form.construct])
      {
        figures[form.desired] = .nan
      }
      for (figure, level) in standing where figures[figure] == figures[figure] {
        figures[figure] = level
      }
      for parent in plan.parents {
        figures[parent.figure] = parent.level(of: parent.children.map { figures[$0] })
      }
      return figures
    }
  }

  /// Numbers for the organizations by what is answered in them, so that the order in which they came
  /// in, which hidden rows may change, moves no draw and no digit.
  private static func numbers(of organizations: [Int?], _ formed: [[Double]]) -> [Int: Int] {
    var sums: [Int: [Double]] = [:]
    for (organization, figures) in zip(organizations, formed) {
      guard let organization else { continue }
      var sum = sums[organization] ?? Array(repeating: 0, count: 2 * figures.count + 1)
      sum[0] += 1
      for (place, value) in figures.enumerated() where value == value {
        sum[1 + 2 * place] += 1
        sum[2 + 2 * place] += value
      }
      sums[organization] = sum
    }
    let ordered = sums.mapValues { $0.map(NineDecimals.rounded) }.sorted { left, right in
      left.value == right.value
        ? left.key < right.key : left.value.lexicographicallyPrecedes(right.value)
    }
    return Dictionary(
      ordered.enumerated().map { ($0.element.key, $0.offset) },
      uniquingKeysWith: { first, _ in first })
  }
}
