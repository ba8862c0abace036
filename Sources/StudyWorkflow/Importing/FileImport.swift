import Exchange
import FileFormats
import Foundation
public import StudyModel

/// A file, named by its path, on its way into a study: its task, and where its rejected rows go.
///
/// For a front whose user names files; one that is handed bytes makes the ``ImportTask`` itself.
public struct FileImport: Sendable {
  /// What is to be done.
  public var task: ImportTask
  private let rejectsPath: String
  /// Whether somebody named the place for them.
  private let isRejectsTold: Bool
  /// What is read, and must not be written over.
  private let inputs: [String]

  /// Prepares a file of one of the product's own layouts.
  ///
  /// - Parameters:
  ///   - layout: What it holds.
  ///   - path: Where it is; `-` is standard input.
  ///   - rejects: Where rejected rows go; nil: beside the folder at hand, under the file's name.
  ///   - map: The file that says which column is which.
  ///   - texts: The folder of transcripts that a table names; nil: the folder of the table.
  ///   - time: When the import is done, in ISO 8601.
  /// - Throws: `Failure` where a file is not there or is a folder; `DiagnosticsError` where the map is
  ///   none; `FileError` where rejected rows must not go where they should.
  public init(
    _ layout: Layout, _ path: String, rejects: String? = nil, map: String? = nil,
    texts: String? = nil, time: String
  ) throws {
    if path != "-" { try Self.check(path) }
    // What a shell hands over as <(...) has a number for a name, in a folder of the system's.
    let isStream = path == "-" || path.hasPrefix("/dev/fd/") || path.hasPrefix("/proc/")
    let name =
      path == "-"
      ? ImportEntry.standardInput
      : isStream ? "pipe" : path.split(separator: "/").last.map(String.init) ?? path
    task = ImportTask(layout, ByteSource(argument: path), name: name, time: time)
    isRejectsTold = rejects != nil
    rejectsPath = rejects ?? RejectsFile.name(for: isStream ? name : path)
    inputs = [path] + (map.map { [$0] } ?? [])
    if rejects != nil { try RejectsFile.check(rejectsPath, inputs: inputs) }
    if let map { task.options.map = try ColumnMap.read(map) }
    task.namesTexts = texts != nil
    let folder = texts.map { TranscriptFolder($0) } ?? TranscriptFolder(besideTable: path)
    task.texts = { name throws(TranscriptRefusal) in try folder.read(name) }
  }

  /// Brings it in, and writes its rejected rows to their file before anything stays.
  ///
  /// - Returns: What came of it, and where the rejected rows are; nil where none was rejected or it was
  ///   only tried.
  /// - Throws: What ``ImportTask/run(in:progress:rejects:)`` throws; `FileError`.
  public func run(
    in study: Study, progress: (ImportProgress) throws -> Void = { _ in }
  ) throws -> (report: ImportReport, rejectsPath: String?) {
    var written: String?
    let report = try task.run(
      in: study, progress: progress,
      rejects: { rejects in
        if isRejectsTold {
          try RejectsFile.write(rejects, to: rejectsPath, inputs: inputs)
          written = rejectsPath
        } else {
          written = try RejectsFile.writeBeside(rejects, to: rejectsPath, inputs: inputs)
        }
      })
    return (report, written)
  }

  private static func check(_ path: String) throws {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw Failure.noFile(path)
    }
    guard !isFolder.boolValue else { throw Failure.isFolder(path) }
  }
}
