import Foundation
import GRDB

/// A row with its parts as JSON, kept before an import changes it and put back when the import is
/// taken back.
///
/// A column is a member of its name; the parts in another table, such as the coders of a source, are a
/// member of that table's name, a list of rows.
enum BeforeImage {
  /// The row with this number as it stands; nil where there is none.
  static func text(_ db: Database, _ schema: StudySchema, table: String, id: Int64) throws
    -> String?
  {
    guard
      let row = try Row.fetchOne(
        db.cachedStatement(sql: "SELECT * FROM \(table) WHERE id = ?"), arguments: [id])
    else { return nil }
    var members = row.mapValues(StoredValue.init)
    for part in schema.parts(of: table) {
      let rows = try Row.fetchAll(
        db.cachedStatement(sql: "SELECT * FROM \(part.child) WHERE \(part.column) = ?"),
        arguments: [id])
      members[part.child] = .rows(
        rows.map { row in
          row.mapValues(StoredValue.init).filter { $0.key != part.column }
        })
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do {
      return String(decoding: try encoder.encode(members), as: UTF8.self)
    } catch {
      throw DamagedRow(table, id, "holds a number that is none")
    }
  }

  /// Puts a row back as it was, with its parts.
  ///
  /// - Throws: `DamagedRow` where the text is not what was kept of a row.
  static func restore(
    _ db: Database, _ schema: StudySchema, table: String, id: Int64, change: Int64, text: String
  ) throws {
    let (members, parts) = try decode(schema, table: table, id: id, change: change, text: text)
    for (part, rows) in parts {
      try db.execute(sql: "DELETE FROM \(part.child) WHERE \(part.column) = ?", arguments: [id])
      for row in rows {
        try insert(
          db, schema, into: part.child, row.merging([part.column: .int(id)]) { $1 }, change: change)
      }
    }
    try insert(db, schema, into: table, members, change: change)
  }

  /// Looks whether a text is what was kept of a row.
  ///
  /// - Throws: `DamagedRow` where it is not.
  static func check(
    _ schema: StudySchema, table: String, id: Int64, change: Int64, text: String
  ) throws {
    let (members, parts) = try decode(schema, table: table, id: id, change: change, text: text)
    _ = try columns(members, schema, table, change: change)
    for (part, rows) in parts {
      for row in rows { _ = try columns(row, schema, part.child, change: change) }
    }
  }

  private static func decode(
    _ schema: StudySchema, table: String, id: Int64, change: Int64, text: String
  ) throws -> (
    members: [String: StoredValue],
    parts: [(part: StudySchema.Reference, rows: [[String: StoredValue]])]
  ) {
    guard schema.hasID(table) else {
      throw DamagedRow("change", change, "is of table \"\(table)\", of which no row is kept")
    }
    guard
      var members = try? JSONDecoder().decode([String: StoredValue].self, from: Data(text.utf8)),
      members["id"] == .int(id)
    else { throw DamagedRow("change", change, "is not the kept row \(id) of \"\(table)\"") }
    var parts: [(StudySchema.Reference, [[String: StoredValue]])] = []
    for part in schema.parts(of: table) {
      // A row that was kept without its parts had none that could change.
      guard let kept = members.removeValue(forKey: part.child) else { continue }
      guard case .rows(let rows) = kept else {
        throw DamagedRow("change", change, "has no list \"\(part.child)\"")
      }
      parts.append((part, rows))
    }
    return (members, parts)
  }

  /// The columns of a kept row with their values, in one order.
  private static func columns(
    _ members: [String: StoredValue], _ schema: StudySchema, _ table: String, change: Int64
  ) throws -> [(name: String, value: DatabaseValue)] {
    try members.sorted { $0.key < $1.key }.map { name, value in
      guard schema.has(name, in: table), let value = value.databaseValue else {
        throw DamagedRow("change", change, "has a member that is no column of \"\(table)\"")
      }
      return (name, value)
    }
  }

  /// A row that is there is replaced in place by its number: a unique key may stand elsewhere now.
  private static func insert(
    _ db: Database, _ schema: StudySchema, into table: String, _ members: [String: StoredValue],
    change: Int64
  ) throws {
    let columns = try columns(members, schema, table, change: change)
    let names = columns.map(\.name)
    let list = names.map { "\"\($0)\"" }.joined(separator: ", ")
    let slots = columns.map { _ in "?" }.joined(separator: ", ")
    let assignments = names.map { "\"\($0)\" = excluded.\"\($0)\"" }.joined(separator: ", ")
    let replacing = names.contains("id") ? "ON CONFLICT (id) DO UPDATE SET \(assignments)" : ""
    do {
      try db.execute(
        sql: "INSERT INTO \(table) (\(list)) VALUES (\(slots)) \(replacing)",
        arguments: StatementArguments(columns.map(\.value)))
    } catch let error as DatabaseError
      where error.extendedResultCode == .SQLITE_CONSTRAINT_DATATYPE
      || error.extendedResultCode == .SQLITE_CONSTRAINT_NOTNULL
      || error.extendedResultCode == .SQLITE_CONSTRAINT_CHECK
    {
      throw DamagedRow("change", change, "does not fit the columns of \"\(table)\"")
    }
  }
}

/// A value of a row, or the rows that are its parts, as JSON: a blob is `{"hex": "…"}`.
private enum StoredValue: Codable, Equatable {
  case null
  case int(Int64)
  case real(Double)
  case text(String)
  case blob(Data)
  case rows([[String: StoredValue]])

