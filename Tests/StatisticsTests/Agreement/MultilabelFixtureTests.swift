import Foundation
import Statistics
import Testing

struct MultilabelFixtureTests {
  @Test("every figure of every set-valued set fits", arguments: AgreementFixture.ids("multilabel"))
  func everyFigure(id: String) throws {
    let fixture = try AgreementFixture(id)
    let sets = try fixture.sets()
    var found: [String] = []
    for (code, name) in sets.codes.enumerated() {
      let expected = try #require(fixture.figures["per_code"]?[name])
      found += compare(try sets.decisions(on: code), expected, name)
    }
    let pooled = try #require(fixture.figures["pooled_unit_by_code"])
    found += compare(try sets.pooledDecisions, pooled, "pooled")
    let whole = try #require(fixture.figures["set_valued"])
    for (distance, key) in [
      (SetDistance.nominal, "alpha_nominal_sets"), (.jaccard, "alpha_jaccard"),
      (.masi, "alpha_masi"),
    ] {
      let figure = try sets.setAlpha(distance)
      found += differences(figure, .object(["value": whole[key] ?? .null]), key)
    }
    #expect(found == [])
  }

  @Test("means over codes leave out undefined codes and count them")
  func means() throws {
    let fixture = try AgreementFixture("large-3x2000x24-seed4242")
    let sets = try fixture.sets()
    let alphas = try sets.codes.indices.map { code in
      KrippendorffAlpha.figure(RatingCounts(try sets.decisions(on: code)))
    }
    let mean = MeanFigure(alphas)
    let expected = try #require(fixture.figures["mean_over_codes"]?["alpha_nominal"])
    #expect(isClose(mean.value, try #require(expected["mean"]?.number)))
    #expect(mean.defined == expected["defined"]?.int)
    #expect(mean.undefined == expected["undefined"]?.int)
  }

  private func compare(_ matrix: RatingMatrix, _ expected: JSON, _ name: String) -> [String] {
    let counts = RatingCounts(matrix)
    func fits(_ figure: Figure, _ key: String, error: String = "") -> [String] {
      let members = ["value": expected[key] ?? .null, "se": expected[error] ?? .null]
      return differences(figure, .object(members), "\(name) \(key)")
    }
    var found = fits(PercentAgreement.figure(counts), "percent_agreement")
    found += fits(KrippendorffAlpha.figure(counts), "alpha_nominal", error: "alpha_se_gwet")
    found += fits(FleissKappa.gwet(counts), "fleiss_gwet")
    found += fits(GwetAC.figure(counts), "gwet_ac1", error: "gwet_ac1_se")
    found += fits(BrennanPrediger.figure(counts), "brennan_prediger")
    for pair in PairwiseTable(RatingRows(matrix)).pairs {
      let key = "\(matrix.coders[pair.first])|\(matrix.coders[pair.second])"
      guard let expected = expected["pairs"]?[key],
        let binary = BinaryAgreement(pair.table, positive: 1)
      else {
        found.append("\(name) \(key) is missing")
        continue
      }
      let cells = [binary.both, binary.onlyFirst, binary.onlySecond, binary.neither]
      if cells != ["a", "b", "c", "d"].map({ expected[$0]?.int ?? -1 }) {
        found.append("\(name) \(key) cells")
      }
      let kappa = ["value": expected["cohen_kappa"] ?? .null, "se": expected["cohen_se"] ?? .null]
      found += differences(pair.kappa, .object(kappa), "\(name) \(key) kappa")
      for (part, figure) in [
        ("prevalence_index", binary.prevalenceIndex), ("bias_index", binary.biasIndex),
        ("pabak", binary.pabak),
      ] {
        let value = JSON.object(["value": expected[part] ?? .null])
        found += differences(figure, value, "\(name) \(key) \(part)")
      }
    }
    return found
  }
}
