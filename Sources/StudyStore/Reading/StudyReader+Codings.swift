import GRDB
public import StudyModel

extension StudyReader {
  /// All sources in the order in which they came in.
  public func sources() throws -> [Source] { try numberedSources().map(\.source) }

  func numberedSources() throws -> [(number: Int64, source: Source)] {
    let coders = try SourceCoders.all(db)
    return try Row.fetchAll(
      db,
      sql: """
        SELECT s.id, s.code, c.code, p.code, f.name, s.kind, s.work FROM source s
        LEFT JOIN studyCase c ON c.id = s.caseID LEFT JOIN participant p ON p.id = s.participantID
        LEFT JOIN phase f ON f.id = s.phaseID ORDER BY s.id
        """
    ).map { row in
      let (id, word): (Int64, String) = (row[0], row[5])
      guard let kind = Source.Kind(rawValue: word) else {
        throw DamagedRow("source", id, "has the unknown kind \"\(word)\"")
      }
      let registered = coders[id] ?? SourceCoders()
      return (
        id,
        Source(
          id: row[1], caseID: row[2], participant: row[3], phase: row[4],
          coders: registered.names, read: registered.read, kind: kind, work: row[6])
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
  public func forEachCodedSource(
    ofCase caseID: String? = nil, _ body: (CodedSource) throws -> Void
  ) throws {
    let coders = try names("coder")
    let codes = try names("code")
    let versions = try PreparedStatement(
      db, "SELECT id FROM sourceVersion WHERE sourceID = ? ORDER BY number DESC")
    let codings = try PreparedStatement(
      db,
      "SELECT start, end, codeID, coderID, weight, valence FROM coding WHERE versionID = ?")
    let decisions = try PreparedStatement(db, Self.decisionsOfSource)
    for (number, source) in try numberedSources()
    where caseID == nil || source.caseID == caseID {
      var adjudications: [Int64: [Adjudication]] = [:]
      try forEachDecision(decisions, ofSource: number, codes: codes) { version, decision, _ in
        adjudications[version, default: []].append(decision)
      }
      versions.bind(1, number)
      var numbers: [Int64] = []
      try versions.eachRow {
        numbers.append($0.int(0))
        return true
      }
      for (place, version) in numbers.enumerated() {
        var found: [Coding] = []
        codings.bind(1, version)
        try codings.eachRow { row in
          found.append(coding(row, coders: coders, codes: codes))
          return true
        }
        let decided = adjudications[version] ?? []
        guard place == 0 || !found.isEmpty || !decided.isEmpty else { continue }
        try body(
          CodedSource(
            source: source, codings: found, adjudications: decided, isNewest: place == 0))
      }
    }
  }

  /// A coding of a row with start, end, codeID, coderID, weight and valence.
  func coding(
    _ row: StatementRow, coders: [Int64: String], codes: [Int64: String]
  ) -> Coding {
    Coding(
      coder: coders[row.int(3)] ?? "", code: codes[row.int(2)] ?? "",
      span: Span(start: Int(row.int(0)), end: Int(row.int(1))), weight: row.optionalDouble(4),
      valence: row.optionalInt(5).flatMap { Valence(number: $0) })
  }

  /// What ``forEachDecision(_:ofSource:codes:_:)`` reads.
  static let decisionsOfSource = """
    SELECT start, end, codeID, decision, newCodeID, newStart, newEnd, weight, valence, decidedBy,
      decidedAt, reason, id, importID, versionID
    FROM adjudication WHERE sourceID = ? ORDER BY id
    """

  /// Hands over the decisions on a source in the order of arrival, each with the version of the
  /// transcript that it is on and the import that brought it.
  func forEachDecision(
    _ decisions: PreparedStatement, ofSource number: Int64, codes: [Int64: String],
    _ body: (_ version: Int64, Adjudication, _ importID: Int64) -> Void
  ) throws {
    decisions.bind(1, number)
    try decisions.eachRow { row in
      let decision = Adjudication(
        code: codes[row.int(2)] ?? "", span: Span(start: Int(row.int(0)), end: Int(row.int(1))),
        decision: Adjudication.Decision(rawValue: row.string(3)) ?? .accept,
        newCode: row.optionalInt(4).flatMap { codes[$0] },
        newStart: row.optionalInt(5).map(Int.init), newEnd: row.optionalInt(6).map(Int.init),
        weight: row.optionalDouble(7),
        valence: row.optionalInt(8).flatMap { Valence(number: $0) }, by: row.string(9),
        at: row.string(10), reason: row.string(11), row: Int(row.int(12)))
      body(row.int(14), decision, row.int(13))
      return true
    }
  }

  /// The codes that codings or decisions name, by name.
  public func codes() throws -> [String] { try names("code").values.sorted() }

  func names(_ table: String) throws -> [Int64: String] {
    var names: [Int64: String] = [:]
    for row in try Row.fetchAll(db, sql: "SELECT id, name FROM \(table)") { names[row[0]] = row[1] }
    return names
  }

  /// A coding with all that is known of it, for a trace or a quote.
  public struct TracedCoding: Sendable, Hashable {
    /// The source.
    public var source: String
    /// The coder.
    public var coder: String
    /// The code.
    public var code: String
    /// The span.
    public var span: Span
    /// The words; nil where the file gave none and there is no transcript.
    public var text: String?
    /// The weight.
    public var weight: Double?
    /// The valence.
    public var valence: Valence?
    /// The coder's note.
    public var memo: String?
    /// Whether it may be quoted outside the team; nil where the coder does not say.
    public var clear: Bool?
    /// The import and the row of its file.
    public var importID: Int64
    /// See `importID`.
    public var row: Int

    /// Of a row with these in their order.
    init(_ row: Row) {
      source = row[0]
      coder = row[1]
      code = row[2]
      span = Span(start: row[3], end: row[4])
      text = row[5]
      weight = row[6]
      valence = (row[7] as Int64?).flatMap { Valence(number: $0) }
      memo = row[8]
      clear = row[9]
      importID = row[10]
      self.row = row[11]
    }
  }

  /// Hands over how many codings a source has by code: one call a source and code, with the source's
  /// place in ``sources()``; a source whose transcript came in again may come more than once.
  public func forEachCodeCount(_ body: (_ source: Int, _ code: String, _ count: Int) -> Void) throws
  {
    var sourceOf: [Int64: Int] = [:]
    let versions = try PreparedStatement(db, "SELECT id, sourceID FROM sourceVersion")
    let places = Dictionary(
      uniqueKeysWithValues: try numberedSources().enumerated().map { ($1.number, $0) })
    try versions.eachRow { row in
      sourceOf[row.int(0)] = places[row.int(1)]
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
      let version = row.int(0)
      if version != last {
        handOver()
        last = version
      }
      let code = row.int(1)
      if code != lastCode { (lastCode, lastPlace) = (code, placeOfCode[code] ?? -1) }
      if lastPlace >= 0 { counts[lastPlace] += 1 }
      return true
    }
    handOver()
  }

  /// The codes in the study, with the number of their codings.
  public func codeCounts() throws -> [String: Int] {
    var counts: [String: Int] = [:]
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT code.name, count(*) FROM coding JOIN code ON code.id = coding.codeID
        GROUP BY coding.codeID
        """)
    for row in rows { counts[row[0]] = row[1] }
    return counts
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
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT k.start, k.end, g.text, min(k.clear) FROM source s
        JOIN sourceVersion v ON v.sourceID = s.id JOIN coding k ON k.versionID = v.id
        JOIN segment g ON g.id = k.segmentID
        WHERE s.code = ? GROUP BY k.start, k.end ORDER BY k.start, k.end
        """, arguments: [code])
    var words: [Span: SegmentWords] = [:]
    for row in rows {
      words[Span(start: row[0], end: row[1])] = SegmentWords(text: row[2], clear: row[3])
    }
    // Who refused a part did not clear the whole.
    let refusals = words.filter { $0.value.clear == false }.map(\.key)
    for span in words.keys where PassageClearance.isRefused(span, refusals) {
      words[span]?.clear = false
    }
    return words
  }
}
