import Exchange
import Foundation
import StudyModel
import TestSupport

/// The small framework of the fixtures, whole or with a change that makes it wrong.
enum SmallFramework {
  static let folder = Fixtures.own.appending(path: "frameworks/small")

  static func files() throws -> FrameworkFiles { try FrameworkFiles(folder: folder) }

  static func whole() throws -> Framework { try FrameworkReader.read(folder: folder).get() }

  /// The small framework with a text of one file replaced wherever it stands.
  static func files(_ name: String, _ old: String, _ new: String) throws -> FrameworkFiles {
    let files = try files().files
    guard files.contains(where: { $0.name == name && $0.text.contains(old) }) else {
      throw NothingToReplace(text: old)
    }
    return FrameworkFiles(
      files.map { file in
        file.name == name
          ? .init(name: name, text: file.text.replacingOccurrences(of: old, with: new)) : file
      })
  }

  /// What is said about the small framework after a change.
  static func messages(_ name: String, _ old: String, _ new: String) throws -> [String] {
    try FrameworkReader.read(files(name, old, new)).diagnostics.map(\.text)
  }

  struct NothingToReplace: Error {
    var text: String
  }
}
