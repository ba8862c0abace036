import Answers
import ArgumentParser
import Foundation
import StudyModel
import StudyWorkflow

/// A command that answers with one JSON object where it is asked to.
protocol AnsweringCommand: ParsableCommand {
  /// How the answer is given.
  var answer: AnswerOptions { get }
}

/// Ends the program after something went wrong: a text on standard error, an object on standard
/// output where that was asked for, and the exit code that says what kind of thing it was.
enum Ending {
  /// Ends after an error of a command, or of the argument parser where no command was understood.
  static func exit(_ error: any Error, of command: (any ParsableCommand)?) -> Never {
    if error is Interruption.Stopped { Interruption.end() }
    guard let failure = failure(error) else { Covalence.exit(withError: error) }
    let wantsJSON = (command as? any AnsweringCommand)?.answer.json ?? Self.asksForJSON
    guard wantsJSON || failure.kind != .usage || error is any Failing else {
      Covalence.exit(withError: error)
    }
    if wantsJSON {
      Output.answer(.failure(failure.diagnostics.map(Hint.added)))
    } else {
      for diagnostic in failure.diagnostics { DiagnosticText.say(diagnostic) }
    }
    Foundation.exit(code(of: failure.kind))
  }

  /// The exit code of a kind of failure.
  static func code(of kind: Failure.Kind) -> Int32 {
    switch kind {
    case .held: 3
    case .usage: 64
    case .data: 65
    case .missing: 66
    case .fault: 70
    case .cannotWrite, .busy: 74
    }
  }

  /// What to tell; nil for what is no failure, such as help that was asked for.
  private static func failure(_ error: any Error) -> Failure? {
    switch error {
    case is ExitCode, is CleanExit: return nil
    case is any Failing: return .of(error)
    default:
      switch Covalence.exitCode(for: error) {
      case .success: return nil
      case .failure: return .of(error)
      default:
        return Failure(
          .usage, .wrongUse, Covalence.message(for: error), remedy: "See --help of the command.")
      }
    }
  }

  /// Whether the words of the command line ask for JSON, where they are not understood as a whole:
  /// what follows `--` are no options.
  private static var asksForJSON: Bool {
    CommandLine.arguments.prefix { $0 != "--" }.contains("--json")
  }
}
