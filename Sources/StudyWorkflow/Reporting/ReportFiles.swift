import FileFormats
import Reports
public import StudyModel

/// The forms a report comes in.
public enum ReportFormat: String, Sendable, Hashable, CaseIterable {
  case html, md, csv, json
}

/// Writes reports as files.
///
/// A file that is there is replaced where it bears the mark of the same report; what others wrote is kept.
public struct ReportFiles: Sendable {
  private let folder: String
  private let templates: ReportTemplates
  private let formats: Set<ReportFormat>
  private let openTables: Bool
  private let replacesAll: Bool

  /// Prepares to write into a folder, which is made where it is missing.
  ///
  /// - Parameters:
  ///   - folder: where; made for its owner alone where the reports are for the researcher.
  ///   - home: where the templates are.
  ///   - audience: for whose eyes the reports are; nil: for several.
  ///   - formats: a file each.
  ///   - openTables: whether tables of figures are written open.
  ///   - replacesAll: whether files are replaced that are no reports.
  /// - Throws: `Failure` where the folder cannot be made or the templates cannot be read.
  public init(
    folder: String, home: Home, for audience: Audience? = nil, formats: Set<ReportFormat>,
    openTables: Bool = false, replacesAll: Bool = false
  ) throws {
    self.folder = folder
    self.formats = formats
    self.openTables = openTables
    self.replacesAll = replacesAll
    templates = try home.reportTemplates()
    do throws(FileError) {
      try OutputFolder.make(folder, for: audience.map(ReportName.readers) ?? .everyone)
    } catch {
      throw Failure.noReportFolder(folder)
    }
  }

  /// Looks whether a report that is asked for can be written, before it is made: one that is kept as an
  /// edition must not fail for want of a file.
  ///
  /// - Parameters:
  ///   - request: What is asked for.
  ///   - printing: Whether its page is to be printed, too.
  /// - Throws: `FileError` where a file cannot be written or is no report of this name.
  public func check(_ request: ReportRequest, printing: Bool = false) throws {
    let isDraft = request.publication == .draft
    let own = ReportName(request.subject, for: request.audience)
    let name = isDraft ? own.draft : own
    let kind = request.subject.kind
    for format in formats.sorted() {
      for file in format.files(of: kind, isDraft: isDraft) {
        try target(file.ending, of: name, file.mark).check()
      }
    }
    if printing { try target(Self.print, of: name, .afterEnd(kind)).check() }
  }

  /// Writes a report, a file a format and of tables perhaps several, and gives the files' paths.
  ///
  /// - Throws: `FileError` where a file cannot be written or is no report of this name.
  public func write(_ report: FinishedReport) throws -> [String] {
    try formats.sorted().flatMap { format in
      try report.files(format, with: templates, openTables: openTables).map { file in
        let target = target(file.ending, of: report.name, file.mark)
        try OutputFile.write(Array(file.text.utf8), to: target)
        return target.path
      }
    }
  }

  /// Prints a page that was written as PDF beside it, and gives the path.
  ///
  /// - Throws: `Failure` where no program to print with is there or printing failed.
  public func print(_ html: String, of report: FinishedReport) throws -> String {
    let mark = ReportMark.afterEnd(report.document.kind)
    var target = target(Self.print, of: report.name, mark)
    target.inputs = [html]
    return try PDFPrinter.print(html, to: target, adding: mark.added)
  }

  private static let print = ".pdf"

  private func target(_ ending: String, of name: ReportName, _ mark: ReportMark) -> FileTarget {
    FileTarget(
      "\(folder)/\(name.text)\(ending)", for: name.readers,
      existing: replacesAll ? .replaced : .replacedIf { mark.isOn($0) })
  }
}

extension Home {
  /// What pages are made with.
  ///
  /// - Throws: `Failure` where they cannot be read or used.
  func reportTemplates() throws -> ReportTemplates {
    do {
      return try ReportTemplates(folder: templates)
    } catch {
      throw Failure(
        .missing, .templates, "The page templates cannot be used: \(error)",
        remedy: "Mend reports/templates, or name another folder of the program.")
    }
  }
}

extension ReportFormat: Comparable {
  /// In the order in which they are listed.
  public static func < (left: ReportFormat, right: ReportFormat) -> Bool {
    left.rawValue < right.rawValue
  }
}
