import Foundation
import TestSupport
import Testing

/// Two studies that differ in hidden evidence alone, through every command that is for others.
///
/// Of the case `quiet` three people were interviewed and four answered, so all of it is hidden; of the
/// case `open` nothing is, but for its first phase, of which the same holds.
@Suite("What others get, number by number")
struct HiddenNumbersTests {
  /// What is hidden, in two ways that share no count and no level.
  private enum Hidden: CaseIterable {
    case few, many

    /// How often each of the three said something, with which weights, and what the four answered.
    var times: [Int] { self == .few ? [5, 3, 1] : [31, 29, 17] }
    var weights: [Int] { self == .few ? [1] : [2, 3] }
    var answers: [Int] { self == .few ? [1, 2, 1, 1] : [5, 4, 5, 3] }
  }

  private static let phases = ["1 founding", "2 widening"]
  private static let codes = ["pace.waiting", "pace.route", "gain.fitness"]
  private static let items = ["gain.fitness.1", "gain.fitness.2", "gain.fitness.desired", "wait"]

  /// The places whose evidence is hidden, and the others.
  private static let hiddenPlaces = [("quiet", 0), ("quiet", 1), ("open", 0)]

  /// Makes the study with the one or the other.
  private static func study(_ hidden: Hidden) throws -> Workplace {
    let place = try Workplace()
    var people = "participant,case,organization,role\n"
    var sources = "source,case,participant,phase,coders,read,kind\n"
    var codings = "source,coder,code,start,end,weight,valence,clear\n"
    var survey = "respondent,case,organization,phase,\(items.joined(separator: ","))\n"
    for (caseID, count) in [("quiet", 3), ("open", 7)] {
      for person in 1...count {
        people += "\(caseID)-p\(person),\(caseID),\(caseID) Org \(person),"
        people += person == 1 ? "convenor\n" : "participant\n"
      }
      for (number, phase) in phases.enumerated() {
        let isHidden = hiddenPlaces.contains { $0 == (caseID, number) }
        for person in 1...(isHidden ? 3 : count) {
          let source = "\(caseID)-s\(person)-\(number)"
          sources += "\(source),\(caseID),\(caseID)-p\(person),\(phase),ana;ben,ana;ben,interview\n"
          let times = isHidden ? hidden.times[person - 1] : 2 + person
          for time in 0..<times {
            let weight = isHidden ? hidden.weights[time % hidden.weights.count] : 1 + person % 3
            let valence = isHidden ? "contrary" : person == 2 ? "contrary" : "supporting"
            // They do not always agree, in either.
            let code = codes[time % codes.count]
            for coder in time % 4 == 3 ? ["ana"] : ["ana", "ben"] {
              let start = time * 100
              codings += "\(source),\(coder),\(code),\(start),\(start + 40),"
              codings += "\(weight),\(valence),\(isHidden ? "" : "yes")\n"
            }
          }
        }
        for person in 1...(isHidden ? 4 : 12) {
          let own = isHidden ? hidden.answers[person - 1] : 1 + (person * 3 + number) % 5
          let answers = items.indices.map { "\(1 + (own - 1 + (isHidden ? 0 : $0)) % 5)" }
          survey += "\(caseID)-r\(person)-\(number),\(caseID),\(caseID) Org \(1 + person % 7),"
          survey += "\(phase),\(answers.joined(separator: ","))\n"
        }
      }
    }
    try place.run("init", "s.covalence", "--framework", Workplace.small, "--title", "T")
    let tables = [
      ("cases", "case,name\nquiet,Quiet Circle\nopen,Open Forum\n"),
      ("phases", "phase,order\n" + phases.enumerated().map { "\($1),\($0 + 1)\n" }.joined()),
      ("participants", people), ("sources", sources), ("codings", codings), ("survey", survey),
    ]
    for (kind, text) in tables {
      try place.write("\(kind).csv", text)
      let answer = try place.run("import", kind, "\(kind).csv")
      #expect(answer.status == 0, "\(kind): \(answer.talk)")
    }
    return place
  }

  /// The commands that are for others, by their words; each is walked below.
  private static let walked: Set<[String]> = [
    ["compare"], ["conditions"], ["report", "health"], ["report", "compare"],
    ["report", "methods"],
    ["report", "agreement"], ["report", "tables"],
  ]

