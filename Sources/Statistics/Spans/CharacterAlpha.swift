/// Nominal alpha of coded against uncoded characters, for any number of coders.
///
/// Every character is a unit, so alpha says more about text than about segments, and characters
/// are not independent: no standard error is given.
public enum CharacterAlpha {
  /// Alpha of one code in one document, over all coders of the set.
  ///
  /// Undefined where all coders coded all of it, or none of it.
  ///
  /// > Reference: Krippendorff (2011), Computing Krippendorff's alpha-reliability, Annenberg
  /// > working paper 43.
  public static func figure(_ spans: SpanSet, document: Int, code: Int) -> Figure {
    guard spans.documents.indices.contains(document), spans.codes.indices.contains(code) else {
      return .undefined(.nothingCoded, n: 0)
    }
    let coders = spans.coders.count
    let layers = spans.coders.indices.map {
      spans.stretches(document: document, code: code, coders: [$0])
    }
    var lengths = Stretches.depths(layers)
    lengths[0] = spans.documents[document].extent.count - lengths.values.reduce(0, +)
    let patterns = lengths.sorted { $0.key < $1.key }.map { depth, length in
      (counts: [coders - depth, depth], multiplicity: length)
    }
    let counts = RatingCounts(patterns: patterns, coderCount: coders, categoryCount: 2)
    let alpha = KrippendorffAlpha.figure(counts)
    guard let value = alpha.value else { return alpha }
    return .defined(value, observed: alpha.observed, expected: alpha.expected, n: alpha.n)
  }
}
