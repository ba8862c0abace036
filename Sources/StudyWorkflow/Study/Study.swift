import FileFormats
public import StudyModel
public import StudyStore

/// An open study with its framework: what every task begins with.
public struct Study: Sendable {
  /// The file.
  public let file: StudyFile
  /// The framework in force.
  public let framework: Framework
  /// The hash of the framework's files.
  public let frameworkHash: String

  /// Opens a study; to change it, it must be opened for that.
  ///
  /// - Throws: `StudyFileError`; `DiagnosticsError` where the kept framework cannot be read.
  public static func open(
    _ path: String, for purpose: StudyFile.Purpose = .reading, waiting: Waiting = .init()
  ) throws -> Study {
    let file = try StudyFile.open(path, for: purpose, waiting: waiting)
    guard let stored = try file.read({ try $0.framework() }) else {
      throw StudyFileError.damaged(path: path, detail: "it holds no framework")
    }
    let inHand = try FrameworkInHand(stored: stored)
    return Study(file: file, framework: inHand.framework, frameworkHash: stored.sha256)
  }

  /// Makes a study with a framework, which is copied into it; `facts` is what is known of the study,
  /// such as `title` and `simulated`.
  public static func create(
    _ path: String, framework: FrameworkInHand, facts: [String: String], time: String
  ) throws -> Study {
    let file = try StudyFile.create(path) {
      try $0.add(framework.stored(at: time), facts: facts)
    }
    return Study(file: file, framework: framework.framework, frameworkHash: framework.sha256)
  }

  /// The hash of what the study holds: of its framework and of every import that stands, in order.
  ///
  /// Two studies made from the same files in the same order have the same hash, whenever and
  /// wherever they were made.
  public func contentHash() throws -> String {
    let imports = try file.read { try $0.imports() }.filter { $0.undoneAt == nil }
    var hash = SHA256()
    hash.update(Array("\(frameworkHash)\n".utf8))
    for entry in imports {
      let line =
        "\(entry.kind) \(entry.sha256) \(entry.rowsKept) \(entry.rowsChanged) \(entry.options)\n"
      hash.update(Array(line.utf8))
    }
    return hash.hexadecimal
  }
}
