/// How far each construct is found in each case, as far as that is known.
public struct CaseProfiles: Sendable, Hashable {
  /// One case's profile.
  public struct Profile: Sendable, Hashable {
    /// The case.
    public var caseID: String
    /// The case's name, by which ties are broken.
    public var name: String
    /// How far each construct is found, from 0 to 1; nil where it cannot be told.
    public var found: [Double?]

    /// Creates a profile.
    public init(caseID: String, name: String, found: [Double?]) {
      self.caseID = caseID
      self.name = name
      self.found = found
    }
  }

  /// The constructs, in order.
  public var constructs: [String]
  /// A profile a case, in the order of the cases.
  public var profiles: [Profile]
  /// The cases of which nothing is known, for they have neither source nor survey: they are not compared.
  public var leftOut: [String]

  /// Creates profiles.
  public init(constructs: [String], profiles: [Profile], leftOut: [String] = []) {
    self.constructs = constructs
    self.profiles = profiles
    self.leftOut = leftOut
  }

  /// How far the forms of value are found in each case: by their bands where they have levels, a strength wholly and
  /// what is developing by half, else by its interviews, documents and case analyses.
  ///
  /// A form that nobody spoke of is not found where the case has a source, and unknown where it has none and no
  /// survey. Of whom others than the researcher are told that little was heard, they cannot know whether anybody
  /// spoke: there it is unknown. Give the scores of one phase.
  ///
  /// - Parameters:
  ///   - scores: The scores, as the reader may see them.
  ///   - cases: The cases, in order.
  ///   - framework: The framework that says which constructs are forms of value.
  public init(scores: [SeenScore], cases: [Case], framework: Framework) {
    constructs = framework.valueForms.map(\.id)
    let byCase = Dictionary(
      scores.map { ($0.caseID, $0) }, uniquingKeysWith: { first, _ in first })
    let forms = constructs
    let all = cases.map { item in
      Profile(
        caseID: item.id, name: item.name,
        found: forms.map { byCase[item.id]?.construct($0)?.degreeFound })
    }
    let isCompared = { (profile: Profile) in profile.found.contains { $0 != nil } }
    profiles = all.filter(isCompared)
    leftOut = all.filter { !isCompared($0) }.map(\.caseID)
  }

  /// Ružička's distance between two profiles, from 0 to 1, and how many constructs were compared.
  ///
  /// Found in neither counts nothing; what is unknown in either is left out. Two cases in which none of
  /// what is compared is found have distance 0 by convention; where nothing can be compared it is 1. Of profiles
  /// that are wholly found or not it is Jaccard's.
  ///
  /// > Reference: Ružička 1958: 1 less the sum of the lesser degrees over the sum of the greater; of yes and no,
  /// Jaccard 1901: 1 less the share of what is found in both among what is found in any.
  public static func distance(
    _ left: [Double?], _ right: [Double?]
  ) -> (distance: Double, compared: Int) {
    var (both, any, compared) = (0.0, 0.0, 0)
    for case (let a?, let b?) in zip(left, right) {
      compared += 1
      both += min(a, b)
      any += max(a, b)
    }
    guard compared > 0 else { return (1, 0) }
    return (any == 0 ? 0 : 1 - both / any, compared)
  }

  /// Whether any form is found in part, so that more is told apart than found and not found.
  public var areGraded: Bool {
    profiles.contains { profile in
      profile.found.contains { $0.map { $0 != 0 && $0 != 1 } ?? false }
    }
  }

  /// The distances between all profiles, in their order.
  public var distances: [[Double]] {
    profiles.map { left in profiles.map { Self.distance(left.found, $0.found).distance } }
  }

  /// How many constructs each pair was compared on.
  public var compared: [[Int]] {
    profiles.map { left in profiles.map { Self.distance(left.found, $0.found).compared } }
  }
}
