import FileFormats
import Foundation
import StudyModel
import StudyStore

extension Study {
  /// Files of rejected rows that lie in a folder though all their rows came in, under the names that they
  /// have by themselves: they hold whole rows, also the columns that were left out as personal.
  ///
  /// - Parameter folder: Where to look.
  /// - Returns: Their names, in order; none while rows of the study's files are still out.
  /// - Throws: `StudyFileError`; an error of the file system where the folder cannot be read.
  public func needlessRejects(in folder: String) throws -> [String] {
    let imports = try file.read { try $0.imports() }
    guard OpenRejects(imports).entries.isEmpty else { return [] }
    // Rows of a file that was refused, or taken back, are nowhere else.
    let known = Set(
      imports.filter { $0.undoneAt == nil && $0.rowsRejected > 0 }.map(\.file))
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    return try names.sorted().filter { name in
      guard let origin = RejectsFile.origin(of: name), known.contains(origin) else { return false }
      let path = folder == "." ? name : "\(folder)/\(name)"
      return try FileTarget.plain(path).map(RejectsFile.isRejects) ?? false
    }
  }
}
