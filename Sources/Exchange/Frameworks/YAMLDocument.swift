import StudyModel

/// Reads the text of a YAML file into nodes that know their places.
///
/// Scalars stay text: no scalar is guessed a number or a truth value. Cost and memory grow with the
/// length of the text and with what aliases repeat, which is counted: see `YAMLLimits`.
enum YAMLDocument {
  /// The root of a file, or nil where its syntax does not allow one; what is wrong goes to the log.
  ///
  /// `file` is the name under which it is reported.
  static func root(of text: String, file: String, log: ReadingLog) -> YAMLNode? {
    guard text.utf8.count <= YAMLLimits.bytes else {
      log.error(
        .frameworkSyntax, at: .init(file: file),
        "the file has more than \(YAMLLimits.bytes >> 20) MiB", "Take out what is not needed.")
      return nil
    }
    let events = YAMLEvents(text)
    var composer = YAMLComposer(file: file, log: log)
    do {
      return try composer.document(events)
        ?? YAMLNode(content: .nothing, place: .init(file: file, row: 1))
    } catch {
      log.error(
        .frameworkSyntax, at: .init(file: file, row: error.row), error.message, error.remedy)
      return nil
    }
  }
}

/// How much is read of a YAML file, so that a small one made for it cannot keep the machine busy.
enum YAMLLimits {
  /// The most bytes of a file.
  static let bytes = 8 << 20
  /// The most values, those that aliases repeat counted each time.
  static let nodes = 400_000
  /// How deep lists and keys may stand in one another.
  static let depth = 64
}

/// Why a text is no YAML that can be read: the line, what was found, what to do.
struct YAMLFault: Error {
  var row: Int?
  var message: String
  var remedy: String

  static func notYAML(_ problem: String, row: Int?, character: Int? = nil) -> YAMLFault {
    YAMLFault(
      row: row,
      message: "this is not YAML: \(problem)" + (character.map { " (at character \($0))" } ?? ""),
      remedy:
        "Check indentation, and quote texts that hold \": \" or \" #\" or begin with a bracket or brace."
    )
  }

  static let tooMuch = YAMLFault(
    message: "the file holds too many values, or nests them too deeply",
    remedy: "Write out what aliases repeat, in fewer and flatter parts.")
}
