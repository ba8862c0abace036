import Exchange
import FileFormats
import StudyModel
import StudyStore

/// Brings in codings, checking each against its source, its coders and its text.
struct CodingsImporter: RowImporter {
  private let context: ImportContext
  private let known: KnownCases
  private var sources: [String: ImportSession.StoredSource]
  private var texts: SourceTexts
  private var codes: [String: Int64] = [:]
  private var coders: [String: Int64] = [:]
  private var usedSources: Set<Int64> = []
  private var unmapped: [String: (row: Int, count: Int)] = [:]
  private var met = MetNames()
  /// What gives way to the file.
  private var earlier: EarlierCodings
  private let plain: PlainCodings
  private var batch: CodingBatch?
  private var phases = PhasesStated()
  private var kept = 0

  init(_ context: ImportContext) throws {
    self.context = context
    known = try KnownCases(context)
    sources = try context.session.sources()
    texts = SourceTexts(context.session)
    plain = PlainCodings(context)
    earlier = EarlierCodings(context)
    batch = context.isBulk ? try CodingBatch(context.session) : nil
  }

  var counts: [String: Int] {
    [
      "codings": kept, "codes": codes.count, "coders": coders.count,
      "documents": usedSources.count, "segments": context.session.newSegments,
    ]
  }
  var keptColumns: [(index: Int, name: String)] { context.columns.further }

  mutating func add(_ record: borrowing CSVRecord) throws -> RowOutcome {
    if let row = plain.read(record, met) {
      let stored = try store(
        row.coding, text: record.bytes(at: plain.text), memo: record.bytes(at: plain.memo))
      switch stored {
      case .kept:
        met.codeUses[row.code] += 1
        kept += 1
        return .kept()
      case .same(let importID, _) where earlier.isOfThisRound(importID):
        met.codeUses[row.code] += 1
        return .same
      case .same, .conflict: break
      }
    }
    return try addWithCare(record)
  }

  private mutating func addWithCare(_ record: borrowing CSVRecord) throws -> RowOutcome {
    var fields = RowFields(record, context.columns)
    let row = fields.coding(
      record, coder: context.request.coder, caseID: context.request.caseID,
      phase: context.request.phase, topWeight: context.framework.scoring.topWeight)
    let source = row.source.isEmpty ? nil : try source(of: row, &fields)
    if let source, !row.coder.isEmpty, !source.coders.isEmpty, !source.coders.contains(row.coder) {
      fields.tellUnregistered(row, source)
    }
    let words = record.bytes(at: context.columns.index("text") ?? -1)
    // Where start and end are wrong by themselves, there is no place to look at.
    let isPlaced =
      row.span != nil
      || fields.text(record, "start") == nil && fields.text(record, "end") == nil
    guard let source, isPlaced, let span = try span(of: row, source, words, &fields),
      fields.stands
    else { return .rejected(fields.problems) }
    let coding = ImportSession.NewCoding(
      versionID: source.versionID, span: span, codeID: try codeID(row.code, row: record.row),
      coderID: try coderID(row.coder), weight: row.weight, valence: row.valence,
      clear: row.clear, row: record.row)
    usedSources.insert(source.id)
    met.add(record, plain, source: source, coding: coding)
    let memo = record.bytes(at: context.columns.index("memo") ?? -1)
    switch try store(coding, source, words, memo) {
    case .kept:
      kept += 1
      return .kept(fields.problems)
    case .same(let importID, let earlierRow):
      if earlier.isOfThisRound(importID) { return .same }
      fields.tellOtherRound(
        row, span, round: earlier.round(of: importID), importID: importID, row: earlierRow)
      return .rejected(fields.problems)
    case .conflict(let weight, let valence, let importID, let earlierRow):
      fields.tellConflict(
        row, span, has: CodingWords.say(weight, valence), row: earlierRow,
        importID: importID == context.session.importID ? nil : importID)
      return .rejected(fields.problems)
    }
  }

  /// Codes that the framework does not know, kept with a warning each; and evidence without a phase.
  mutating func finish() throws -> [Diagnostic] {
    try batch?.flush()
    for (code, id) in codes where unmapped[code] != nil {
      unmapped[code]?.count += met.uses(ofCode: id)
    }
    let notKnown = unmapped.sorted { $0.value.row < $1.value.row }.map { code, place in
      Diagnostic.unmapped(
        code, row: place.row, said: "(\(place.count) coding\(place.count == 1 ? "" : "s")) ",
        context)
    }
    return notKnown + (try phases.diagnostics(context)) + earlier.notes
  }

