/// Cases that do not fit an expectation, and why to look at them again.
///
/// The expectation: where all conditions hold, the outcome is found. With both known of a case, it is
/// - **expected, not found**: all conditions hold, and the outcome is not found;
/// - **near miss**: no outcome, and all conditions but one hold. With one condition alone: among
///   the cases with neither it nor the outcome, those most like a case with both, at a distance of at
///   most `nearEnough` (Jaccard on the other forms of value);
/// - **found, not expected**: the outcome is found although a condition does not hold;
/// - **typical but thin**: all conditions hold, the outcome is found, and the evidence of the outcome
///   or of a condition is contested, or of a strength of 1/3 at most (a single informant), and no survey on enough
///   answers bears it out.
///
/// A construct is found as its ``Standing`` says. A construct without a source, an attribute not stated, and a
/// condition of which nobody spoke are unknown, since silence is not absence; a case with an unknown is in none of
/// the four, and is listed in `notTold`. One in which something is neither clearly there nor clearly not is `unclear`:
/// the interval holds the border of a concern, or the outcome is there in part and clearly less than is wanted.
public struct DeviantCases: Sendable, Hashable {
  /// How a case does not fit.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case expectedNotFound = "expected, not found"
    case nearMiss = "near miss"
    case foundNotExpected = "found, not expected"
    case typicalButThin = "typical, but thin"

    /// What it means, after its name.
    public var meaning: String {
      switch self {
      case .expectedNotFound: "all conditions hold, and the outcome is not found"
      case .nearMiss:
        "the outcome is not found, and all conditions but one hold, or the case is much like one that has both"
      case .foundNotExpected: "the outcome is found, although a condition does not hold"
      case .typicalButThin: "all conditions hold and the outcome is found, on evidence that is thin"
      }
    }
  }

  /// A case that does not fit.
  public struct Deviant: Sendable, Hashable {
    /// The case.
    public var caseID: String
    /// How it does not fit.
    public var kind: Kind
    /// The conditions that do not hold.
    public var missing: [Expectation.Condition]
    /// The constructs whose evidence is thin.
    public var thin: [String]
    /// For a near miss by likeness: the case with the outcome that it is most like.
    public var like: String?
    /// What does not fit, and what to look at again.
    public var lookAgain: String

    /// Creates a case that does not fit.
    public init(
      caseID: String, kind: Kind, missing: [Expectation.Condition] = [], thin: [String] = [],
      like: String? = nil, lookAgain: String
    ) {
      self.caseID = caseID
      self.kind = kind
      self.missing = missing
      self.thin = thin
      self.like = like
      self.lookAgain = lookAgain
    }
  }

  /// A case that is given no label, for something is neither clearly there nor clearly not.
  public struct Unclear: Sendable, Hashable {
    /// The case.
    public var caseID: String
    /// What is known of it.
    public var known: String

    /// Creates a case without a label.
    public init(caseID: String, known: String) { (self.caseID, self.known) = (caseID, known) }
  }

  /// How far from a case with the outcome a near miss by likeness may be.
  public static let nearEnough = 0.5
  /// Up to this strength evidence is thin: that of a single informant.
  public static let thinStrength = Grade.single.strength

  /// What is expected, in a sentence.
  public let expectation: String
  /// The cases in which all conditions hold and the outcome is found, on evidence that is not thin.
  public let fitting: [String]
  /// The cases of which nothing is expected, since conditions do not hold, and in which the outcome is not found either.
  public let outside: [String]
  /// The cases that do not fit, by kind, then in the order of the cases.
  public let deviants: [Deviant]
  /// The cases of which the outcome or a condition is neither clearly there nor clearly not, in their order.
  public let unclear: [Unclear]
  /// The cases of which the outcome or a condition is unknown.
  public let notTold: [String]

  /// Takes what was read off the cases.
  public init(
    expectation: String, fitting: [String] = [], outside: [String] = [], deviants: [Deviant],
    unclear: [Unclear] = [], notTold: [String] = []
  ) {
    self.expectation = expectation
    self.fitting = fitting
    self.outside = outside
    self.deviants = deviants
    self.unclear = unclear
    self.notTold = notTold
  }
}

extension DeviantCases {
  /// Looks for cases that do not fit.
  ///
  /// - Parameters:
  ///   - outcome: The construct expected.
  ///   - conditions: What is expected to bring it about; none makes every case expected.
  ///   - scores: A score a case, of one phase, as the reader may see them.
  ///   - cases: The cases, in order.
  ///   - framework: For names, and for the forms of value that likeness rests on.
  public init(
    outcome: String, conditions: [Expectation.Condition], scores: [SeenScore], cases: [Case],
    framework: Framework
  ) {
    let reader = ExpectationReader(
      outcome: outcome, conditions: conditions, scores: scores, framework: framework)
    expectation = reader.expectation
    let read = cases.map { (caseID: $0.id, told: reader.reading(of: $0)) }
    notTold = read.filter { $0.told == nil }.map(\.caseID)
    unclear = read.compactMap { if case .unclear(let item)? = $0.told { item } else { nil } }
    let told = read.compactMap { if case .known(let reading)? = $0.told { reading } else { nil } }
    let likeness =
      conditions.count == 1
      ? reader.nearMisses(in: told, cases: cases) : [:]
    let names = Dictionary(
      cases.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    let found = told.compactMap { reader.deviant($0, likeness: likeness, names: names) }
    fitting = told.filter { $0.hasOutcome && $0.missing.isEmpty && $0.thin.isEmpty }.map(\.caseID)
    let placed = Set(fitting + found.map(\.caseID))
    outside = told.map(\.caseID).filter { !placed.contains($0) }
    deviants = Kind.allCases.flatMap { kind in found.filter { $0.kind == kind } }
  }
}
