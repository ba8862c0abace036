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
}
