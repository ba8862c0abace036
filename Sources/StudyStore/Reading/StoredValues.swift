import GRDB
import StudyModel

// Values of rows, each held to what an import can have written. Everything that is read from the file
// passes here or through `StatementRow`.

extension Row {
  func text(_ column: Int) throws(BadValue) -> String {
    guard case .string(let text) = value(column) else { throw bad(column) }
    return text
  }

  func optionalText(_ column: Int) throws(BadValue) -> String? {
    isNull(column) ? nil : try text(column)
  }

  func int64(_ column: Int) throws(BadValue) -> Int64 {
    guard case .int64(let number) = value(column) else { throw bad(column) }
    return number
  }

  func optionalInt64(_ column: Int) throws(BadValue) -> Int64? {
    isNull(column) ? nil : try int64(column)
  }

  /// A number of things: of rows, of bytes, of people.
  func count(_ column: Int) throws(BadValue) -> Int {
    let number = try int64(column)
    // Sums of such numbers must not overflow, and no file has more.
    guard number >= 0, number < 1 << 48 else { throw bad(column) }
    return Int(number)
  }

  func optionalDouble(_ column: Int) throws(BadValue) -> Double? {
    switch value(column) {
    case .null: return nil
    case .double(let number): return number
    default: throw bad(column)
    }
  }

  /// No, yes or nothing.
  func optionalFlag(_ column: Int) throws(BadValue) -> Bool? {
    switch value(column) {
    case .null: return nil
    case .int64(0): return false
    case .int64(1): return true
    default: throw bad(column)
    }
  }

  func flag(_ column: Int) throws(BadValue) -> Bool {
    guard let flag = try optionalFlag(column) else { throw bad(column) }
    return flag
  }

  /// One of the words that the program knows.
  func word<Word: RawRepresentable>(
    _ column: Int, _ kind: Word.Type
  ) throws(BadValue) -> Word where Word.RawValue == String {
    let text = try text(column)
    guard let word = Word(rawValue: text) else {
      throw BadValue("has in \"\(name(column))\" the unknown word \"\(text)\"")
    }
    return word
  }

  func span(_ start: Int, _ end: Int) throws(BadValue) -> Span {
    try Span(storedStart: try int64(start), end: try int64(end))
  }

  func weight(_ column: Int) throws(BadValue) -> Double? {
    try StoredWeight.checked(try optionalDouble(column))
  }

  func valence(_ column: Int) throws(BadValue) -> Valence? {
    try Valence.stored(try optionalInt64(column))
  }

  /// The name of a row that another names by its number; nil where it names none.
  func named(_ column: Int, by number: Int) throws(BadValue) -> String? {
    let name = try optionalText(column)
    guard (name != nil) == (try optionalInt64(number) != nil) else {
      throw BadValue("names in \"\(self.name(number))\" a row that is not there")
    }
    return name
  }

  /// The first columns, for saying which row it is.
  func key(_ count: Int) -> String {
    if count == 1 { return "\(value(0).plain)" }
    return (0..<count).map { "\(name($0)) \(value($0).plain)" }.joined(separator: ", ")
  }

  private func value(_ column: Int) -> DatabaseValue.Storage {
    (self[column] as DatabaseValue).storage
  }

  private func isNull(_ column: Int) -> Bool { hasNull(atIndex: column) }

  private func name(_ column: Int) -> String {
    let names = Array(columnNames)
    return names.indices.contains(column) ? names[column] : "column \(column)"
  }

  private func bad(_ column: Int) -> BadValue {
    BadValue("has in \"\(name(column))\" what is no value of that column")
  }
}

extension DatabaseValue.Storage {
  fileprivate var plain: String {
    switch self {
    case .null: "NULL"
    case .int64(let number): String(number)
    case .double(let number): String(number)
    case .string(let text): "\"\(text)\""
    case .blob: "a blob"
    }
  }
}

extension Span {
  /// A stored span: not empty, and in no text longer than there are.
  init(storedStart start: Int64, end: Int64) throws(BadValue) {
    guard start >= 0, start < end, end <= Int64(Span.furthestEnd) else {
      throw BadValue("spans \(start) to \(end)")
    }
    self.init(start: Int(start), end: Int(end))
  }
}

/// Weights as stored.
enum StoredWeight {
  /// A top weight of a framework is no larger by far; figures from such a one would overflow.
  private static let largest = 1e9

  static func checked(_ weight: Double?) throws(BadValue) -> Double? {
    guard let weight else { return nil }
    guard weight >= 0, weight <= largest else { throw BadValue("has the weight \(weight)") }
    return weight
  }
}

extension Valence {
  /// The valence of a stored number; nil where none was given.
  static func stored(_ number: Int64?) throws(BadValue) -> Valence? {
    guard let number else { return nil }
    guard let valence = Valence(number: number) else {
      throw BadValue("has the unknown valence \(number)")
    }
    return valence
  }
}

extension StudyReader {
  /// Reads rows; the first columns are the key by which a damaged one is named.
  ///
  /// - Throws: `DamagedRow`, but while everything is looked over, when such rows are noted and left
  ///   out.
  func rows<Value>(
    of table: String, keys: Int = 1, _ sql: String, _ arguments: StatementArguments = [],
    _ make: (Row) throws -> Value
  ) throws -> [Value] {
    let statement = try db.cachedStatement(sql: sql)
    let cursor = try Row.fetchCursor(statement, arguments: arguments)
    var found: [Value] = []
    while let row = try cursor.next() {
      try noting(table, row.key(keys)) { found.append(try make(row)) }
    }
    return found
  }

  /// Runs the reading of one row, and says of which row a bad value is.
  func noting(_ table: String, _ key: @autoclosure () -> String, _ body: () throws -> Void) throws {
    do {
      try body()
    } catch let error as BadValue {
      try damaged(DamagedRow(table, key(), error.detail))
    } catch let error as DamagedRow {
      try damaged(error)
    }
  }

  /// Notes a damaged row while everything is looked over; otherwise ends the reading.
  func damaged(_ row: DamagedRow) throws {
    guard let damage else { throw row }
    damage.note(row)
  }
}
