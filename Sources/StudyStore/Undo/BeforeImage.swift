import Foundation
import GRDB

/// A row as text, kept before an import changes it and put back when the import is taken back.
enum BeforeImage {
  /// The columns of a row as JSON; only tables without blobs are ever changed but `response`,
  /// whose blob is written in hexadecimal.
  static func text(of row: Row) throws -> String {
    var object: [String: Any] = [:]
    for (column, value) in row {
      switch value.storage {
      case .null: object[column] = NSNull()
      case .int64(let number): object[column] = number
      case .double(let number): object[column] = number
      case .string(let text): object[column] = text
      case .blob(let data):
        object[column] = ["hex": data.map { String(format: "%02x", $0) }.joined()]
      }
    }
    let data = try JSONSerialization.data(withJSONObject: object, options: [.sortedKeys])
    return String(decoding: data, as: UTF8.self)
  }

  /// Puts a row back as it was.
  static func restore(_ db: Database, table: String, id: Int64, text: String) throws {
    let parsed = try JSONSerialization.jsonObject(with: Data(text.utf8))
    guard let object = parsed as? [String: Any] else { return }
    let columns = object.keys.sorted()
    let values = columns.map { databaseValue(object[$0]) }
    let list = columns.map { "\"\($0)\"" }.joined(separator: ", ")
    let slots = columns.map { _ in "?" }.joined(separator: ", ")
    // The row may have been moved aside by a unique key; it is replaced in place by its id.
    let assignments = columns.map { "\"\($0)\" = excluded.\"\($0)\"" }.joined(separator: ", ")
    try db.execute(
      sql: """
        INSERT INTO \(table) (\(list)) VALUES (\(slots))
        ON CONFLICT (id) DO UPDATE SET \(assignments)
        """,
      arguments: StatementArguments(values))
  }

  private static func databaseValue(_ value: Any?) -> DatabaseValue {
    switch value {
    case let number as NSNumber:
      return Int64(exactly: number.doubleValue)?.databaseValue
        ?? number.doubleValue.databaseValue
    case let text as String: return text.databaseValue
    case let blob as [String: String]:
      return Data(hexadecimal: blob["hex"] ?? "").databaseValue
    default: return .null
    }
  }
}

extension Data {
  fileprivate init(hexadecimal text: String) {
    let digits = text.utf8.map { $0 <= 57 ? $0 - 48 : $0 - 87 }
    self.init(stride(from: 0, to: digits.count - 1, by: 2).map { digits[$0] << 4 | digits[$0 + 1] })
  }
}
