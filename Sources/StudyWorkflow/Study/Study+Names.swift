import StudyModel

extension Study {
  /// Makes sure that the study has a case.
  ///
  /// - Throws: `TaskError` with the nearest known name.
  public func require(case id: String, in evidence: StudyEvidence) throws {
    guard !evidence.cases.contains(where: { $0.id == id }) else { return }
    throw TaskError.noCase(id, known: evidence.cases.map(\.id))
  }

  /// Makes sure that the framework has a construct.
  ///
  /// - Throws: `TaskError` with the nearest known name.
  public func require(construct id: String) throws {
    guard framework.construct(id) == nil else { return }
    throw TaskError(
      code: "CONSTRUCT-001",
      text: "There is no construct \"\(id)\" in \"\(framework.id)\". "
        + (NearestName.question(id, among: framework.constructs.map(\.id))
          ?? "'covalence framework show \(framework.id)' lists them."),
      exitCode: 65)
  }
}

extension StudyEvidence {
  /// Makes sure that there is something to score.
  ///
  /// - Throws: `TaskError` that says what is missing, and how to bring it in.
  public func requireEvidence() throws {
    let isThere = survey != nil || interviews.values.contains { $0.hasSources }
    guard cases.isEmpty || !isThere else { return }
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
    var known: [String] = []
    for attribute in cases.flatMap(\.attributes)
    where !attribute.value.isEmpty && !known.contains(attribute.name) {
      known.append(attribute.name)
    }
    guard !cases.contains(where: { $0.attribute(name) != nil }) else { return }
    let some = known.prefix(10).joined(separator: ", ")
    throw TaskError(
      code: "ATTRIBUTE-001",
      text: "No case of the study has an attribute \"\(name)\". "
        + (NearestName.question(name, among: known)
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
    throw TaskError(
      code: "PHASE-001",
      text: "No evidence of the study is of phase \"\(name)\". "
        + (NearestName.question(name, among: known)
          ?? (scoredPhases == [nil]
            ? "None states a phase." : "There is \(known.joined(separator: ", ")).")),
      exitCode: 65)
  }
}

extension TaskError {
  /// There is no such case; names the nearest.
  static func noCase(_ id: String, known: [String]) -> TaskError {
    let some = known.prefix(10).joined(separator: ", ")
    return TaskError(
      code: "CASE-001",
      text: "There is no case \"\(id)\" in the study. "
        + (NearestName.question(id, among: known)
          ?? (known.isEmpty ? "It has no cases yet." : "It has \(some).")),
      exitCode: 65)
  }
}
