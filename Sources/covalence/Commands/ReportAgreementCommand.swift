import ArgumentParser
import Reports
import StudyModel
import StudyWorkflow

extension ReportCommand {
  /// Writes the agreement report.
  struct Agreement: AnsweringCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write how well coders agree, on which codes not, and what to talk about.",
      discussion: """
        Coders are named to researchers only.

        Example: covalence report agreement --for researcher --format html,md,csv,json --out reports
        """)

    @OptionGroup var options: Options
    var answer: AnswerOptions { options.answer }

    @Option(help: "The state at the end of a day, such as 2026-03-31.")
    var asOf: String?

    @Option(help: "How many replicates an interval rests on.")
    var replicates = 1000

    @Option(help: "Say how many sources must be double-coded for an interval of this width.")
    var width: Double = 0.2

    func validate() throws { try AgreeCommand.OfStudy.check(width: width, replicates: replicates) }

    func run() throws {
      let audience = options.audience ?? .researcher
      _ = try options.publication(for: audience)
      let files = try options.files(for: audience)
      let study = try options.open(for: audience)
      let day = String(Clock.now.prefix(10))
      let plan = StudyAgreement.Plan(replicates: replicates, seed: options.seed, width: width)
      let (input, seen) = try study.read { snapshot -> (AgreementInput, SeenResults?) in
        let input = try snapshot.agreementInput(for: audience, date: day, asOf: asOf, plan: plan)
        guard audience != .researcher else { return (input, nil) }
        let eyes = try snapshot.eyes(of: audience, toSee: "The agreement report")
        let results = try snapshot.results(rule: options.consensus, date: day, quoting: .nobody)
        return (input, results.seen(by: eyes))
      }
      if let seen {
        try options.publish(
          PublishedReport("agreement", for: audience, hash: input.study.hash), study, seen)
      }
      let name = ReportName.agreement(for: audience)
      try options.tell(files.write(AgreementReport(input), name: name), by: files, as: name)
    }
  }
}
