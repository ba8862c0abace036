extension CaseReading {
  /// The words that a figure may be: one where it is known, several where the reader may only know
  /// that it is one of them; nil where it is absent.
  func words(_ word: FindingCondition.Word) -> Set<String>? {
    switch word {
    case .band(let id): construct(id)?.band.map { [$0.rawValue] }
    case .grade(let id): interview(id)?.grade.map { [$0.rawValue] }
    case .side(let id): counted(id)?.side.map { [$0.rawValue] }
    case .convergence(let id):
      // Silence of the survey may only be its being hidden.
      isSurveyHidden(id) ? nil : construct(id)?.convergence.map { [$0.rawValue] }
    case .quadrant(let id): gap(id)?.quadrant.map { [$0.rawValue] }
    case .presence(let id): interview(id).map { presence($0) }
    case .wanted(let id): wanted(id).map { [$0 ? "yes" : "no"] }
    case .attribute(let name): about?.attribute(name).map { [$0] }
    }
  }

  /// The presence a reader knows of: any of three where sources differ and too few were interviewed.
  private func presence(_ figure: InterviewFigure) -> Set<String> {
    let known = figure.presence
    let isOpen =
      known == .sourcesDiffer
      || score.suppression.interviewNumbers && (known == .contested || known == .denied)
    let kinds: [Presence] = isOpen ? [.evident, .denied, .contested] : [known]
    return Set(kinds.map(\.rawValue))
  }

  /// Whether a form of value is said to be wanted in the interviews; nil without a source.
  private func wanted(_ id: String) -> Bool? {
    if score.wantedInInterviews.contains(id) { return true }
    return interview(id) == nil ? nil : false
  }
}
