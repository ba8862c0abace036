import Answers
import ArgumentParser
import StudyModel
import StudyWorkflow

/// Work on disagreements: what to talk about, the sheet for it, the decisions, their log.
struct AdjudicateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "adjudicate", abstract: "Settle what coders do not agree on.",
    discussion: """
      A round, from the codings to the decisions:
        covalence adjudicate queue --limit 10
        covalence adjudicate export meeting.xlsx
        (meet, fill in, save the sheet as meeting.csv)
        covalence adjudicate import meeting.csv --by "ana and ben" --at 2026-04-14T10:00:00Z
        covalence adjudicate log

      Deciding settles a unit and never raises a figure of agreement: those are always of the \
      independent codings. Nothing is overwritten; of several decisions on a unit the last stands.
      """,
    subcommands: [
      AdjudicateQueueCommand.self, AdjudicateExportCommand.self, AdjudicateImportCommand.self,
      AdjudicateLogCommand.self,
    ])
}

/// Which disagreements are meant.
struct ReviewOptions: ParsableArguments {
  @Option(name: .customLong("case"), help: "Only this case.")
  var caseID: String?

  @Option(
    help: "Only where coders differ in this: unitizing, code, weight or valence.")
  var kind: Disagreement.Kind?

  @Option(help: "Only the first so many.")
  var limit: Int?

  @Flag(help: "Also the units that have a decision, after those that have none.")
  var all = false

  /// The request.
  var request: ReviewRequest {
    var request = ReviewRequest()
    (request.caseID, request.kind, request.limit) = (caseID, kind, limit)
    request.includesDecided = all
    return request
  }

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError("--limit is a number from 1.") }
  }
}

struct AdjudicateQueueCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "queue",
    abstract: "List what coders do not agree on, what would change a score most first.",
    discussion: """
      Each unit comes with what every coder did, the text around it, memos, what stands now under \
      majority and why, and what the score and band of its construct in its case would be if it \
      were rejected or accepted, all other units staying as they are.

      Examples:
        covalence adjudicate queue --limit 10
        covalence adjudicate queue --case forum --kind code
        covalence adjudicate queue --all --json
      """)

  @OptionGroup var review: ReviewOptions
  @OptionGroup var study: StudyOptions
  @OptionGroup var answer: AnswerOptions

  func run() throws {
    let queue = try study.open().reviewQueue(review.request)
    if answer.json { Output.answer(.queue(queue)) } else { QueueText.show(queue) }
  }
}
