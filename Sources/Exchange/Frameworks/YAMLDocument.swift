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
