extension CaseReading {
  /// The words that a figure may be: one where it is known, several where what coders left open may make it
  /// another; nil where it is absent.
  func words(_ word: FindingCondition.Word) -> Set<String>? {
    switch word {
    case .band(let id): construct(id)?.band.map { [$0.rawValue] }
    case .grade(let id): (counts(id)?.grade).map { grades($0, of: id) }
    case .side(let id): interview(id)?.side.map { sides($0, of: id) }
    case .convergence(let id):
      // Silence of the survey may only be its being hidden.
      survey(id).isHidden ? nil : construct(id)?.convergence.map { convergences($0, of: id) }
    case .quadrant(let id): construct(id)?.namedQuadrant.map { [$0.rawValue] }
    case .presence(let id): interview(id).flatMap { presence($0, of: id) }
    case .standing(let id): standing(id)
    case .loss(let id): loss.word(before: id).map { [$0.rawValue] }
    case .changed(let id):
      change(id).flatMap { $0.reading == .untold ? nil : [$0.reading.rawValue] }
    case .wanted(let id): wanted(id).map { [$0 ? "yes" : "no"] }
    case .attribute(let name): about?.attribute(name).map { [$0] }
    }
  }

  /// The presence a reader knows of; nil where it is not told, or enters nothing because too few were
  /// interviewed.
  private func presence(_ figure: InterviewFigure, of id: String) -> Set<String>? {
    switch figure.heard {
    case nil: presences(figure.presence, of: id)
    case .borneOut(let side): presences(side == .for ? .evident : .denied, of: id)
    case .sourcesDiffer: presences(.contested, of: id)
    case .littleHeard, .moreThanOne, .hidden, .agreed: nil
    }
  }

  /// Whether it is there; of what deciding could change, any of them.
  private func standing(_ id: String) -> Set<String>? {
    guard let standing = construct(id)?.standing else { return nil }
    return standing != .there && standing != .contested && construct(id)?.score == nil && isOpen(id)
      ? Set(Standing.allCases.map(\.rawValue)) : [standing.rawValue]
  }

  /// Whether a form of value is said to be wanted in the interviews; nil without a source, where one voice may
  /// have said so that is not told of, and where sources are still to be handed in.
  private func wanted(_ id: String) -> Bool? {
    switch construct(id)?.wish {
    case .wanted: true
    case .notWanted: interview(id) == nil || score.awaitsCodings ? nil : false
    case .open, .hidden, nil: nil
    }
  }
}

extension CaseReading {
  /// By what forms of value are told to be borne out; nil where there is nothing.
  var streamsOfValue: String? {
    let sources = score.interviewees == .shown(0) ? "the sources" : "interviews"
    let isAsked = score.constructs.contains { !$0.survey.isAbsent }
    let isHeard = score.constructs.contains { $0.interview?.isSpoken == true }
    switch score.valueBreadth {
    case .absent: return nil
    case .bySurvey: return "the survey"
    case .counted, .atLeast:
      guard isAsked else { return sources }
      return isHeard ? sources + " or survey" : "the survey"
    }
  }
}
