import Testing

@testable import Statistics

/// Mathet, Widlöcher and Métivier (2015), The unified and holistic method gamma.
struct MathetGammaTests {
  private static func unit(_ coder: Int, _ code: Int, _ start: Int, _ end: Int) -> AlignedUnit {
    AlignedUnit(coder: coder, code: code, start: Double(start), end: Double(end))
  }

  /// Random units, up to `most` a coder, by coder and start.
  private static func units(
    coders: Int, most: Int, length: Int, _ generator: inout SeededGenerator
  ) -> [AlignedUnit] {
    (0..<coders).flatMap { coder in
      (0..<generator.index(below: most + 1)).map { _ in
        let start = generator.index(below: length)
        return unit(
          coder, generator.index(below: 2), start, start + 1 + generator.index(below: 12))
      }.sorted { ($0.start, $0.end, $0.code) < ($1.start, $1.end, $1.code) }
    }
  }

  /// The least cost of all alignments there are, each counted out.
  private static func leastCost(
    _ rest: [AlignedUnit], coders: Int, _ dissimilarity: GammaDissimilarity
  ) -> Double {
    guard let first = rest.first else { return 0 }
    let pairs = Double(coders * (coders - 1) / 2)
    var best = Double.infinity
    func extend(_ group: [AlignedUnit], _ left: [AlignedUnit], from coder: Int) {
      if coder == coders {
        var cost = pairs - Double(group.count * (group.count - 1) / 2)
        for (place, one) in group.enumerated() {
          for two in group.dropFirst(place + 1) { cost += dissimilarity.between(one, two) }
        }
        best = min(best, cost / pairs + leastCost(left, coders: coders, dissimilarity))
        return
      }
      extend(group, left, from: coder + 1)
      for place in left.indices where left[place].coder == coder {
        var others = left
        others.remove(at: place)
        extend(group + [left[place]], others, from: coder + 1)
      }
    }
    extend([first], Array(rest.dropFirst()), from: first.coder + 1)
    return best
  }

  @Test(
    "no alignment there is has less disorder than the one found",
    arguments: [(2, 5), (3, 3), (4, 2), (5, 2)])
  func bruteForce(coders: Int, most: Int) {
    var generator = SeededGenerator(seed: UInt64(coders))
    var compared = 0
    for round in 0..<40 {
      let dissimilarity = GammaDissimilarity(
        positionWeight: round % 2 == 0 ? 1 : 3, codeWeight: round % 3 == 0 ? 0 : 1)
      let units = Self.units(coders: coders, most: most, length: 30, &generator)
      guard !units.isEmpty else { continue }
      let found = BestAlignment.disorder(units, coderCount: coders, dissimilarity).value ?? .nan
      let least =
        Self.leastCost(units, coders: coders, dissimilarity) * Double(coders)
        / Double(units.count)
      #expect(abs(found - least) < 1e-12, "round \(round)")
      compared += 1
    }
    #expect(compared > 30)
  }

  @Test("pairs cost what the formula says, and are not formed where two units alone cost less")
  func byHand() {
    // Equal units cost nothing; the third coder's empty place costs 1 in two pairs of three.
    let alike = [Self.unit(0, 0, 0, 10), Self.unit(1, 0, 0, 10)]
    #expect(BestAlignment.disorder(alike, coderCount: 2, .even).value == 0)
    let third = BestAlignment.disorder(alike, coderCount: 3, .even).value ?? .nan
    #expect(abs(third - 1) < 1e-15)
    // Lengths 10 and 10, 5 apart at both ends: (10 / 20)^2, and 1 more for another code.
    let moved = [Self.unit(0, 0, 0, 10), Self.unit(1, 1, 5, 15)]
    let disorder = BestAlignment.disorder(moved, coderCount: 2, .even).value ?? .nan
    #expect(abs(disorder - 1.25) < 1e-15)
    // Alone each costs 1, so a pair that costs 2 or more is not formed.
    let far = [Self.unit(0, 0, 0, 10), Self.unit(1, 0, 90, 100)]
    #expect(BestAlignment.disorder(far, coderCount: 2, .even).value == 2)
  }

