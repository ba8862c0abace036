import GRDB

@testable import StudyStore

extension StudyReader {
  /// The rows of a table as text, in an order of their own.
  func rows(_ table: String) throws -> [String] {
    try Row.fetchAll(db, sql: "SELECT * FROM \(table)").map(\.description).sorted()
  }

  /// The first column of a query.
  func texts(_ sql: String) throws -> [String] { try String.fetchAll(db, sql: sql) }
}