  init(_ value: DatabaseValue) {
    switch value.storage {
    case .null: self = .null
    case .int64(let number): self = .int(number)
    case .double(let number): self = .real(number)
    case .string(let text): self = .text(text)
    case .blob(let data): self = .blob(data)
    }
  }

  var databaseValue: DatabaseValue? {
    switch self {
    case .null: .null
    case .int(let number): number.databaseValue
    case .real(let number): number.databaseValue
    case .text(let text): text.databaseValue
    case .blob(let data): data.databaseValue
    case .rows: nil
    }
  }

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if value.decodeNil() {
      self = .null
    } else if let number = try? value.decode(Int64.self) {
      self = .int(number)
    } else if let number = try? value.decode(Double.self) {
      self = .real(number)
    } else if let text = try? value.decode(String.self) {
      self = .text(text)
    } else if let blob = try? value.decode([String: String].self) {
      guard blob.count == 1, let data = blob["hex"].flatMap(Data.init(hexadecimal:)) else {
        throw DecodingError.dataCorruptedError(in: value, debugDescription: "no blob")
      }
      self = .blob(data)
    } else {
      self = .rows(try value.decode([[String: StoredValue]].self))
    }
  }

  func encode(to encoder: any Encoder) throws {
    var value = encoder.singleValueContainer()
    switch self {
    case .null: try value.encodeNil()
    case .int(let number): try value.encode(number)
    case .real(let number): try value.encode(number)
    case .text(let text): try value.encode(text)
    case .blob(let data): try value.encode(["hex": data.hexadecimal])
    case .rows(let rows): try value.encode(rows)
    }
  }
}

extension Row {
  /// The columns with their values.
  fileprivate func mapValues<Value>(_ transform: (DatabaseValue) -> Value) -> [String: Value] {
    Dictionary(map { ($0, transform($1)) }, uniquingKeysWith: { first, _ in first })
  }
}

extension Data {
  fileprivate init?(hexadecimal text: String) {
    let digits = text.utf8.map { Character(Unicode.Scalar($0)).hexDigitValue }
    guard digits.count.isMultiple(of: 2) else { return nil }
    var bytes: [UInt8] = []
    for place in stride(from: 0, to: digits.count, by: 2) {
      guard let high = digits[place], let low = digits[place + 1] else { return nil }
      bytes.append(UInt8(high << 4 | low))
    }
    self.init(bytes)
  }

  fileprivate var hexadecimal: String {
    let digits = Array("0123456789abcdef")
    return String(flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
  }
}
