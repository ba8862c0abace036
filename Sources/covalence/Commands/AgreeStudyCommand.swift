import Answers
import ArgumentParser
import StudyModel
import StudyWorkflow

extension AgreeCommand {
  /// Agreement of a study.
  struct OfStudy: AnsweringCommand {
    static let configuration = CommandConfiguration(
      commandName: "study", abstract: "Agreement of a study; what 'agree' alone does.",
      discussion: """
        Examples:
          covalence agree
          covalence agree --by family --json
          covalence agree --by round
          covalence agree --by version --json
          covalence agree --unit segments --by case
        """)

    @OptionGroup var study: StudyOptions

    @Option(help: "One table: code, family, pair, case, source, round, version or confusion.")
    var by: AgreementGrouping = .code

    @Option(help: "What agreement is asked of: sources, segments or characters.")
    var unit: AgreementBasis = .sources

    @Option(help: "The state at the end of a day, such as 2026-03-31.")
    var asOf: String?

    @Option(
      help:
        "Say how many units must be double-coded for an interval of this width; otherwise 0.2.")
    var width: Double?

    @Option(help: "The seed of the intervals; otherwise 1.")
    var seed: UInt64?

    @Option(help: "How many replicates an interval rests on; 0 for none; otherwise 1000.")
    var replicates: Int?

    @OptionGroup var answer: AnswerOptions

    func validate() throws {
      let isTold = width != nil || seed != nil || replicates != nil
      guard unit == .sources || !isTold else {
        throw ValidationError(
          "--width, --seed and --replicates are for intervals, which only --unit sources has.")
      }
      try Self.check(width: plan.width, replicates: plan.replicates)
    }

    private var plan: StudyAgreement.Plan {
      StudyAgreement.Plan(basis: unit, replicates: replicates, seed: seed, width: width)
    }

    /// Refuses numbers that intervals cannot be made with.
    static func check(width: Double, replicates: Int) throws {
      guard width > 0, width < 2 else {
        throw ValidationError("--width takes a number above 0 and below 2.")
      }
      guard (0...1_000_000).contains(replicates) else {
        throw ValidationError("--replicates takes a number from 0 to 1000000.")
      }
    }

    func run() throws {
      let study = try study.open()
      let result = try study.agreement(by: by, asOf: asOf, plan: plan)
      if answer.json {
        Output.answer(.agreement(result))
      } else {
        StudyAgreementText.show(result)
      }
    }
  }
}
