/// What deciding on what is open could still change.
///
/// Absence is never claimed while evidence is pending: scoring specification, section 2. What stands is known,
/// and what is missing may be there once coders are agreed.
extension CaseReading {
  /// Whether coders differ on a unit of a construct or of one under it, and nobody decided, or have not handed
  /// in a source of the case; to others than the researcher units are not told.
  func isOpen(_ id: String) -> Bool {
    guard let figure = interview(id) else { return false }
    return score.awaitsCodings || (figure.counts?.unresolved ?? 0) > 0
  }

  /// The presences that a construct may have once all is decided.
  func presences(_ presence: Presence, of id: String) -> Set<String> {
    switch presence {
    case .evident, .contested: [presence.rawValue]
    default: isOpen(id) ? Self.decidable : [presence.rawValue]
    }
  }

  private static let decidable: Set = [
    "evident", "in part", "contested", "denied", "not spoken of",
  ]

  /// The grades that it may have: of what nobody speaks of, or one voice, there may be more.
  func grades(_ grade: Grade, of id: String) -> Set<String> {
    switch grade {
    case .absent, .single:
      isOpen(id) ? Set(Grade.allCases.map(\.rawValue)) : [grade.rawValue]
    case .agreed, .corroborated, .triangulated: [grade.rawValue]
    }
  }

  /// The sides that it may have: of what is denied somebody may speak.
  func sides(_ side: InterviewFigure.Side, of id: String) -> Set<String> {
    side == .against && isOpen(id) ? ["for", "against"] : [side.rawValue]
  }

  /// What interviews and survey may say together: interviews that are silent may speak.
  func convergences(_ convergence: Convergence, of id: String) -> Set<String> {
    [.silenceInterviews, .undecidedInterviews].contains(convergence) && isOpen(id)
      ? Set(Convergence.allCases.map(\.rawValue)) : [convergence.rawValue]
  }

  /// How far a number of the interviews may rise; nil for numbers that are what they are.
  func most(_ quantity: FindingCondition.Quantity, from number: Double) -> Double? {
    switch quantity {
    case .spoken(let id):
      number + Double(framework.children(of: id).count { isSilent($0.id) && isOpen($0.id) })
    case .informants(let id), .mentions(let id), .contrary(let id):
      score.awaitsCodings ? .infinity : number + Double(counts(id)?.unresolved ?? 0)
    default: nil
    }
  }

  private func isSilent(_ id: String) -> Bool { interview(id)?.isSpoken == false }

  /// The forms of value that are borne out, at the least and the most once all is decided; to praise that there
  /// are many, those in doubt are not counted on.
  var breadth: ClosedRange<Double>? {
    score.valueBreadth.range.map { known in
      let forms = framework.valueForms.compactMap { construct($0.id) }
      let open = forms.count { isOpen($0.id) && !$0.isBorneOut(framework.scoring) }
      let inDoubt =
        praises ? forms.count { $0.isBorneOut(framework.scoring) && doubts([$0.id]) } : 0
      let most = max(known.upperBound, known.lowerBound + Double(open))
      return max(0, known.lowerBound - Double(inDoubt))...most
    }
  }

  /// The forms of value that are found, at the least and the most once all is decided and told; nil where of none
  /// is known whether it is.
  var formsFound: ClosedRange<Double>? {
    let forms = framework.valueForms.compactMap { construct($0.id) }
    guard forms.contains(where: { $0.isFound != nil }) else { return nil }
    let found = forms.filter { $0.isFound == true }
    let inDoubt = praises ? found.count { doubts([$0.id]) } : 0
    let open = forms.count { form in
      form.isFound == nil || form.isFound == false && form.score == nil && isOpen(form.id)
    }
    return Double(found.count - inDoubt)...Double(found.count + open)
  }
}
