/// What others than the researcher are told of the interviews on a construct: a word, and no grade.
///
/// Scoring specification, section 7. Silence, one voice and a lone contrary voice share a word, and so
/// does everything that few interviewees may have said: which of them it is cannot be told.
public enum Heard: Sendable, Hashable {
  /// Two informants or more are on one side, and nobody on the other.
  case borneOut(InterviewFigure.Side)
  /// Two informants or more are on each side.
  case sourcesDiffer
  /// Everything else, silence included.
  case littleHeard
  /// Of fewer interviewees than the framework asks for: two who are no convenors speak for it, and
  /// nobody against.
  case moreThanOne
  /// Of fewer interviewees: everything else, silence included.
  case hidden
  /// Of fewer interviewees, all of whom agreed to it: what the interviews say. They did not agree that it be
  /// told where coders differ on their words, so that and silence share a word.
  case agreed(Presence)

  /// The word of those who agreed.
  init(ofAgreed presence: Presence) {
    self = .agreed([.notSpokenOf, .undecided].contains(presence) ? .littleHeard : presence)
  }

  /// The words.
  public var words: String {
    switch self {
    case .borneOut(.for): "borne out by several"
    case .borneOut(.against): "denied by several"
    case .sourcesDiffer: "interviewees differ"
    case .littleHeard: "little heard"
    case .moreThanOne: "heard from more than one"
    case .hidden: "hidden"
    case .agreed(let presence): presence.rawValue
    }
  }

  /// Whether it says that the construct was spoken of.
  public var isSpoken: Bool {
    switch self {
    case .borneOut, .sourcesDiffer, .moreThanOne: true
    case .littleHeard, .hidden: false
    case .agreed(let presence): presence != .littleHeard
    }
  }

  /// Whether it says that two or more spoke.
  public var isOfSeveral: Bool {
    switch self {
    case .borneOut, .sourcesDiffer, .moreThanOne: true
    case .littleHeard, .hidden, .agreed: false
    }
  }

  /// Whether it is a word on fewer interviewees than the framework asks for, which enters no figure.
  public var isOfFew: Bool {
    switch self {
    case .moreThanOne, .hidden, .agreed: true
    case .borneOut, .sourcesDiffer, .littleHeard: false
    }
  }

  /// The presence that stands for it.
  public var presence: Presence {
    switch self {
    case .borneOut(.for): .evident
    case .borneOut(.against): .denied
    case .sourcesDiffer: .sourcesDiffer
    case .littleHeard: .littleHeard
    case .moreThanOne: .heardFromMoreThanOne
    case .hidden: .hidden
    case .agreed(let presence): presence
    }
  }

  /// How far it carries a level: as far as two who bear each other out, or as one voice.
  ///
  /// Roles do not enter, for the weight can be worked out from the score.
  var strength: Double {
    if case .borneOut = self { return Grade.corroborated.strength }
    return Grade.single.strength
  }

  /// The word for so many informants who speak for a construct, and so many who speak against it.
  static func of(speaking: Int, denying: Int) -> Heard {
    if speaking > 1, denying > 1 { return .sourcesDiffer }
    if speaking > 1, denying == 0 { return .borneOut(.for) }
    if denying > 1, speaking == 0 { return .borneOut(.against) }
    return .littleHeard
  }

  /// A parent's word from those of its children: the first that one of them has, in the order
  /// borne out, differing, denied.
  static func ofParent(_ children: [Heard]) -> Heard {
    for heard in [Heard.borneOut(.for), .sourcesDiffer, .borneOut(.against)]
    where children.contains(heard) {
      return heard
    }
    return .littleHeard
  }
}
