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
      remedy: NearestName.begun(id, among: constructs.map(\.id)).map { "Did you mean \"\($0)\"?" }
        ?? "Name one of the framework's constructs by its id.", found: id)
  }
}

extension StudySnapshot {
  /// More cases are not set side by side: a page with a column for each could not be read.
  static var mostCompared: Int { 1000 }

  /// Makes sure that the cases are few enough to be set side by side.
  ///
  /// - Throws: `Failure` that says what has the figures of all.
  func requireComparable() throws {
    let count = try reader.caseCount()
    guard count > Self.mostCompared else { return }
    throw Failure(
      .data, .manyCases,
      "The study has \(count) cases, and at most \(Self.mostCompared) can be set side by side",
      remedy: "The scores have the figures of all.")
  }
}

extension Failure {
  /// The study has no case.
  public static let noCases = Failure(
    .data, .noEvidence, "The study has no cases yet", remedy: "Bring them in first.")

  /// There is no such case; names the nearest.
  static func noCase(_ id: String, known: [String]) -> Failure {
    let some = Words.quoted(known.prefix(10))
    return Failure(
      .data, .noSuchCase, "There is no case \"\(id)\" in the study",
      remedy: NearestName.question(id, among: known)
        ?? (known.isEmpty ? "It has no cases yet." : "It has \(some)."), found: id)
  }
}
