public import StudyModel

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
  /// How many forms of value were compared.
  public var forms: Int
  /// Whether people tell of them: then it is compared whether several bear a form out, else whether it was found.
  public var isOfPeople: Bool
  /// Whether forms are told apart by how far they are found, and not by whether they are.
  public var isGraded: Bool
  /// The name of the linkage, such as `average`.
  public var linkage: String
  /// The distances, a row a case; nil where one cannot be had.
  public var distances: [[Double?]]
  /// On how many forms each two cases were compared: those of which both tell whether they are found.
  public var compared: [[Int]]
  /// The joins in order of height.
  public var merges: [Merge]
  /// What was settled by name or nearly went otherwise, a sentence each.
  public var notes: [String]

  /// Creates a likeness.
  public init(
    cases: [String], forms: Int, isOfPeople: Bool, isGraded: Bool = false,
    linkage: String = "average",
    distances: [[Double?]], compared: [[Int]], merges: [Merge], notes: [String] = []
  ) {
    self.cases = cases
    self.forms = forms
    self.isOfPeople = isOfPeople
    self.isGraded = isGraded
    self.linkage = linkage
    self.distances = distances
    self.compared = compared
    self.merges = merges
    self.notes = notes
  }
}

extension Likeness {
  /// The name of the distance, after who proposed it.
  var distance: String { isGraded ? "Ružička" : "Jaccard" }
}

extension SeenStudy {
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
