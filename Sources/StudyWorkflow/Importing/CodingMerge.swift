import Exchange
import StudyModel
import StudyStore

/// Brings in codings, checking each against its source, its coders and its text.
///
/// Nearly every coding of a large file has names that came before and stands where its words are: it
/// costs some looks into arrays and no string. All others are looked at with care.
struct CodingMerge: Merge {
  typealias Row = Incoming.Codings.Row
  typealias Names = Incoming.Codings.Names

  /// A source whose codings came before, and what of its rows was found right.
  private struct MetSource {
    var versionID: RowID<Rows.Version>
    var hasText: Bool
    /// Whether anyone may code it, none being registered.
    var isOpen: Bool
    /// The case, participant and phase that its first row named, as numbers of the names; -1: none.
    var (caseID, participant, phase): (Int32, Int32, Int32)
    /// Coders of it that were found registered.
    var coders: [Int32] = []
  }

  let context: MergeContext
  private var texts: SourceTexts
  private var met: [MetSource] = []
  /// Places among those met, by the numbers of the names.
  private var places: [Int32] = []
  private var codeIDs = NumbersByName<Rows.Code>()
  private var coderIDs = NumbersByName<Rows.Coder>()
  /// How many codings came of each code, and the names of those that the framework does not know.
  private var codeUses: [Int] = []
  private var unmapped: [(code: Int32, name: String)] = []
  private var usedSources: Set<RowID<Rows.Source>> = []
  /// What gives way to the file.
  private var earlier: EarlierCodings
  private var batch: CodingBatch?
  var phases = PhasesStated()
  var kinds = KindsStated()
  /// Whether any coding says whether its words may be quoted.
  private(set) var saysWhoMayBeQuoted = false
  private var kept = 0
  private let topWeight: Double

  init(_ context: MergeContext) throws {
    self.context = context
    texts = SourceTexts(context.session)
    earlier = EarlierCodings(context)
    batch = context.isBulk ? try CodingBatch(context.session) : nil
    topWeight = context.framework.scoring.topWeight
  }

  var counts: [String: Int] {
    [
      "codings": kept, "codes": codeIDs.count, "coders": coderIDs.count,
      "documents": usedSources.count, "segments": context.session.newSegments,
    ]
  }

  /// Says that sources came in: their texts may be others.
  mutating func forgetSources() {
    (met, places) = ([], [])
    texts = SourceTexts(context.session)
  }

  /// Stores what waits.
  mutating func flush() throws { try batch?.flush() }

  /// Stores the codings of a batch.
  mutating func merge(_ incoming: Incoming.Codings, _ fates: inout RowFates) throws {
    let hasProblems = !incoming.problems.isEmpty
    try incoming.bytes.withUnsafeBytes { bytes in
      for place in incoming.rows.indices {
        let row = incoming.rows[place]
        if row.clear != nil { saysWhoMayBeQuoted = true }
        let problems = hasProblems ? incoming.problems[place] : nil
        if problems == nil, let fate = try mergeMet(row, bytes) {
          fates.add(row.row, fate)
          continue
        }
        var told = RowProblems(row: row.row, problems ?? [])
        let fate = try mergeWithCare(row, incoming.names, bytes, &told)
        fates.add(row.row, fate, fate == .same ? [] : told.all)
      }
    }
  }

  /// Stores a coding of which nothing has to be told; nil where it is to be looked at with care.
  private mutating func mergeMet(_ row: Row, _ bytes: UnsafeRawBufferPointer) throws -> RowFate? {
    guard !row.isWrong, row.placing == .span, let place = place(of: row.source),
      let coderID = coderIDs[row.coder], let codeID = codeIDs[row.code],
      met[place].caseID == row.caseID, met[place].participant == row.participant,
      met[place].phase == row.phase,
      met[place].isOpen || met[place].coders.contains(row.coder)
    else { return nil }
    if let weight = row.weight, !(weight >= 0 && weight <= topWeight) { return nil }
    let coding = ImportSession.NewCoding(
      versionID: met[place].versionID, span: Span(start: row.start, end: row.end),
      codeID: codeID, coderID: coderID, weight: row.weight, valence: row.valence,
      clear: row.clear, row: row.row)
    let (words, memo) = (bytes.part(row.text), bytes.part(row.memo))
    let stored: ImportSession.StoredCoding
    if met[place].hasText {
      guard let slice = try texts.slice(coding.span, of: coding.versionID),
        words.isEmpty || slice.elementsEqual(words)
      else { return nil }
      stored = try slice.withUnsafeBytes {
        try store(coding, text: words.isEmpty ? $0 : words, memo: memo)
      }
    } else {
      stored = try store(coding, text: words, memo: memo)
    }
    switch stored {
    case .kept:
      kept += 1
      codeUses[Int(row.code)] += 1
      return .kept
    case .same(let importID, _) where earlier.isOfThisRound(importID):
      codeUses[Int(row.code)] += 1
      return .same
    case .same, .conflict: return nil
    }
  }

