import GRDB
public import StudyModel

extension StudyReader {
  /// All sources in the order in which they came in.
  public func sources() throws -> [Source] { try numberedSources().map(\.source) }

  func numberedSources() throws -> [(number: Int64, source: Source)] {
    let coders = try sourceCoders()
    return try rows(
      of: "source",
      """
      SELECT s.id, s.code, s.caseID, c.code, s.participantID, p.code, s.phaseID, f.name, s.kind, s.work
      FROM source s
      LEFT JOIN studyCase c ON c.id = s.caseID LEFT JOIN participant p ON p.id = s.participantID
      LEFT JOIN phase f ON f.id = s.phaseID ORDER BY s.id
      """
    ) { row in
      let id = try row.int64(0)
      return (
        id,
        Source(
          id: try row.text(1), caseID: try row.named(3, by: 2),
          participant: try row.named(5, by: 4),
          phase: try row.named(7, by: 6), coders: coders[id]?.all ?? [],
          read: coders[id]?.read ?? [], kind: try row.word(8, Source.Kind.self),
          work: try row.optionalText(9))
      )
    }
  }

  /// Hands over every source with its codings and decisions, one source at a time.
  ///
  /// Codings of an older version of a transcript, whose words were not found again, come as a
  /// source of their own with the decisions on that version, so that their spans are not laid over
  /// those of the newer text. What stood at an earlier stage is told by
  /// ``forEachSourceHistory(_:)``.
  ///
  /// - Parameters:
  ///   - caseID: Only the sources of this case; nil for all.
  ///   - body: Called with each.
  /// - Throws: What the body throws; `StudyFileError` where a row is damaged.
  public func forEachCodedSource(
    ofCase caseID: String? = nil, _ body: (CodedSource) throws -> Void
  ) throws {
    let (coders, codes) = (try names("coder"), try names("code"))
    try forEachVersion(
      ofCase: caseID, "SELECT \(Self.codingColumns) FROM coding WHERE versionID = ?"
    ) { row in
      try Self.coding(row, coders: coders, codes: codes)
    } _: { source, versions in
      let codedBy =
        versions.count > 1 ? Set(versions.flatMap { $0.codings.map(\.coder) }) : []
      for version in versions
      where version.isNewest || !version.codings.isEmpty || !version.decisions.isEmpty {
        try body(
          CodedSource(
            source: source, codings: version.codings,
            adjudications: version.decisions.map(\.decision), isNewest: version.isNewest,
            codedElsewhereBy: codedBy))
      }
    }
  }

  /// The columns that ``coding(_:coders:codes:)`` reads: the key, weight and valence.
  static let codingColumns = "versionID, start, end, codeID, coderID, weight, valence"

  /// A coding of a row with ``codingColumns`` first.
  static func coding(
    _ row: StatementRow, coders: [Int64: String], codes: [Int64: String]
  ) throws(BadValue) -> Coding {
    guard let code = codes[try row.int(3)], let coder = coders[try row.int(4)] else {
      throw BadValue("names no code or no coder")
    }
    return Coding(
      coder: coder, code: code,
      span: try Span(storedStart: try row.int(1), end: try row.int(2)),
      weight: try StoredWeight.checked(try row.optionalDouble(5)),
      valence: try Valence.stored(try row.optionalInt(6)))
  }

  /// The codes that codings or decisions name, by name.
  public func codes() throws -> [String] { try names("code").values.sorted() }

  /// The organizations' names by their numbers.
  public func organizationNames() throws -> [Int64: String] { try names("organization") }

  /// The names of a table by their numbers.
  func names(_ table: String) throws -> [Int64: String] {
    let pairs = try rows(of: table, "SELECT id, name FROM \(table)") {
      (try $0.int64(0), try $0.text(1))
    }
    return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
  }

