import GRDB
public import StudyModel

/// The coders registered for a source, in the order in which the file named them.
struct SourceCoders: Equatable {
  /// All of them.
  var all: [String] = []
  /// Those who read it all and found nothing.
  var read: [String] = []

  fileprivate mutating func add(_ row: Row) throws(BadValue) {
    let name = try Self.name(row)
    all.append(name)
    if try row.flag(3) { read.append(name) }
  }

  fileprivate static func sql(_ condition: String) -> String {
    """
    SELECT s.sourceID, s.coderID, c.name, s.hasRead
    FROM sourceCoder s LEFT JOIN coder c ON c.id = s.coderID \(condition)
    ORDER BY s.sourceID, s.position, s.coderID
    """
  }

  fileprivate static func name(_ row: Row) throws(BadValue) -> String {
    guard let name = try row.optionalText(2) else { throw BadValue("names no coder") }
    return name
  }
}

extension StudyReader {
  /// The coders of one source.
  func coders(ofSource source: Int64) throws -> SourceCoders {
    var coders = SourceCoders()
    _ = try rows(
      of: "sourceCoder", keys: 2, SourceCoders.sql("WHERE s.sourceID = ?"), [source]
    ) { try coders.add($0) }
    return coders
  }

  /// Whether anything was coded.
  public func hasCodings() throws -> Bool {
    try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM coding)") ?? false
  }

  /// Coders who coded nothing in sources that they are registered for and are not said to have read them.
  public func notHandedIn() throws -> [NotHandedIn] {
    try rows(
      of: "sourceCoder", keys: 2,
      """
      SELECT min(s.sourceID), s.coderID, c.name, count(*)
      FROM sourceCoder s LEFT JOIN coder c ON c.id = s.coderID
      WHERE s.hasRead = 0 AND NOT EXISTS (
        SELECT 1 FROM sourceVersion v JOIN coding k ON k.versionID = v.id
        WHERE v.sourceID = s.sourceID AND k.coderID = s.coderID)
      GROUP BY s.coderID ORDER BY c.name
      """
    ) { NotHandedIn(coder: try SourceCoders.name($0), sources: try $0.count(3)) }
  }

  /// The coders of all sources, by the source's number.
  func sourceCoders() throws -> [Int64: SourceCoders] {
    var all: [Int64: SourceCoders] = [:]
    _ = try rows(of: "sourceCoder", keys: 2, SourceCoders.sql("")) {
      try all[try $0.int64(0), default: SourceCoders()].add($0)
    }
    return all
  }
}
