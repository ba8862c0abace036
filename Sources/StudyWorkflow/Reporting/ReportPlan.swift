import FileFormats
import Foundation
import StudyModel

/// What is to be done in a folder for a report: files to be written, and others that go.
struct ReportPlan: Sendable {
  let folder: String
  /// What is written, and where to.
  let files: [(target: FileTarget, bytes: [UInt8])]
  /// What lies there of another edition, or of another draft, under the report's name.
  let others: [OtherEdition]
  /// Whether that may go.
  let mayReplace: Bool

  /// Whether it would take the place of another edition, and may not.
  var isRefused: Bool { !mayReplace && !others.isEmpty }

  /// Refuses to take the place of another edition.
  ///
  /// Who holds both can tell what those said who came or went between them. A draft takes that of another,
  /// and so does what is published for a reason.
  ///
  /// - Parameter editions: What was published, by which what lies there is named.
  /// - Throws: `Failure`.
  func refuse(of editions: [Edition]) throws {
    guard isRefused, let first = others.first else { return }
    let names = Words.list(others.map { String($0.path.dropFirst(folder.count + 1)) })
    let known = editions.filter { edition in others.contains { $0.bears(edition.studyHash) } }
    // The same page can have been published several times.
    let hashes = Set(known.map(\.studyHash))
    let label = hashes.count == 1 ? known.first?.label : nil
    throw Failure(
      .cannotWrite, .otherEdition,
      "\(folder) holds \(names) of \(label ?? "another edition of this report"), and two editions in one folder are handed on as a pair that tells what those said who came or went between them",
      remedy:
        "Either write to another folder or allow them to be replaced, all of them, in whatever format.",
      place: .init(file: first.path))
  }

  /// Writes the files and removes what lies there of others, so that two editions never lie under one name.
  ///
  /// All files are written before the first of them has its name, and then only names change: where the disk
  /// is full nothing does. Whoever is stopped between has lost nothing, and the same command ends the work.
  ///
  /// - Returns: The paths written.
  /// - Throws: `FileError` where a file cannot be written or is no report of this name.
  func carryOut() throws -> [String] {
    try OutputFiles(files).finish()
    let written = files.map(\.target.path)
    for other in others where !written.contains(other.path) {
      try FileManager.default.removeItem(atPath: other.path)
    }
    return written
  }
}

/// A report that was written.
public struct WrittenReport: Sendable {
  /// The report.
  public let report: FinishedReport
  /// The paths of its files, in the order of their formats.
  public let files: [String]
  /// The paths of files of another edition or draft of it whose place they took, or that were removed.
  public let replaced: [String]
}
