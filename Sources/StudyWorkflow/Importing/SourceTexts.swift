import StudyModel
import StudyStore

/// Slices of transcripts, for comparing the words of a coding with its source.
///
/// Codings come in by the thousand for one source, so each text is read once and kept with the
/// place of every 64th scalar; all are let go when they take more than 8 MiB.
struct SourceTexts {
  private static let stride = 64
  private static let mostBytes = 8 << 20

  private let session: ImportSession
  private var texts: [RowID<Rows.Version>: Indexed] = [:]
  private var bytes = 0

  init(_ session: ImportSession) { self.session = session }

  private struct Indexed {
    var utf8: [UInt8]
    /// The bytes at which every 64th scalar begins, the first one included.
    var marks: [Int]
    var scalarCount: Int
    /// The text with every run of white space as one space, made when it is first wanted.
    var squeezed: SqueezedText?
  }

  /// The number of scalars of a version's text.
  mutating func length(_ versionID: RowID<Rows.Version>) throws -> Int {
    try indexed(versionID).scalarCount
  }

  /// The bytes of a span, nil where it reaches beyond the text.
  mutating func slice(_ span: Span, of versionID: RowID<Rows.Version>) throws -> ArraySlice<UInt8>?
  {
    let text = try indexed(versionID)
    guard span.end <= text.scalarCount else { return nil }
    return text.utf8[Self.byte(span.start, text)..<Self.byte(span.end, text)]
  }

  /// The first two places where the words stand in a text.
  mutating func places(of words: String, in versionID: RowID<Rows.Version>) throws -> [Span] {
    let text = try indexed(versionID)
    let needle = Array(words.utf8)
    guard !needle.isEmpty, needle.count <= text.utf8.count else { return [] }
    var found: [Span] = []
    for start in 0...(text.utf8.count - needle.count)
    where text.utf8[start] == needle[0]
      && text.utf8[start..<start + needle.count].elementsEqual(needle)
    {
      let before = text.utf8[..<start].count { $0 & 0xC0 != 0x80 }
      found.append(Span(start: before, end: before + words.unicodeScalars.count))
      if found.count == 2 { break }
    }
    return found
  }

  /// The first two places where the words stand in a text, every run of white space counting as one space.
  mutating func loosePlaces(of words: String, in versionID: RowID<Rows.Version>) throws -> [Span] {
    var text = try indexed(versionID)
    if text.squeezed == nil {
      let squeezed = SqueezedText(String(decoding: text.utf8, as: UTF8.self))
      text.squeezed = squeezed
      texts[versionID] = text
      bytes += squeezed.byteCount
    }
    return text.squeezed?.places(of: words, atMost: 2) ?? []
  }

  private mutating func indexed(_ versionID: RowID<Rows.Version>) throws -> Indexed {
    if let text = texts[versionID] { return text }
    if bytes > Self.mostBytes {
      texts = [:]
      bytes = 0
    }
    let utf8 = Array((try session.text(ofVersion: versionID) ?? "").utf8)
    var marks: [Int] = []
    var count = 0
    for (index, byte) in utf8.enumerated() where byte & 0xC0 != 0x80 {
      if count % Self.stride == 0 { marks.append(index) }
      count += 1
    }
    let text = Indexed(utf8: utf8, marks: marks, scalarCount: count)
    texts[versionID] = text
    bytes += utf8.count
    return text
  }

  private static func byte(_ scalar: Int, _ text: Indexed) -> Int {
    guard scalar < text.scalarCount else { return text.utf8.count }
    var at = text.marks[scalar / stride]
    for _ in 0..<(scalar % stride) {
      at += 1
      while at < text.utf8.count, text.utf8[at] & 0xC0 == 0x80 { at += 1 }
    }
    return at
  }
}
