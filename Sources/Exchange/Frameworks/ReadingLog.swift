import StudyModel

/// Collects what is wrong while a framework is read, so that one run reports everything.
///
/// Beyond the first thousand no more is collected: what is wrong everywhere is clear by then.
final class ReadingLog {
  private static let most = 1000
  /// Beyond this number no near names are looked for.
  private static let mostNames = 100

  private(set) var diagnostics: [Diagnostic] = []
  private var known: Set<Diagnostic> = []
  private var nameCount = 0

  /// Whether nothing so far stops the work.
  private(set) var isSound = true

  /// Adds an error.
  func error(
    _ code: MessageCode, at place: Diagnostic.Place, found: String? = nil,
    _ message: String, _ remedy: String
  ) {
    add(.error, code, place, found, message, remedy)
  }

  /// Adds a warning.
  func warning(
    _ code: MessageCode, at place: Diagnostic.Place, found: String? = nil,
    _ message: String, _ remedy: String
  ) {
    add(.warning, code, place, found, message, remedy)
  }

  /// Adds the error that a name is not known, with the nearest known one.
  func unknown(
    _ what: String, _ name: String, among known: [String], at place: Diagnostic.Place,
    _ otherwise: String
  ) {
    nameCount += 1
    let nearest = nameCount > Self.mostNames ? nil : NearestName.of(name, among: known)
    error(
      .frameworkUnknownName, at: place, found: name, "there is no \(what) \"\(name)\"",
      nearest.map { "Write \"\($0)\", or \(otherwise)." }
        ?? otherwise.prefix(1).uppercased() + otherwise.dropFirst() + ".")
  }

  /// The diagnostics by file, in the order of the format's files, and by line within each.
  var ordered: [Diagnostic] {
    func rank(_ diagnostic: Diagnostic) -> Int {
      let file = diagnostic.place.file ?? ""
      let known = FrameworkFiles.names.firstIndex { file == $0 || file.hasSuffix("/" + $0) }
      return known ?? FrameworkFiles.names.count
    }
    return diagnostics.enumerated().sorted { left, right in
      (rank(left.element), left.element.place.row ?? 0, left.offset)
        < (rank(right.element), right.element.place.row ?? 0, right.offset)
    }.map(\.element)
  }

  /// An alias may bring the same error in several places; it is said once.
  private func add(
    _ severity: Diagnostic.Severity, _ code: MessageCode, _ place: Diagnostic.Place,
    _ found: String?, _ message: String, _ remedy: String
  ) {
    if severity == .error { isSound = false }
    let diagnostic = Diagnostic(
      code: code, severity: severity, place: place, found: found, message: message, remedy: remedy)
    guard diagnostics.count < Self.most, known.insert(diagnostic).inserted else { return }
    diagnostics.append(diagnostic)
  }
}
