import Foundation
import TestSupport
import Testing

/// The studies that ship, through the program, held to what their papers and READMEs say of them.
@Suite("The studies that ship")
struct DemoTests {
  private static let study = "seven-cases/seven-cases.covalence"

  /// Where the demo ran, and what it answered: once for all tests.
  static let demo = Result {
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

  /// The files that the demo says it wrote of a study.
  private static func reports(_ study: [String: Any]) throws -> [String] {
    let files = try #require(study["reports"] as? [String])
    #expect(!files.isEmpty)
    return files
  }

  /// The pages that the repository shows.
  private static let examples = [
    "health-brackwater.2-maturing.convenor.full.html",
    "health-brackwater.2-maturing.convenor.brief.html", "compare.2-maturing.working-group.html",
    "methods.working-group.html",
  ].map { "sample-study/\($0)" }

  @Test("The demo builds every study, and says which files it wrote")
  func demo() throws {
    let (place, studies) = try Self.shown()
    #expect(studies.count == 3)
    let files = try studies.flatMap { try Self.reports($0) }
    #expect(files.count(where: { $0.hasSuffix(".html") }) > 20)
    for file in files { #expect(place.bytes(file)?.isEmpty == false, "\(file)") }
  }

  @Test("The examples that the repository shows are what the demo writes")
  func examples() throws {
    let (place, _) = try Self.shown()
    for page in Self.examples { try Golden.check(example: place.text("d/\(page)"), page) }
  }

  @Test("Every other file of the demo has the hash that stands in the list, on any machine and day")
  func hashes() throws {
    let (place, _) = try Self.shown()
    var lines: [String] = []
    for study in ["sample-study", "seven-cases", "three-firms"] {
      for line in place.text("d/\(study)/demo.sha256").split(separator: "\n") {
        let parts = try #require(line.range(of: "  "))
        let page = "\(study)/\(line[parts.upperBound...])"
        if !Self.examples.contains(page) { lines.append("\(line[..<parts.lowerBound])  \(page)") }
      }
    }
    #expect(lines.count > 50)
    try Golden.check(
      "# All that 'make demo' writes beside the four pages in reports/examples.\n"
        + lines.joined(separator: "\n") + "\n", "examples.sha256")
  }

  @Test(
    "What the demo published went out by the same door: asked for again, it is the same edition")
  func editions() throws {
    let (place, _) = try Self.shown()
    let study = "d/sample-study/sample-study.covalence"
    try FileManager.default.copyItem(
      atPath: place.path(study), toPath: place.path("again.covalence"))
    let asked = [["health", "tannery"], ["health", "saltfen"], ["compare"]]
    for report in asked {
      let answer = try place.run(["report"] + report + ["-s", "again.covalence", "--out", "again"])
      #expect(answer.status == 0, "\(answer.talk)")
    }
    let list = try place.run("editions", "-s", "again.covalence", "--json")
    #expect(try #require(list.object["editions"] as? [[String: Any]]).count == 10)
  }

  @Test("A demo's studies and pages lie in folders that their owner alone may enter")
  func permissions() throws {
    let (place, _) = try Self.shown()
    func mode(_ path: String) throws -> Int? {
      try FileManager.default.attributesOfItem(atPath: place.path(path))[.posixPermissions] as? Int
    }
    #expect(try mode("d") == 0o700)
    for study in ["sample-study", "seven-cases", "three-firms"] {
      #expect(try mode("d/\(study)") == 0o700)
      #expect(try mode("d/\(study)/\(study).covalence") == 0o600)
      #expect(try mode("d/\(study)/demo.sha256") == 0o600)
    }
    #expect(try mode("d/sample-study/methods.researcher.html") == 0o600)
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
      let cells = try #require(row["cells"] as? [[String: Any]])
      for cell in cells where cell["stated"] as? Bool == true {
        found[cell["case"] as? String ?? "", default: []].insert(
          String(construct.dropFirst("value.".count)))
      }
    }
    #expect(found == expected)
  }

  @Test("Simulated data say so on every page, real ones nowhere")
  func banner() throws {
    let (place, studies) = try Self.shown()
    var pages: [Bool: Int] = [:]
    for study in studies {
      let isSimulated = (study["study"] as? String)?.contains("sample-study") == true
      for file in try Self.reports(study) {
        guard file.hasSuffix(".html") || file.hasSuffix(".md") else { continue }
        #expect(place.text(file).contains("Simulated data") == isSimulated, "\(file)")
        pages[isSimulated, default: 0] += 1
      }
    }
    #expect(pages[true, default: 0] > 10 && pages[false, default: 0] > 10, "\(pages)")
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
