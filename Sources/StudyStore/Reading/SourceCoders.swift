import GRDB

/// The coders registered for a source, in the order in which the file named them.
private enum SourceCoders {
  static func sql(_ condition: String) -> String {
    """
    SELECT s.sourceID, s.coderID, c.name
    FROM sourceCoder s LEFT JOIN coder c ON c.id = s.coderID \(condition)
    ORDER BY s.sourceID, s.position, s.coderID
    """
  }

  static func name(_ row: Row) throws(BadValue) -> String {
    guard let name = try row.optionalText(2) else { throw BadValue("names no coder") }
    return name
  }
}

extension StudyReader {
  /// The coders of one source.
  func coders(ofSource source: Int64) throws -> [String] {
    try rows(
      of: "sourceCoder", keys: 2, SourceCoders.sql("WHERE s.sourceID = ?"), [source]
    ) { try SourceCoders.name($0) }
  }

  /// The coders of all sources, by the source's number.
  func sourceCoders() throws -> [Int64: [String]] {
    var all: [Int64: [String]] = [:]
    _ = try rows(of: "sourceCoder", keys: 2, SourceCoders.sql("")) {
      all[try $0.int64(0), default: []].append(try SourceCoders.name($0))
    }
    return all
  }
}
