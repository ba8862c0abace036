import Answers
import ArgumentParser
import StudyModel
import StudyWorkflow

struct FrameworkUpdateCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "update",
    abstract: "Put a newer version of the study's framework in force, and say what changes.",
    discussion: """
      Examples:
        covalence framework update --dry-run
        covalence framework update my-framework/ -s forum.covalence
      """)

  @Argument(
    help: "The folder of the newer version; otherwise the one that ships under the same id.")
  var framework: String?

  @Flag(help: "Say what would change, and change nothing.")
  var dryRun = false

  @OptionGroup var study: StudyOptions
  @OptionGroup var home: HomeOptions
  @OptionGroup var answer: AnswerOptions

  func run() throws {
    let study = try dryRun ? study.open() : study.openToChange()
    let id = try study.read { $0.framework.id }
    let newer = try home.find().framework(framework ?? id)
    for diagnostic in newer.diagnostics where !answer.json {
      DiagnosticText.say(diagnostic)
    }
    let update = try study.update(framework: newer, dryRun: dryRun, time: Clock.now)
    if answer.json {
      Output.answer(.update(update, of: id, dryRun: dryRun))
    } else {
      show(update)
    }
  }

  private func show(_ update: FrameworkUpdate) {
    if update.isSame {
      Output.say("The study has these files already, version \(update.to). Nothing was changed.")
      return
    }
    for change in update.changes {
      let id = change.id.isEmpty ? "" : " \(change.id)"
      let detail = change.detail.isEmpty ? "" : ": \(change.detail)"
      let scores = change.changesScores ? " (scores may change)" : ""
      Output.result("\(change.part.rawValue)\(id) \(change.kind.rawValue)\(detail)\(scores)")
    }
    for code in update.lostCodes {
      Output.result("code \(code) has codings and counts for no construct any more")
    }
    for item in update.lostItems {
      Output.result("item \(item) has answers and counts for no construct any more")
    }
    Output.say(
      dryRun
        ? "Only tried: version \(update.from) would become \(update.to)."
        : "Version \(update.from) became \(update.to). The earlier one stays in the study.")
  }
}
