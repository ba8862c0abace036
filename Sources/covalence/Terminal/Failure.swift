import ArgumentParser
import FileFormats
import Foundation
import StudyModel
import StudyStore
import StudyWorkflow

/// Ends the program after something went wrong: a text on standard error, an object on standard
/// output under `--json`, and the exit code that says what kind of thing it was.
enum Failure {
  static func exit(_ error: any Error) -> Never {
    guard let (diagnostics, code) = described(error) else { Covalence.exit(withError: error) }
    if CommandLine.arguments.contains("--json") {
      Output.json([
        "ok": .bool(false), "diagnostics": .array(diagnostics.map { DiagnosticText.json($0) }),
      ])
    } else {
      for diagnostic in diagnostics { DiagnosticText.say(diagnostic) }
    }
    leave(code)
  }

  /// What to tell of an error of ours, and the exit code; nil for those of the argument parser.
  private static func described(_ error: any Error) -> ([Diagnostic], Int32)? {
    switch error {
    case let error as DiagnosticsError:
      return (error.diagnostics, error.diagnostics.contains { $0.code == "INPUT-001" } ? 66 : 65)
    case let error as StudyFileError:
      return ([plain("STUDY-001", error.text)], exitCode(error))
    case let error as UndoRefusal: return ([plain("IMPORT-001", error.text)], 65)
    case let error as HomeError: return ([plain("HOME-001", error.text)], 66)
    case let error as CSVError: return ([plain("FILE-001", error.description)], 74)
    case let error as XLSXError: return ([plain("FILE-001", error.text)], 74)
    case let error as TaskError: return ([plain(error.code, error.text)], error.exitCode)
    default: return otherwise(error)
    }
  }

  /// What no task foresaw; nil for what the argument parser throws.
  private static func otherwise(_ error: any Error) -> ([Diagnostic], Int32)? {
    switch error {
    case is ExitCode, is CleanExit, is ValidationError: return nil
    default:
      guard Covalence.exitCode(for: error) == .failure else { return nil }
      let text = "The work stopped: \(error). Please report this."
      return ([plain("TASK-002", text)], 70)
    }
  }

  private static func exitCode(_ error: StudyFileError) -> Int32 {
    switch error {
    case .notFound, .cannotRead: 66
    case .alreadyThere, .cannotWrite, .busy, .unfinished, .cannotMigrate, .cannotCopy,
      .diskFailed, .changed:
      74
    case .notAStudy, .newerFormat, .damaged, .refused: 65
    }
  }

  private static func plain(_ code: String, _ text: String) -> Diagnostic {
    Diagnostic(code: code, severity: .error, message: text, remedy: "")
  }

  private static func leave(_ code: Int32) -> Never { Foundation.exit(code) }
}
