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
  /// - Throws: What stands in the way, with nothing changed: there is no such import, or a later one
  ///   builds on it; `StudyFileError`.
  public func undoImport(_ number: Int64, at time: String) throws {
    try file.undoImport(number, at: time)
  }
}
