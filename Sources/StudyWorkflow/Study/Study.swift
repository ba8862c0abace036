public import StudyModel
import StudyStore

/// An open study: what every task begins with.
public struct Study: Sendable {
  let file: StudyFile
  /// The framework in force when the study was opened, which a snapshot takes where it is the same still.
  private let framework: Framework
  /// The hash of that framework's files.
  private let frameworkHash: String

  /// Opens a study; to change it, it must be opened for that.
  ///
  /// - Parameters:
  ///   - path: The study.
  ///   - purpose: What for.
  ///   - notice: Told once, where another program that writes has to be waited for.
  /// - Returns: The study.
  /// - Throws: `StudyFileError`; `DiagnosticsError` where the kept framework cannot be read.
  public static func open(
    _ path: String, for purpose: StudyPurpose = .reading, notice: (@Sendable () -> Void)? = nil
  ) throws -> Study {
    try Study(file: StudyFile.open(path, for: purpose, waiting: Waiting(notice: notice)))
  }

  /// Takes a study that is open, in whatever way, and reads its framework.
  ///
  /// - Throws: `StudyFileError`; `DiagnosticsError` where the kept framework cannot be read.
  init(file: StudyFile) throws {
    let stored = try file.read { try $0.frameworkInForce(of: file.path) }
    let inHand = try FrameworkInHand(stored: stored)
    self.init(file: file, framework: inHand.framework, frameworkHash: stored.sha256)
  }

  /// The framework in force, with its files.
  ///
  /// - Throws: `StudyFileError`; `DiagnosticsError` where it cannot be read.
  public func frameworkInHand() throws -> FrameworkInHand {
    try FrameworkInHand(stored: file.read { try $0.frameworkInForce(of: file.path) })
  }

  init(file: StudyFile, framework: Framework, frameworkHash: String) {
    self.file = file
    self.framework = framework
    self.frameworkHash = frameworkHash
  }

  /// Makes a study with a framework, which is copied into it.
  ///
  /// - Parameters:
  ///   - path: Where.
  ///   - framework: The framework.
  ///   - description: What the study says of itself.
  ///   - facts: What else is known of it, by name.
  ///   - time: When, in ISO 8601.
  /// - Returns: The study, open to be changed.
  /// - Throws: `StudyFileError`.
  public static func create(
    _ path: String, framework: FrameworkInHand, as description: StudyDescription,
    facts: [String: String] = [:], time: String
  ) throws -> Study {
    let file = try StudyFile.create(path) {
      try $0.add(
        framework.stored(at: time), facts: facts.merging(description.facts) { _, own in own })
    }
    return Study(file: file, framework: framework.framework, frameworkHash: framework.sha256)
  }

  /// Ends the work with a study: a log beside it goes back into the file.
  ///
  /// - Throws: `StudyFileError`; the study itself is whole all the same.
  public func close() throws { try file.close() }

  /// Reads the study as it is at one moment: whatever the body reads belongs together, and a writer
  /// beside it changes nothing of it.
  ///
  /// A snapshot is gone when the body returns. Within the body there can be no other `read` of the
  /// same study: pass the snapshot on instead.
  ///
  /// - Parameters:
  ///   - tell: Called as the work goes on, on the thread of the caller.
  ///   - body: What is to be read.
  /// - Returns: What the body returns.
  /// - Throws: What the body throws; `CancellationError` where the task was cancelled; else
  ///   `StudyFileError`, and `DiagnosticsError` where the kept framework cannot be read.
  public func read<Value>(
    telling tell: ((ReadingProgress) -> Void)? = nil, _ body: (StudySnapshot) throws -> Value
  ) throws -> Value {
    try file.read { reader in
      let value = try body(try snapshot(reader, tell))
      // What stopped half way was left without a word by what cannot throw.
      try Task.checkCancellation()
      return value
    }
  }

  /// The study as a reader has it, which may be that of a transaction.
  ///
  /// The framework is read anew only where another was put in force since the study was opened.
  func snapshot(
    _ reader: StudyReader, _ tell: ((ReadingProgress) -> Void)? = nil
  ) throws -> StudySnapshot {
    if try reader.frameworkHash() == frameworkHash {
      return StudySnapshot(
        framework: framework, frameworkHash: frameworkHash, reader: reader, file: file, tell: tell)
    }
    let stored = try reader.frameworkInForce(of: file.path)
    return StudySnapshot(
      framework: try FrameworkInHand(stored: stored).framework, frameworkHash: stored.sha256,
      reader: reader, file: file, tell: tell)
  }
}

extension StudyReader {
  /// The framework in force in the study at a path.
  ///
  /// - Throws: `StudyFileError` where there is none.
  fileprivate func frameworkInForce(of path: String) throws -> StoredFramework {
    guard let stored = try framework() else {
      throw StudyFileError.damaged(path: path, detail: "it holds no framework")
    }
    return stored
  }
}
