import ArgumentParser
import FileFormats
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

    @Flag(help: "Write every table of figures open, for browsers that print only what is open.")
    var openTables = false

    @Flag(help: "Print the page as PDF too, through an installed Chromium or WeasyPrint.")
    var pdf = false

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

    /// What marks a file for the researcher's eyes only, so that it does not pass for another.
    func suffix(_ audience: Audience) -> String {
      audience == .researcher ? "-researcher" : ""
    }

    /// What is written with, and what is written.
    func prepare(
      for eyes: Eyes, quoting: Quoting
    ) throws -> (files: ReportFiles, seen: SeenResults) {
      let files = try self.files()
      let results = try study.open().read { snapshot in
        if quoting == .nobody { try snapshot.requireComparable() }
        return try snapshot.results(
          rule: consensus, date: String(Clock.now.prefix(10)), seed: seed, quoting: quoting)
      }
      try require(results, for: eyes)
      if let caseID = eyes.caseID, !caseID.isEmpty { try results.require(case: caseID) }
      return (files, results.seen(by: eyes, order: order))
    }

    /// What is written with.
    func files() throws -> ReportFiles {
      try ReportFiles(folder: out, home: home.find(), formats: formats(), openTables: openTables)
    }

    /// Makes sure that the study has what was asked for.
    func require(_ results: StudyResults, for eyes: Eyes) throws {
      if let order { try results.require(attribute: order, for: eyes) }
      if let phase { try results.require(phase: phase) }
    }

    /// The eyes it is for, of what tells of all cases.
    func eyes(of audience: Audience, toSee what: String) throws -> Eyes {
      try study.open().eyes(of: audience, toSee: what)
    }

    /// Tells where the files are, after printing the page where that was asked for.
    func tell(_ written: [String]) throws {
      var all = written
      if pdf { all += try written.filter { $0.hasSuffix(".html") }.map(PDFPrinter.print) }
      if answer.json {
        Output.json(["ok": .bool(true), "files": .strings(all)])
      } else {
        Output.results(all)
      }
    }
  }

  struct Health: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write the collaboration health report of one case.",
      discussion: "Example: covalence report health forum --for convenor --out reports")

    @Argument(help: "The case.")
    var caseID: String

    @OptionGroup var options: Options

    func run() throws {
      let audience = options.audience ?? .convenor
      let eyes: Eyes =
        switch audience {
        case .researcher: .researcher
        case .workingGroup: .workingGroup
        case .convenor: .convenor(of: caseID)
        }
      let (files, seen) = try options.prepare(for: eyes, quoting: .oneCase(caseID))
      let input = seen.input
      do {
        let report = try HealthReport(of: caseID, phase: options.phase, from: input)
        try options.tell(files.write(report, name: "health-\(caseID)\(options.suffix(audience))"))
      } catch let refusal as HealthReport.Refusal {
        throw TaskError(refusal, input: input)
      }
    }
  }

  struct Compare: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write the comparison of all cases.",
      discussion: "Example: covalence report compare --for working-group --out reports")

    @OptionGroup var options: Options

    func run() throws {
      let audience = options.audience ?? .workingGroup
      let eyes = try options.eyes(of: audience, toSee: "The comparison")
      let (files, seen) = try options.prepare(for: eyes, quoting: .nobody)
      try options.tell(
        files.write(
          CompareReport(phase: options.phase, from: seen.input),
          name: "compare\(options.suffix(audience))"))
    }
  }
}

extension TaskError {
  fileprivate init(_ refusal: HealthReport.Refusal, input: ReportInput) {
    switch refusal {
    case .unknownCase(let id):
      let near = NearestName.of(id, among: input.cases.map(\.id))
      let known = input.cases.prefix(10).map(\.id).joined(separator: ", ")
      self.init(
        code: "CASE-001",
        text: "There is no case \"\(id)\" in the study. "
          + (near.map { "Did you mean \"\($0)\"?" }
            ?? (known.isEmpty ? "It has no cases yet." : "It has \(known).")),
        exitCode: 65)
    case .noScores(let id, let phase):
      self.init(
        code: "CASE-002",
        text:
          "Case \"\(id)\" has no scores\(phase.map { " in phase \"\($0)\"" } ?? ""). Name another phase, or leave --phase away.",
        exitCode: 65)
    }
  }
}
