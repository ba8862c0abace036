/// How respondents weigh in a figure on some of them, and whether figures would tell of a few together.
extension CaseAnswers {
  /// How much each row weighs in a figure.
  typealias Weights = SharedSums.Weights<Int>

  /// Whether a figure on these rows is a mean of organizations: where those of the phase go by them, and
  /// enough stand behind it.
  func weighsByOrganizations(_ rows: some Collection<Int>, phase: Int) -> Bool {
    weighsByOrganizations(rows.map { self.rows[$0].organization }, phase: phase)
  }

  /// Whether a figure on respondents of these organizations is a mean of organizations.
  func weighsByOrganizations(_ organizations: [Int?], phase: Int) -> Bool {
    guard byOrganizations[phase] == true else { return false }
    return SurveyMean.weighting(
      organizations: Set(organizations.compactMap { $0 }).count, placed: organizations.count,
      unplaced: 0, rules: rules) == .organizations
  }

  /// How much each of some rows of a phase counts in a figure on them.
  func answerWeights(_ rows: [Int], phase: Int) -> AnswerWeights {
    AnswerWeights(
      rows.map { self.rows[$0].organization },
      byOrganizations: weighsByOrganizations(rows, phase: phase))
  }

  /// Whether rows of a phase are enough for a figure on them, and count as enough that weigh alike.
  func areEnough(_ rows: [Int], phase: Int) -> Bool {
    answerWeights(rows, phase: phase).effective >= least
  }

  /// How rows of a phase weigh in a level or a gap on them.
  func weights(_ rows: some Collection<Int>, phase: Int) -> Weights {
    weights(rows, byOrganizations: weighsByOrganizations(rows, phase: phase))
  }

  /// How rows weigh: those of an organization together as much as those of another, or all alike.
  private func weights(_ rows: some Collection<Int>, byOrganizations: Bool) -> Weights {
    let sizes =
      byOrganizations
      ? Dictionary(grouping: rows) { self.rows[$0].organization }.mapValues(\.count) : [:]
    return Dictionary(
      rows.map { ($0, 1 / Double(sizes[self.rows[$0].organization] ?? 1)) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The sums that are told of a figure's own answers in a phase beside those over pairs: the level, and
  /// what was received by those who also say what they wanted.
  private func sums(_ figure: Int, phase: Int) -> [Weights] {
    let own = base(figure, phase: phase)
    guard let form = plan.forms.first(where: { $0.derived == figure }) else {
      return [weights(own, phase: phase)]
    }
    let both = base(form, phase: phase)
    return [own, areEnough(both, phase: phase) ? both : []].map { weights($0, phase: phase) }
  }

  /// Whether what is told of pairs would tell of a few, beside what else is told of a figure in one of the
  /// phases: levels, what was received, and the pairs of the step before.
  ///
  /// Of a parent nothing is told but what is told of its children.
  func tellsOfFew(_ pairing: Pairing, _ figure: Int, step: Step) -> Bool {
    guard plan.measures.contains(where: { $0.figure == figure }) else { return false }
    let paired = inPairs(
      pairing, before: base(figure, phase: step.before), after: base(figure, phase: step.after))
    let sides: [(phase: Int, rows: Set<Int>, earlier: Set<Int>)] = [
      (step.before, paired.before, earlierPairs(figure, before: step)),
      (step.after, paired.after, []),
    ]
    return sides.contains { phase, rows, earlier in
      let goesBy = byOrganizations[phase] == true
      return SharedSums.few(
        weights(rows, byOrganizations: goesBy),
        beside: sums(figure, phase: phase) + [weights(earlier, byOrganizations: goesBy)],
        least: least) != nil
    }
  }

  /// Of those who say what they received and not what they wanted, the ones to leave out, where level and gap
  /// would tell of a few: all where they are few, else those of the organization in which they weigh most.
  ///
  /// - Returns: Nobody where level and gap may be told beside each other.
  func apart(_ form: SurveyPlan.Form, phase: Int) -> [Int] {
    let own = base(form.derived, phase: phase)
    let without = own.filter { !isKept($0, form.desired) }
    let both = base(form, phase: phase)
    guard !without.isEmpty, areEnough(both, phase: phase) else { return [] }
    // That the gap is hidden beside a level that is not would say that those who say both are alike.
    guard without.count >= leastApart(phase: phase),
      alike(form.derived, of: both, phase: phase) == nil
    else {
      return without
    }
    // Where they weigh alike, many are many.
    guard byOrganizations[phase] == true else { return [] }
    let level = weights(own, phase: phase)
    guard
      SharedSums.few(
        weights(both, phase: phase), beside: [level], least: least) != nil
    else { return [] }
    return heaviest(of: without, level)
  }

  /// Of those in no pair, the ones to leave out of a phase, where its level and the pairs would tell of them.
  ///
  /// - Returns: Nobody where they are few, for then all are left out, and where enough of them weigh alike.
  func apart(_ base: [Int], from paired: Set<Int>, phase: Int) -> [Int] {
    guard byOrganizations[phase] == true else { return [] }
    let level = weights(base, phase: phase)
    let pairs = weights(paired, byOrganizations: byOrganizations[phase] == true)
    guard SharedSums.few(pairs, beside: [level], least: least) != nil else { return [] }
    return heaviest(of: base.filter { !paired.contains($0) }, level)
  }

  /// Of rows those of the organization in which each weighs most; of two such that of the first by token.
  private func heaviest(of rows: [Int], _ weights: Weights) -> [Int] {
    guard
      let most = rows.max(by: {
        let (left, right) = (weights[$0] ?? 0, weights[$1] ?? 0)
        return left == right ? self.rows[$0].token > self.rows[$1].token : left < right
      })
    else { return [] }
    return rows.filter { self.rows[$0].organization == self.rows[most].organization }
  }
}
