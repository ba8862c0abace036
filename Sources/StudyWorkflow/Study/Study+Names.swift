public import StudyModel
import StudyStore

extension Framework {
  /// The construct of an id.
  ///
  /// - Throws: `TaskError` with the nearest known name where there is none.
  @discardableResult
  public func required(construct id: String) throws -> Construct {
    if let construct = construct(id) { return construct }
    let near = NearestName.of(id, among: constructs.map(\.id))
    throw TaskError(
      code: "CONSTRUCT-001",
      text: "There is no construct \"\(id)\" in \"\(self.id)\". "
        + (near.map { "Did you mean \"\($0)\"?" }
          ?? "'covalence framework show \(self.id)' lists them."),
      exitCode: 65)
  }
}

extension StudySnapshot {
  /// More cases are not set side by side: a page with a column for each could not be read.
  public static var mostCompared: Int { 1000 }

  /// Makes sure that the cases are few enough to be set side by side.
  ///
  /// - Throws: `TaskError` that says what has the figures of all.
  public func requireComparable() throws {
    let count = try reader.caseCount()
    guard count > Self.mostCompared else { return }
    throw TaskError(
      code: "COMPARE-001",
      text:
        "The study has \(count) cases, and at most \(Self.mostCompared) can be set side by side. 'covalence score --json' has the figures of all.",
      exitCode: 65)
  }
}

extension StudyEvidence {
  /// Makes sure that there is something to score.
  ///
  /// - Throws: `TaskError` that says what is missing, and how to bring it in.
  public func requireEvidence() throws {
    guard cases.isEmpty || !hasEvidence else { return }
    throw TaskError(
      code: "EVIDENCE-001",
      text: cases.isEmpty
        ? "The study has no cases yet. Bring them in with 'covalence import cases FILE'."
        : "The study has cases and no evidence yet. Bring in interviews with 'covalence import sources FILE' and 'covalence import codings FILE', or answers with 'covalence import survey FILE'.",
      exitCode: 65)
  }

  /// Makes sure that some case states an attribute, by which cases can be ordered.
  ///
  /// - Throws: `TaskError` with the attributes that cases state.
  public func require(attribute name: String) throws {
    try Self.require(attribute: name, of: cases)
  }

  /// The same of cases with the attributes that may be told.
  static func require(attribute name: String, of cases: [Case]) throws {
    guard !cases.contains(where: { $0.attribute(name) != nil }) else { return }
    var known: [String] = []
    var met: Set<String> = []
    for attribute in cases.flatMap(\.attributes)
    where !attribute.value.isEmpty && met.insert(attribute.name).inserted {
      known.append(attribute.name)
    }
    let near = NearestName.of(name, among: known)
    let some = known.prefix(10).joined(separator: ", ")
    throw TaskError(
      code: "ATTRIBUTE-001",
      text: "No case of the study has an attribute \"\(name)\". "
        + (near.map { "Did you mean \"\($0)\"?" }
          ?? (known.isEmpty
            ? "Attributes are further columns of the file of cases." : "They have \(some).")),
      exitCode: 65)
  }

  /// Makes sure that scores are of a phase; the name of what states none is ``Phase/notStated``.
  ///
  /// - Throws: `TaskError` with the phases there are.
  public func require(phase name: String) throws {
    let known = scoredPhases.map { $0 ?? Phase.notStated }
    guard !known.contains(name) else { return }
    let near = NearestName.of(name, among: known)
    throw TaskError(
      code: "PHASE-001",
      text: "No evidence of the study is of phase \"\(name)\". "
        + (near.map { "Did you mean \"\($0)\"?" }
          ?? (scoredPhases == [nil]
            ? "None states a phase." : "There is \(known.joined(separator: ", ")).")),
      exitCode: 65)
  }
}

extension TaskError {
  /// There is no such case; names the nearest.
  static func noCase(_ id: String, known: [String]) -> TaskError {
    let near = NearestName.of(id, among: known)
    let some = known.prefix(10).joined(separator: ", ")
    return TaskError(
      code: "CASE-001",
      text: "There is no case \"\(id)\" in the study. "
        + (near.map { "Did you mean \"\($0)\"?" }
          ?? (known.isEmpty ? "It has no cases yet." : "It has \(some).")),
      exitCode: 65)
  }
}
