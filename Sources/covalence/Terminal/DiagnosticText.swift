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
    let place = diagnostic.place
    var members: [JSONValue.Member] = [
      .init("code", .string(diagnostic.code)),
      .init("severity", .string(diagnostic.severity.rawValue)),
      .init("file", .optional(place.file)), .init("row", .optional(place.row)),
      .init("column", .optional(place.column)), .init("found", .optional(diagnostic.found)),
      .init("message", .string(diagnostic.message)), .init("remedy", .string(diagnostic.remedy)),
    ]
    if let sheet = place.sheet {
      members += [.init("sheet", .string(sheet)), .init("cell", .optional(place.cell))]
    }
    return .object(members)
  }
}
