import StudyModel

extension Study {
  /// Makes sure that the study has a case.
  ///
  /// - Throws: `TaskError` with the nearest known name.
  public func require(case id: String, in evidence: StudyEvidence) throws {
    guard !evidence.cases.contains(where: { $0.id == id }) else { return }
    let near = NearestName.of(id, among: evidence.cases.map(\.id))
    let known = evidence.cases.prefix(10).map(\.id).joined(separator: ", ")
    throw TaskError(
      code: "CASE-001",
      text: "There is no case \"\(id)\" in the study. "
        + (near.map { "Did you mean \"\($0)\"?" } ?? "It has \(known)."), exitCode: 65)
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
          ?? "'covalence framework show \(framework.id)' lists them."), exitCode: 65)
  }
}
