public import StudyModel
import StudyStore

extension Framework {
  /// The construct of an id.
  ///
  /// - Throws: `Failure` with the nearest known name where there is none.
  @discardableResult
  public func required(construct id: String) throws -> Construct {
    if let construct = construct(id) { return construct }
    throw Failure(
      .data, .noSuchConstruct, "There is no construct \"\(id)\" in \"\(self.id)\"",
      remedy: NearestName.question(id, among: constructs.map(\.id))
        ?? "Name one of the framework's constructs by its id.", found: id)
  }
}

extension StudySnapshot {
  /// More cases are not set side by side: a page with a column for each could not be read.
  public static var mostCompared: Int { 1000 }

  /// Makes sure that the cases are few enough to be set side by side.
  ///
  /// - Throws: `Failure` that says what has the figures of all.
  public func requireComparable() throws {
    let count = try reader.caseCount()
    guard count > Self.mostCompared else { return }
    throw Failure(
      .data, .manyCases,
      "The study has \(count) cases, and at most \(Self.mostCompared) can be set side by side",
      remedy: "The scores have the figures of all.")
  }
}

extension StudyEvidence {
  /// Makes sure that there is something to score.
  ///
  /// - Throws: `Failure` that says what is missing, and how to bring it in.
  public func requireEvidence() throws {
    guard cases.isEmpty || !hasEvidence else { return }
    throw cases.isEmpty
      ? Failure(.data, .noEvidence, "The study has no cases yet", remedy: "Bring them in first.")
      : Failure(
        .data, .noEvidence, "The study has cases and no evidence yet",
        remedy: "Bring in interviews, by their sources and codings, or answers to a survey.")
  }

  /// Makes sure that some case states an attribute, by which cases can be ordered.
  ///
  /// - Throws: `Failure` with the attributes that cases state.
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
    let some = known.prefix(10).joined(separator: ", ")
    throw Failure(
      .data, .noSuchAttribute, "No case of the study has an attribute \"\(name)\"",
      remedy: NearestName.question(name, among: known)
        ?? (known.isEmpty
          ? "Attributes are further columns of the file of cases." : "They have \(some)."),
      found: name)
  }

  /// Makes sure that scores are of a phase; the name of what states none is ``Phase/notStated``.
  ///
  /// - Throws: `Failure` with the phases there are.
  public func require(phase name: String) throws {
    let known = scoredPhases.map { $0 ?? Phase.notStated }
    guard !known.contains(name) else { return }
    throw Failure(
      .data, .noSuchPhase, "No evidence of the study is of phase \"\(name)\"",
      remedy: NearestName.question(name, among: known)
        ?? (scoredPhases == [nil]
          ? "None states a phase." : "There is \(known.joined(separator: ", "))."),
      found: name)
  }
}

extension Failure {
  /// There is no such case; names the nearest.
  static func noCase(_ id: String, known: [String]) -> Failure {
    let some = known.prefix(10).joined(separator: ", ")
    return Failure(
      .data, .noSuchCase, "There is no case \"\(id)\" in the study",
      remedy: NearestName.question(id, among: known)
        ?? (known.isEmpty ? "It has no cases yet." : "It has \(some)."), found: id)
  }
}
