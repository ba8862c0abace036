import FileFormats
import Foundation
import StudyModel
import StudyStore

/// A folder into which a demo brings the files of one study, replacing none that others changed.
///
/// The files are made beside; a list of their hashes stays with them, by which the next demo knows
/// its own.
struct DemoFolder {
  /// The list, in the form that `sha256sum --check` reads.
  static let list = "demo.sha256"

  /// The folder.
  let folder: String
  /// Where the files were made.
  let made: String
  /// The study's name in it.
  let study: String

  /// Looks whether all files may be brought in, changing nothing.
  ///
  /// - Throws: `Failure` naming what was changed; `StudyFileError` where the file at the study's
  ///   place cannot be opened as one.
  func check() throws {
    let listed = Self.hashes(in: "\(folder)/\(Self.list)")
    var changed: [String] = []
    for name in try names() {
      let path = "\(folder)/\(name)"
      guard (try? FileManager.default.attributesOfItem(atPath: path)) != nil else { continue }
      let isOwn =
        try name == study
        ? isUntouchedStudy(path) : Self.isOwn(path, listed[name], "\(made)/\(name)")
      if !isOwn { changed.append(path) }
    }
    guard changed.isEmpty else {
      let named = changed.prefix(3).joined(separator: ", ")
      let more = changed.count > 3 ? " and \(changed.count - 3) more" : ""
      let isOne = changed.count == 1
      throw Failure(
        .cannotWrite, .demoChanged,
        "\(named)\(more) \(isOne ? "is not as a demo made it" : "are not as a demo made them"), so nothing was changed",
        remedy: "Name another folder, or move away what is there.", place: .init(file: folder))
    }
  }

  /// Brings the files in, each whole or not at all, the list last.
  func bringIn() throws {
    var lines: [String] = []
    for name in try names() {
      if name != study, let hash = ByteSource.path("\(made)/\(name)").sha256 {
        lines.append("\(hash)  \(name)\n")
      }
      try replace(name)
    }
    try OutputFile.write(
      Array(lines.joined().utf8),
      to: FileTarget("\(made)/\(Self.list)", for: .owner, existing: .replaced))
    try replace(Self.list)
  }

  private func replace(_ name: String) throws {
    guard rename("\(made)/\(name)", "\(folder)/\(name)") == 0 else {
      throw Failure(
        .cannotWrite, .reportFile,
        "\(folder)/\(name) cannot be written: \(String(cString: strerror(errno)))",
        remedy: "Look whether the folder is writable and has room.",
        place: .init(file: "\(folder)/\(name)"))
    }
  }

  private func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: made).filter { $0 != Self.list }.sorted()
  }

  private func isUntouchedStudy(_ path: String) throws -> Bool {
    let new = try StudyFile.open("\(made)/\(study)", for: .reading)
    let old = try StudyFile.open(path, for: .reading)
    return try DemoStudyMark.isUntouched(old, beside: DemoStudyMark(new))
  }

  /// Whether a file is what a demo wrote before, or would write now.
  private static func isOwn(_ path: String, _ listed: String?, _ made: String) -> Bool {
    guard let found = ByteSource.path(path).sha256 else { return false }
    if found == listed { return true }
    return found == ByteSource.path(made).sha256
  }

  private static func hashes(in list: String) -> [String: String] {
    guard let text = try? String(contentsOfFile: list, encoding: .utf8) else { return [:] }
    var hashes: [String: String] = [:]
    for line in text.split(separator: "\n") {
      guard let gap = line.range(of: "  ") else { continue }
      hashes[String(line[gap.upperBound...])] = String(line[..<gap.lowerBound])
    }
    return hashes
  }
}