  /// Hands over how many codings a source has by code: one call a source and code, with the source's
  /// place in ``sources()``; a source whose transcript came in again may come more than once.
  public func forEachCodeCount(_ body: (_ source: Int, _ code: String, _ count: Int) -> Void) throws
  {
    try noteLoose()
    var sourceOf: [Int64: Int] = [:]
    let versions = try PreparedStatement(db, "SELECT id, sourceID FROM sourceVersion")
    let places = Dictionary(
      uniqueKeysWithValues: try numberedSources().enumerated().map { ($1.number, $0) })
    try versions.eachRow { row in
      sourceOf[try row.int(0)] = places[try row.int(1)]
      return true
    }
    let codes = try names("code").sorted { $0.key < $1.key }
    let placeOfCode = Dictionary(
      uniqueKeysWithValues: codes.enumerated().map { ($1.key, $0) })
    var counts = Array(repeating: 0, count: codes.count)
    var last: Int64?
    func handOver() {
      guard let source = last.flatMap({ sourceOf[$0] }) else { return }
      for place in counts.indices where counts[place] > 0 {
        body(source, codes[place].value, counts[place])
        counts[place] = 0
      }
    }
    // The codings of a version lie together.
    let codings = try PreparedStatement(db, "SELECT versionID, codeID FROM coding")
    var (lastCode, lastPlace) = (Int64(-1), 0)
    try codings.eachRow { row in
      let version = try row.int(0)
      if version != last {
        handOver()
        last = version
      }
      let code = try row.int(1)
      if code != lastCode { (lastCode, lastPlace) = (code, placeOfCode[code] ?? -1) }
      guard lastPlace >= 0 else {
        try damaged(
          DamagedRow("coding", "versionID \(version), codeID \(code)", "names no code"))
        return true
      }
      counts[lastPlace] += 1
      return true
    }
    handOver()
  }

  /// The codes in the study, with the number of their codings.
  public func codeCounts() throws -> [String: Int] {
    let pairs = try rows(
      of: "coding",
      """
      SELECT k.codeID, code.name, k.codings
      FROM (SELECT codeID, count(*) AS codings FROM coding GROUP BY codeID) k
      LEFT JOIN code ON code.id = k.codeID
      """
    ) { row in
      guard let code = try row.optionalText(1) else { throw BadValue("names no code") }
      return (code, try row.count(2))
    }
    return Dictionary(pairs, uniquingKeysWith: +)
  }
}

extension StudyReader {
  /// The words of a segment, and whether those who coded it cleared it.
  public struct SegmentWords: Sendable, Hashable {
    /// The words; nil where they are not kept.
    public var text: String?
    /// Whether it may be quoted outside the team: one said yes and nobody no; nil where nobody said
    /// either.
    public var clear: Bool?
  }

  /// The words of the segments of a source, by their spans.
  public func words(ofSource code: String) throws -> [Span: SegmentWords] {
    let pairs = try rows(
      of: "coding", keys: 3,
      """
      SELECT k.versionID, k.start, k.end, g.text, min(k.clear), min(g.id IS NOT NULL) FROM source s
      JOIN sourceVersion v ON v.sourceID = s.id JOIN coding k ON k.versionID = v.id
      LEFT JOIN segment g ON g.id = k.segmentID
      WHERE s.code = ? GROUP BY k.start, k.end ORDER BY k.start, k.end
      """, [code]
    ) { row in
      guard try row.flag(5) else { throw BadValue("names no segment") }
      return (
        try row.span(1, 2),
        SegmentWords(text: try row.optionalText(3), clear: try row.optionalFlag(4))
      )
    }
    var words = Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    // Who refused a part did not clear the whole.
    let refusals = words.filter { $0.value.clear == false }.map(\.key)
    for span in words.keys where PassageClearance.isRefused(span, refusals) {
      words[span]?.clear = false
    }
    return words
  }
}

extension TracedCoding {
  /// Of a row with the key of the coding and then these in their order, the source first.
  init(_ row: Row) throws {
    guard let coder = try row.optionalText(6), let code = try row.optionalText(7),
      try row.flag(15)
    else { throw BadValue("names no coder, no code or no segment") }
    self.init(
      source: try row.text(5), coder: coder, code: code, span: try row.span(1, 2),
      importID: try row.int64(13), row: try row.count(14))
    text = try row.optionalText(8)
    weight = try row.weight(9)
    valence = try row.valence(10)
    memo = try row.optionalText(11)
    clear = try row.optionalFlag(12)
  }
}
