import Answers
import ArgumentParser
import StudyModel
import StudyWorkflow

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Write the reports of a study.",
    subcommands: [
      Health.self, Compare.self, Agreement.self, Methods.self, Tables.self,
    ])

  struct Health: AnsweringCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write the collaboration health report of a case: in full, and in brief.",
      discussion: """
        Example: covalence report health forum --for convenor --out reports
        Example: covalence report health --all --length brief --pdf
        """)

    @Argument(help: "The case.")
    var caseID: String?

    @Flag(help: "One for every case. What keeps one of them back keeps back no other.")
    var all = false

    @Option(
      help:
        "Pages of which length: brief (two sheets for a board), full, both, or members (one sheet for those who answered). JSON and CSV hold everything."
    )
    var length = LengthChoice.both

    @OptionGroup var report: ReportOptions
    @OptionGroup var phase: PhaseOption
    @OptionGroup var consensus: ConsensusOption
    @OptionGroup var files: FileOptions
    var answer: AnswerOptions { files.answer }

    func validate() throws {
      guard all != (caseID != nil) else {
        throw ValidationError("Name the case, or ask for --all of them.")
      }
    }

    func run() throws {
      if let caseID {
        try files.write(request(caseID), of: report.study)
      } else {
        let cases = try report.study.open().read { try $0.cases().map(\.id) }
        try files.write(cases.map(request), of: report.study)
      }
    }

    private func request(_ caseID: String) throws -> ReportRequest {
      var request = try report.request(.health(caseID: caseID, phase: phase.phase))
      request.rule = consensus.consensus
      request.lengths = length.lengths
      return request
    }
  }

  struct Compare: AnsweringCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write the comparison of all cases.",
      discussion: "Example: covalence report compare --for working-group --out reports")

    @OptionGroup var cases: CasesOptions
    var answer: AnswerOptions { cases.files.answer }

    func run() throws { try cases.write { .comparison(phase: $0, arranged: $1) } }
  }

  struct Agreement: AnsweringCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write how well coders agree, on which codes not, and what to talk about.",
      discussion: """
        It is for the researcher alone: beside what others are told of interviews it would tell of single ones.

        Example: covalence report agreement --for researcher --format html,md,csv,json --out reports
        """)

    @OptionGroup var report: ReportOptions

    @Option(help: "The state at the end of a day, such as 2026-03-31.")
    var asOf: String?

    @Option(help: "How many replicates an interval rests on; 0 for none; otherwise 1000.")
    var replicates: Int?

    @Option(
      help:
        "Say how many sources must be double-coded for an interval of this width; otherwise 0.2.")
    var width: Double?

    @OptionGroup var files: FileOptions
    var answer: AnswerOptions { files.answer }

    func validate() throws {
      guard let plan else { return }
      try AgreeCommand.OfStudy.check(width: plan.width, replicates: plan.replicates)
    }

    private var plan: StudyAgreement.Plan? {
      guard replicates != nil || width != nil || report.seed != nil else { return nil }
      return StudyAgreement.Plan(replicates: replicates, seed: report.seed, width: width)
    }

    func run() throws {
      try files.write(report.request(.agreement(asOf: asOf, plan: plan)), of: report.study)
    }
  }

  struct Methods: AnsweringCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write how the figures came about, for the methods section of a paper.",
      discussion: """
        Prose to take over and tables for an appendix: material, coding, agreement, decisions, survey, rules, imports, limits. The whole study, so not for the convenor of one case among several.

        Example: covalence report methods --format html,md,csv,json --out reports
        """)

    @OptionGroup var report: ReportOptions
    @OptionGroup var consensus: ConsensusOption

    @Option(
      help: "How many replicates the intervals of agreement rest on; 0 for none; otherwise 1000.")
    var replicates: Int?

    @OptionGroup var files: FileOptions
    var answer: AnswerOptions { files.answer }

    func validate() throws {
      guard let plan else { return }
      try AgreeCommand.OfStudy.check(width: plan.width, replicates: plan.replicates)
    }

    private var plan: StudyAgreement.Plan? {
      replicates.map { StudyAgreement.Plan(replicates: $0, seed: report.seed) }
    }

    func run() throws {
      var request = try report.request(.methods(plan: plan))
      request.rule = consensus.consensus
      try files.write(request, of: report.study)
    }
  }
  struct Tables: AnsweringCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write the tables of the comparison and the methods report, for a paper.",
      discussion: """
        Each has a title that says what it holds and a note under it. Ask for them with --for working-group for a paper that others read: what rests on few people is hidden then.

        Example: covalence report tables --for working-group --format docx,csv,tex --out paper
        """)

    @OptionGroup var cases: CasesOptions
    var answer: AnswerOptions { cases.files.answer }

    func run() throws { try cases.write { .tables(phase: $0, arranged: $1) } }
  }
}