  private mutating func store(
    _ coding: ImportSession.NewCoding, text: UnsafeRawBufferPointer, memo: UnsafeRawBufferPointer
  ) throws -> ImportSession.StoredCoding {
    try earlier.giveWay(to: coding)
    guard batch != nil else { return try context.session.store(coding, text: text, memo: memo) }
    try batch?.add(coding, text: text, memo: memo)
    return .kept
  }

  private mutating func store(
    _ coding: ImportSession.NewCoding, _ source: ImportSession.StoredSource,
    _ words: UnsafeRawBufferPointer, _ memo: UnsafeRawBufferPointer
  ) throws -> ImportSession.StoredCoding {
    // Without words in the file the transcript gives them.
    if words.isEmpty, source.hasText {
      if let slice = try texts.slice(coding.span, of: source.versionID) {
        return try slice.withUnsafeBytes { try store(coding, text: $0, memo: memo) }
      }
    }
    return try store(coding, text: words, memo: memo)
  }

  private mutating func codeID(_ code: String, row: Int) throws -> Int64 {
    if unmapped[code] != nil { unmapped[code]?.count += 1 }
    if let id = codes[code] { return id }
    let id = try context.session.codeID(code)
    codes[code] = id
    if context.framework.meaning(ofCode: code) == nil { unmapped[code] = (row, 1) }
    return id
  }

  private mutating func coderID(_ coder: String) throws -> Int64 {
    if let id = coders[coder] { return id }
    let id = try context.session.coderID(coder)
    coders[coder] = id
    return id
  }

  /// The source of a row; with no sources file the row itself may say whose it is.
  private mutating func source(
    of row: CodingRow, _ fields: inout RowFields
  ) throws -> ImportSession.StoredSource? {
    if let source = sources[row.source] {
      tellOtherCase(row, source, &fields)
      return source
    }
    guard let caseName = row.caseID else {
      let near = NearestName.of(row.source, among: sources.keys.sorted())
      fields.add(
        "CODINGS-004", column: "source", found: row.source,
        "there is no source \"\(row.source)\" in the study",
        near.map { "Either correct it (did you mean \"\($0)\"?) or import the source first." }
          ?? "Either correct it, import the source first, or add a column \"case\".")
      return nil
    }
    let isForAll = caseName == "*"
    let caseID = isForAll ? nil : known.find(caseName, &fields)
    if isForAll, let name = row.participant {
      fields.add(
        "SOURCES-001", column: "participant", found: name,
        "a source for the whole set has no interviewee",
        "Either name the interviewee's case or leave the participant empty.")
    }
    guard fields.stands else { return nil }
    var participantID: Int64?
    if let name = row.participant, let caseID {
      participantID = try context.session.participantID(name, caseID: caseID)
      if participantID == nil {
        let participant = Participant(
          id: name, caseID: caseName, organization: nil, role: "participant")
        _ = try context.session.store(participant, caseID: caseID)
        participantID = try context.session.participantID(name, caseID: caseID)
      }
    }
    let source = Source(
      id: row.source, caseID: isForAll ? nil : caseName, participant: row.participant,
      phase: row.phase, kind: row.participant == nil ? .document : .interview)
    if !isForAll { phases.note(isStated: row.phase != nil, row: fields.row) }
    _ = try context.session.store(source, caseID: caseID, participantID: participantID)
    let stored = try context.session.source(row.source)
    sources[row.source] = stored
    return stored
  }

  /// Says that a row names another case than its source has; a source is of one case.
  private func tellOtherCase(
    _ row: CodingRow, _ source: ImportSession.StoredSource, _ fields: inout RowFields
  ) {
    guard let name = row.caseID, name != "*" || source.caseID != nil else { return }
    let id = name == "*" ? nil : known.find(name, &fields)
    guard id != source.caseID, id != nil || name == "*" else { return }
    let own = source.caseID.flatMap(known.name) ?? "*"
    fields.add(
      "CODINGS-012", column: "case", found: name,
      "source \"\(row.source)\" belongs to case \"\(own)\", not to \"\(name)\"",
      "Either correct the case or give the other case's source another id.")
  }

