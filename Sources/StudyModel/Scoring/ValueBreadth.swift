/// How many forms of value are *borne out*: interviews show them, corroborated or agreed, or the survey puts
/// them at 50 or more on as many answers as the framework asks for.
///
/// That asks for more than ``Presence/evident``, which is what the interviews alone say.
public enum ValueBreadth: Sendable, Hashable {
  /// No form has a source or an answer.
  case absent
  /// So many: all that is known of the forms is told.
  case counted(Int)
  /// At least so many: what is not told of other forms may bear them out.
  case atLeast(Int, atMost: Int)
  /// So many by the survey, interviews being hidden: of those that they bear out nothing is told.
  case bySurvey(Int, atMost: Int)

  /// The forms of which it is told that they are borne out.
  public var told: Int {
    switch self {
    case .absent: 0
    case .counted(let count), .atLeast(let count, _), .bySurvey(let count, _): count
    }
  }

  /// The least and the most that it can be; nil where there is none.
  var range: ClosedRange<Double>? {
    switch self {
    case .absent: nil
    case .counted(let count): Double(count)...Double(count)
    case .atLeast(let least, let most), .bySurvey(let least, let most):
      Double(least)...Double(max(least, most))
    }
  }
}

extension ValueBreadth {
  /// Reads what is told of the forms of value of a case and phase.
  init(_ forms: [ConstructScore], rules: ScoringRules) {
    guard forms.contains(where: { $0.interview != nil || !$0.survey.isAbsent }) else {
      self = .absent
      return
    }
    let least = forms.count { $0.isBorneOut(rules) }
    let most = least + forms.count { !$0.isBorneOut(rules) && $0.mayBeBorneOut }
    if forms.contains(where: { $0.interview?.heard?.isOfFew == true }) {
      self = .bySurvey(least, atMost: most)
    } else {
      self = least == most ? .counted(least) : .atLeast(least, atMost: most)
    }
  }
}

extension ConstructScore {
  /// Whether it is told that a form of value is borne out.
  func isBorneOut(_ rules: ScoringRules) -> Bool {
    if interview?.heard == .borneOut(.for) { return true }
    if let interview, interview.side == .for {
      switch interview.grade {
      case .agreed, .corroborated, .triangulated: return true
      case .absent, .single, nil: break
      }
    }
    guard let survey = survey.figure else { return false }
    return NineDecimals.isAtLeast(survey.score, 50) && survey.n >= rules.fullAnswers
  }

  /// Whether a form that is not told to be borne out may be, by what is not told of it.
  fileprivate var mayBeBorneOut: Bool {
    if survey.isHidden { return true }
    return switch interview?.heard {
    case nil, .borneOut: false
    case .sourcesDiffer, .littleHeard, .moreThanOne, .hidden, .agreed: true
    }
  }
}