  @Test("coders who marked nothing count, and a text nobody marked has no disorder")
  func nothing() throws {
    let one = try SpanSetTests.set([(0, 0, 10, 20), (0, 0, 30, 40)])
    #expect(BestAlignment.disorder(one, document: 0).value == 2)
    let none = try SpanSetTests.set([])
    #expect(BestAlignment.disorder(none, document: 0).undefined == .nothingCoded)
    #expect(Gamma(none, document: 0).figure.undefined == .nothingCoded)
    #expect(BestAlignment.disorder(none, document: 3).undefined == .nothingCoded)
    #expect(Gamma(none, document: 3).figure.undefined == .nothingCoded)
    let alone = try SpanSetTests.set([(0, 0, 10, 20)], coders: 1)
    #expect(
      Gamma(alone, document: 0).figure.undefined == .tooFewCoders(needed: 2, found: 1))
  }

  @Test("a search that would take too long says so and guesses nothing")
  func limit() {
    var generator = SeededGenerator(seed: 3)
    let units = Self.units(coders: 4, most: 12, length: 60, &generator)
    let figure = BestAlignment.disorder(units, coderCount: 4, .even, steps: 100)
    #expect(figure.value == nil)
    #expect(figure.undefined == .searchLimit)
  }

  @Test("coders who agree wholly have gamma 1, coders of chance one near 0")
  func ends() throws {
    let spans = [(0, 10, 15), (1, 22, 30), (0, 41, 47), (1, 52, 58)]
    let same = try SpanSetTests.set(
      (0..<2).flatMap { coder in
        spans.map { (coder: coder, code: $0.0, start: $0.1, end: $0.2) }
      }, codes: 2)
    #expect(Gamma(same, document: 0).figure.value == 1)
    // Drawn as chance is: over many texts gamma's mean is 0 but for the drawing.
    let source = try #require(
      ShiftedCoders(AlignedUnit.all(same, document: 0), coderCount: 2, extent: 10..<60))
    let sampling = Gamma.Sampling(resamples: 60, precision: 0)
    var sum = 0.0
    for text in 0..<60 {
      var generator = SeededGenerator(seed: 99, stream: UInt64(text))
      let document = SpanSet.Document(name: "d", extent: 10..<70)
      let drawn = try SpanSet(
        documents: [document], coders: ["a", "b"], codes: ["x", "y"],
        spans: source.draw(&generator).map {
          .init(
            document: 0, coder: $0.coder, code: $0.code, start: Int($0.start), end: Int($0.end))
        })
      sum += Gamma(drawn, document: 0, sampling: sampling).figure.value ?? .nan
    }
    #expect(abs(sum / 60) < 0.15)
  }

  @Test("shifts lie a mean unit length apart while there is room, and move whole units")
  func shifts() throws {
    let units = (0..<3).flatMap { coder in [Self.unit(coder, coder, 20, 40)] }
    let source = try #require(ShiftedCoders(units, coderCount: 3, extent: 0..<100))
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<200 {
      let drawn = source.draw(&generator)
      #expect(drawn.count == 3)
      let starts = drawn.map(\.start)
      #expect(starts.allSatisfy { (0..<100).contains($0) })
      #expect(drawn.allSatisfy { $0.length == 20 })
      for (place, one) in starts.enumerated() {
        for two in starts.dropFirst(place + 1) {
          let apart = abs(one - two)
          #expect(min(apart, 100 - apart) >= 20)
        }
      }
    }
  }

  @Test("more resamples are drawn until the expected disorder is known as nearly as asked for")
  func precision() throws {
    let set = try SpanSetTests.set(
      [(0, 0, 10, 15), (0, 0, 22, 30), (1, 0, 12, 18), (1, 0, 40, 47), (1, 0, 50, 52)])
    let few = Gamma(set, document: 0, sampling: .init(precision: 0))
    let many = Gamma(set, document: 0)
    #expect(few.resamples == 30)
    #expect(many.resamples > 30)
    #expect(try #require(many.precision) < 0.03)
    #expect(few.figure.observed == many.figure.observed)
  }
}
