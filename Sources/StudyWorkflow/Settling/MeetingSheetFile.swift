import FileFormats
import Foundation
import StudyModel

/// Where the sheet for a meeting is to be written: CSV or a workbook, by the ending of its name.
public struct MeetingSheetFile: Sendable {
  /// What a sheet can be.
  public enum Format: String, Sendable, Hashable, CaseIterable {
    case csv, xlsx
  }

  private let target: FileTarget
  private let format: Format

  /// The format that a name ends in; nil for any other ending.
  public static func format(of path: String) -> Format? {
    Format.allCases.first { path.lowercased().hasSuffix(".\($0.rawValue)") }
  }

  /// Looks whether a sheet may be written there, before the work that makes it.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - format: What it is to be.
  ///   - replaces: Whether a file that is there goes.
  ///   - study: The study's path, which is never written over.
  /// - Throws: `Failure` where a file is there and stays: made again in half a meeting, a sheet would take
  ///   the decisions with it; `FileError`.
  public init(
    _ path: String, as format: Format, replaces: Bool = false, besideStudy study: String
  ) throws {
    if !replaces, FileManager.default.fileExists(atPath: path) {
      throw Failure(
        .cannotWrite, .sheetThere,
        "There is already a file \(path), perhaps with decisions in it",
        remedy: "Choose another name, or replace it.", place: .init(file: path))
    }
    self.format = format
    target = FileTarget(
      path, for: .owner, existing: replaces ? .replaced : .kept, inputs: [study])
    try target.check()
  }

  /// Writes a sheet, whole or not at all.
  ///
  /// - Parameters:
  ///   - sheet: The sheet.
  ///   - created: When, in seconds since 1970.
  ///   - advice: What a workbook says last on how to fill in: how the sheet comes back.
  /// - Throws: `FileError` where it cannot be written.
  public func write(_ sheet: MeetingSheet, created: Int, advice: [String] = []) throws {
    switch format {
    case .csv: try sheet.writeCSV(target)
    case .xlsx: try sheet.writeXLSX(target, created: created, advice: advice)
    }
  }
}
