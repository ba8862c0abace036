public import Foundation

/// Compares texts with files under `Tests/Golden`; `COVALENCE_RECORD=1` writes them anew.
///
/// A missing golden file fails. Golden files are for a person to read: pages and wording, the columns
/// of tables, the keys of answers; never statistics.
public enum Golden {
  /// Why a text is not what it should be.
  public struct Difference: Error, CustomStringConvertible {
    /// The lines that differ, as a person reads them.
    public let description: String
  }

  /// Whether golden files are written and not compared.
  public static let isRecording = ProcessInfo.processInfo.environment["COVALENCE_RECORD"] == "1"

  /// Throws with the first differing lines unless the text equals the golden file.
  ///
  /// `path` is below `Tests/Golden` or another folder, such as `reports/both.html`.
  public static func check(_ text: String, _ path: String, in folder: URL = Fixtures.golden) throws
  {
    let file = folder.appending(path: path)
    if isRecording {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
      return
    }
    guard let data = try? Data(contentsOf: file) else {
      throw Difference(description: "\(path) is missing; COVALENCE_RECORD=1 swift test writes it")
    }
    let expected = String(decoding: data, as: UTF8.self)
    guard text != expected else { return }
    throw Difference(description: "\(path) differs:\n" + difference(expected, text))
  }

  /// Compares a page with the one that the repository shows under `reports/examples`.
  public static func check(example page: String, _ path: String) throws {
    try check(page, path, in: Fixtures.root.appending(path: "reports/examples"))
  }

  /// Compares the beginning of a table, and how many lines follow: its columns and what a row looks
  /// like, not the figures.
  public static func check(head table: String, lines count: Int = 4, _ path: String) throws {
    let lines = table.split(separator: "\n", omittingEmptySubsequences: false)
    let rest = max(0, lines.count - 1 - count)
    try check(
      lines.prefix(count).joined(separator: "\n") + "\n(and \(rest) lines more)\n", path)
  }

  /// Compares a page without its style sheet, which is one file of the templates and no page's own.
  public static func check(page html: String, _ path: String) throws {
    try check(html.replacing(/<style>(?s).*?<\/style>/, with: "<style></style>"), path)
  }

  /// The first lines that differ, with their numbers, cut to a readable length.
  private static func difference(_ expected: String, _ found: String) -> String {
    let old = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let new = found.split(separator: "\n", omittingEmptySubsequences: false)
    var out: [String] = []
    for line in 0..<max(old.count, new.count) where out.count < 12 {
      let before = line < old.count ? String(old[line]) : "(end)"
      let after = line < new.count ? String(new[line]) : "(end)"
      guard before != after else { continue }
      let place = firstDifference(before, after)
      out.append("line \(line + 1), column \(place + 1)")
      out.append("- " + excerpt(before, around: place))
      out.append("+ " + excerpt(after, around: place))
    }
    if old.count != new.count { out.append("\(old.count) lines expected, \(new.count) found") }
    return out.joined(separator: "\n")
  }

  private static func firstDifference(_ left: String, _ right: String) -> Int {
    zip(left, right).enumerated().first { $0.element.0 != $0.element.1 }?.offset
      ?? min(left.count, right.count)
  }

  private static func excerpt(_ line: String, around place: Int) -> String {
    let start = max(0, place - 60)
    let text = line.dropFirst(start).prefix(160)
    return (start > 0 ? "…" : "") + text + (line.count > start + 160 ? "…" : "")
  }
}
