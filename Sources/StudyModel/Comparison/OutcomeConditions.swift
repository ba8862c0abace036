internal import Statistics

/// What goes with an outcome: each condition in the cases where it is found, and in those where it is not.
///
/// A table to read and no analysis of causes: conditions are looked at one by one, and what goes together need not
/// bring about. Cases in which the outcome is neither clearly found nor clearly not are in neither group.
public struct OutcomeConditions: Sendable, Hashable {
  /// The levels of a condition by one stream, in both groups of cases.
  public struct Levels: Sendable, Hashable {
    /// The stream.
    public let stream: EvidenceStream
    /// The cases with a level, 0 to 100, among those where the outcome is found.
    public let found: Group
    /// The same where it is not.
    public let notFound: Group
    /// The mean where it is found less the mean where it is not, in points; nil where a group is empty.
    public let difference: Double?
    /// Its 95% interval (Welch), within −100 and 100; nil with fewer than two cases in a group, and where none differ.
    public let interval: Interval?

    /// Whether the interval lies wholly on one side of zero; nil without one.
    public var isClear: Bool? {
      interval.map { NineDecimals.isLess(0, than: $0.low) || NineDecimals.isLess($0.high, than: 0) }
    }
  }

  /// Some cases with a level.
  public struct Group: Sendable, Hashable {
    /// Which cases, how many, their mean and how far they lie apart.
    public let figures: Dispersion
    /// The 95% t interval of the mean over cases, within 0 and 100; nil with fewer than two, and where none differ.
    public let interval: Interval?

    init(_ levels: [(caseID: String, level: Double)]) {
      figures = Dispersion(of: levels)
      interval = figures.sample.flatMap {
        MeanInterval.t(mean: $0.mean, standardDeviation: $0.standardDeviation, n: $0.n)
      }.map { Interval(low: max(0, $0.lowerBound), high: min(100, $0.upperBound)) }
    }
  }

  /// In how many cases something is found, of those of which it is known.
  public struct Count: Sendable, Hashable {
    /// In how many it is found.
    public let found: Int
    /// Of how many it is known that it is found, or that it is not.
    public let of: Int

    init(_ occurrences: some Sequence<Bool?>) {
      let known = occurrences.compactMap(\.self)
      (found, of) = (known.count(where: \.self), known.count)
    }
  }

  /// What a row is of.
  public enum Condition: Sendable, Hashable {
    /// A construct, by its id.
    case construct(String)
    /// An attribute that has a value.
    case attribute(String, value: String)
  }

  /// A condition.
  public struct Row: Sendable, Hashable {
    /// What it is.
    public let condition: Condition
    /// In how many of the cases where the outcome is found the condition is found, too.
    public let whereFound: Count
    /// The same of those where it is not.
    public let whereNotFound: Count
    /// Its levels, a stream each that has any; of attributes none.
    public let levels: [Levels]

    /// Whether it is found in all cases of one group and in none of the other, two known in each at least.
    public var parts: Bool {
      guard whereFound.of > 1, whereNotFound.of > 1 else { return false }
      return whereFound.found == whereFound.of && whereNotFound.found == 0
        || whereFound.found == 0 && whereNotFound.found == whereNotFound.of
    }

    /// Whether the two groups can be told apart by it.
    public var isTelling: Bool { parts || levels.contains { $0.isClear == true } }
  }

  /// The outcome: a construct's id.
  public let outcome: String
  /// The cases by where the outcome stands, in their order.
  public let cases: [Occurrence: [String]]
  /// The cases of which that is not known, or not shown.
  public let notTold: [String]
  /// The conditions, constructs in the order of the framework, then attributes.
  public let rows: [Row]

