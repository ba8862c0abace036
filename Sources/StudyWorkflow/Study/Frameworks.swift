public import Exchange
import FileFormats
public import Foundation
public import StudyModel
public import StudyStore

extension Home {
  /// The ids of the frameworks that ship, by name.
  ///
  /// - Throws: `Failure` where their folder cannot be read: that is not to have none.
  public func frameworkIDs() throws -> [String] {
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: instruments.path)
    } catch {
      throw Failure(
        .missing, .noHome, "the folder \(instruments.path) cannot be read",
        remedy: "Make it readable, or name another folder with the program's data.",
        place: .init(file: instruments.path))
    }
    return names.filter { name in
      let file = instruments.appending(path: "\(name)/framework.yaml")
      return FileManager.default.fileExists(atPath: file.path)
    }.sorted()
  }

  /// Reads a framework by its id, or by the path of its folder.
  ///
  /// - Throws: `DiagnosticsError` with everything that stands against it.
  public func framework(_ name: String) throws -> FrameworkInHand {
    let shipped = instruments.appending(path: name)
    if try frameworkIDs().contains(name) {
      return try FrameworkInHand(folder: shipped, as: "instruments/\(name)")
    }
    if FileManager.default.fileExists(atPath: name) {
      return try FrameworkInHand(folder: URL(filePath: name), as: name)
    }
    throw Failure(
      .data, .noSuchFramework, "there is no framework \"\(name)\"",
      remedy: try NearestName.question(name, among: frameworkIDs())
        ?? "Name one that ships, or the path of a folder with your own.", found: name)
  }
}

/// A framework with the files it was read from and their hash.
public struct FrameworkInHand: Sendable {
  /// The framework.
  public var framework: Framework
  /// Its files.
  public var files: FrameworkFiles
  /// What was found beside errors: warnings and notes.
  public var diagnostics: [Diagnostic]

  /// Reads a folder.
  public init(folder: URL, as shown: String) throws {
    files = try FrameworkFiles(folder: folder)
    let reading = FrameworkReader.read(
      files, folder: folder.standardizedFileURL.lastPathComponent, as: shown)
    framework = try reading.get()
    diagnostics = reading.diagnostics
  }

  /// Reads what a study keeps.
  public init(stored: StoredFramework) throws {
    files = FrameworkFiles(stored.files)
    let reading = FrameworkReader.read(files, as: stored.id)
    framework = try reading.get()
    diagnostics = reading.diagnostics
  }

  /// The SHA-256 of the files, the same on every machine.
  public var sha256: String {
    files.digest { bytes in
      var hash = SHA256()
      hash.update(bytes)
      return hash.hexadecimal
    }
  }

  /// The framework as a study keeps it.
  public func stored(at time: String) -> StoredFramework {
    StoredFramework(
      id: framework.id, version: framework.version, sha256: sha256, addedAt: time,
      files: files.files)
  }
}
