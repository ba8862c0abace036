import StudyModel

/// What can be wrong with a framework's files; each has a stable code.
enum FrameworkFault: String {
  /// The file is no YAML.
  case syntax = "FRAMEWORK-001"
  /// A key stands twice.
  case keyTwice = "FRAMEWORK-002"
  /// A key is not part of the format.
  case unknownKey = "FRAMEWORK-003"
  /// A required key is missing.
  case missingKey = "FRAMEWORK-004"
  /// A list stands where a text is wanted, and the like.
  case wrongType = "FRAMEWORK-005"
  /// A file is missing, or is none of a framework.
  case file = "FRAMEWORK-006"
  /// The folder has another name than the framework.
  case folderName = "FRAMEWORK-007"
  /// An id, a version or a key of a reference does not have its form.
  case malformed = "FRAMEWORK-008"
  /// An id stands twice.
  case idTwice = "FRAMEWORK-009"
  /// Something is named that does not exist.
  case unknownName = "FRAMEWORK-010"
  /// A number is out of its range.
  case outOfRange = "FRAMEWORK-011"
  /// A construct stands under another parent than its id says.
  case wrongParent = "FRAMEWORK-012"
  /// A questionnaire's item does not fit its construct.
  case item = "FRAMEWORK-013"
  /// A condition does not have a form of the format.
  case condition = "FRAMEWORK-014"
  /// A text's slots cannot be filled.
  case text = "FRAMEWORK-015"
  /// Things that belong together are not equally many.
  case count = "FRAMEWORK-016"
  /// Something is never used.
  case unused = "FRAMEWORK-017"
  /// A part of the model is asked for what it does not have.
  case unfit = "FRAMEWORK-018"
}

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
    _ fault: FrameworkFault, at place: Diagnostic.Place, found: String? = nil,
    _ message: String, _ remedy: String
  ) {
    add(
      Diagnostic(
        code: fault.rawValue, severity: .error, place: place, found: found, message: message,
        remedy: remedy))
  }

  /// Adds a warning.
  func warning(
    _ fault: FrameworkFault, at place: Diagnostic.Place, found: String? = nil,
    _ message: String, _ remedy: String
  ) {
    add(
      Diagnostic(
        code: fault.rawValue, severity: .warning, place: place, found: found, message: message,
        remedy: remedy))
  }

  /// Adds the error that a name is not known, with the nearest known one.
  func unknown(
    _ what: String, _ name: String, among known: [String], at place: Diagnostic.Place,
    _ otherwise: String
  ) {
    nameCount += 1
    let nearest = nameCount > Self.mostNames ? nil : NearestName.of(name, among: known)
    error(
      .unknownName, at: place, found: name, "there is no \(what) \"\(name)\"",
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
  private func add(_ diagnostic: Diagnostic) {
    if diagnostic.severity == .error { isSound = false }
    guard diagnostics.count < Self.most, known.insert(diagnostic).inserted else { return }
    diagnostics.append(diagnostic)
  }
}
