import FileFormats
import StudyModel

/// Diagnostics as the terminal and `--json` show them.
enum DiagnosticText {
  /// Tells a diagnostic, its severity in colour.
  static func say(_ diagnostic: Diagnostic) {
    let hasPlace = diagnostic.place != Diagnostic.Place() || !diagnostic.remedy.isEmpty
    let word = diagnostic.severity.rawValue
    let colour =
      switch diagnostic.severity {
      case .error: 31
      case .warning: 33
      case .note: 36
      }
    Output.say(
      hasPlace ? diagnostic.text : "\(word): \(diagnostic.message)", painting: (word, colour))
  }

  static func json(_ diagnostic: Diagnostic) -> JSONValue {
    [
      "code": .string(diagnostic.code), "severity": .string(diagnostic.severity.rawValue),
      "file": .optional(diagnostic.place.file), "row": .optional(diagnostic.place.row),
      "column": .optional(diagnostic.place.column), "found": .optional(diagnostic.found),
      "message": .string(diagnostic.message), "remedy": .string(diagnostic.remedy),
    ]
  }
}
