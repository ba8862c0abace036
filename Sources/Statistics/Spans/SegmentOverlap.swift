/// Agreement on segments, looked up one by one in the other coder's document, as MAXQDA does.
///
/// A segment of either coder agrees if the other has a segment with the same code that overlaps
/// enough: |intersection| / |union| at or above the threshold. So a match normally counts twice,
/// and one long segment against two halves counts three disagreements. MAXQDA's own denominator
/// was read from its help text, not from the program.
///
/// > Reference: MAXQDA help, Intercoder agreement (segment level); Brennan & Prediger (1981),
/// > Educational and Psychological Measurement 41, 687-699.
public struct SegmentOverlap: Sendable, Hashable {
  /// One code's counts.
  public struct CodeCounts: Sendable, Hashable {
    /// The code's position.
    public let code: Int
    /// The first coder's segments.
    public let firstSegments: Int
    /// The second coder's segments.
    public let secondSegments: Int
    /// Segments of either that agree.
    public let agreements: Int
    /// All segments judged.
    public var total: Int { firstSegments + secondSegments }
    /// Segments of either that do not agree.
    public var disagreements: Int { total - agreements }
  }

  /// Per code, its counts; codes without segments are there with zeros.
  public let byCode: [CodeCounts]
  /// The overlap required, in percent of the union.
  public let thresholdPercent: Int

  /// Compares two coders, by position; an overlap of exactly the threshold agrees.
  public init(_ spans: SpanSet, first: Int, second: Int, thresholdPercent: Int = 90) {
    self.thresholdPercent = thresholdPercent
    byCode = spans.codes.indices.map { code in
      var counts = (first: 0, second: 0, agreements: 0)
      for document in spans.documents.indices {
        let one = spans.spans(document: document, code: code, coder: first)
        let two = spans.spans(document: document, code: code, coder: second)
        counts.first += one.count
        counts.second += two.count
        counts.agreements += Self.matched(one, in: two, thresholdPercent)
        counts.agreements += Self.matched(two, in: one, thresholdPercent)
      }
      return CodeCounts(
        code: code, firstSegments: counts.first, secondSegments: counts.second,
        agreements: counts.agreements)
    }
  }

  private static func matched(
    _ segments: [Range<Int>], in others: [Range<Int>], _ percent: Int
  ) -> Int {
    // Both lists ascend by start: from the first that reaches so far to the last that starts before.
    var furthest = Int.min
    let reached = others.map { other in
      furthest = max(furthest, other.upperBound)
      return furthest
    }
    var from = 0
    return segments.count { segment in
      while from < others.count, reached[from] <= segment.lowerBound { from += 1 }
      return others[from...].prefix { $0.lowerBound < segment.upperBound }.contains { other in
        let shared = segment.clamped(to: other).count
        // Whole numbers: exactly 90 percent must agree.
        return shared > 0
          && shared * 100 >= percent * (segment.count + other.count - shared)
      }
    }
  }

  /// Segments that agree, of all codes.
  public var agreements: Int { byCode.reduce(0) { $0 + $1.agreements } }
  /// Segments judged, of all codes.
  public var total: Int { byCode.reduce(0) { $0 + $1.total } }
  /// Codes with at least one segment.
  public var codesUsed: Int { byCode.count { $0.total > 0 } }

  /// The share of segments that agree, 0 to 1; undefined without segments.
  public var agreement: Figure {
    total > 0
      ? .defined(Double(agreements) / Double(total), n: total) : .undefined(.nothingCoded, n: 0)
  }

  /// Brennan and Prediger's kappa with chance 1 / number of codes used; undefined for one code.
  public var kappa: Figure {
    guard let observed = agreement.value else { return agreement }
    guard codesUsed > 1 else { return .undefined(.oneCode, observed: observed, n: total) }
    let expected = 1 / Double(codesUsed)
    return .defined(
      (observed - expected) / (1 - expected), observed: observed, expected: expected, n: total)
  }
}
