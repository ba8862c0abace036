/// All cases' figures as a rule about the set may read them.
struct SetReading {
  let cases: [CaseReading]

  /// Whether a condition holds of the set.
  ///
  /// Only `cases` reaches into the cases; a figure named outside it belongs to no one case and is
  /// unknown.
  func verdict(on condition: FindingCondition, this: String?) -> Verdict {
    switch condition {
    case .cases(let inner, let count, let share):
      countVerdict(inner, count: count, share: share, this: this)
    case .all(let parts): Verdict.all(parts.map { verdict(on: $0, this: this) })
    case .any(let parts): Verdict.any(parts.map { verdict(on: $0, this: this) })
    case .not(let inner): verdict(on: inner, this: this).negated
    case .number, .word, .gap, .extreme: .unknown
    }
  }

  /// Whether the number, or share, of cases is within bounds.
  ///
  /// A case of which it is unknown may or may not be one of them, so a bound holds only if it would
  /// either way; to say that something goes well, so is one in which it falls short or is contradicted.
  /// Counts and shares are of all the cases; what is said leaves those out of which it is hidden.
  private func countVerdict(
    _ inner: FindingCondition, count: FindingCondition.Bounds?, share: FindingCondition.Bounds?,
    this: String?
  ) -> Verdict {
    guard !cases.isEmpty else { return .unknown }
    let verdicts = cases.map { reading -> (CaseReading, Verdict) in
      let verdict = reading.verdict(on: inner, this: this)
      let isInDoubt = reading.praises && verdict.holds == true && reading.doubts(verdict.judged)
      return (reading, isInDoubt ? .unknown : verdict)
    }
    let holding = verdicts.filter { $0.1.holds == true }
    let open = verdicts.filter { $0.1.holds == nil }.count
    guard open < cases.count else { return .unknown }
    let total = Double(cases.count)
    // What is there is counted where it falls short, too; that there is much of it must not rest on that.
    let inDoubt = holding.count { $0.praises && $0.doubts($1.found) }
    let range = Double(holding.count - inDoubt)...Double(holding.count + open)
    let shares = (range.lowerBound / total)...(range.upperBound / total)
    let anything = FindingCondition.Bounds()
    let parts = [(count ?? anything).hold(range), (share ?? anything).hold(shares)]
    guard parts.contains(false) || !parts.contains(nil) else { return .unknown }
    let holds = !parts.contains(false)
    let figures = holding.map { reading, verdict in
      "\(reading.name): \(verdict.evidence.joined(separator: "; "))"
    }
    // Those that were not asked, and where nobody was heard, are none of whom it is counted.
    let asked = verdicts.filter { $0.1.holds == true || $0.0.isAsked(inner, this: this) }
    return Verdict(
      holds: holds, evidence: ["\(holding.count) of \(asked.count) cases"] + figures,
      constructs: holding.flatMap(\.1.constructs).eachOnce,
      stake: holding.reduce(Stake()) { $0.merged(with: $1.1.stake) },
      changes: holding.reduce(into: []) { $0.formUnion($1.1.changes) },
      streams: holding.reduce(into: []) { $0.formUnion($1.1.streams) },
      counted: Verdict.Counted(
        ids: holding.map { $0.0.score.caseID }, names: holding.map { $0.0.name }, of: asked.count,
        hidden: asked.filter { $0.1.holds == nil && $0.0.hides(inner, this: this) }.count,
        isOfSome: asked.count < cases.count))
  }
}

extension CaseReading {
  /// The case's name for people; its id where the case is not at hand.
  var name: String { about?.name ?? score.caseID }
}
