import Foundation
public import StudyModel
public import StudyWorkflow
public import TestSupport

/// A study as a second front would have it, made, filled and asked through the public doors alone.
///
/// It comes from bytes, without a process; only the study itself is a file.
/// Seven were interviewed in `north` and three in `south`, by Ana and Ben, who differ on some units;
/// eight of each answered the survey. So for other eyes there is enough in the north, and too little of
/// the interviews in the south.
public struct FrontStudy: Sendable {
  /// When everything takes place.
  public static let time = "2026-04-14T10:00:00Z"

  /// The folder that holds the study, and nothing else.
  public let place: Workplace
  /// The program's own data.
  public let home: Home
  /// The study, open.
  public let study: Study

  /// The study's path.
  public var path: String { place.path("walk.covalence") }

  /// Makes it, and opens it for a purpose that lets it be filled.
  public init(for purpose: StudyPurpose = .writing) throws {
    place = try Workplace()
    home = try Home.find(told: Fixtures.root.path)
    let made = try Study.create(
      place.path("walk.covalence"), framework: Self.framework(),
      as: StudyDescription(title: "Walks", isSimulated: true), time: Self.time)
    try made.close()
    study = try Study.open(place.path("walk.covalence"), for: purpose)
    try bring(.cases, "case,name,terrain\nnorth,North group,hills\nsouth,South group,plain\n")
    try bring(.participants, "participant,case,organization,role\n" + Self.people)
    try bring(.sources, "source,case,participant,coders,read\n" + Self.sources)
    try bring(.codings, Self.codings)
    try bring(.survey, Self.survey)
  }

  /// The small framework, or one with a change in its files.
  public static func framework(replacing old: String = "", with new: String = "") throws
    -> FrameworkInHand
  {
    let place = try Workplace()
    try place.copySmallFramework(to: "small")
    if !old.isEmpty {
      let text = place.text("small/framework.yaml")
      guard text.contains(old) else { throw Unexpected(found: ["no \"\(old)\""]) }
      try place.write("small/framework.yaml", text.replacing(old, with: new))
    }
    return try FrameworkInHand(folder: place.folder.appending(path: "small"), as: "small")
  }

  /// A table on its way in, as bytes.
  public func task(_ layout: Layout, _ text: String) -> ImportTask {
    ImportTask(layout, Array(text.utf8), name: "\(layout.rawValue).csv", time: Self.time)
  }

  /// Brings a table in, all of whose rows can stand.
  @discardableResult
  public func bring(_ layout: Layout, _ text: String) throws -> ImportReport {
    let report = try task(layout, text).run(in: study)
    guard report.ending == .imported else {
      throw Unexpected(found: report.diagnostics.map(\.text))
    }
    return report
  }

  /// What was to come in did not.
  public struct Unexpected: Error, Sendable {
    /// What was found instead.
    public var found: [String]
  }

  /// The words of what is refused; empty where nothing is.
  public func refusal(_ body: () throws -> Void) throws -> [String] {
    do {
      try body()
      return []
    } catch let error as any Failing {
      return error.failure.diagnostics.map(\.sentences)
    }
  }

  private static let numbers =
    (1...7).map { ("n\($0)", "north") } + (1...3).map { ("s\($0)", "south") }

  private static let people = numbers.map { "p\($0),\($1),\($0 < "n4" ? "Club" : "Hut"),\n" }
    .joined()

  /// Each was interviewed once, and in the north once more, of which nothing was coded: so a code can be
  /// told of that is in some sources and not in others.
  private static let sources =
    numbers.map { "\($0),\($1),p\($0),ana;ben,ana;ben\n" }.joined()
    + (1...7).map { "m\($0),north,pn\($0),ana;ben,ana;ben\n" }.joined()

  /// Both coders mark waiting everywhere; Ben alone marks the route in some, and one code is nobody's.
  private static let codings =
    "source,coder,code,start,end,weight,text\n"
    + numbers.enumerated().map { place, source in
      let id = source.0
      return
        "\(id),ana,pace.waiting,0,10,3,we wait\n\(id),ben,pace.waiting,0,10,\(1 + place % 3),we wait\n"
        + "\(id),ana,gain.fitness,20,30,2,\n\(id),ben,gain.fitness,20,30,2,\n"
        + (place % 3 == 0 ? "\(id),ben,pace.route,40,50,4,the way\n" : "")
    }.joined() + "n1,ana,own idea,60,70,,\n"

  /// Respondents of a case, not all alike.
  public static func answers(_ numbers: ClosedRange<Int>, of caseID: String = "north") -> String {
    numbers.map { number in
      "\(caseID)\(number),\(caseID),\(2 + number % 3),\(1 + number % 4),\(3 + number % 2)\n"
    }.joined()
  }

  /// The header of a table of answers.
  public static let surveyHead = "respondent,case,gain.fitness.1,gain.fitness.2,wait\n"

  private static let survey = surveyHead + answers(1...8) + answers(1...8, of: "south")
}
