import Foundation
import Statistics
import Testing

struct CodingFixtureTests {
  @Test("every expected figure of every coding set fits", arguments: AgreementFixture.ids("coding"))
  func everyFigure(id: String) throws {
    let fixture = try AgreementFixture(id)
    let (matrix, _) = try fixture.matrix()
    let counts = RatingCounts(matrix)
    var compared = 0
    for (name, expected) in fixture.figures.members.sorted(by: { $0.key < $1.key }) {
      let found = try check(name, expected, fixture, matrix, counts)
      #expect(found == [], "\(id)")
      compared += 1
    }
    #expect(compared > 6)
    #expect(counts.pairableUnitCount == fixture.json["counts"]?["n_pairable_units"]?.int)
    #expect(counts.pairableValueCount == fixture.json["counts"]?["n_pairable_values"]?.int)
    let absent = matrix.codersWithoutRatings.map { matrix.coders[$0] }
    #expect(absent == fixture.json["counts"]?["coders_without_data"]?.texts)
  }

  @Test("there are as many coding sets as the list of fixtures names")
  func everySet() {
    #expect(AgreementFixture.ids("coding").count == 33)
  }

  private func check(
    _ name: String, _ expected: JSON, _ fixture: AgreementFixture, _ matrix: RatingMatrix,
    _ counts: RatingCounts
  ) throws -> [String] {
    let pair = PairTable(RatingRows(matrix), first: 0, second: 1)
    func weights(_ suffix: Substring) -> AgreementWeights? {
      AgreementWeights(rawValue: String(suffix))
    }
    let last = name.split(separator: "_").last ?? ""
    switch name {
    case "percent_agreement":
      return differences(PercentAgreement.figure(counts), expected, name)
    case "share_of_units_all_equal":
      return differences(PercentAgreement.shareOfUnitsAllEqual(counts), expected, name)
    case "gwet_ac1", "gwet_ac2_linear", "gwet_ac2_quadratic", "gwet_ac2_ordinal":
      return differences(
        GwetAC.figure(counts, weights: weights(last) ?? .identity), expected, name)
    case "brennan_prediger", "brennan_prediger_linear", "brennan_prediger_quadratic",
      "brennan_prediger_ordinal":
      return differences(
        BrennanPrediger.figure(counts, weights: weights(last) ?? .identity), expected, name)
    case "fleiss_gwet": return differences(FleissKappa.gwet(counts), expected, name)
    case "fleiss_kappa": return fleiss(expected, fixture, counts)
    case "cohen_kappa", "cohen_kappa_linear", "cohen_kappa_quadratic":
      return differences(
        CohenKappa.figure(pair, weights: weights(last) ?? .identity), expected, name)
    case "scott_pi": return differences(ScottPi.figure(pair), expected, name)
    case "conger_kappa":
      return differences(CongerKappa.completeUnits(RatingRows(matrix)), expected, name)
    case "conger_gwet", "cohen_gwet":
      return differences(CongerKappa.everyRating(counts), expected, name)
    case "light_kappa":
      return differences(LightKappa.figure(PairwiseTable(RatingRows(matrix))), expected, name)
    case "pairwise_cohen_kappa":
      return PairwiseTable(RatingRows(matrix)).pairs.flatMap { pair in
        let key = "\(matrix.coders[pair.first])|\(matrix.coders[pair.second])"
        return differences(pair.kappa, expected[key] ?? .null, key)
      }
    case "binary": return binary(expected, fixture, pair)
    case "alpha_nominal", "alpha_ordinal", "alpha_interval", "alpha_ratio":
      return differences(
        KrippendorffAlpha.figure(counts, metric: fixture.metric(String(last))), expected, name)
    // Compared in AlphaBootstrapTests and BenchmarkTests.
    case "alpha_bootstrap", "benchmark_landis_koch_for_gwet_ac1": return []
    default: return ["no test for \(name)"]
    }
  }

  private func fleiss(
    _ expected: JSON, _ fixture: AgreementFixture, _ counts: RatingCounts
  ) -> [String] {
    let found = differences(FleissKappa.classical(counts), expected, "fleiss_kappa")
    guard let perCategory = expected["per_category"]?.members else { return found }
    return found
      + zip(fixture.categories, FleissKappa.byCategory(counts)).flatMap { category, figure in
        perCategory[category].map {
          differences(figure, .object(["value": $0]), "fleiss of \(category)")
        } ?? []
      }
  }

  private func binary(
    _ expected: JSON, _ fixture: AgreementFixture, _ pair: PairTable
  ) -> [String] {
    if expected["status"]?.text == "undefined" {
      let figure = BinaryAgreement(pair, positive: 0)?.agreement
      return figure?.undefined == .noCompletePair ? [] : ["binary is defined"]
    }
    let positive = fixture.categories.firstIndex(of: expected["positive_category"]?.text ?? "")
    guard let binary = positive.flatMap({ BinaryAgreement(pair, positive: $0) }) else {
      return ["no binary table"]
    }
    let counts = [binary.both, binary.onlyFirst, binary.onlySecond, binary.neither]
    var found = counts == ["a", "b", "c", "d"].map { expected[$0]?.int ?? -1 } ? [] : ["cells"]
    let figures: [(String, Figure)] = [
      ("prevalence_index", binary.prevalenceIndex), ("bias_index", binary.biasIndex),
      ("pabak", binary.pabak), ("positive_agreement", binary.positiveAgreement),
      ("negative_agreement", binary.negativeAgreement), ("kappa_max", binary.maximumKappa),
    ]
    for (key, figure) in figures {
      found += differences(figure, .object(["value": expected[key] ?? .null]), key)
    }
    return found
  }
}
