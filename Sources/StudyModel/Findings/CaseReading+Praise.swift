/// What no finding may praise.
extension CaseReading {
  /// Whether a condition holds in this case, for a finding about it.
  ///
  /// One that says that something goes well never praises what falls clearly short of what is wanted, nor that on
  /// which interviews and survey contradict each other: whether it goes well is then unknown.
  func finding(on condition: FindingCondition, this: String?) -> Verdict {
    let verdict = verdict(on: condition, this: this)
    let isInDoubt = praises && doubts(verdict.judged + verdict.found)
    return verdict.holds == true && isInDoubt ? .unknown : verdict
  }

  /// Whether one of these falls clearly short, or is contradicted.
  func doubts(_ constructs: [String]) -> Bool {
    constructs.contains { id in
      construct(id)?.convergence == .dissonance || construct(id)?.gapReading == .short
    }
  }
}

extension FindingRule {
  /// Whether it says that something goes well.
  var praises: Bool { tone == .strength }
}

extension FindingCondition.Quantity {
  /// Whether the number says how much of a construct there is.
  ///
  /// What has risen may still fall short, and says so of itself.
  var isOfLevel: Bool {
    switch self {
    case .score, .interviewLevel, .surveyLevel, .derived, .gap: true
    case .evidence, .strength, .desired, .informants, .contrary, .mentions, .answers, .spoken,
      .change, .clearChanges, .pillar, .health, .valueBreadth, .formsFound, .interviewees,
      .organizations,
      .attribute, .agreeing, .agreeingInPart, .contradicting, .compared:
      false
    }
  }

  /// Whether the number says that something under a construct is there.
  var isOfPresence: Bool { if case .spoken = self { true } else { false } }
}

extension FindingCondition.Word {
  /// Whether the word is a band.
  var isBand: Bool { if case .band = self { true } else { false } }

  /// Whether the word says how much of a construct there is.
  var isOfLevel: Bool {
    switch self {
    case .band, .quadrant, .standing: true
    case .grade, .side, .convergence, .presence, .wanted, .attribute, .loss, .changed: false
    }
  }

  /// Whether the word says that a construct is there.
  var isOfPresence: Bool {
    switch self {
    case .presence, .side: true
    case .band, .grade, .convergence, .quadrant, .wanted, .attribute, .standing, .loss, .changed:
      false
    }
  }
}
