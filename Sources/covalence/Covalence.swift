import ArgumentParser
import StudyWorkflow

/// The root command: each subcommand is one file under `Commands/`.
@main
struct Covalence: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "covalence",
    abstract: "From coded interviews and survey answers to case scores, findings and reports.",
    discussion: """
      A study is one file. Make it with 'init', bring files in with 'import', look at the figures \
      with 'score' and 'trace', and write reports with 'report'. 'demo' does all of it on the \
      studies that ship.

      Results go to standard output, talk to standard error. Exit codes: 0 done; 3 done, but a \
      stated check does not hold; 64 wrong usage; 65 bad data; 66 input missing; 74 cannot write.
      """,
    version: toolVersion,
    subcommands: [
      InitCommand.self, ImportCommand.self, ImportsCommand.self, UndoImportCommand.self,
      ScoreCommand.self, TraceCommand.self, ScalesCommand.self, MatrixCommand.self,
      AgreeCommand.self, AdjudicateCommand.self, CompareCommand.self, ConditionsCommand.self,
      ReportCommand.self,
      EditionsCommand.self,
      CheckCommand.self, FrameworkCommand.self, DemoCommand.self,
    ])

  /// Parses the arguments and runs, turning what fails into an exit code and a text or JSON.
  static func main() {
    Output.guardStreams()
    Output.guardWrites()
    Interruption.listen()
    var parsed: (any ParsableCommand)?
    do {
      var command = try parseAsRoot()
      parsed = command
      try command.run()
    } catch {
      Ending.exit(error, of: parsed)
    }
  }
}
