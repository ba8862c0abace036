import FileFormats
import StudyModel

/// Diagnostics as the terminal shows them.
enum DiagnosticText {
  /// Tells a diagnostic, its severity in colour.
  static func say(_ diagnostic: Diagnostic) {
    let word = diagnostic.severity.rawValue
    let colour =
      switch diagnostic.severity {
      case .error: 31
      case .warning: 33
      case .note: 36
      }
    Output.say(diagnostic.text, painting: (word, colour))
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
