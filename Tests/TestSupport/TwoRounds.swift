import Foundation

/// A study with two rounds of coding: the codebook is mended between them, 18 of 24 sources are coded
/// anew and 12 are new. Ana codes by the rule below; Ben differs from her, often at first, and on one
/// code also later.
extension Workplace {
  /// The day of each step.
  public static let roundDays = [
    "init": "2026-02-01", "first": "2026-02-02", "decisions": "2026-02-10",
    "update": "2026-02-20", "second": "2026-03-02",
  ]

  /// The codes of the study.
  public static let roundCodes = ["gain.fitness", "pace.waiting", "pace.route"]

  /// A study up to a step of ``roundDays``, that step included.
  public static func withRounds(upTo last: String = "second") throws -> Workplace {
    let place = try Workplace()
    for step in ["init", "first", "decisions", "update", "second"] {
      try place.take(step)
      if step == last { break }
    }
    return place
  }

  /// Runs the program at noon of a step's day.
  @discardableResult
  public func on(_ step: String, _ arguments: String...) throws -> Answer {
    try run(
      arguments, environment: ["COVALENCE_NOW": "\(Self.roundDays[step] ?? "")T12:00:00Z"])
  }

  private func take(_ step: String) throws {
    switch step {
    case "init":
      try copySmallFramework(to: "small")
      try on(step, "init", "walk.covalence", "--framework", "small", "--title", "Two rounds")
      try write("cases.csv", "case,name\nnorth,North group\n")
      try write("sources.csv", Self.sources(1...24))
      for kind in ["cases", "sources"] { try on(step, "import", kind, "\(kind).csv") }
    case "first":
      for coder in ["ana", "ben"] {
        try write("first-\(coder).csv", Self.codings(coder, 1...24) { $0 * ($1 + 1) % 5 < 2 })
        try on(step, "import", "codings", "first-\(coder).csv", "--round", "first")
      }
    case "decisions":
      try write(
        "decisions.csv",
        "source,start,end,code,decision,by,at,reason\n"
          + "s1,100,110,pace.waiting,accept,ana,2026-02-10,as the codebook has it\n"
          + "s3,0,10,gain.fitness,reject,ben,2026-02-10,too little said\n")
      try on(step, "import", "adjudications", "decisions.csv")
    case "update":
      try write(
        "small/framework.yaml",
        text("small/framework.yaml").replacing("version: 1.10.0", with: "version: 1.11.0")
          .replacing(
            "definition: The first wait for the last.",
            with:
              "definition: Those in front stop until the last has come., inclusion: [At a gate]"
          )
          .replacing("exclusion: Losing weight (no code)", with: "exclusion: Losing weight"))
      try on(step, "framework", "update", "small")
    default:
      try write("more.csv", Self.sources(25...36))
      try on(step, "import", "sources", "more.csv")
      for coder in ["ana", "ben"] {
        try write(
          "second-\(coder).csv",
          Self.codings(coder, Array(1...18) + Array(25...36)) {
            $1 == 0 ? $0 % 3 == 0 : ($0 + $1) % 11 == 0
          })
        try on(
          step, "import", "codings", "second-\(coder).csv", "--round", "after training", "--prune")
      }
    }
  }

  private static func sources(_ numbers: ClosedRange<Int>) -> String {
    "source,case,participant,coders,read,kind\n"
      + numbers.map { "s\($0),north,,ana;ben,ana;ben,document\n" }.joined()
  }

  /// A coder's codings: half of all sources and codes; Ben differs where `differs` says so.
  private static func codings(
    _ coder: String, _ numbers: some Sequence<Int>, differs: (_ source: Int, _ code: Int) -> Bool
  ) -> String {
    var text = "source,coder,code,start,end\n"
    for source in numbers {
      for (place, code) in roundCodes.enumerated() {
        let isThere = (source * 3 + place * 5) % 4 < 2
        guard isThere != (coder == "ben" && differs(source, place)) else { continue }
        text += "s\(source),\(coder),\(code),\(place * 100),\(place * 100 + 10)\n"
      }
    }
    return text
  }
}
