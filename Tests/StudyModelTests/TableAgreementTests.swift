import Statistics
import StudyModel
import Testing

@Suite("Agreement of plain tables, as values")
struct TableAgreementTests {
  private func matrix(_ coders: [String], _ categories: [String], _ rows: [[Int16]]) throws
    -> RatingMatrix
  {
    try RatingMatrix(
      coders: coders, categories: categories, unitCount: rows.count, cells: rows.flatMap { $0 })
  }

  @Test("Two coders have Cohen's kappa and the table of two categories")
  func pair() throws {
    let matrix = try matrix(["a", "b"], ["no", "yes"], [[0, 0], [1, 1], [1, 0], [1, 1]])
    var plan = RatingsAgreement.Plan()
    plan.positive = "yes"
    plan.bootstrap.replicates = 0
    let result = RatingsAgreement(matrix, isScaleDeclared: true, plan: plan)
    guard case .pair(let pair) = result.byCoders else {
      Issue.record("two coders are a pair")
      return
    }
    #expect(pair.cohen.value == 0.5)
    #expect(pair.binary?.positive == "yes")
    #expect(pair.binary?.table.both == 2)
    #expect(result.percent.value == 0.75)
    #expect(result.counts.pairableUnits == 4)
    #expect(result.weighted.isEmpty && result.alphas.map(\.level) == [.nominal])
    #expect(result.alphas[0].alpha?.bootstrap == nil)
  }

  @Test("Without a declared scale figures that rest on it say so, and are no zero")
  func noScale() throws {
    let matrix = try matrix(
      ["a", "b", "c"], ["1", "2", "3"], [[0, 0, 1], [1, 1, 1], [2, -1, 2], [0, 1, 0]])
    var plan = RatingsAgreement.Plan()
    plan.level = .interval
    plan.weights = [.quadratic]
    plan.bootstrap.replicates = 20
    let result = RatingsAgreement(matrix, isScaleDeclared: false, plan: plan)
    #expect(result.ac1 == .noScale && result.brennanPrediger == .noScale)
    #expect(result.benchmark == nil)
    #expect(result.weighted.map(\.weights) == [.quadratic])
    #expect(result.weighted.allSatisfy { $0.cohen == nil && $0.ac2 == .noScale })
    #expect(result.alphas.map(\.level) == [.nominal, .ordinal, .interval])
    #expect(result.alphas.map { $0.alpha == nil } == [false, true, false])
    #expect(result.alphas[0].alpha?.bootstrap?.values.isEmpty == false)
    guard case .several(let several) = result.byCoders else {
      Issue.record("three coders are several")
      return
    }
    #expect(several.pairs.count == 3)
  }

  @Test("A reason for want of a figure is a value until it is told")
  func reasons() throws {
    let matrix = try matrix(["a", "b"], ["no", "yes"], [[0, 0], [0, 0]])
    var plan = RatingsAgreement.Plan()
    plan.bootstrap.replicates = 0
    let result = RatingsAgreement(matrix, isScaleDeclared: true, plan: plan)
    #expect(result.alphas.first?.alpha?.figure.undefined == .noExpectedDisagreement)
    #expect(
      AgreementReason.lacking(stage: "Round 1", .undefined(.nothingCoded)).text
        == "Round 1: nothing was coded")
    #expect(AgreementReason.fewSources(1, needed: 5).text.hasPrefix("a stage with 1 source: "))
  }

  @Test("Sets of codes have figures of each code, and means over those that are defined")
  func multilabel() throws {
    var sets = CoderSets(coders: ["a", "b"], codes: ["x", "y"], unitCount: 3)
    for (code, unit, coder) in [(0, 0, 0), (0, 0, 1), (0, 1, 0)] {
      #expect(try sets.apply(code, unit: unit, coder: coder))
    }
    for (unit, coder) in [(1, 1), (2, 0), (2, 1)] { try sets.see(unit: unit, coder: coder) }
    let result = try MultilabelAgreement(sets, bootstrap: .init(replicates: 0))
    #expect(result.byCode.map(\.applied) == [3, 0])
    #expect(result.byCode[0].appliedBy == [2, 1])
    #expect(result.byCode[0].percent.value.map { abs($0 - 2.0 / 3) < 1e-12 } == true)
    #expect(result.mean(\.alpha.figure).undefined == 1)
    #expect(result.sets.map(\.distance) == [.nominal, .jaccard, .masi])
  }

  @Test("Spans have figures of each text and pair, and gamma only where it is asked for")
  func spans() throws {
    let set = try SpanSet(
      documents: [.init(name: "n1", extent: 0..<20)], coders: ["a", "b"], codes: ["x", "y"],
      spans: [
        .init(document: 0, coder: 0, code: 0, start: 0, end: 10),
        .init(document: 0, coder: 1, code: 0, start: 0, end: 10),
      ])
    let result = SpansAgreement(set, areExtentsDeclared: true, thresholds: [90])
    #expect(result.documents.count == 1 && result.documents[0].gamma == nil)
    #expect(result.documents[0].alone.count == 2)
    #expect(result.pairs.count == 1)
    #expect(result.pairs[0].characters.pooled.kappa.value == 1)
    #expect(result.pairs[0].segments.map(\.thresholdPercent) == [90])
  }
}
