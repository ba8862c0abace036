import Answers
import Foundation

/// Where words go: results to standard output, talk to standard error.
///
/// Text passes `PrintedText` on its way: names, codes and memos come from files of others, and a
/// control character in them could move the cursor, hide a line or rename the window.
enum Output {
  /// A line of the result.
  static func result(_ line: String = "") { write(PrintedText(line).text + "\n") }

  /// Several lines of the result.
  static func results(_ lines: [String]) {
    write(lines.map { PrintedText($0).text + "\n" }.joined())
  }

  /// The result as JSON, which writes control characters as escapes itself.
  static func answer(_ answer: Answer) { answer.write { write($0) } }

  /// Talk; `word` is the first word of that kind to be painted, with the number of its colour.
  static func say(_ line: String, painting word: (text: String, colour: Int)? = nil) {
    var line = PrintedText(line).text
    if let word, hasColour(2) {
      line = line.replacing(
        word.text, with: "\u{1B}[\(word.colour)m\(word.text)\u{1B}[0m", maxReplacements: 1)
    }
    // Where nobody can be told, the exit code still tells.
    try? FileHandle.standardError.write(contentsOf: Data((line + "\n").utf8))
  }

  /// Writes a result whole, or ends the program: what reads it must not take half for all.
  private static func write(_ text: String) {
    do {
      try FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
    } catch {
      say("error: The result cannot be written to standard output.")
      exit(74)
    }
  }

  /// Takes the place of standard streams that are closed, so that no file opened later gets their
  /// numbers and with them what is meant for the terminal.
  ///
  /// Of standard output only reading is opened: a result still cannot be written, and that is told.
  static func guardStreams() {
    for stream in Int32(0)...2 where fcntl(stream, F_GETFD) == -1 {
      _ = open("/dev/null", stream == 1 ? O_RDONLY : O_RDWR)
    }
  }

  /// Lets a write beyond the size that files may have here fail as one on a full disk does, and be told,
  /// instead of ending the program where it stands.
  static func guardWrites() { signal(SIGXFSZ, SIG_IGN) }

  /// Whether colour may be used on a stream.
  static func hasColour(_ stream: Int32) -> Bool {
    let environment = ProcessInfo.processInfo.environment
    return isatty(stream) == 1 && environment["TERM"] != "dumb"
      && (environment["NO_COLOR"] ?? "").isEmpty
  }
}
