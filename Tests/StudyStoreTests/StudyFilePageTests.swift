import Foundation
import GRDB
import TestSupport
import Testing

@testable import StudyStore

@Suite("The page on the study file says what is in it")
struct StudyFilePageTests {
  @Test("Every table with every column, in order, and no other")
  func tables() throws {
    let url = Fixtures.root.appending(path: "docs/study-file.md")
    let page = try String(contentsOf: url, encoding: .utf8)
    var told: [String: [String]] = [:]
    for line in page.split(separator: "\n") where line.hasPrefix("| `") {
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      let table = try #require(cells.first?.trimmingCharacters(in: ["`"]))
      told[table] = cells[1].matches(of: /`(\w+)`/).map { String($0.1) }
    }
    let study = try StudyFile.inMemory()
    try study.read { reader in
      let tables = try StudySchema(reader.db).tables
      #expect(told.keys.sorted() == tables)
      for table in tables {
        let columns = try String.fetchAll(
          reader.db, sql: "SELECT name FROM pragma_table_info(?) ORDER BY cid", arguments: [table])
        #expect(told[table] == columns, "\(table)")
      }
    }
  }

  @Test("The format it names is the one that is written")
  func format() throws {
    let url = Fixtures.root.appending(path: "docs/study-file.md")
    let page = try String(contentsOf: url, encoding: .utf8)
    #expect(page.contains("the format version in `user_version`, \(StudyFormat.current)."))
  }

  @Test("Every column that ends with ID is a foreign key, but for those that the page names")
  func references() throws {
    let study = try StudyFile.inMemory()
    let columns = try study.read { reader in
      let schema = try StudySchema(reader.db)
      let rows = try Row.fetchAll(
        reader.db,
        sql: """
          SELECT m.name, c.name FROM sqlite_schema m JOIN pragma_table_info(m.name) c
          WHERE m.type = 'table' AND c.name GLOB '*ID'
          """)
      return rows.map { ($0[0] as String, $0[1] as String) }
        .filter { table, column in
          !schema.references.contains { $0.child == table && $0.column == column }
        }.map { "\($0).\($1)" }
    }
    #expect(columns == [])
  }
}