  /// Sets conditions beside an outcome.
  ///
  /// - Parameters:
  ///   - outcome: A construct.
  ///   - conditions: The constructs to look at.
  ///   - scores: A score a case, of one phase, as the reader may see them.
  ///   - cases: The cases, in order, with the attributes that the reader may see.
  ///   - framework: For its border of a concern, and for attributes with listed values.
  public init(
    outcome: String, conditions: [String], scores: [SeenScore], cases: [Case], framework: Framework
  ) {
    let byCase = Dictionary(
      scores.map { ($0.caseID, $0) }, uniquingKeysWith: { first, _ in first })
    let border = framework.scoring.developingFrom
    let read = cases.map { item in
      (item, byCase[item.id]?.construct(outcome)?.occurrenceAsOutcome(border: border))
    }
    func having(_ occurrence: Occurrence) -> [Case] {
      read.filter { $0.1 == occurrence }.map(\.0)
    }
    let (found, notFound) = (having(.found), having(.notFound))
    func row(_ id: String) -> Row {
      func count(_ group: [Case]) -> Count {
        Count(
          group.map { item in
            byCase[item.id]?.construct(id)?.occurrenceAsCondition(border: border)
              .flatMap { $0 == .unclear ? nil : $0 == .found }
          })
      }
      func levels(_ stream: EvidenceStream) -> Levels? {
        func group(_ cases: [Case]) -> Group {
          Group(
            cases.compactMap { item in
              byCase[item.id].flatMap { Dispersion.level(of: id, in: $0.score, by: stream) }
                .map { (item.id, $0) }
            })
        }
        return Levels(stream, found: group(found), notFound: group(notFound))
      }
      return Row(
        condition: .construct(id), whereFound: count(found), whereNotFound: count(notFound),
        levels: EvidenceStream.allCases.compactMap(levels))
    }
    func rows(_ attribute: CaseAttribute) -> [Row] {
      attribute.values.map { value in
        func count(_ group: [Case]) -> Count {
          Count(
            group.map { $0.attribute(attribute.id).map { $0.lowercased() == value.lowercased() } })
        }
        return Row(
          condition: .attribute(attribute.id, value: value), whereFound: count(found),
          whereNotFound: count(notFound), levels: [])
      }
    }
    self.outcome = outcome
    self.cases = Dictionary(
      uniqueKeysWithValues: Occurrence.allCases.map { ($0, having($0).map(\.id)) })
    notTold = read.filter { $0.1 == nil }.map(\.0.id)
    self.rows = (conditions.map(row) + framework.attributes.flatMap(rows)).filter(\.tellsAnything)
  }

  /// The rows by which the two groups of cases can be told apart.
  public var telling: [Row] {
    rows.filter(\.isTelling)
  }

  /// How many differences have an interval: of these one in twenty is clear by chance alone.
  public var judged: Int { rows.flatMap(\.levels).count { $0.interval != nil } }
}

extension OutcomeConditions {
  /// What may go with an outcome: the constructs without others under them outside the part of the framework that
  /// the outcome is in; where there are none, all but the outcome and what is under it.
  public static func candidates(for outcome: String, in framework: Framework) -> [String] {
    let leaves = framework.constructs.map(\.id).filter(framework.isLeaf)
    func whole(_ id: String) -> Set<String> { Set(framework.descendants(of: id).map(\.id) + [id]) }
    let own = whole(outcome)
    let part = framework.roots.map { whole($0.id) }.first { $0.contains(outcome) } ?? own
    let outside = leaves.filter { !part.contains($0) }
    return outside.isEmpty ? leaves.filter { !own.contains($0) } : outside
  }
}

extension OutcomeConditions.Levels {
  /// The levels in both groups; nil where neither has any.
  fileprivate init?(
    _ stream: EvidenceStream, found: OutcomeConditions.Group, notFound: OutcomeConditions.Group
  ) {
    guard found.figures.mean != nil || notFound.figures.mean != nil else { return nil }
    (self.stream, self.found, self.notFound) = (stream, found, notFound)
    difference =
      if let one = found.figures.mean, let other = notFound.figures.mean { one - other } else {
        nil
      }
    interval =
      if let one = found.figures.sample, let other = notFound.figures.sample {
        WelchInterval.of(one, minus: other).map {
          Interval(low: max(-100, $0.lowerBound), high: min(100, $0.upperBound))
        }
      } else { nil }
  }
}

extension OutcomeConditions.Row {
  /// Whether it says anything of some case.
  fileprivate var tellsAnything: Bool {
    whereFound.of + whereNotFound.of > 0 || !levels.isEmpty
  }
}

extension Dispersion {
  /// Mean, spread and size; nil with fewer than two cases.
  fileprivate var sample: WelchInterval.Sample? {
    guard let mean, let sd else { return nil }
    return (mean, sd, cases.count)
  }
}
