/// Krippendorff's alpha for unitizing as of 1995 and 2004, per code on a continuum.
///
/// Superseded by ``UnitizingAlpha``: its authors state that it misbehaves with more than two
/// coders. Kept for comparison with earlier work and with DKPro.
///
/// > Reference: Krippendorff (1995), Sociological Methodology 25, 47-76; Krippendorff (2004),
/// > Content Analysis, 2nd ed., pp. 251-256.
public enum UnitizingAlpha2004 {
  /// Alpha of one code in one document; touching units stay separate.
  ///
  /// At most 1. Undefined where nothing was coded, with fewer than two coders, or where a coder's
  /// spans of the code overlap.
  public static func figure(_ spans: SpanSet, document: Int, code: Int) -> Figure {
    figure(spans, document: document, codes: [code])
  }

  /// Alpha over several codes of a document together, 1 - Σ Do / Σ De.
  public static func figure(_ spans: SpanSet, document: Int, codes: [Int]) -> Figure {
    guard spans.documents.indices.contains(document) else {
      return .undefined(.nothingCoded, n: 0)
    }
    let coders = spans.coders.indices
    guard coders.count > 1 else {
      return .undefined(.tooFewCoders(needed: 2, found: coders.count))
    }
    let extent = spans.documents[document].extent
    var observed = 0.0
    var expected = 0.0
    var unitCount = 0
    for code in codes {
      let units = coders.map { spans.spans(document: document, code: code, coder: $0) }
      if let coder = units.firstIndex(where: Stretches.overlap) {
        return .undefined(.overlappingSpans(coder: coder))
      }
      unitCount += units.reduce(0) { $0 + $1.count }
      observed += self.observed(units, extent)
      expected += self.expected(units, extent)
    }
    guard unitCount > 0 else { return .undefined(.nothingCoded, n: 0) }
    guard expected > 0, expected.isFinite else {
      return .undefined(
        .noExpectedDisagreement, observed: observed, expected: expected, n: unitCount)
    }
    return .defined(
      1 - observed / expected, observed: observed, expected: expected, n: unitCount)
  }

  private static func observed(_ units: [[Range<Int>]], _ extent: Range<Int>) -> Double {
    var sum = 0.0
    for (place, first) in units.enumerated() {
      for second in units[(place + 1)...] {
        sum += apart(first, second, countsOverlaps: true)
        sum += apart(second, first, countsOverlaps: false)
      }
    }
    let m = Double(units.count)
    let length = Double(extent.count)
    // Each unordered pair of coders stands for two ordered ones.
    return 2 * sum / (m * (m - 1) * length * length)
  }

  /// What the units of a coder add, beside another's; both lists ascend without overlaps.
  ///
  /// A unit wholly in a gap adds its squared length; units that overlap add the squared distances of
  /// their ends, which one of the two directions counts.
  private static func apart(
    _ units: [Range<Int>], _ others: [Range<Int>], countsOverlaps: Bool
  ) -> Double {
    var sum = 0.0
    var from = 0
    for unit in units {
      while from < others.count, others[from].upperBound <= unit.lowerBound { from += 1 }
      var next = from
      while next < others.count, others[next].lowerBound < unit.upperBound {
        if countsOverlaps {
          let start = Double(unit.lowerBound - others[next].lowerBound)
          let end = Double(unit.upperBound - others[next].upperBound)
          sum += start * start + end * end
        }
        next += 1
      }
      if next == from { sum += Double(unit.count) * Double(unit.count) }
    }
    return sum
  }

  private static func expected(_ units: [[Range<Int>]], _ extent: Range<Int>) -> Double {
    let lengths = units.joined().map { Double($0.count) }.sorted(by: >)
    guard !lengths.isEmpty else { return 0 }
    let gaps = units.flatMap { self.gaps($0, extent) }.map { Double($0) }.sorted(by: >)
    let count = Double(lengths.count)
    let whole = Double(extent.count)
    var sum = 0.0
    // From the longest unit down, so that the gaps it fits into are those before it and some more.
    var wide = 0
    var wideLength = 0.0
    for l in lengths {
      sum += (count - 1) / 3 * (2 * l * l * l - 3 * l * l + l)
      while wide < gaps.count, gaps[wide] >= l {
        wideLength += gaps[wide]
        wide += 1
      }
      sum += l * l * (wideLength - Double(wide) * (l - 1))
    }
    let all = Double(units.count) * whole
    return 2 / whole * sum / (all * (all - 1) - lengths.reduce(0) { $0 + $1 * ($1 - 1) })
  }

  /// The lengths of the stretches a coder left uncoded.
  private static func gaps(_ units: [Range<Int>], _ extent: Range<Int>) -> [Int] {
    var from = extent.lowerBound
    var gaps: [Int] = []
    for unit in units {
      if unit.lowerBound > from { gaps.append(unit.lowerBound - from) }
      from = max(from, unit.upperBound)
    }
    if extent.upperBound > from { gaps.append(extent.upperBound - from) }
    return gaps
  }
}
