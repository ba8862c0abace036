import Exchange
import StudyModel

/// What is to be told of an import: each mistake once, with the number of rows that have it.
///
/// However many rows are wrong, memory is bounded: after a thousand different messages the rest are
/// counted.
struct MessageLedger {
  /// Different messages beyond this number are counted and not kept.
  static let most = 1000

  /// What makes two messages the same.
  private struct Key: Hashable {
    var code: MessageCode
    var severity: Diagnostic.Severity
    var column: String?
    var message: String
    var remedy: String

    init(_ diagnostic: Diagnostic) {
      (code, severity) = (diagnostic.code, diagnostic.severity)
      column = diagnostic.place.column
      (message, remedy) = (diagnostic.message, diagnostic.remedy)
    }
  }

  private let isStrict: Bool
  private var first: [Diagnostic] = []
  private var further: [Int] = []
  private var places: [Key: Int] = [:]
  private var dropped = 0
  /// Whether anything was warned of.
  private(set) var hasWarnings = false
  /// Whether anything is an error, warnings included under `strict`.
  private(set) var hasErrors = false

  init(isStrict: Bool) { self.isStrict = isStrict }

  /// Takes in a problem, whose place its reader completes; under `strict` a warning is an error.
  mutating func add(_ problem: Diagnostic, by reader: any IncomingReader) {
    var problem = problem
    if problem.severity == .warning {
      hasWarnings = true
      if isStrict { problem.severity = .error }
    }
    if problem.severity == .error { hasErrors = true }
    let key = Key(problem)
    if let place = places[key] {
      further[place] += 1
    } else if first.count < Self.most {
      places[key] = first.count
      first.append(reader.located(problem))
      further.append(0)
    } else {
      dropped += 1
    }
  }

  /// The messages so far, in the order in which they first came.
  var diagnostics: [Diagnostic] {
    zip(first, further).map { diagnostic, more in
      guard more > 0 else { return diagnostic }
      var counted = diagnostic
      counted.message += " (and \(Words.count(more, "more row")))"
      return counted
    }
  }

  /// The messages, and how many are not shown.
  func told(in file: String) -> [Diagnostic] {
    guard dropped > 0 else { return diagnostics }
    return diagnostics + [
      Diagnostic(
        code: .moreMessages, severity: .note, place: .init(file: file),
        message: "\(dropped) more messages are not shown", remedy: "Mend what is shown first.")
    ]
  }
}
