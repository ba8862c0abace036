import GRDB
import StudyStore

/// The study file as another program reads it: what stays of a task is what is in the file.
extension Walks {
  /// The names of the tables.
  func tables() throws -> [String] {
    try texts("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
  }

  /// The rows of a table as text, in an order of their own.
  func rows(_ table: String) throws -> [String] {
    try reading { try Row.fetchAll($0, sql: "SELECT * FROM \(table)").map(\.description).sorted() }
  }

  /// The first column of a query.
  func texts(_ sql: String) throws -> [String] { try reading { try String.fetchAll($0, sql: sql) } }

  private func reading<Value>(_ body: (Database) throws -> Value) throws -> Value {
    let queue = try DatabaseQueue(path: file.path)
    let value = try queue.read(body)
    try queue.close()
    return value
  }
}