  /// The span of a row, checked against the transcript where there is one.
  private mutating func span(
    of row: CodingRow, _ source: ImportSession.StoredSource, _ words: UnsafeRawBufferPointer,
    _ fields: inout RowFields
  ) throws -> Span? {
    guard let span = row.span else {
      guard source.hasText, !words.isEmpty else {
        fields.add(
          "CODINGS-005", column: "start", found: nil,
          "nothing says where the segment is: no start and end, and no transcript to look in",
          "Either give start and end, or import the source with its transcript first.")
        return nil
      }
      // Transcripts have line feeds only, whatever the file of codings has.
      let text = String(decoding: words, as: UTF8.self).replacing("\r\n", with: "\n")
      let places = try texts.places(of: text, in: source.versionID)
      if places.count == 1 { return places.first }
      fields.add(
        "CODINGS-006", column: "text", found: text,
        places.isEmpty
          ? "the words are not in source \"\(source.code)\""
          : "the words stand more than once in source \"\(source.code)\"",
        places.isEmpty
          ? "Either give start and end, or take the words exactly as they stand in the transcript."
          : "Give start and end to say which place is meant.")
      return nil
    }
    guard source.hasText else { return span }
    guard let slice = try texts.slice(span, of: source.versionID) else {
      let length = try texts.length(source.versionID)
      fields.add(
        "CODINGS-007", column: "end", found: String(span.end),
        "the segment ends at \(span.end), but source \"\(source.code)\" has \(length) characters",
        "Count Unicode characters from 0, a line break as one.")
      return nil
    }
    if !words.isEmpty, !slice.elementsEqual(words), !Words.areEqual(slice, words) {
      fields.add(
        "CODINGS-009", column: "text", found: String(decoding: words, as: UTF8.self),
        "the text does not match its source: at \(span.start) to \(span.end) \"\(source.code)\" reads \"\(String(decoding: slice.prefix(60), as: UTF8.self))\"",
        "Either correct start and end, or import the version of the transcript that was coded.")
      return nil
    }
    return span
  }
}

/// Compares words as a reader would: runs of white space are one space.
enum Words {
  static func areEqual(
    _ left: some Sequence<UInt8>, _ right: some Sequence<UInt8>
  ) -> Bool {
    squeezed(left) == squeezed(right)
  }

  private static func squeezed(_ bytes: some Sequence<UInt8>) -> [Substring] {
    String(decoding: Array(bytes), as: UTF8.self).split(whereSeparator: \.isWhitespace)
  }
}

extension RowFields {
  fileprivate mutating func tellUnregistered(
    _ row: CodingRow, _ source: ImportSession.StoredSource
  ) {
    let near = NearestName.of(row.coder, among: source.coders)
    add(
      "CODINGS-010", column: "coder", found: row.coder,
      "coder \"\(row.coder)\" is not among those registered for \"\(source.code)\" (\(source.coders.joined(separator: ", ")))",
      near.map {
        "Either correct it (did you mean \"\($0)\"?) or register the coder in the sources file."
      }
        ?? "Either correct it or register the coder in the sources file.")
  }

  fileprivate mutating func tellConflict(
    _ coding: CodingRow, _ span: Span, has: String, row: Int, importID: Int64?
  ) {
    let place = importID.map { "import \($0), row \(row)" } ?? "row \(row)"
    add(
      "CODINGS-011", column: "weight", found: CodingWords.say(coding.weight, coding.valence),
      "\"\(coding.coder)\" has \"\(coding.code)\" on \(span.start) to \(span.end) of \"\(coding.source)\" already, with \(has) (\(place)), and a coder codes a span once",
      importID.map {
        "Either remove this row, or, if the source was coded anew, import with --prune, or take import \($0) back with 'covalence undo-import \($0)' first."
      } ?? "Keep one of the two rows.")
  }

  fileprivate mutating func tellOtherRound(
    _ coding: CodingRow, _ span: Span, round: String, importID: Int64, row: Int
  ) {
    add(
      "CODINGS-014", column: "code", found: coding.code,
      "\"\(coding.coder)\" has \"\(coding.code)\" on \(span.start) to \(span.end) of \"\(coding.source)\" already, from round \(round) (import \(importID), row \(row)), and it cannot stand twice",
      "Either import with --prune, if the source was coded anew: earlier codings then give way and are kept for their round. Or remove this row."
    )
  }
}

/// Weight and valence in words.
private enum CodingWords {
  static func say(_ weight: Double?, _ valence: Valence?) -> String {
    let number = weight.map(\.plain)
    return "\(number.map { "weight \($0)" } ?? "no weight"), \(valence?.rawValue ?? "no valence")"
  }
}

extension Diagnostic {
  /// A code that the framework does not know: kept, with a warning.
  static func unmapped(
    _ code: String, row: Int, column: String = "code", said: String = "", _ context: ImportContext
  ) -> Diagnostic {
    let names = context.framework.constructs.map(\.id) + context.framework.codes.keys.sorted()
    let near = NearestName.of(code, among: names)
    return Diagnostic(
      code: "CODINGS-008", severity: .warning,
      place: .init(
        file: context.request.fileName, row: row, column: context.columns.header(column)),
      found: code,
      message:
        "code \"\(code)\" \(said)is not in \"\(context.framework.id)\" and counts for no construct",
      remedy: near.map { "Either correct it (did you mean \"\($0)\"?) or leave it unmapped." }
        ?? "Either map it to a construct in the framework or leave it unmapped.")
  }
}
