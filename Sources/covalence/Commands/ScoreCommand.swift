import Answers
import ArgumentParser
import StudyModel
import StudyWorkflow

struct ScoreCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "score", abstract: "Score every case.",
    discussion: """
      Examples:
        covalence score
        covalence score --consensus any --json
        covalence score --sensitivity
      """)

  @OptionGroup var study: StudyOptions

  @Option(help: "When codings of several coders stand: majority, any or unanimous.")
  var consensus: ConsensusRule = .majority

  @Flag(help: "What other consensus rules would change.")
  var sensitivity = false

  @Option(name: .customLong("case"), help: "Only this case.")
  var caseID: String?

  @Option(help: "The seed of the health interval's draws; otherwise 1.")
  var seed: UInt64?

  @OptionGroup var answer: AnswerOptions

  func validate() throws {
    guard !sensitivity || seed == nil else {
      throw ValidationError("--seed is for scores: no band that --sensitivity shows is drawn.")
    }
  }

  func run() throws {
    let rules: Set<ConsensusRule> = sensitivity ? Set(ConsensusRule.allCases) : [consensus]
    let evidence = try study.open().evidence(
      rules: rules, changes: !sensitivity, of: caseID)
    try evidence.requireEvidence()
    if sensitivity {
      let changes = evidence.sensitivity(scoredBy: consensus)
      if answer.json { Output.answer(.sensitivity(changes)) } else { ScoreText.show(changes) }
      return
    }
    guard let scored = evidence.casesScored(rule: consensus, seed: seed ?? 1) else { return }
    if answer.json {
      Output.answer(.scores(scored, by: consensus, of: evidence.framework))
    } else {
      ScoreText.show(scored, evidence: evidence)
    }
  }
}
