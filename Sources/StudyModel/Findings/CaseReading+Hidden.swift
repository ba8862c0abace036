/// What a rule asks for and is hidden from the reader, so that what is unknown of a case may be there.
extension CaseReading {
  /// Whether it is unknown because something is hidden that a condition holds in the case.
  ///
  /// What is little heard is told: it counts among the cases shown, as in every table.
  func hides(_ condition: FindingCondition, this: String?) -> Bool {
    guard verdict(on: condition, this: this).holds == nil else { return false }
    return switch condition {
    case .number(let quantity, _): hides(quantity.resolving(this))
    case .word(let word, _): hides(word.resolving(this))
    case .gap(let id, _): hidesGap(FindingCondition.resolve(id, this))
    case .extreme(let id, _, let others):
      ([id] + others).contains { hidesScore(FindingCondition.resolve($0, this)) }
    case .all(let parts), .any(let parts): parts.contains { hides($0, this: this) }
    case .not(let inner): hides(inner, this: this)
    case .cases: false
    }
  }

  /// Whether a condition is of something that the case was asked about, or has sources on; hidden or not.
  func isAsked(_ condition: FindingCondition, this: String?) -> Bool {
    func at(_ id: String) -> String { FindingCondition.resolve(id, this) }
    return switch condition {
    case .number(let quantity, _): quantity.construct.map { isAsked(quantity, of: at($0)) } ?? true
    case .word(.attribute(let name), _): about?.attribute(name) != nil
    case .word(.convergence(let id), let oneOf)
    where oneOf.contains(where: { $0.hasPrefix("silence") }):
      // That one of them is silent can be said where the other alone speaks.
      isAsked(at(id))
    case .word(let word, _): word.construct.map { isAsked(word, of: at($0)) } ?? true
    case .gap(let id, _): !gap(at(id)).isAbsent
    case .extreme(let id, _, _): isAsked(at(id))
    case .all(let parts): parts.allSatisfy { isAsked($0, this: this) }
    case .any(let parts): parts.contains { isAsked($0, this: this) }
    case .not(let inner): isAsked(inner, this: this)
    case .cases: true
    }
  }

  private func isAsked(_ quantity: FindingCondition.Quantity, of id: String) -> Bool {
    switch quantity {
    case .surveyLevel, .answers: !survey(id).isAbsent
    case .desired, .derived, .gap: !gap(id).isAbsent
    case .interviewLevel, .strength, .informants, .contrary, .mentions, .spoken:
      interview(id) != nil
    default: isAsked(id)
    }
  }

  private func isAsked(_ word: FindingCondition.Word, of id: String) -> Bool {
    switch word {
    // Two sources are compared where there are both.
    case .convergence: !survey(id).isAbsent && interview(id) != nil
    case .grade, .side, .presence, .wanted: interview(id) != nil
    case .quadrant: !gap(id).isAbsent
    case .loss: !survey(id).isAbsent
    case .band, .standing, .changed, .attribute: isAsked(id)
    }
  }

  private func isAsked(_ id: String) -> Bool { !survey(id).isAbsent || interview(id) != nil }

  private func hides(_ quantity: FindingCondition.Quantity) -> Bool {
    switch quantity {
    case .score(let id), .evidence(let id): hidesScore(id)
    case .change(let id): hidesChange(id)
    case .clearChanges:
      score.change?.constructs.contains { $0.survey.isHidden } == true
    case .surveyLevel(let id), .answers(let id): hidesSurvey(id)
    case .desired(let id), .derived(let id), .gap(let id): hidesGap(id)
    case .interviewLevel, .strength, .informants, .contrary, .mentions, .spoken, .interviewees:
      score.interviewees.isHidden
    case .pillar, .health, .valueBreadth, .formsFound:
      score.interviewees.isHidden || score.constructs.contains { $0.survey.isHidden }
    case .agreeing, .agreeingInPart, .contradicting, .compared:
      judged.questions.contains(where: hidesScore)
    case .organizations: score.organizations.isHidden
    case .attribute: false
    }
  }

  private func hides(_ word: FindingCondition.Word) -> Bool {
    switch word {
    case .band(let id), .convergence(let id), .standing(let id): hidesScore(id)
    case .loss: judged.chain.contains(where: hidesSurvey)
    case .changed(let id): hidesChange(id)
    case .quadrant(let id): hidesGap(id)
    case .grade, .side, .presence, .wanted: score.interviewees.isHidden
    case .attribute: false
    }
  }

  private func hidesScore(_ id: String) -> Bool { hidesSurvey(id) || score.interviewees.isHidden }

  /// Whether a change is hidden: that of a level which is, and to others that of interviews.
  private func hidesChange(_ id: String) -> Bool {
    switch score.change?.construct(id)?.survey {
    case .shown: false
    case .hidden, .inWords: true
    case .absent, nil: hidesScore(id) || interview(id)?.heard != nil
    }
  }

  private func hidesSurvey(_ id: String) -> Bool {
    switch survey(id) {
    case .hidden, .inWords: true
    case .shown, .absent: false
    }
  }

  private func hidesGap(_ id: String) -> Bool { gap(id).isHidden }
}
