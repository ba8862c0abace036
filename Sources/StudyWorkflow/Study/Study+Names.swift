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
    let near = NearestName.of(id, among: framework.constructs.map(\.id))
    throw TaskError(
      code: "CONSTRUCT-001",
      text: "There is no construct \"\(id)\" in \"\(framework.id)\". "
        + (near.map { "Did you mean \"\($0)\"?" }
          ?? "'covalence framework show \(framework.id)' lists them."),
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
        + (near.map { "Did you mean \"\($0)\"?" } ?? "It has \(some)."), exitCode: 65)
  }
}
