/// Finds the segments of one version of a text again in another, by their text and what stands
/// around it.
public struct Relocation: Sendable {
  /// How many scalars before and after a segment tell two equal passages apart.
  static let context = 40

  private let old: [Unicode.Scalar]
  private let new: [Unicode.Scalar]

  /// Prepares the search.
  public init(from old: String, to new: String) {
    self.old = Array(old.unicodeScalars)
    self.new = Array(new.unicodeScalars)
  }

  /// Where a segment of the old text stands in the new one.
  ///
  /// Of several places with the same words, the one whose surroundings agree longest is taken.
  /// Nil where the words are not found, where two places agree equally long, or where the span is
  /// not in the old text. Cost: linear in the new text.
  public func span(of span: Span) -> Span? {
    guard span.start >= 0, span.end <= old.count, span.start < span.end else { return nil }
    var best: (start: Int, agreement: Int)?
    var isTied = false
    for start in places(of: old[span.start..<span.end]) {
      let agreement = agreement(old: span, newStart: start)
      if agreement > best?.agreement ?? -1 {
        best = (start, agreement)
        isTied = false
      } else if agreement == best?.agreement {
        isTied = true
      }
    }
    guard let best, !isTied else { return nil }
    return Span(start: best.start, end: best.start + span.length)
  }

  private func places(of words: ArraySlice<Unicode.Scalar>) -> [Int] {
    guard let first = words.first, new.count >= words.count else { return [] }
    return (0...new.count - words.count).filter { start in
      new[start] == first && new[start..<start + words.count].elementsEqual(words)
    }
  }

  /// How many scalars before and after agree, each counted up to the first difference.
  private func agreement(old span: Span, newStart: Int) -> Int {
    var before = 0
    while before < Self.context, before < span.start, before < newStart,
      old[span.start - before - 1] == new[newStart - before - 1]
    {
      before += 1
    }
    var after = 0
    let newEnd = newStart + span.length
    while after < Self.context, span.end + after < old.count, newEnd + after < new.count,
      old[span.end + after] == new[newEnd + after]
    {
      after += 1
    }
    return before + after
  }
}
