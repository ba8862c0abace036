import Foundation
import TestSupport
import Testing

/// The studies that ship, through the program, held to what their papers and READMEs say of them.
@Suite("The studies that ship")
struct DemoTests {
  private static let study = "seven-cases/seven-cases.covalence"

  /// Where the demo ran, and what it answered: once for all tests.
  private static let demo = Result {
    let place = try Workplace.shared()
    let answer = try place.run("demo", "d", "--json")
    #expect(answer.status == 0, "\(answer.talk)")
    return (place: place, answer: answer)
  }

  /// The demo's folder and the studies it told of.
  private static func shown() throws -> (place: Workplace, studies: [[String: Any]]) {
    let (place, answer) = try demo.get()
    return (place, try #require(answer.object["studies"] as? [[String: Any]]))
  }

  @Test("The demo builds every study, and a second run writes the same bytes")
  func demo() throws {
    let (place, studies) = try Self.shown()
    #expect(studies.count == 3)
    let files = studies.flatMap { $0["reports"] as? [String] ?? [] }
    #expect(files.count(where: { $0.hasSuffix(".html") }) > 20)
    #expect(try place.run("demo", "again").status == 0)
    for file in files {
      let again = file.replacing("d/", with: "again/", maxReplacements: 1)
      #expect(place.bytes(file) != nil && place.bytes(file) == place.bytes(again), "\(file)")
    }
  }

  @Test("The examples that the repository shows are what the demo writes")
  func examples() throws {
    let (place, _) = try Self.shown()
    let folder = Fixtures.root.appending(path: "reports/examples")
    for name in ["health-brackwater.html", "compare.html", "methods.html"] {
      let shown = FileManager.default.contents(
        atPath: folder.appending(path: "sample-study/\(name)").path)
      #expect(shown.map { [UInt8]($0) } == place.bytes("d/sample-study/\(name)"), "\(name)")
    }
  }

  @Test("Table II has 22 outcomes with 24 labels, and Table III 17 practices of the set")
  func sevenCases() throws {
    let (place, _) = try Self.shown()
    let answer = try place.run("compare", "-s", "d/\(Self.study)", "--under", "value", "--json")
    let outcomes = try #require(answer.object["outcomes"] as? [String: Any])
    #expect(outcomes["outcomes"] as? Int == 22)
    #expect(outcomes["labels"] as? Int == 24)
    let stated = try #require(answer.object["statedForSet"] as? [String])
    #expect(stated.count == 17)
    // Table II, a row a case: the labels of each line.
    let expected: [String: Set<String>] = [
      "cross-govt": ["tangible", "reputation", "relationship"],
      "govt-policy": ["tangible", "relationship", "capability.collaborating"],
      "uk-learning": [
        "tangible", "operational", "individual-capacity", "affirmation", "relationship",
      ],
      "local-govt-cop": ["operational", "affirmation", "individual-capacity"],
      "int-govt": ["operational", "capability.subject", "relationship", "affirmation"],
      "private-learning": ["affirmation", "relationship"],
      "us-learning": [
        "capability.subject", "relationship", "operational", "individual-capacity",
      ],
    ]
    var found: [String: Set<String>] = [:]
    for row in try #require(answer.object["rows"] as? [[String: Any]]) {
      let construct = try #require(row["construct"] as? String)
      for cell in row["cells"] as? [[String: Any]] ?? [] where cell["stated"] as? Bool == true {
        found[cell["case"] as? String ?? "", default: []].insert(
          String(construct.dropFirst("value.".count)))
      }
    }
    #expect(found == expected)
  }

  @Test("Simulated data say so on every page, real ones nowhere")
  func banner() throws {
    let (place, studies) = try Self.shown()
    for study in studies {
      let isSimulated = (study["study"] as? String)?.contains("sample-study") == true
      for file in study["reports"] as? [String] ?? [] {
        guard file.hasSuffix(".html") || file.hasSuffix(".md") else { continue }
        #expect(place.text(file).contains("Simulated data") == isSimulated, "\(file)")
      }
    }
  }

  @Test("No pseudonym and no coder stands in a page for others")
  func privacy() throws {
    let (place, _) = try Self.shown()
    let people = try String(
      contentsOf: Fixtures.root.appending(path: "data/sample-study/participants.csv"),
      encoding: .utf8
    ).split(separator: "\n").dropFirst().compactMap {
      $0.split(separator: ",").first.map(String.init)
    }
    #expect(people.count > 30)
    for name in try FileManager.default.contentsOfDirectory(atPath: place.path("d/sample-study"))
    where !name.contains("researcher") && !name.contains("agreement")
      && !name.hasSuffix(".covalence")
    {
      let words = Set(
        place.text("d/sample-study/\(name)").split { !$0.isLetter && !$0.isNumber && $0 != "-" }
          .map(String.init))
      #expect(words.isDisjoint(with: people), "\(name)")
      #expect(words.isDisjoint(with: ["ana", "ben"]), "\(name)")
    }
  }
}
