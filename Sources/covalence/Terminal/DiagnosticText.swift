import StudyModel

/// Diagnostics as the terminal shows them.
enum DiagnosticText {
  /// Tells a diagnostic with how its remedy is done, its severity in colour.
  static func say(_ told: Diagnostic) {
    let diagnostic = Hint.added(to: told)
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
