import Exchange
import StudyModel
import StudyStore

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
    var places = try places(of: text, in: source.versionID)
    // Line ends and blanks differ from program to program.
    if places.isEmpty { places = try loosePlaces(of: text, in: source.versionID) }
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
