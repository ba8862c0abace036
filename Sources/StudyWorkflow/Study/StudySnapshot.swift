import FileFormats
import Reports
public import StudyModel
import StudyStore

/// A study as it is at one moment, with the framework in force at that moment.
///
/// Everything that a task needs of a study is read through one of these, so that no two of its parts
/// are of different moments. It lives as long as the body of ``Study/read(telling:_:)``.
public struct StudySnapshot {
  /// The framework.
  public let framework: Framework
  /// The hash of the framework's files.
  public let frameworkHash: String
  let reader: StudyReader
  let file: StudyFile
  let tell: ((ReadingProgress) -> Void)?

  /// The hash of what the study holds: of its framework and of every import that stands, in order.
  ///
  /// Two studies made from the same files in the same order have the same hash, whenever and
  /// wherever they were made.
  public func contentHash() throws -> String { try contentDigest().hexadecimal }

  func contentDigest() throws -> SHA256 {
    var hash = SHA256()
    hash.update(Array("\(frameworkHash)\n".utf8))
    for entry in try standingImports() {
      let line =
        "\(entry.kind) \(entry.digest) \(entry.rowsKept) \(entry.rowsChanged) \(try entry.options.json())\n"
      hash.update(Array(line.utf8))
    }
    return hash
  }

  /// A fact about the study, such as its title; nil where it is not set.
  public func fact(_ name: String) throws -> String? { try reader.fact(name) }

  /// The cases in the order in which they came in.
  public func cases() throws -> [Case] { try reader.cases().map(\.case) }

  /// Makes sure that the study has a case.
  ///
  /// - Throws: `Failure` with the nearest known name.
  func require(case id: String) throws {
    let known = try cases().map(\.id)
    guard !known.contains(id) else { return }
    throw Failure.noCase(id, known: known)
  }

  /// The imports that stand, oldest first.
  func standingImports() throws -> [ImportEntry] {
    try reader.imports().filter { $0.undoneAt == nil }
  }

  /// What the study says of itself on every report.
  ///
  /// - Throws: `StudyFileError` where what is kept of it cannot be read as that.
  func names() throws -> StudyFacts.Names {
    let description = try StudyDescription(reader, of: file.path)
    return .init(
      title: description.title, simulated: description.isSimulated,
      citation: description.citation, note: description.note)
  }
}

/// How far a task has come that reads a study.
public struct ReadingProgress: Sendable, Hashable {
  /// What is being done.
  public enum Step: String, Sendable, Hashable, CaseIterable {
    /// Sources are gone through with their codings.
    case codings
    /// Responses are gone through.
    case answers
    /// Intervals of agreement are drawn.
    case intervals
  }

  /// What is being done.
  public var step: Step
  /// How much of it is done: sources, responses, rows of figures.
  public var done: Int
  /// How much there is of it.
  public var total: Int

  /// Creates a progress.
  public init(step: Step, done: Int, total: Int) {
    self.step = step
    self.done = done
    self.total = total
  }
}

extension Study {
  /// The hash of what the study holds; see ``StudySnapshot/contentHash()``.
  public func contentHash() throws -> String { try read { try $0.contentHash() } }
}
