import StudyModel
import StudyWorkflow
import TestSupport
import Testing
import WorkflowSupport

/// The walk north has enough people for everything to be shown, the walk south has few.
@Suite("What others read is a function of what may be shown")
struct NonInterferenceTests {
  /// What three or four people of the south said and answered, at random.
  private struct South {
    var random: SmallGenerator
    let people: Int

    init(seed: UInt64) {
      random = SmallGenerator(state: seed)
      people = 2 + Int(seed % 3)
    }

    /// Rows of the codings, all against: for a few people who all speak for it there is one word.
    mutating func codings(of round: String) -> String {
      var rows = ""
      for person in 1...people {
        for place in 0..<random.next(in: 1...9) {
          let code = ["pace.waiting", "pace.route", "gain.fitness"][random.next(in: 0...2)]
          for coder in random.next(in: 0...2) == 0 ? ["ana"] : ["ana", "ben"] {
            rows += "s\(person)\(round),\(coder),\(code),\(place * 50),\(place * 50 + 20),"
            rows += "\(random.next(in: 1...4)),contrary,\n"
          }
        }
      }
      return rows
    }

    mutating func answers(in phase: String) -> String {
      (1...random.next(in: 1...4)).map { person in
        let values = (0..<3).map { _ in "\(random.next(in: 1...5))" }
        return "south-r\(person),south,\(["Club", "Hut", ""][random.next(in: 0...2)]),\(phase),"
          + values.joined(separator: ",") + "\n"
      }.joined()
    }
  }

  /// A study whose south is one of many, and whose north is always the same, in so many phases; in one
  /// it states none.
  private static func study(seed: UInt64, phases: Int) throws -> Study {
    let rounds = phases == 1 ? [""] : (1...phases).map { "-\($0)" }
    let walks = try Walks()
    var south = South(seed: seed)
    try walks.bring(.cases, "case,name\nnorth,North\nsouth,South\n")
    let all = (1...6).map { ("n\($0)", "north") } + (1...south.people).map { ("s\($0)", "south") }
    try walks.bring(
      .participants,
      "participant,case,organization,role\n"
        + all.map {
          "p-\($0.0),\($0.1),\($0.0) Club,\($0.0.hasSuffix("1") ? "convenor" : "participant")\n"
        }.joined())
    let sources = rounds.map { round in
      all.map { "\($0.0)\(round),\($0.1),p-\($0.0),ana;ben,ana;ben,interview,\(round)\n" }.joined()
        // Agreement is told of codes that enough sources hold and enough do not.
        + (1...6).map { "m\($0)\(round),north,p-n\($0),ana;ben,ana;ben,interview,\(round)\n" }
        .joined()
    }
    try walks.bring(
      .sources, "source,case,participant,coders,read,kind,phase\n" + sources.joined())
    var codings = "source,coder,code,start,end,weight,valence,clear\n"
    for round in rounds {
      codings += Self.northern(round) + south.codings(of: round)
    }
    try walks.bring(.codings, codings)
    let answers = rounds.enumerated().map { place, round in
      (1...12).map {
        "north-r\($0),north,Club \($0 % 7),\(round),\(1 + ($0 + place) % 5),\(1 + ($0 * 2) % 5),\(1 + ($0 * 3) % 5)\n"
      }.joined() + south.answers(in: round)
    }
    try walks.bring(
      .survey,
      "respondent,case,organization,phase,gain.fitness.1,gain.fitness.2,wait\n" + answers.joined())
    return try Study.open(walks.place.path("walks.covalence"))
  }

  /// The northern rows of the codings.
  private static func northern(_ round: String) -> String {
    var codings = ""
    for person in 1...6 {
      for (place, code) in ["pace.waiting", "gain.fitness"].enumerated() {
        for coder in ["ana", "ben"] {
          // Two against the others: they differ, which a word tells.
          let valence = person % 3 == 2 ? "contrary" : "supporting"
          codings += "n\(person)\(round),\(coder),\(code),\(place * 50),\(place * 50 + 20),"
          codings += "\(1 + person % 4),\(valence),yes\n"
        }
      }
    }
    return codings
  }

  /// All reports for some eyes, in all forms that are text, by what they are, as lines.
  ///
  /// The hash for others is made with a secret of the study's own, and is left out.
  private static func published(_ study: Study, for eyes: Eyes) throws -> [String: [Substring]] {
    try texts(study, for: eyes).mapValues {
      $0.replacing(/[0-9a-f]{64}/, with: "HASH")
        .replacing(/begins with [0-9a-f]{12}/, with: "begins with HASH")
        .split(separator: "\n")
    }
  }

  private static func texts(_ study: Study, for eyes: Eyes) throws -> [String: String] {
    let home = try CodedStudy.home()
    var subjects = (eyes.caseID.map { [$0] } ?? ["north", "south"])
      .map { (name: $0, subject: ReportSubject.health(caseID: $0)) }
    if eyes.caseID == nil {
      subjects += [("comparison", .comparison()), ("methods", .methods())]
    }
    var all: [String: String] = [:]
    for (name, subject) in subjects {
      let request = try ReportRequest(
        subject, for: eyes.audience, as: .draft, time: "2026-04-14T10:00:00Z")
      let report = try study.report(request, home: home)
      for format in [ReportFormat.md, .csv, .json] {
        for file in try report.files(format, home: home) { all[name + file.ending] = file.text }
      }
    }
    return all
  }

  @Test(
    "No report for others changes with what few people said and answered",
    arguments: [Eyes.workingGroup, .convenor(of: "north"), .convenor(of: "south")], [1, 2])
  func interference(eyes: Eyes, phases: Int) throws {
    let first = try Self.published(Self.study(seed: 1, phases: phases), for: eyes)
    // Beside the tables of levels and gaps that of changes, and of how far cases lie apart.
    let tables = (eyes.caseID == nil ? 7 : 2) + (phases == 1 ? 0 : eyes.caseID == nil ? 2 : 1)
    #expect(first.keys.count { $0.hasSuffix(".csv") } >= tables)
    let own = try Self.published(Self.study(seed: 1, phases: phases), for: .researcher)
    for seed in UInt64(2)...(phases == 1 ? 9 : 4) {
      let study = try Self.study(seed: seed, phases: phases)
      let published = try Self.published(study, for: eyes)
      // That a file is there tells something, too.
      #expect(published.keys.sorted() == first.keys.sorted(), "\(seed)")
      for (name, lines) in published {
        guard let known = first[name] else { continue }
        let other = zip(lines, known).first { $0 != $1 }
        #expect(other == nil && lines.count == known.count, "\(name), \(seed): \(other as Any)")
      }
      let others = try Self.published(study, for: .researcher)
      #expect(own["south.json"] != others["south.json"], "the south differs to the researcher")
    }
  }
}

/// Small numbers from a seed.
private struct SmallGenerator {
  var state: UInt64

  mutating func next(in range: ClosedRange<Int>) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return range.lowerBound + Int((state >> 33) % UInt64(range.count))
  }
}
