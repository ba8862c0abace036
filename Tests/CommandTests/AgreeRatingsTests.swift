import Foundation
import TestSupport
import Testing

struct AgreeRatingsTests {
  @Test("every figure of every set of ratings comes out", arguments: AgreeSet.ids("coding"))
  func everyFigure(id: String) throws { try compare(try AgreeSet(id)) }

  @Test(
    "so it does for every set of the shared folder", .enabled(if: AgreeSet.shared != nil),
    arguments: AgreeSet.ids("coding", in: AgreeSet.shared))
  func everySharedFigure(id: String) throws {
    try compare(try AgreeSet(id, in: try #require(AgreeSet.shared)))
  }

  private func compare(_ set: AgreeSet) throws {
    // One set of the interval level also states the ratio figure, as undefined.
    let level = set.figures["alpha_ratio"] == nil ? set.json["level"] as? String : "ratio"
    let ending = try AgreeProgram.run([
      "agree", "ratings", set.table, "--categories", set.declarations, "--coders",
      set.declarations, "--level", level ?? "nominal", "--replicates", "0", "--json",
    ])
    // A set that must be refused has figures for the data without what is wrong in it.
    let isRefused = set.json["expect"] as? String == "error"
    #expect(ending.code == (isRefused ? 65 : 0), "\(ending.err)")
    guard !isRefused else { return }
    var wrong: [String] = []
    var compared = 0
    for (name, expected) in set.figures {
      if name == "alpha_bootstrap" { continue }
      let found = ending.figures.first { $0["name"] as? String == camelCase(name) }
      switch name {
      case "pairwise_cohen_kappa":
        let pairs = found?["pairs"] as? [String: Any] ?? [:]
        for (pair, figure) in try members(expected) {
          wrong += differences(pairs[pair] as? [String: Any], figure, pair)
        }
      case "benchmark_landis_koch_for_gwet_ac1":
        let level = (expected as? [String: Any])?["level_at_95_percent"] as? String
        if found?["levelAt95Percent"] as? String != level?.lowercased() { wrong.append(name) }
      case "fleiss_kappa":
        wrong += differences(found, expected, name)
        let byCategory = (expected as? [String: Any])?["per_category"] as? [String: Any] ?? [:]
        for (category, value) in byCategory {
          let ours = (found?["perCategory"] as? [String: Any])?[category]
          if let value = value as? Double {
            if !fits(ours as? Double, value, "value") { wrong.append("fleiss \(category)") }
          } else if !(ours is NSNull) {
            wrong.append("fleiss \(category) is defined")
          }
        }
      default: wrong += differences(found, expected, name)
      }
      compared += 1
    }
    #expect(wrong == [])
    #expect(compared > 6)
    let counts = ending.json["counts"] as? [String: Any]
    let expected = set.json["counts"] as? [String: Any]
    for (key, value) in try members(set.json["counts"]) where value is Int {
      #expect(counts?[camelCase(key)] as? Int == value as? Int, "\(key)")
    }
    #expect(
      ending.json["codersWithoutData"] as? [String] == expected?["coders_without_data"] as? [String]
    )
  }

  @Test(
    "the three bootstraps are within their stated band",
    arguments: [
      ("units", "units_percentile", 0.02), ("cells2011", "cells_2011", 0.01),
      ("pairs2016", "pairs_2016", 0.011),
    ])
  func bootstrap(option: String, key: String, band: Double) throws {
    let set = try AgreeSet("krippendorff2011-c-missing")
    let ending = try AgreeProgram.run([
      "agree", "ratings", set.table, "--categories", "1,2,3,4,5", "--level", "interval",
      "--interval", option, "--replicates", "20000", "--seed", "20260101", "--json",
    ])
    let by = (set.figures["alpha_bootstrap"] as? [String: Any])?["by_metric"] as? [String: Any]
    for (metric, procedures) in try members(by) {
      let expected = (procedures as? [String: Any])?[key] as? [String: Any]
      let record = ending.figures.first { $0["name"] as? String == camelCase("alpha_" + metric) }
      let ends = try #require(expected?["ci95"] as? [Double])
      let ours = try #require(record?["interval"] as? [Double])
      #expect(abs(ours[0] - ends[0]) <= band && abs(ours[1] - ends[1]) <= band, "\(metric)")
    }
    #expect(ending.json["seed"] as? Int == 20_260_101)
  }

  @Test("one coder with two values for one unit is refused with the row")
  func conflict() throws {
    let set = try AgreeSet("edge-conflicting-duplicate")
    let ending = try AgreeProgram.run(["agree", "ratings", set.table, "--categories", "a,b"])
    #expect(ending.code == 65)
    #expect(ending.err.contains("edge-conflicting-duplicate.csv:5, column \"value\""))
  }

  @Test("values outside the declared scale are listed, each once")
  func outsideTheScale() throws {
    let set = try AgreeSet("edge-literal-labels")
    let ending = try AgreeProgram.run([
      "agree", "ratings", set.table, "--categories", "01,1,0,NA,None,a", "--json",
    ])
    #expect(ending.code == 65)
    let problems = ending.json["diagnostics"] as? [[String: Any]] ?? []
    #expect(problems.compactMap { $0["found"] as? String } == ["NaN", "été", "A"])
    #expect(problems.compactMap { $0["row"] as? Int } == [10, 12, 19])
  }

  @Test("without a declared scale figures that need it say so, and the others stand")
  func undeclared() throws {
    let set = try AgreeSet("encyclopedia-2x2")
    let ending = try AgreeProgram.run(["agree", "ratings", set.table, "--json"])
    #expect(ending.code == 0)
    let ac = ending.figures.first { $0["name"] as? String == "gwetAc1" }
    #expect(ac?["status"] as? String == "undefined")
    #expect(ac?["reason"] as? String == "no scale was declared")
    let kappa = ending.figures.first { $0["name"] as? String == "cohenKappa" }
    #expect(fits(kappa?["value"] as? Double, 0.4, "value"))
  }

  @Test("a table that is not there, and one of another layout, are told apart")
  func wrongFiles() throws {
    #expect(try AgreeProgram.run(["agree", "ratings", "/nowhere.csv"]).code == 66)
    let spans = try AgreeSet("maxqda-overlap-threshold")
    let ending = try AgreeProgram.run(["agree", "ratings", spans.table])
    #expect(ending.code == 65)
    #expect(ending.err.contains("no column \"unit\", \"value\""))
  }
}
