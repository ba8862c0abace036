/// Finds the segments of one version of a text again in another, by their text and what stands
/// around it.
public struct Relocation: Sendable {
  /// How many scalars before and after a segment tell two equal passages apart.
  static let context = 40
  /// Words of so many scalars are looked up; shorter ones are looked for.
  private static let seed = 16

  private let old: [UInt32]
  private let new: [UInt32]
  /// Where in the new text each run of ``seed`` scalars begins that begins a segment of the old one.
  private let places: [Int: [Int]]

  /// Prepares the search for some segments.
  ///
  /// Cost: linear in the two texts.
  ///
  /// - Parameters:
  ///   - old: The text the segments are of.
  ///   - new: The text in which they are looked for.
  ///   - spans: The segments that will be asked for; others are found too, each at the cost of the whole
  ///     text.
  public init(from old: String, to new: String, spans: some Sequence<Span> = []) {
    self.old = old.unicodeScalars.map(\.value)
    self.new = new.unicodeScalars.map(\.value)
    places = Self.places(of: spans, self.old, self.new)
  }

  /// Where a segment of the old text stands in the new one.
  ///
  /// Of several places with the same words, the one whose surroundings agree longest is taken.
  /// Nil where the words are not found, where two places agree equally long, or where the span is
  /// not in the old text.
  public func span(of span: Span) -> Span? {
    guard span.start >= 0, span.end <= old.count, span.start < span.end else { return nil }
    var best: (start: Int, agreement: Int)?
    var isTied = false
    for start in candidates(span) where isSame(span, at: start) {
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

  /// Where the words of a segment may begin.
  private func candidates(_ span: Span) -> [Int] {
    if span.length >= Self.seed, let known = places[Self.hash(old, at: span.start)] { return known }
    guard new.count >= span.length else { return [] }
    let first = old[span.start]
    return (0...new.count - span.length).filter { new[$0] == first }
  }

  private func isSame(_ span: Span, at start: Int) -> Bool {
    guard start + span.length <= new.count else { return false }
    for offset in 0..<span.length where new[start + offset] != old[span.start + offset] {
      return false
    }
    return true
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

extension Relocation {
  private static let base = 1_000_003

  private static func hash(_ text: [UInt32], at start: Int) -> Int {
    var value = 0
    for place in start..<start + seed { value = value &* base &+ Int(text[place]) }
    return value
  }

  /// Goes through the new text once with a rolling sum of ``seed`` scalars.
  ///
  /// > Reference: Karp and Rabin 1987, Efficient randomized pattern-matching algorithms.
  private static func places(
    of spans: some Sequence<Span>, _ old: [UInt32], _ new: [UInt32]
  ) -> [Int: [Int]] {
    var places: [Int: [Int]] = [:]
    for span in spans where span.start >= 0 && span.end <= old.count && span.length >= seed {
      places[hash(old, at: span.start)] = []
    }
    guard !places.isEmpty, new.count >= seed else { return places }
    var leaving = 1
    for _ in 1..<seed { leaving = leaving &* base }
    var value = hash(new, at: 0)
    for start in 0...new.count - seed {
      if start > 0 {
        value = (value &- Int(new[start - 1]) &* leaving) &* base &+ Int(new[start + seed - 1])
      }
      if places[value] != nil { places[value]?.append(start) }
    }
    return places
  }
}
