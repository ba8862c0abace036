import Answers
import ArgumentParser
import Reports
import StudyModel
import StudyWorkflow

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Write the reports of a study.",
    subcommands: [Health.self, Compare.self, Agreement.self, Methods.self])

  struct Options: ParsableArguments {
    @OptionGroup var study: StudyOptions

    @Option(
      name: .customLong("for"),
      help:
        "Whose eyes it is for: researcher, convenor or working-group; otherwise those the report is made for. What is hidden depends on it."
    )
    var audience: Audience?

    @Option(help: "Formats, with commas between: html, md, csv, json.")
    var format = "html"

    @Option(help: "The folder to write into.")
    var out = "reports"

    @Option(
      help: "The phase; otherwise the last one. 'no phase stated' is the evidence without one.")
    var phase: String?

    @Option(help: "The attribute by which cases are ordered.")
    var order: String?

    @Option(help: "When codings of several coders stand: majority, any or unanimous.")
    var consensus: ConsensusRule = .majority

    @Option(help: "The seed of the health interval's draws.")
    var seed: UInt64 = 1

    @Flag(
      help:
        "Write a draft: marked on every sheet, and no edition is kept. For looking, not for giving."
    )
    var draft = false

    @Option(
      help:
        "Publish although only a few people came or went since an edition, for a reason that is kept."
    )
    var republish: String?

    @Flag(help: "Write every table of figures open, for browsers that print only what is open.")
    var openTables = false

    @Flag(help: "Print the page as PDF too, through an installed Chromium or WeasyPrint.")
    var pdf = false

    @Flag(help: "Replace files of the reports' names that are no reports.")
    var force = false

    @OptionGroup var home: HomeOptions
    @OptionGroup var answer: AnswerOptions

    func formats() throws -> Set<ReportFormat> {
      var formats: Set<ReportFormat> = pdf ? [.html] : []
      for name in format.split(separator: ",") {
        guard let known = ReportFormat(rawValue: String(name)) else {
          throw ValidationError("'\(name)' is no format: write html, md, csv or json.")
        }
        formats.insert(known)
      }
      guard !format.allSatisfy({ $0 == "," }) else {
        throw ValidationError("--format names no format: write html, md, csv or json.")
      }
      return formats
    }

    /// As what a report for others goes out.
    func publication(for audience: Audience) throws -> Publication {
      if draft {
        guard republish == nil else {
          throw ValidationError("A draft is not published: write --draft or --republish.")
        }
        return .draft
      }
      guard let republish else { return .edition }
      guard audience != .researcher else {
        throw ValidationError("--republish is for others than the researcher; say whom with --for.")
      }
      guard republish.contains(where: { !$0.isWhitespace }) else {
        throw ValidationError("--republish takes the reason, which is kept with the edition.")
      }
      return .republished(republish)
    }

    /// What is written with, and what is written.
    func prepare(
      for eyes: Eyes, quoting: Quoting
    ) throws -> (study: Study, files: ReportFiles, seen: SeenResults) {
      _ = try publication(for: eyes.audience)
      let files = try self.files(for: eyes.audience)
      let study = try open(for: eyes.audience)
      let results = try study.read { snapshot in
        if quoting == .nobody { try snapshot.requireComparable() }
        return try snapshot.results(
          rule: consensus, date: String(Clock.now.prefix(10)), seed: seed, quoting: quoting)
      }
      try require(results, for: eyes)
      if let caseID = eyes.caseID, !caseID.isEmpty { try results.require(case: caseID) }
      return (study, files, results.seen(by: eyes, order: order))
    }

    /// Opens the study, to change it where the report is kept as an edition.
    func open(for audience: Audience) throws -> Study {
      guard audience != .researcher, !draft else { return try study.open() }
      do { return try study.openToChange() } catch { throw Study.notKept(error) }
    }

    /// What is written with.
    func files(for audience: Audience) throws -> ReportFiles {
      try ReportFiles(
        folder: out, home: home.find(), for: audience, formats: formats(), openTables: openTables,
        replacesAll: force, isDraft: draft)
    }

    /// Keeps the edition of a report for others, before its files are written.
    func publish(
      _ report: PublishedReport, _ study: Study, _ seen: SeenResults
    ) throws {
      try study.publish(
        report, seen, as: publication(for: report.audience), time: Clock.now)
    }

    /// Makes sure that the study has what was asked for.
    func require(_ results: StudyResults, for eyes: Eyes) throws {
      if let order { try results.require(attribute: order, for: eyes) }
      if let phase { try results.require(phase: phase) }
    }

    /// The eyes of an audience; see ``StudySnapshot/eyes(of:toSee:)``.
    func eyes(of audience: Audience, toSee what: String) throws -> Eyes {
      try study.open().eyes(of: audience, toSee: what)
    }

    /// Tells where the files are, after printing the page where that was asked for.
    func tell(_ written: [String], by files: ReportFiles, as name: ReportName) throws {
      var all = written
      if pdf {
        all += try written.filter { $0.hasSuffix(".html") }.map { try files.print($0, as: name) }
      }
      if answer.json {
        Output.answer(.files(all))
      } else {
        Output.results(all)
      }
    }
  }

  struct Health: AnsweringCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write the collaboration health report of one case.",
      discussion: "Example: covalence report health forum --for convenor --out reports")

    @Argument(help: "The case.")
    var caseID: String

    @OptionGroup var options: Options
    var answer: AnswerOptions { options.answer }

    func run() throws {
      let audience = options.audience ?? .convenor
      let eyes: Eyes =
        switch audience {
        case .researcher: .researcher
        case .workingGroup: .workingGroup
        case .convenor: .convenor(of: caseID)
        }
      let (study, files, seen) = try options.prepare(for: eyes, quoting: .oneCase(caseID))
      let input = seen.input
      do {
        let report = try HealthReport(of: caseID, phase: options.phase, from: input)
        try options.publish(
          PublishedReport("health", for: audience, caseID: caseID, phase: options.phase), study,
          seen)
        let name = ReportName.health(caseID, for: audience)
        try options.tell(files.write(report, name: name), by: files, as: name)
      } catch let refusal as HealthReport.Refusal {
        throw Failure(refusal, cases: input.cases.map(\.id))
      }
    }
  }

  struct Compare: AnsweringCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write the comparison of all cases.",
      discussion: "Example: covalence report compare --for working-group --out reports")

    @OptionGroup var options: Options
    var answer: AnswerOptions { options.answer }

    func run() throws {
      let audience = options.audience ?? .workingGroup
      let eyes = try options.eyes(of: audience, toSee: "The comparison")
      let (study, files, seen) = try options.prepare(for: eyes, quoting: .nobody)
      try options.publish(
        PublishedReport("compare", for: audience, phase: options.phase), study, seen)
      let name = ReportName.compare(for: audience)
      let report = CompareReport(phase: options.phase, from: seen.input)
      try options.tell(files.write(report, name: name), by: files, as: name)
    }
  }
}
