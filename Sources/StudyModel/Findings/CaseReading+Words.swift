extension CaseReading {
  /// The words that a figure may be: one where it is known, several where the reader may only know
  /// that it is one of them; nil where it is absent.
  func words(_ word: FindingCondition.Word) -> Set<String>? {
    switch word {
    case .band(let id): construct(id)?.band.map { [$0.rawValue] }
    case .grade(let id): (counts(id)?.grade).map { [$0.rawValue] }
    case .side(let id): interview(id)?.side.map { [$0.rawValue] }
    case .convergence(let id):
      // Silence of the survey may only be its being hidden.
      survey(id).isHidden ? nil : construct(id)?.convergence.map { [$0.rawValue] }
    case .quadrant(let id): gap(id).figure?.quadrant.map { [$0.rawValue] }
    case .presence(let id): interview(id).flatMap { presence($0) }
    case .wanted(let id): wanted(id).map { [$0 ? "yes" : "no"] }
    case .attribute(let name): about?.attribute(name).map { [$0] }
    }
  }

  /// The presence a reader knows of: any of two where sources differ; nil where it is not told, or
  /// enters nothing because too few were interviewed.
  private func presence(_ figure: InterviewFigure) -> Set<String>? {
    switch figure.heard {
    case nil: [figure.presence.rawValue]
    case .borneOut(let side): [(side == .for ? Presence.evident : .denied).rawValue]
    case .sourcesDiffer: [Presence.contested.rawValue]
    case .littleHeard, .moreThanOne, .hidden, .agreed: nil
    }
  }

  /// Whether a form of value is said to be wanted in the interviews; nil without a source, and where
  /// one voice may have said so that is not told of.
  private func wanted(_ id: String) -> Bool? {
    switch construct(id)?.isWanted {
    case .shown(true): true
    case .shown(false): interview(id) == nil ? nil : false
    case .hidden, nil: nil
    }
  }
}
