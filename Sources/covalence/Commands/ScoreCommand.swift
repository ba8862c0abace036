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
    if sensitivity { try runSensitivity() } else { try runScores() }
  }

  private func runSensitivity() throws {
    let evidence = try study.open().evidenceByRule(scoredBy: consensus, of: caseID)
    try evidence.own.requireEvidence()
    let changes = evidence.sensitivity()
    if answer.json { Output.answer(.sensitivity(changes)) } else { ScoreText.show(changes) }
  }

  private func runScores() throws {
    let evidence = try study.open().evidence(rule: consensus, changes: true, of: caseID)
    try evidence.requireEvidence()
    let scored = evidence.casesScored(seed: seed ?? 1)
    if answer.json {
      Output.answer(.scores(scored, by: consensus, of: evidence.framework))
    } else {
      ScoreText.show(scored, evidence: evidence)
    }
  }
}
