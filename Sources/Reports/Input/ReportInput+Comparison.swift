public import StudyModel

/// A construct that a source states for the whole set, not for a case.
public struct SetEvidence: Sendable, Hashable {
  /// The construct.
  public var construct: String
  /// The source, as its name in the study.
  public var source: String
  /// How many standing units it has.
  public var mentions: Int

  /// Creates the evidence.
  public init(construct: String, source: String, mentions: Int) {
    self.construct = construct
    self.source = source
    self.mentions = mentions
  }
}

/// How alike the cases are.
public struct Likeness: Sendable, Hashable {
  /// A join of two groups, at a height.
  public struct Merge: Sendable, Hashable {
    /// The groups joined: a case by its place in `cases`, or `cases.count + i` for merge `i`.
    public var left: Int
    /// See `left`.
    public var right: Int
    /// The distance at which they join.
    public var height: Double

    /// Creates a merge.
    public init(left: Int, right: Int, height: Double) {
      self.left = left
      self.right = right
      self.height = height
    }
  }

  /// The cases, by id.
  public var cases: [String]
  /// What was compared, such as `8 forms of value, found or not`.
  public var basis: String
  /// The name of the distance, such as `Jaccard`.
  public var distance: String
  /// The name of the linkage, such as `average`.
  public var linkage: String
  /// The distances, a row a case; nil where one cannot be had.
  public var distances: [[Double?]]
  /// The joins in order of height.
  public var merges: [Merge]
  /// What was settled by name or nearly went otherwise, a sentence each.
  public var notes: [String]

  /// Creates a likeness.
  public init(
    cases: [String], basis: String, distance: String = "Jaccard", linkage: String = "average",
    distances: [[Double?]], merges: [Merge], notes: [String] = []
  ) {
    self.cases = cases
    self.basis = basis
    self.distance = distance
    self.linkage = linkage
    self.distances = distances
    self.merges = merges
    self.notes = notes
  }
}

extension ReportInput {
  /// How far the cases lie apart in each phase up to one, by construct, as the audience may see it;
  /// without a phase, in all of them.
  public func dispersions(upTo phase: String?) -> [PhaseDispersion] {
    let names = phases.map(\.name)
    let count = phase.flatMap(names.firstIndex(of:)).map { $0 + 1 } ?? names.count
    let found = PhaseDispersion.of(
      framework.constructs.map(\.id), in: scores, phases: Array(names.prefix(count)))
    return eyes.seeEverything ? found : found.map(\.whole)
  }
}
