import Foundation
import StudyModel
import Yams

/// The file of `--map`: our names for columns, each with the file's own.
public enum ColumnMap {
  /// Reads a map from YAML, one line a column: `our name: name in the file`.
  public static func read(_ path: String) throws -> [String: String] {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Failure.noFile(path)
    }
    let node = try? Yams.compose(yaml: String(decoding: data, as: UTF8.self))
    guard case .mapping(let mapping)? = node else { throw noMap(path) }
    var map: [String: String] = [:]
    for (key, value) in mapping {
      guard let ours = key.scalar?.string, let theirs = value.scalar?.string else {
        throw noMap(path)
      }
      map[ours] = theirs
    }
    return map
  }

  private static func noMap(_ path: String) -> DiagnosticsError {
    DiagnosticsError([
      Diagnostic(
        code: "CSV-004", severity: .error, place: .init(file: path),
        message: "this is no map of columns",
        remedy: "Write one line a column: our name, a colon, the name in the file.")
    ])
  }
}