  private mutating func mergeWithCare(
    _ row: Row, _ names: Names, _ bytes: UnsafeRawBufferPointer, _ told: inout RowProblems
  ) throws -> RowFate {
    context.session.row = row.row
    told.checkWeight(row.weight, context.framework)
    let source = row.source < 0 ? nil : try source(of: row, names, &told)
    if let source, row.coder >= 0, !source.coders.isEmpty {
      let coder = names.coder(of: row)
      if !source.coders.contains(coder) { told.tellUnregistered(coder, source) }
    }
    let words = bytes.part(row.text)
    guard let source, row.placing != .wrong,
      let span = try texts.span(of: row, source, words, &told), told.stands,
      let coderID = try coderIDs.number(
        row.coder, { try context.session.coderID(names.coder(of: row)) })
    else { return .rejected }
    let coding = ImportSession.NewCoding(
      versionID: source.versionID, span: span, codeID: try codeID(row, names), coderID: coderID,
      weight: row.weight, valence: row.valence, clear: row.clear, row: row.row)
    usedSources.insert(source.id)
    meet(row, source)
    switch try store(coding, source, words, bytes.part(row.memo)) {
    case .kept:
      kept += 1
      return .kept
    case .same(let importID, let earlierRow):
      if earlier.isOfThisRound(importID) { return .same }
      told.tellOtherRound(
        CodingName(row, names, span), round: earlier.round(of: importID), importID: importID,
        row: earlierRow)
      return .rejected
    case .conflict(let weight, let valence, let importID, let earlierRow):
      told.tellConflict(
        CodingName(row, names, span), given: (row.weight, row.valence), has: (weight, valence),
        row: earlierRow, importID: importID == context.session.importID ? nil : importID)
      return .rejected
    }
  }

  /// Stores what waits; tells of evidence without a phase, of sources without a kind, and of what gave
  /// way.
  mutating func finish() throws -> [Diagnostic] {
    try flush()
    for (code, name) in unmapped { context.unmapped.count(codeUses[Int(code)], of: name) }
    return try phases.diagnostics(context) + kinds.diagnostics + earlier.notes
  }

  private func place(of source: Int32) -> Int? {
    guard source >= 0, Int(source) < places.count, places[Int(source)] >= 0 else { return nil }
    return Int(places[Int(source)])
  }

  /// Remembers that a row's names were found right.
  private mutating func meet(_ row: Row, _ source: ImportSession.StoredSource) {
    guard let place = place(of: row.source) else {
      while places.count <= Int(row.source) { places.append(-1) }
      places[Int(row.source)] = Int32(met.count)
      met.append(
        MetSource(
          versionID: source.versionID, hasText: source.hasText, isOpen: source.coders.isEmpty,
          caseID: row.caseID, participant: row.participant, phase: row.phase, coders: [row.coder]))
      return
    }
    if !met[place].coders.contains(row.coder) { met[place].coders.append(row.coder) }
  }

  private mutating func codeID(_ row: Row, _ names: Names) throws -> RowID<Rows.Code> {
    let code = Int(row.code)
    while codeUses.count <= code { codeUses.append(0) }
    codeUses[code] += 1
    if let id = codeIDs[row.code] { return id }
    let name = names.code(of: row)
    let id = try context.session.codeID(name)
    codeIDs[row.code] = id
    if context.framework.meanings(ofCode: name).isEmpty {
      context.unmapped.note(name, row: row.row)
      unmapped.append((row.code, name))
    }
    return id
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
}
