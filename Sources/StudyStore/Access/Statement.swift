import Foundation
import GRDB
import GRDBSQLite

/// A statement prepared once and run for many rows, bound through SQLite's own interface.
///
/// GRDB opens the file and holds the transaction; its arguments cost two to three times as much as
/// the insert itself, which matters at a million rows.
final class PreparedStatement {
  private let statement: Statement
  private let pointer: OpaquePointer
  private let db: Database

  init(_ db: Database, _ sql: String) throws {
    self.db = db
    statement = try db.makeStatement(sql: sql)
    pointer = statement.sqliteStatement
  }

  func bind(_ index: Int32, _ value: Int64) {
    sqlite3_bind_int64(pointer, index, value)
  }

  func bind(_ index: Int32, optional value: Int64?) {
    if let value { bind(index, value) } else { sqlite3_bind_null(pointer, index) }
  }

  func bind(_ index: Int32, optional value: Double?) {
    if let value {
      sqlite3_bind_double(pointer, index, value)
    } else {
      sqlite3_bind_null(pointer, index)
    }
  }

  func bind(_ index: Int32, optional value: Bool?) {
    bind(index, optional: value.map { $0 ? Int64(1) : 0 })
  }

  func bind(_ index: Int32, _ value: String) {
    var value = value
    value.withUTF8 { bind(index, utf8: UnsafeRawBufferPointer($0), copied: true) }
  }

  /// Binds UTF-8 text.
  ///
  /// Bytes that are not copied must stay where they are until `run` returns.
  func bind(_ index: Int32, utf8 bytes: UnsafeRawBufferPointer, copied: Bool = false) {
    sqlite3_bind_text(
      pointer, index, bytes.baseAddress?.assumingMemoryBound(to: CChar.self) ?? emptyText,
      Int32(bytes.count), copied || bytes.isEmpty ? transient : nil)
  }

  /// Binds UTF-8 text, or NULL where there is none; the bytes stay where they are until `run` returns.
  func bind(_ index: Int32, textOrNull bytes: UnsafeRawBufferPointer) {
    if bytes.isEmpty { sqlite3_bind_null(pointer, index) } else { bind(index, utf8: bytes) }
  }

  /// Binds a blob whose bytes stay where they are until `run` returns.
  func bind(_ index: Int32, blob: UnsafeRawBufferPointer) {
    sqlite3_bind_blob(pointer, index, blob.baseAddress, Int32(blob.count), nil)
  }

  /// Runs a statement that gives no rows.
  func run() throws {
    let code = sqlite3_step(pointer)
    sqlite3_reset(pointer)
    guard code == SQLITE_DONE else { throw failure(code) }
  }

  /// Runs a query and gives its first column as a whole number, nil where there is no row.
  func firstInt() throws -> Int64? {
    let code = sqlite3_step(pointer)
    defer { sqlite3_reset(pointer) }
    switch code {
    case SQLITE_ROW: return sqlite3_column_int64(pointer, 0)
    case SQLITE_DONE: return nil
    default: throw failure(code)
    }
  }

  /// Runs a query, handing each row to the body as long as it returns true.
  func eachRow(_ body: (StatementRow) throws -> Bool) throws {
    defer { sqlite3_reset(pointer) }
    while true {
      switch sqlite3_step(pointer) {
      case SQLITE_ROW: if try !body(StatementRow(pointer: pointer)) { return }
      case SQLITE_DONE: return
      case let code: throw failure(code)
      }
    }
  }

  private func failure(_ code: Int32) -> DatabaseError {
    DatabaseError(resultCode: ResultCode(rawValue: code), message: db.lastErrorMessage)
  }
}

/// The current row of a running query; its bytes are gone with the next step.
///
/// A value of another kind than its column has in every study is not turned into one: SQLite keeps
/// columns to their kind, so that the file is damaged where one is not.
struct StatementRow {
  let pointer: OpaquePointer

  func int(_ column: Int32) throws(BadValue) -> Int64 {
    guard sqlite3_column_type(pointer, column) == SQLITE_INTEGER else { throw bad(column) }
    return sqlite3_column_int64(pointer, column)
  }

  func optionalInt(_ column: Int32) throws(BadValue) -> Int64? {
    isNull(column) ? nil : try int(column)
  }

  func optionalDouble(_ column: Int32) throws(BadValue) -> Double? {
    if isNull(column) { return nil }
    guard sqlite3_column_type(pointer, column) == SQLITE_FLOAT else { throw bad(column) }
    return sqlite3_column_double(pointer, column)
  }

  func string(_ column: Int32) throws(BadValue) -> String {
    guard sqlite3_column_type(pointer, column) == SQLITE_TEXT,
      let text = sqlite3_column_text(pointer, column)
    else { throw bad(column) }
    return String(cString: text)
  }

  /// The bytes of a text or a blob, none of NULL.
  func bytes(_ column: Int32) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(
      start: sqlite3_column_blob(pointer, column),
      count: Int(sqlite3_column_bytes(pointer, column)))
  }

  /// The values of the first columns with their names, for saying which row it is.
  func key(_ count: Int32) -> String {
    if count == 1 { return String(sqlite3_column_int64(pointer, 0)) }
    return (0..<count).map { "\(name($0)) \(sqlite3_column_int64(pointer, $0))" }
      .joined(separator: ", ")
  }

  private func isNull(_ column: Int32) -> Bool {
    sqlite3_column_type(pointer, column) == SQLITE_NULL
  }

  private func name(_ column: Int32) -> String {
    sqlite3_column_name(pointer, column).map { String(cString: $0) } ?? "column \(column)"
  }

  private func bad(_ column: Int32) -> BadValue {
    BadValue("has in \"\(name(column))\" what is no value of that column")
  }
}

/// Tells SQLite to copy what is bound.
private let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

/// An address for empty texts, which would bind as NULL without one.
nonisolated(unsafe) private let emptyText: UnsafePointer<CChar> = {
  let byte = UnsafeMutablePointer<CChar>.allocate(capacity: 1)
  byte.pointee = 0
  return UnsafePointer(byte)
}()
