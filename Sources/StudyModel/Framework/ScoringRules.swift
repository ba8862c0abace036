/// Everything of scoring that a framework may change, with the product's defaults.
public struct ScoringRules: Sendable, Hashable {
  /// How respondents are averaged.
  public enum Weighting: String, Sendable, Hashable {
    /// The mean of the organizations' means where enough organizations are stated.
    case organizations
    /// Always the plain mean of the respondents.
    case respondents
  }

  /// The top weight of a coding, `W`.
  public var topWeight: Double = 3
  /// The least ratio of intersection to union of two codings of one unit.
  public var unitOverlap: Double = 0.5
  /// The share of a construct's items a respondent must have answered.
  public var answeredShare: Double = 0.5
  /// How respondents are averaged.
  public var weighting: Weighting = .organizations
  /// The least number of stated organizations for a mean of organizations.
  public var leastOrganizations: Int = 3
  /// The least share of respondents with a stated organization for it.
  public var leastPlacedShare: Double = 2.0 / 3.0
  /// The answers at which the survey's evidence is full, and under which convergence is not judged.
  public var fullAnswers: Int = 5
  /// What evidence weighted by respondents counts, against 1 by organizations.
  public var respondentsFactor: Double = 2.0 / 3.0
  /// The least informants for a judgement of convergence.
  public var leastInformants: Int = 2
  /// Up to this distance of levels the streams agree.
  public var agreementWithin: Double = 20
  /// Up to this distance they agree partially; beyond it is dissonance.
  public var partialAgreementWithin: Double = 40
  /// The thresholds of the bands: concern below the first, strength from the second.
  public var developingFrom: Double = 50
  /// See `developingFrom`.
  public var strengthFrom: Double = 75
  /// The least evidence for a band.
  public var leastEvidence: Double = 0.25
  /// The answers under which others than the researcher see no survey figure.
  public var suppressAnswersBelow: Int = 5
  /// The interviewees of a case and phase under which its interviews enter nothing others see.
  public var suppressIntervieweesBelow: Int = 5
  /// The informants with a level under which others see no level of the interviews.
  public var suppressInformantsBelow: Int = 3
  /// The least forms of value with a gap for quadrants.
  public var leastFormsForQuadrants: Int = 4
  /// The draws of the health interval.
  public var healthDraws: Int = 2000
  /// The least organizations for a health interval.
  public var leastOrganizationsForHealth: Int = 5

  /// The product's defaults.
  public init() {}
}

/// A pillar of health: which scores it is the mean of, and how many of them it needs.
public struct Pillar: Sendable, Hashable {
  /// A part of a pillar.
  public enum Part: Sendable, Hashable {
    /// The score of a construct.
    case construct(String)
    /// The mean of the scores that enter, of these constructs.
    case mean(of: [String])
  }

  /// The id, a key of the scores' JSON.
  public var id: String
  /// The name.
  public var name: String
  /// The parts; where the pillar is of all forms of value, one part a leaf.
  public var parts: [Part]
  /// The least number of parts that must enter.
  public var needed: Int
  /// Whether parts are weighted by how much they are desired, where that is known for all.
  public var weightedByDesired: Bool

  /// Creates a pillar.
  public init(
    id: String, name: String, parts: [Part], needed: Int, weightedByDesired: Bool = false
  ) {
    self.id = id
    self.name = name
    self.parts = parts
    self.needed = needed
    self.weightedByDesired = weightedByDesired
  }
}
