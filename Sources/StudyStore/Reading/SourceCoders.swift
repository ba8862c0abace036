import GRDB

/// The coders registered for a source, in the order in which the file named them.
struct SourceCoders: Hashable {
  /// All of them.
  var names: [String] = []
  /// Those of them who have read it all, whether they coded in it or not.
  var read: [String] = []

  /// The coders of one source.
  static func of(_ source: Int64, _ db: Database) throws -> SourceCoders {
    let rows = try Row.fetchAll(
      db.cachedStatement(sql: sql("WHERE s.sourceID = ?")), arguments: [source])
    return try rows.reduce(into: SourceCoders()) { try $0.add($1) }
  }

  /// The coders of all sources, by the source's number.
  static func all(_ db: Database) throws -> [Int64: SourceCoders] {
    var all: [Int64: SourceCoders] = [:]
    let rows = try Row.fetchCursor(db, sql: sql(""))
    while let row = try rows.next() { try all[row[0], default: SourceCoders()].add(row) }
    return all
  }

  private static func sql(_ condition: String) -> String {
    """
    SELECT s.sourceID, c.name, s.hasRead, s.coderID
    FROM sourceCoder s LEFT JOIN coder c ON c.id = s.coderID \(condition)
    ORDER BY s.sourceID, s.position, s.coderID
    """
  }

  private mutating func add(_ row: Row) throws {
    guard let name: String = row[1] else {
      let (source, coder): (Int64, Int64) = (row[0], row[3])
      throw DamagedRow(
        "sourceCoder", "of source \(source)", "names coder \(coder), who is not there")
    }
    names.append(name)
    if row[2] { read.append(name) }
  }
}
