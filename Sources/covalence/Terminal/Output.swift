import FileFormats
import Foundation

/// Where words go: results to standard output, talk to standard error.
enum Output {
  /// A line of the result.
  static func result(_ line: String = "") {
    FileHandle.standardOutput.write(Data((line + "\n").utf8))
  }

  /// The result as JSON.
  static func json(_ value: JSONValue) {
    FileHandle.standardOutput.write(Data(JSONWriter.text(value).utf8))
  }

  /// Talk.
  static func say(_ line: String) {
    FileHandle.standardError.write(Data((line + "\n").utf8))
  }

  /// Whether colour may be used on a stream.
  static func hasColour(_ stream: Int32) -> Bool {
    let environment = ProcessInfo.processInfo.environment
    return isatty(stream) == 1 && environment["TERM"] != "dumb"
      && (environment["NO_COLOR"] ?? "").isEmpty
  }
}