  /// All that others get, by what it is: every command, audience, phase and format.
  private static func published(_ place: Workplace) throws -> [String: String] {
    var all: [String: String] = [:]
    func report(_ words: [String], _ audience: String) throws {
      let name = (words + [audience]).joined(separator: " ")
      let folder = "out/\(name)"
      let answer = try place.run(
        ["report"] + words + [
          "--for", audience, "--format", "html,md,csv,json,tex", "--out", folder,
        ])
      all["\(name): exit"] = "\(answer.status)"
      // What stands in the way names no number of hidden evidence either.
      if answer.status != 0 { all["\(name): talk"] = answer.talk }
      let names =
        answer.status == 0
        ? try FileManager.default.contentsOfDirectory(
          atPath: place.path(folder)) : []
      for file in names.sorted() { all["\(name): \(file)"] = place.text("\(folder)/\(file)") }
    }
    for audience in ["convenor", "working-group"] {
      for caseID in ["quiet", "open"] {
        for phase in phases { try report(["health", caseID, "--phase", phase], audience) }
      }
      for phase in phases {
        try report(["compare", "--phase", phase], audience)
        try report(["tables", "--phase", phase], audience)
      }
      try report(["methods", "--replicates", "50"], audience)
      try report(["agreement", "--replicates", "50"], audience)
      for more in [[], ["--json"], ["--under", "gain"]] {
        let answer = try place.run(["compare", "--for", audience] + more)
        all["compare \(audience) \(more)"] = answer.output + answer.talk
      }
      for more in [[], ["--json"]] {
        let answer = try place.run(["conditions", "pace.waiting", "--for", audience] + more)
        all["conditions \(audience) \(more)"] = answer.output + answer.talk
      }
    }
    return all.mapValues(unkeyed)
  }

  /// A text without the hashes that are made with a secret of each study.
  private static func unkeyed(_ text: String) -> String {
    text.replacing(/[0-9a-f]{64}/, with: "HASH")
      .replacing(/begins with [0-9a-f]{12}/, with: "begins with HASH")
  }

  /// All that the researcher gets of it.
  private static func known(_ place: Workplace) throws -> String {
    var text = ""
    for command in [
      ["score", "--json"], ["compare", "--json"], ["compare"],
      ["conditions", "pace.waiting", "--json"],
      ["agree", "--json", "--replicates", "50"],
      ["scales", "--json"], ["matrix", "codes", "cases", "--json"],
    ] {
      let answer = try place.run(command)
      #expect(answer.status == 0, "\(command): \(answer.talk)")
      text += answer.output
    }
    for words in [
      ["health", "quiet"], ["health", "open"], ["compare"], ["methods"], ["agreement"], ["tables"],
    ] {
      let answer = try place.run(
        ["report"] + words + ["--for", "researcher", "--format", "csv,json", "--out", "own"])
      #expect(answer.status == 0, "\(words): \(answer.talk)")
    }
    for file in try FileManager.default.contentsOfDirectory(atPath: place.path("own")).sorted() {
      text += place.text("own/\(file)")
    }
    return text
  }

  /// The numbers in a text, as they stand there; those of drawings and style with them.
  private static func numbers(_ text: String) -> Set<String> {
    Set(text.matches(of: /\d+(\.\d+)?/).map { String($0.0) })
  }

  private static let made = Result {
    try Hidden.allCases.map { hidden in
      let place = try study(hidden)
      return (published: try published(place), known: numbers(unkeyed(try known(place))))
    }
  }

  @Test("Nothing changes for others where only hidden evidence changes, in any command and format")
  func interference() throws {
    let made = try Self.made.get()
    let (one, other) = (made[0].published, made[1].published)
    #expect(one.keys.sorted() == other.keys.sorted())
    #expect(one.count { $0.key.hasSuffix(".html") } >= 8)
    for (name, text) in one.sorted(by: { $0.key < $1.key }) where text != other[name] {
      let lines = zip(text.split(separator: "\n"), (other[name] ?? "").split(separator: "\n"))
      let first = lines.first { $0 != $1 }
      Issue.record("\(name): \(first.map { "\($0.0.prefix(300)) | \($0.1.prefix(300))" } ?? "")")
    }
  }

  @Test("No number that rests on hidden evidence stands in anything that others get")
  func numbers() throws {
    let made = try Self.made.get()
    for (own, other) in [(made[0], made[1]), (made[1], made[0])] {
      // Those that the researcher sees in this study and not in the other rest on what differs.
      let hidden = own.known.subtracting(other.known)
      #expect(hidden.count > 20)
      for (name, text) in own.published {
        let innocent = Self.numbers(other.published[name] ?? "")
        let told = hidden.intersection(Self.numbers(text)).subtracting(innocent)
        #expect(told.isEmpty, "\(name): \(told.sorted().prefix(10))")
      }
    }
  }

  @Test("Every command that can be for others is walked here")
  func commands() throws {
    let helps = try Program.helps()
    #expect(helps.count > 20)
    let forOthers = helps.filter { $0.value.options.contains("--for") }.keys
    #expect(Set(forOthers) == Self.walked)
  }
}
