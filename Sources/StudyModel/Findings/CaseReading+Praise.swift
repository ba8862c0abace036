/// What no finding may praise.
extension CaseReading {
  /// Whether a condition holds in a case of which its finding says that something goes well.
  ///
  /// A finding never praises what falls clearly short of what is wanted, nor that on which interviews and survey
  /// contradict each other: whether it goes well is then unknown.
  func praise(on condition: FindingCondition, this: String?) -> Verdict {
    let verdict = verdict(on: condition, this: this)
    guard verdict.holds == true else { return verdict }
    return verdict.judged.contains(where: isInDoubt) ? .unknown : verdict
  }

  private func isInDoubt(_ id: String) -> Bool {
    construct(id)?.convergence == .dissonance || gapState(id) == .short
  }
}

extension FindingRule {
  /// Whether it says that something goes well.
  var praises: Bool { tone == .strength }
}

extension FindingCondition.Quantity {
  /// Whether the number says how much of a construct there is, and not how much is known of it.
  var isOfLevel: Bool {
    switch self {
    case .score, .interviewLevel, .surveyLevel, .derived, .gap, .spoken: true
    // What has risen may still fall short, and says so of itself.
    case .evidence, .strength, .desired, .informants, .contrary, .mentions, .answers, .change,
      .pillar, .health, .valueBreadth, .interviewees, .organizations, .attribute:
      false
    }
  }
}

extension FindingCondition.Word {
  /// Whether the word says how much of a construct there is, and not how much is known of it.
  var isOfLevel: Bool {
    switch self {
    case .band, .side, .quadrant, .presence: true
    case .grade, .convergence, .wanted, .attribute: false
    }
  }
}
