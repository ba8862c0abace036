public import StudyModel
import StudyStore

extension Study {
  /// What came from where: every import, oldest first, those taken back included.
  public func imports() throws -> [ImportEntry] { try file.read { try $0.imports() } }

  /// Takes an import back whole, what it changed included.
  ///
  /// - Parameters:
  ///   - number: Its number.
  ///   - time: When, in ISO 8601.
  /// - Returns: What went, and what stays of it.
  /// - Throws: What stands in the way, with nothing changed: there is no such import, or a later one
  ///   builds on it; `StudyFileError`.
  @discardableResult
  public func undoImport(_ number: Int64, at time: String) throws -> UndoneImport {
    try file.undoImport(number, at: time)
    let imports = try imports()
    guard let entry = imports.first(where: { $0.id == number }) else {
      throw StudyFileError.damaged(path: file.path, detail: "it has no import \(number)")
    }
    return UndoneImport(
      entry: entry, mended: imports.filter { $0.mendsID == number && $0.undoneAt == nil })
  }
}

/// An import that was taken back.
public struct UndoneImport: Sendable {
  /// The import: the rows it had kept as new are gone, those it had changed are as they were.
  public var entry: ImportEntry
  /// Imports that stay and brought in rows that this one had rejected.
  public var mended: [ImportEntry]
}
