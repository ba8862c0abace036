import Foundation
import TestSupport
import Testing

@Suite("Phases through the command line")
struct PhaseCommandTests {
  private func answered() throws -> Workplace {
    let place = try Workplace.withStudy()
    let answers: [(String, String, [Int])] = [
      ("north", "1 before", [2, 2, 3, 2, 3]), ("north", "2 after", [4, 4, 4, 4, 4]),
      ("south", "1 before", [2, 3, 3, 2, 3]), ("south", "2 after", [1, 1, 1, 1, 1]),
    ]
    var rows = "respondent,case,organization,phase,wait\n"
    for (name, phase, values) in answers {
      for (place, value) in values.enumerated() {
        // Three of the north kept their tokens, and nobody of the south.
        let stayed = name == "north" && place < 3
        let token = stayed ? "n\(place)" : "\(name.prefix(1))\(phase.prefix(1))\(place)"
        rows += "\(token),\(name),Club,\(phase),\(value)\n"
      }
    }
    rows += "n9,north,Club,,5\n"
    let answer = try place.bring("survey", rows)
    #expect(answer.status == 0, "\(answer.talk)")
    return place
  }

  private func changes(_ cases: [[String: Any]], _ name: String) throws -> [String: Any] {
    let later = try #require(
      cases.first { $0["case"] as? String == name && $0["phase"] as? String == "2 after" })
    let change = try #require(later["change"] as? [String: Any])
    #expect(change["since"] as? String == "1 before")
    let rows = try #require(change["constructs"] as? [[String: Any]])
    return try #require(
      rows.first { $0["id"] as? String == "pace.waiting" }?["survey"] as? [String: Any])
  }

  @Test("Scores say what changed since the phase before, and who was compared")
  func score() throws {
    let place = try answered()
    let answer = try place.run("score", "--json")
    let cases = try #require(answer.object["cases"] as? [[String: Any]])
    // Differences of 2, 2 and 1 points of 1 to 5.
    let north = try changes(cases, "north")
    #expect(abs((north["change"] as? Double ?? 0) - 125.0 / 3) < 1e-9)
    #expect(north["pairing"] as? String == "respondents" && north["n"] as? Int == 3)
    #expect(north["clear"] as? Bool == true)
    let south = try changes(cases, "south")
    #expect(south["pairing"] as? String == "not paired" && south["n"] as? Int == 0)
    #expect(south["interval"] is NSNull)
    // Neither the first phase nor what belongs to none has one before it.
    for other in cases where other["phase"] as? String != "2 after" {
      #expect(other["change"] is NSNull)
    }
    let text = try place.run("score", "--case", "north").output
    #expect(text.contains("Change since 1 before:"))
    #expect(text.contains("+42"))
    #expect(text.contains("3 respondents"))
  }

  @Test("The comparison says that cases drew apart")
  func compare() throws {
    let place = try answered()
    let answer = try place.run("compare", "--json")
    let rows = try #require(answer.object["dispersion"] as? [[String: Any]])
    let waiting = try #require(rows.first { $0["construct"] as? String == "pace.waiting" })
    #expect(waiting["stream"] as? String == "survey")
    #expect(waiting["reading"] as? String == "drew apart")
    let phases = try #require(waiting["phases"] as? [[String: Any]])
    #expect(phases.map { $0["phase"] as? String } == ["1 before", "2 after"])
    #expect(phases.map { $0["cases"] as? [String] } == [["north", "south"], ["north", "south"]])
    // 35 and 40, then 75 and 0.
    #expect(abs((phases[0]["range"] as? Double ?? 0) - 5) < 1e-9)
    #expect(abs((phases[1]["sd"] as? Double ?? 0) - 75 / 2.0.squareRoot()) < 1e-9)
    let text = try place.run("compare").output
    #expect(text.contains("How far the cases lie apart:") && text.contains("drew apart"))
  }

  @Test("For other eyes too few pairs are not told of, and files come with the reports")
  func reports() throws {
    let place = try answered()
    let answer = try place.run(
      "report", "health", "north", "--phase", "2 after", "--for", "convenor", "--format", "csv",
      "--out", "out")
    #expect(answer.status == 0, "\(answer.talk)")
    let hidden = place.text("out/health-north.2-after.convenor.changes.csv")
    #expect(!hidden.isEmpty && !hidden.contains("respondents"))
    try place.run(
      "report", "health", "north", "--phase", "2 after", "--for", "researcher", "--format",
      "csv", "--out", "mine")
    #expect(
      place.text("mine/health-north.2-after.researcher.changes.csv").contains(
        ",yes,rose,respondents,3,,"))
    try place.run("report", "compare", "--for", "researcher", "--format", "csv", "--out", "mine")
    #expect(place.text("mine/compare.2-after.researcher.dispersion.csv").contains("drew apart"))
  }
}
