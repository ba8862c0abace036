import Exchange
import StudyModel
import StudyStore

extension CodingMerge {
  /// The source of a row; with no sources file the row itself may say whose it is.
  mutating func source(
    of row: Row, _ names: Names, _ told: inout RowProblems
  ) throws -> ImportSession.StoredSource? {
    let name = names.source(of: row)
    let caseName = names.caseID(of: row)
    if let source = try context.known.source(name) {
      try tellOtherCase(caseName, source, &told)
      told.tellOtherOwner(row, names, source)
      return source
    }
    guard let caseName else {
      try context.known.tellNoSource(
        name, "Either correct it, import the source first, or add a column \"case\".", &told)
      return nil
    }
    let isForAll = caseName == "*"
    let caseID = isForAll ? nil : try context.known.caseID(of: caseName, &told)
    let participant = names.participant(of: row)
    if isForAll, let participant { told.tellInterviewOfAll(participant) }
    guard told.stands else { return nil }
    var participantID: RowID<Rows.Participant>?
    if let participant, let caseID {
      participantID = try self.participantID(participant, caseID: caseID, caseName: caseName)
    }
    let phase = names.phase(of: row)
    let source = Source(
      id: name, caseID: isForAll ? nil : caseName, participant: participant, phase: phase,
      kind: Source.Kind(stated: nil, participant: participant))
    kinds.note(source, row: row.row)
    if !isForAll { phases.note(isStated: phase != nil, row: row.row) }
    _ = try context.session.store(source, caseID: caseID, participantID: participantID)
    guard let stored = try context.session.source(name) else { return nil }
    context.known.add(stored)
    return stored
  }

  /// The participant of a case, made where the study has none of the name.
  private func participantID(
    _ name: String, caseID: RowID<Rows.Case>, caseName: String
  ) throws -> RowID<Rows.Participant>? {
    if let id = try context.session.participantID(name, caseID: caseID) { return id }
    let participant = Participant(
      id: name, caseID: caseName, organization: nil, role: .participant)
    _ = try context.session.store(participant, caseID: caseID)
    context.known.forgetParticipants()
    return try context.session.participantID(name, caseID: caseID)
  }

  /// Says that a row names another case than its source has; a source is of one case.
  private func tellOtherCase(
    _ name: String?, _ source: ImportSession.StoredSource, _ told: inout RowProblems
  ) throws {
    guard let name, name != "*" || source.caseID != nil else { return }
    let id = name == "*" ? nil : try context.known.caseID(of: name, &told)
    guard id != source.caseID, id != nil || name == "*" else { return }
    let own = try source.caseID.flatMap { try context.known.caseName($0) } ?? "*"
    told.add(
      .otherCase, column: "case", found: name,
      "source \"\(source.code)\" belongs to case \"\(own)\", not to \"\(name)\"",
      "Either correct the case or give the other case's source another id.")
  }
}

extension RowProblems {
  /// Says that a row names another participant or phase than its source has, which are the source's.
  fileprivate mutating func tellOtherOwner(
    _ row: Incoming.Codings.Row, _ names: Incoming.Codings.Names,
    _ source: ImportSession.StoredSource
  ) {
    let given = [
      ("participant", names.participant(of: row), source.participant),
      ("phase", names.phase(of: row), source.phase),
    ]
    for (what, name, own) in given {
      guard let name, name != own else { continue }
      add(
        .otherOwner, column: what, found: name,
        own.map { "source \"\(source.code)\" has the \(what) \"\($0)\", not \"\(name)\"" }
          ?? "source \"\(source.code)\" states no \(what), and \"\(name)\" is given",
        own == nil
          ? "Either state it in the sources and import those first, or leave it away here."
          : "Either correct the \(what), or leave it away: it is the source's.")
    }
  }
}

extension SourceTexts {
  /// The span of a row, checked against the transcript where there is one.
  mutating func span(
    of row: Incoming.Codings.Row, _ source: ImportSession.StoredSource,
    _ words: UnsafeRawBufferPointer, _ told: inout RowProblems
  ) throws -> Span? {
    guard row.placing == .span else { return try found(words, in: source, &told) }
    let span = Span(start: row.start, end: row.end)
    guard source.hasText else { return span }
    guard let slice = try slice(span, of: source.versionID) else {
      let length = try length(source.versionID)
      told.add(
        .spanBeyondText, column: "end", found: String(span.end),
        "the segment ends at \(span.end), but source \"\(source.code)\" has \(length) characters",
        "Count Unicode characters from 0, a line break as one.")
      return nil
    }
    if !words.isEmpty, !slice.elementsEqual(words), !SameWords.areEqual(slice, words) {
      told.add(
        .otherWords, column: "text", found: String(decoding: words, as: UTF8.self),
        "the text does not match its source: at \(span.start) to \(span.end) \"\(source.code)\" reads \"\(String(decoding: slice.prefix(60), as: UTF8.self))\"",
        "Either correct start and end, or import the version of the transcript that was coded.")
      return nil
    }
    return span
  }

  /// The one place where the words stand.
  private mutating func found(
    _ words: UnsafeRawBufferPointer, in source: ImportSession.StoredSource,
    _ told: inout RowProblems
  ) throws -> Span? {
    guard source.hasText, !words.isEmpty else {
      told.add(
        .noPlaceOfWords, column: "start", found: nil,
        "nothing says where the segment is: no start and end, and no transcript to look in",
        "Either give start and end, or import the source with its transcript first.")
      return nil
    }
    // Transcripts have line feeds only, whatever the file of codings has.
    let text = String(decoding: words, as: UTF8.self).replacing("\r\n", with: "\n")
    let places = try places(of: text, in: source.versionID)
    if places.count == 1 { return places.first }
    told.add(
      .wordsNotFound, column: "text", found: text,
      places.isEmpty
        ? "the words are not in source \"\(source.code)\""
        : "the words stand more than once in source \"\(source.code)\"",
      places.isEmpty
        ? "Either give start and end, or take the words exactly as they stand in the transcript."
        : "Give start and end to say which place is meant.")
    return nil
  }
}

/// Compares words as a reader would: runs of white space are one space.
enum SameWords {
  static func areEqual(
    _ left: some Sequence<UInt8>, _ right: some Sequence<UInt8>
  ) -> Bool {
    squeezed(left) == squeezed(right)
  }

  private static func squeezed(_ bytes: some Sequence<UInt8>) -> [Substring] {
    String(decoding: Array(bytes), as: UTF8.self).split(whereSeparator: \.isWhitespace)
  }
}
