extension FindingCondition {
  /// The name by which rules tried on several constructs speak of the one at hand.
  public static let this = "this"

  /// A construct as a rule names it, with `this` filled in; `this` itself where there is none.
  static func resolve(_ construct: String, _ current: String?) -> String {
    construct == this ? current ?? construct : construct
  }
}

extension FindingCondition.Quantity {
  /// The quantity with `this` filled in.
  func resolving(_ this: String?) -> Self {
    func at(_ id: String) -> String { FindingCondition.resolve(id, this) }
    return switch self {
    case .score(let id): .score(at(id))
    case .interviewLevel(let id): .interviewLevel(at(id))
    case .surveyLevel(let id): .surveyLevel(at(id))
    case .evidence(let id): .evidence(at(id))
    case .strength(let id): .strength(at(id))
    case .desired(let id): .desired(at(id))
    case .derived(let id): .derived(at(id))
    case .gap(let id): .gap(at(id))
    case .informants(let id): .informants(at(id))
    case .contrary(let id): .contrary(at(id))
    case .mentions(let id): .mentions(at(id))
    case .answers(let id): .answers(at(id))
    case .spoken(let id): .spoken(at(id))
    case .change(let id): .change(at(id))
    case .pillar, .health, .valueBreadth, .formsFound, .interviewees, .organizations, .clearChanges,
      .attribute,
      .agreeing, .agreeingInPart, .contradicting, .compared:
      self
    }
  }

  /// The construct that the number is of; nil where it is of the case.
  var construct: String? {
    switch self {
    case .score(let id), .interviewLevel(let id), .surveyLevel(let id), .evidence(let id),
      .strength(let id), .desired(let id), .derived(let id), .gap(let id), .informants(let id),
      .contrary(let id), .mentions(let id), .answers(let id), .spoken(let id), .change(let id):
      id
    case .pillar, .health, .valueBreadth, .formsFound, .interviewees, .organizations, .clearChanges,
      .attribute,
      .agreeing, .agreeingInPart, .contradicting, .compared:
      nil
    }
  }

  /// What the number is of, in words.
  var phrase: String {
    switch self {
    case .score(let id): "score of \(id)"
    case .interviewLevel(let id): "interview level of \(id)"
    case .surveyLevel(let id): "survey level of \(id)"
    case .evidence(let id): "evidence of \(id)"
    case .strength(let id): "strength of the interviews on \(id)"
    case .desired(let id): "wanted of \(id)"
    case .derived(let id): "received of \(id)"
    case .gap(let id): "gap of \(id)"
    case .informants(let id): "informants on \(id)"
    case .contrary(let id): "informants against \(id)"
    case .mentions(let id): "segments on \(id)"
    case .answers(let id): "answers on \(id)"
    case .spoken(let id): "parts of \(id) spoken of"
    case .pillar(let id): "pillar \(id)"
    case .health: "health"
    case .valueBreadth: "forms of value borne out"
    case .formsFound: "forms of value found"
    case .interviewees: "interviewees"
    case .organizations: "organizations"
    case .clearChanges: "clear changes in the survey"
    case .agreeing: "questions on which interviews and survey agree"
    case .agreeingInPart: "questions on which they agree in part"
    case .contradicting: "questions on which they contradict each other"
    case .compared: "questions on which they can be compared"
    case .change(let id): "change of \(id)"
    case .attribute(let name): "attribute \(name)"
    }
  }
}

extension FindingCondition.Word {
  /// The word with `this` filled in.
  func resolving(_ this: String?) -> Self {
    func at(_ id: String) -> String { FindingCondition.resolve(id, this) }
    return switch self {
    case .band(let id): .band(at(id))
    case .grade(let id): .grade(at(id))
    case .side(let id): .side(at(id))
    case .convergence(let id): .convergence(at(id))
    case .quadrant(let id): .quadrant(at(id))
    case .presence(let id): .presence(at(id))
    case .standing(let id): .standing(at(id))
    case .loss(let id): .loss(at(id))
    case .changed(let id): .changed(at(id))
    case .wanted(let id): .wanted(at(id))
    case .attribute: self
    }
  }

  /// The construct that the word is of; nil where it is of the case.
  var construct: String? {
    switch self {
    case .band(let id), .grade(let id), .side(let id), .convergence(let id), .quadrant(let id),
      .presence(let id), .wanted(let id), .standing(let id), .loss(let id), .changed(let id):
      id
    case .attribute: nil
    }
  }

  /// What the word is of, in words.
  var phrase: String {
    switch self {
    case .band(let id): "band of \(id)"
    case .grade(let id): "grade of \(id)"
    case .side(let id): "side on \(id)"
    case .convergence(let id): "convergence of \(id)"
    case .quadrant(let id): "quadrant of \(id)"
    case .presence(let id): "presence of \(id)"
    case .standing(let id): "standing of \(id)"
    case .loss(let id): "loss on the way to \(id)"
    case .changed(let id): "direction of the change of \(id)"
    case .wanted(let id): "wanted in interviews, \(id)"
    case .attribute(let name): "attribute \(name)"
    }
  }
}

extension FindingCondition {
  /// Whether it asks what interviews say is wanted of a construct, `this` standing for the one a rule
  /// is tried on.
  public func asksWanted(of id: String) -> Bool {
    switch self {
    case .word(.wanted(let construct), _): construct == id
    case .all(let parts), .any(let parts): parts.contains { $0.asksWanted(of: id) }
    case .not(let inner): inner.asksWanted(of: id)
    case .number, .word, .gap, .extreme, .cases: false
    }
  }
}
