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

  @Option(help: "The seed of the health interval's draws.")
  var seed: UInt64 = 1

  @OptionGroup var answer: AnswerOptions

  func run() throws {
    let study = try study.open()
    let rules: Set<ConsensusRule> = sensitivity ? Set(ConsensusRule.allCases) : [consensus]
    let evidence = try study.evidence(rules: rules, changes: !sensitivity)
    try evidence.requireEvidence()
    if let caseID { try study.require(case: caseID, in: evidence) }
    if sensitivity {
      let changes = evidence.sensitivity(study.framework, scoredBy: consensus, seed: seed)
        .filter { caseID == nil || $0.caseID == caseID }
      if answer.json { Output.answer(.sensitivity(changes)) } else { ScoreText.show(changes) }
      return
    }
    let scores = (evidence.scores(study.framework, rule: consensus, seed: seed) ?? [])
      .filter { caseID == nil || $0.caseID == caseID }
    if answer.json {
      Output.answer(.scores(scores, by: consensus, of: study.framework))
    } else {
      ScoreText.show(scores, study: study, evidence: evidence)
    }
  }
}
