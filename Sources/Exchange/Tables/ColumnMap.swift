import StudyModel

/// A file of our names for columns, each with the file's own.
public enum ColumnMap {
  /// Reads a map from YAML, one line a column: `our name: name in the file`.
  public static func read(_ path: String) throws -> [String: String] {
    let text: String
    do throws(FrameworkFiles.Unread) { text = try FrameworkFiles.text(ofFile: path) } catch {
      if error.isMissing { throw Failure.noFile(path) }
      throw DiagnosticsError([
        Diagnostic(
          code: .noMap, severity: .error, place: .init(file: path), message: error.message,
          remedy: error.remedy)
      ])
    }
    let log = ReadingLog()
    guard let root = YAMLDocument.root(of: text, file: path, log: log), log.isSound else {
      throw DiagnosticsError(
        log.ordered.map { diagnostic in
          var diagnostic = diagnostic
          diagnostic.code = .noMap
          return diagnostic
        })
    }
    guard let entries = root.entries else { throw noMap(root.place) }
    var map: [String: String] = [:]
    for entry in entries {
      guard let theirs = entry.value.text else { throw noMap(entry.value.place) }
      map[entry.key] = theirs
    }
    guard !map.isEmpty else { throw noMap(root.place) }
    return map
  }

  private static func noMap(_ place: Diagnostic.Place) -> DiagnosticsError {
    DiagnosticsError([
      Diagnostic(
        code: .noMap, severity: .error, place: place,
        message: "this is no map of columns",
        remedy: "Write one line a column: our name, a colon, the name in the file.")
    ])
  }
}
