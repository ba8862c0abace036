import FileFormats
import StudyModel

/// Diagnostics as the terminal and `--json` show them.
enum DiagnosticText {
  static func line(_ diagnostic: Diagnostic) -> String {
    guard diagnostic.place != Diagnostic.Place() || !diagnostic.remedy.isEmpty else {
      return paint(diagnostic.severity) + ": " + diagnostic.message
    }
    let text = diagnostic.text
    return text.replacing(
      "\(diagnostic.severity.rawValue):", with: paint(diagnostic.severity) + ":",
      maxReplacements: 1)
  }

  private static func paint(_ severity: Diagnostic.Severity) -> String {
    guard Output.hasColour(2) else { return severity.rawValue }
    let colour =
      switch severity {
      case .error: "31"
      case .warning: "33"
      case .note: "36"
      }
    return "\u{1B}[\(colour)m\(severity.rawValue)\u{1B}[0m"
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
