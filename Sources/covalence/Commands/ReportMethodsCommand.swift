import ArgumentParser
import Reports
import StudyModel
import StudyWorkflow

extension ReportCommand {
  /// Writes the methods report.
  struct Methods: AnsweringCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write how the figures came about, for the methods section of a paper.",
      discussion: """
        Prose to take over and tables for an appendix: material, coding, agreement, decisions, survey, rules, imports, limits. The whole study, so not for the convenor of one case among several.

        Example: covalence report methods --format html,md,csv,json --out reports
        """)

    @OptionGroup var options: Options
    var answer: AnswerOptions { options.answer }

    @Option(help: "How many replicates the intervals of agreement rest on.")
    var replicates = 1000

    func run() throws {
      let audience = options.audience ?? .researcher
      _ = try options.publication(for: audience)
      let eyes = try options.eyes(of: audience, toSee: "The methods report")
      let files = try options.files(for: audience)
      let study = try options.open(for: audience)
      let methods = try study.methods(
        rule: options.consensus, date: String(Clock.now.prefix(10)),
        plan: .init(replicates: replicates, seed: options.seed), home: options.home.find())
      try options.require(methods.results, for: eyes)
      let report = MethodsReport(methods.input(for: eyes))
      try options.publish(
        PublishedReport("methods", for: audience), study, methods.results.seen(by: eyes))
      let name = ReportName.methods(for: audience)
      try options.tell(files.write(report, name: name), by: files, as: name)
    }
  }
}
