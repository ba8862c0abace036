import GRDB

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

  private static func name(_ row: Row) throws(BadValue) -> String {
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

  /// The coders of all sources, by the source's number.
  func sourceCoders() throws -> [Int64: SourceCoders] {
    var all: [Int64: SourceCoders] = [:]
    _ = try rows(of: "sourceCoder", keys: 2, SourceCoders.sql("")) {
      try all[try $0.int64(0), default: SourceCoders()].add($0)
    }
    return all
  }
}
