/// Observed and expected lengths of a continuum parted into units and gaps by each coder.
///
/// Value 0 is the gap, value k the k-th code compared.
struct UnitizedContinuum {
  /// mL: the continuum's length times the number of coders.
  private let total: Double
  /// l_ck: the length on which one coder has c and another k, per ordered pair over m - 1.
  private let observed: [[Double]]
  /// Σ_k l_ck.
  private let lengths: [Double]
  /// Per value, the sum of squared unit lengths; of gaps, their plain length.
  private let squares: [Double]
  /// Per value, the sum of squared lengths of units within another coder's units, over m - 1.
  private let innerSquares: [Double]

  /// Measures a document, or says why it cannot be.
  static func make(
    _ spans: SpanSet, document: Int, codes: [Int]
  ) -> Result<UnitizedContinuum, AlphaObstacle> {
    let coders = spans.coders.count
    guard coders > 1 else {
      return .failure(AlphaObstacle(.tooFewCoders(needed: 2, found: coders)))
    }
    guard spans.documents.indices.contains(document) else {
      return .failure(AlphaObstacle(.nothingCoded))
    }
    var sections: [[Section]] = []
    for coder in 0..<coders {
      var units = codes.enumerated().flatMap { place, code in
        spans.spans(document: document, code: code, coder: coder).map {
          Section(range: $0, value: place + 1)
        }
      }
      units.sort { $0.range.lowerBound < $1.range.lowerBound }
      if Stretches.overlap(units.map(\.range)) {
        return .failure(AlphaObstacle(.overlappingSpans(coder: coder)))
      }
      sections.append(Section.filled(units, spans.documents[document].extent))
    }
    guard sections.joined().contains(where: { $0.value > 0 }) else {
      return .failure(AlphaObstacle(.nothingCoded))
    }
    return .success(
      UnitizedContinuum(
        sections, valueCount: codes.count + 1,
        length: spans.documents[document].extent.count))
  }

  /// A unit or a gap of one coder.
  private struct Section {
    let range: Range<Int>
    let value: Int

    /// Units with the gaps between them, so that the extent is covered.
    static func filled(_ units: [Section], _ extent: Range<Int>) -> [Section] {
      var from = extent.lowerBound
      var all: [Section] = []
      for unit in units {
        if unit.range.lowerBound > from {
          all.append(Section(range: from..<unit.range.lowerBound, value: 0))
        }
        all.append(unit)
        from = unit.range.upperBound
      }
      if extent.upperBound > from {
        all.append(Section(range: from..<extent.upperBound, value: 0))
      }
      return all
    }
  }

  private init(_ coders: [[Section]], valueCount: Int, length: Int) {
    let others = Double(coders.count - 1)
    var observed = [[Double]](
      repeating: [Double](repeating: 0, count: valueCount), count: valueCount)
    var squares = [Double](repeating: 0, count: valueCount)
    var inner = squares
    for (place, first) in coders.enumerated() {
      for section in first {
        let size = Double(section.range.count)
        squares[section.value] += section.value == 0 ? size : size * size
      }
      for (other, second) in coders.enumerated() where other != place {
        var start = 0
        for section in first {
          while start < second.count,
            second[start].range.upperBound <= section.range.lowerBound
          { start += 1 }
          var next = start
          var within = 0.0
          while next < second.count,
            second[next].range.lowerBound < section.range.upperBound
          {
            let shared = Double(section.range.clamped(to: second[next].range).count)
            observed[section.value][second[next].value] += shared / others
            if second[next].value > 0 { within += shared }
            next += 1
          }
          if section.value > 0 { inner[section.value] += within * within / others }
        }
      }
    }
    total = Double(coders.count * length)
    self.observed = observed
    lengths = observed.map { $0.reduce(0, +) }
    self.squares = squares
    innerSquares = inner
  }

  private var codes: Range<Int> { 1..<max(lengths.count, 1) }

  /// The length two values are expected to share.
  private func expected(_ c: Int, _ k: Int) -> Double {
    let below = total * total - squares.reduce(0, +)
    guard below > 0 else { return 0 }
    return total * (lengths[c] * lengths[k] - (c == k ? squares[c] : 0)) / below
  }

  /// 1 - observed/expected disagreement; undefined where the expected is 0 but for rounding.
  private func alpha(_ observed: Double, _ expected: Double, scale: Double) -> Figure {
    guard expected > scale * 1e-12 else {
      return .undefined(.noExpectedDisagreement, observed: observed, expected: 0)
    }
    return .defined(1 - observed / expected, observed: observed, expected: expected)
  }

  var uAlpha: Figure {
    let same = lengths.indices.reduce(0) { $0 + observed[$1][$1] }
    let expectedSame = lengths.indices.reduce(0) { $0 + expected($1, $1) }
    guard total * total > squares.reduce(0, +) else {
      return .undefined(.noExpectedDisagreement)
    }
    return alpha(total - same, total - expectedSame, scale: total)
  }

  var binary: Figure {
    let chance = codes.reduce(0) { $0 + expected(0, $1) }
    return alpha(lengths[0] - observed[0][0], chance, scale: total)
  }

  /// t_c: a code's length within other coders' units.
  private var inner: [Double] { lengths.indices.map { lengths[$0] - observed[$0][0] } }
  private var innerTotal: Double { codes.reduce(0) { $0 + inner[$1] } }

  var cuCoverage: Figure {
    total > 0 ? .defined(innerTotal / total) : .undefined(.nothingCoded)
  }

  var cuAlpha: Figure {
    let inner = inner
    let t = innerTotal
    guard codes.count(where: { inner[$0] > 0 }) > 1 else { return .undefined(.oneCode) }
    let below = t - codes.reduce(0) { $0 + innerSquares[$1] } / t
    guard below > t * 1e-12 else { return .undefined(.noExpectedDisagreement) }
    let same = codes.reduce(0) { $0 + observed[$1][$1] }
    let expectedSame = codes.reduce(0) {
      $0 + (inner[$1] * inner[$1] - innerSquares[$1]) / below
    }
    return alpha(t - same, t - expectedSame, scale: t)
  }

  /// (k)u-alpha of the value k, from what other coders have where one has k.
  func kuAlpha(_ k: Int) -> Figure {
    guard codes.count > 1 else { return .undefined(.oneCode) }
    let inner = inner[k]
    guard inner > 0 else { return .undefined(.nothingCoded) }
    let whole = codes.reduce(0) { $0 + expectedInner(k, $1) }
    let apart = whole - expectedInner(k, k)
    return alpha((whole / inner) * (inner - observed[k][k]), apart, scale: inner)
  }

  private func expectedInner(_ c: Int, _ k: Int) -> Double {
    let t = innerTotal
    let below = t - codes.reduce(0) { $0 + innerSquares[$1] } / t
    guard below > t * 1e-12 else { return 0 }
    return (inner[c] * inner[k] - (c == k ? innerSquares[c] : 0)) / below
  }
}
