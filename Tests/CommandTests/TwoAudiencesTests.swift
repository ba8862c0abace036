import Foundation
import TestSupport
import Testing

@Suite("What the researcher sees and others do not, over every command with --for")
struct TwoAudiencesTests {
  /// The sample study; one of its eight cases has three interviewees and few answers.
  private static let small = "quillbrook"

  private func sample() throws -> Workplace { try MethodsReportTests.sample() }

  private func json(_ place: Workplace, _ file: String) throws -> [String: Any] {
    try #require(
      try JSONSerialization.jsonObject(with: Data(place.text(file).utf8)) as? [String: Any])
  }

  /// The case's constructs as the researcher's scores have them, a phase each.
  private func known(_ place: Workplace) throws -> [[String: Any]] {
    let scores = try place.run("score", "--case", Self.small, "--json").object
    let cases = try #require(scores["cases"] as? [[String: Any]])
    return cases.flatMap { $0["constructs"] as? [[String: Any]] ?? [] }
  }

  @Test("The small case's page has no score but the survey's, and nothing of the interviews")
  func health() throws {
    let place = try sample()
    for audience in ["convenor", "working-group"] {
      let answer = try place.run(
        "report", "health", Self.small, "--for", audience, "--format", "html,md,csv,json", "--out",
        audience)
      #expect(answer.status == 0, "\(answer.talk)")
      let name = "\(audience)/health-\(Self.small).2-maturing.\(audience)"
      let report = try json(place, "\(name).json")
      let item = try #require((report["cases"] as? [[String: Any]])?.first)
      let constructs = try #require(item["constructs"] as? [[String: Any]])
      #expect((item["hidden"] as? [String: Any])?["interviewNumbers"] as? Bool == true)
      for construct in constructs {
        let survey = construct["survey"] as? [String: Any]
        #expect(construct["score"] as? Double == survey?["score"] as? Double)
        let interview = construct["interview"] as? [String: Any] ?? [:]
        #expect(interview["score"] is NSNull && interview["speaking"] is NSNull)
        #expect(interview["grade"] == nil && construct["evidence"] == nil)
      }
      // No exact figure of the researcher's, of either stream, is in any file.
      let exact = try known(place).flatMap { construct in
        ["score", "evidence"].compactMap { construct[$0] as? Double }
      }.filter { $0 != $0.rounded() }.map { "\($0)" }.filter { $0.count > 5 }
      #expect(!exact.isEmpty)
      for format in ["html", "md", "csv", "json"] {
        let isPage = ["html", "md"].contains(format)
        let text = place.text("\(name)\(isPage ? ".full" : "").\(format)")
        #expect(!text.isEmpty)
        for number in exact { #expect(!text.contains(number), "\(number) in \(format)") }
        for word in ["triangulated", "corroborated", "interview 1", "thinly"] {
          #expect(!text.contains(word), "\(word) in \(format)")
        }
      }
    }
  }

  @Test("A comparison hides that case's cells, and no other's")
  func compare() throws {
    let place = try sample()
    let answer = try place.run("compare", "--for", "working-group", "--json").object
    let outcomes = try #require(
      (answer["outcomes"] as? [String: Any])?["cases"] as? [[String: Any]])
    // People were interviewed in every case: how often something was said would tell of lone voices.
    // In one alone nobody was, so there is nothing to hide.
    let told = outcomes.filter { !($0["outcomes"] is NSNull) }
    #expect(outcomes.count == 8 && told.map { $0["case"] as? String } == ["saltfen"])
    let rows = try #require(answer["rows"] as? [[String: Any]])
    let cells = rows.flatMap { $0["cells"] as? [[String: Any]] ?? [] }
    let words: Set = ["heard from more than one", "hidden"]
    for cell in cells {
      let presence = cell["presence"] as? String ?? ""
      #expect((cell["case"] as? String == Self.small) == words.contains(presence))
      #expect(cell["mentions"] is NSNull)
    }
    let terminal = try place.run("compare", "--for", "working-group").output
    #expect(terminal.contains("Outcomes hidden [c]") && !terminal.contains("outcomes,"))
    #expect(try place.run("compare").output.contains("All cases: "))
  }

  @Test(
    "What tells of all cases is refused to the convenor of one",
    arguments: [
      ["compare"], ["report", "compare"], ["report", "methods"],
    ])
  func convenor(command: [String]) throws {
    let place = try sample()
    let out = command.first == "report" ? ["--out", "out"] : []
    let answer = try place.run(command + ["--for", "convenor"] + out)
    #expect(answer.status == 65)
    #expect(answer.lines.first?.contains("a convenor sees no case but his or her own") == true)
    #expect(answer.output.isEmpty)
  }

  @Test("A convenor's page names no other case")
  func others() throws {
    let place = try sample()
    let answer = try place.run(
      "report", "health", Self.small, "--for", "convenor", "--format", "html,md,csv,json", "--out",
      "out")
    #expect(answer.status == 0, "\(answer.talk)")
    let scores = try place.run("score", "--json").object["cases"] as? [[String: Any]] ?? []
    let names = Set(scores.compactMap { $0["case"] as? String }).subtracting([Self.small])
    #expect(names.count == 7)
    for format in ["html", "md", "csv", "json"] {
      let isPage = ["html", "md"].contains(format)
      let text = place.text(
        "out/health-\(Self.small).2-maturing.convenor\(isPage ? ".full" : "").\(format)")
      for name in names { #expect(!text.lowercased().contains(name), "\(name) in \(format)") }
    }
  }

  @Test("Without --for the researcher gets what the others do not")
  func researcher() throws {
    let place = try sample()
    let terminal = try place.run("compare").output
    #expect(terminal.contains("Quillbrook Archive Exchange: 15 outcomes"))
    let refused = try place.run("report", "health", "nowhere", "--for", "convenor")
    #expect(refused.status == 65 && refused.lines.first?.contains("no case \"nowhere\"") == true)
  }
}
