import StudyModel

/// A text in which every run of white space is one space, and where each of its characters stands in the whole text.
struct SqueezedText {
  private let scalars: [Unicode.Scalar]
  /// The place of each in the whole text.
  private let places: [Int32]

  /// What it takes in memory.
  var byteCount: Int { scalars.count * 8 }

  init(_ text: String) {
    var (scalars, places): ([Unicode.Scalar], [Int32]) = ([], [])
    for (place, scalar) in text.unicodeScalars.enumerated() {
      let isSpace = scalar.properties.isWhitespace
      if isSpace, scalars.last == " " { continue }
      scalars.append(isSpace ? " " : scalar)
      places.append(Int32(truncatingIfNeeded: place))
    }
    (self.scalars, self.places) = (scalars, places)
  }

  /// Where words stand, white space at their ends left out; none for words that are nothing else.
  ///
  /// Cost: linear in the text but for beginnings that come again and again.
  func places(of words: String, atMost most: Int) -> [Span] {
    var wanted = SqueezedText(words).scalars[...]
    if wanted.first == " " { wanted = wanted.dropFirst() }
    if wanted.last == " " { wanted = wanted.dropLast() }
    guard let first = wanted.first, wanted.count <= scalars.count else { return [] }
    var found: [Span] = []
    for start in 0...(scalars.count - wanted.count)
    where scalars[start] == first && scalars[start..<start + wanted.count].elementsEqual(wanted) {
      let last = start + wanted.count - 1
      found.append(Span(start: Int(places[start]), end: Int(places[last]) + 1))
      if found.count == most { break }
    }
    return found
  }
}
