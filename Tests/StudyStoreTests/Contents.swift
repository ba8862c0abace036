import Foundation
import GRDB

@testable import StudyStore

extension StudyFile {
  /// Every row of every table as text, by table, but for what no import brings and what is never the
  /// same twice: the list of imports, the secret, SQLite's and the migrations' own.
  ///
  /// What is kept of rows before a change is compared member by member, whatever their order.
  func contents() throws -> [String: [String]] {
    try read { reader in
      var contents: [String: [String]] = [:]
      for table in try StudySchema(reader.db).tables where table != "import" && table != "secret" {
        contents[table] = try Row.fetchAll(reader.db, sql: "SELECT * FROM \(table)").map { row in
          try row.map { column, value in
            guard table == "change", column == "before", let text = String.fromDatabaseValue(value)
            else { return "\(column): \(value)" }
            let object = try JSONSerialization.jsonObject(with: Data(text.utf8))
            let sorted = try JSONSerialization.data(withJSONObject: object, options: .sortedKeys)
            return String(decoding: sorted, as: UTF8.self)
          }.joined(separator: ", ")
        }.sorted()
      }
      return contents
    }
  }
}
