import FileFormats
import Foundation
import Reports
public import StudyModel

/// The forms a report comes in.
public enum ReportFormat: String, Sendable, Hashable, CaseIterable {
  case html, md, csv, json
}

/// Writes reports as files.
///
/// A file that is there is replaced where it bears the mark of the same report; what others wrote is kept,
/// and what belongs to another edition goes only on purpose.
public struct ReportFiles: Sendable {
  let folder: String
  private let readers: FileTarget.Readers
  private let templates: ReportTemplates
  private let formats: Set<ReportFormat>
  private let openTables: Bool
  private let replacesAll: Bool

  /// Prepares to write into a folder, which is made once there is a report for it.
  ///
  /// - Parameters:
  ///   - folder: where; made for its owner alone where the reports are for the researcher.
  ///   - home: where the templates are.
  ///   - audience: for whose eyes the reports are; nil: for several.
  ///   - formats: a file each.
  ///   - openTables: whether tables of figures are written open.
  ///   - replacesAll: whether files are replaced that are no reports, or are of another edition.
  /// - Throws: `Failure` where the templates cannot be read.
  public init(
    folder: String, home: Home, for audience: Audience? = nil, formats: Set<ReportFormat>,
    openTables: Bool = false, replacesAll: Bool = false
  ) throws {
    self.folder = folder
    self.formats = formats
    self.openTables = openTables
    self.replacesAll = replacesAll
    templates = try home.reportTemplates()
    readers = audience.map(ReportName.readers) ?? .everyone
  }

  /// Makes the folder for what is done then; where that fails, nothing is left of it.
  ///
  /// - Throws: `Failure` where it cannot be made; what `work` throws.
  func inFolder<Result>(_ work: () throws -> Result) throws -> Result {
    let made: [String]
    do throws(FileError) {
      made = try OutputFolder.make(folder, for: readers)
    } catch {
      throw Failure.noReportFolder(folder)
    }
    do {
      return try work()
    } catch {
      OutputFolder.remove(made)
      throw error
    }
  }

  /// Looks whether a report that is asked for can be written, before it is made: one that is kept as an
  /// edition must not fail for want of a file.
  ///
  /// - Parameters:
  ///   - request: What is asked for.
  ///   - printing: Whether its page is to be printed, too.
  /// - Throws: `Failure` where the folder cannot be made, `FileError` where a file cannot be written or is
  ///   no report of this name.
  public func check(_ request: ReportRequest, printing: Bool = false) throws {
    guard OutputFolder.canBeMade(folder) else { throw Failure.noReportFolder(folder) }
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

  /// Writes a report that was made to be shown, a file a format and of tables perhaps several, and gives the
  /// files' paths.
  ///
  /// What lies there of another edition, or of another draft, under the report's name goes: two never
  /// lie under one name.
  ///
  /// - Throws: `FileError` where a file cannot be written or is no report of this name; `Failure` where
  ///   it would take the place of another edition and may not.
  public func write(_ report: FinishedReport) throws -> [String] {
    let plan = try plan(report.forms)
    try plan.refuse(of: [])
    return try inFolder { try plan.carryOut() }
  }

  /// What is to be done for a report: its files, made here and once, and those of other editions that go.
  func plan(_ report: ReportForms) throws -> ReportPlan {
    let files = formats.sorted().flatMap { format in
      report.files(format, with: templates, openTables: openTables).map { file in
        (target(file.ending, of: report.name, file.mark), Array(file.text.utf8))
      }
    }
    return ReportPlan(
      folder: folder, files: files, others: try others(than: report),
      mayReplace: replacesAll || report.isOnPurpose || report.isDraft)
  }

  /// Prints a page that was written as PDF beside it, and gives the path.
  ///
  /// - Throws: `Failure` where no program to print with is there or printing failed.
  public func print(_ html: String, of report: FinishedReport) throws -> String {
    let mark = ReportMark.afterEnd(report.document.kind)
    var target = target(Self.print, of: report.name, mark)
    target.inputs = [html]
    // A page's own hash says of which edition it is; a printed one's, this line.
    let edition = report.forms.hash.map { "%\($0)\n" } ?? ""
    return try PDFPrinter.print(html, to: target, adding: edition + mark.added)
  }

  static let print = ".pdf"

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
  /// By name: the order in which files are written and told.
  public static func < (left: ReportFormat, right: ReportFormat) -> Bool {
    left.rawValue < right.rawValue
  }
}
