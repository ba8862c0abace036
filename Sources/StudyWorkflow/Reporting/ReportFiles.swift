import FileFormats
import Foundation
import Reports
public import StudyModel

/// The forms a report comes in.
public enum ReportFormat: String, Sendable, Hashable, CaseIterable {
  case html, md, csv, json
  /// The tables in LaTeX.
  case tex
  /// A document of Word.
  case docx
  /// The figures that are drawn, a file each, as drawings or as pictures.
  case svg, png

  /// Those that need no other program.
  public static let own = allCases.filter { $0.programs.isEmpty }

  /// What is told of a format that cannot be made on this machine, a program being missing; nil of others.
  public var isMissing: Failure? { programs.lazy.compactMap(\.isMissing).first }

  /// The programs that it is made with.
  private var programs: [NeededProgram] {
    switch self {
    case .html, .md, .csv, .json, .tex, .svg: []
    case .png: [PicturePrinter.program]
    case .docx: [WordPrinter.program, PicturePrinter.program]
    }
  }
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
  private let printing: Bool
  private let replacesAll: Bool

  /// Prepares to write into a folder, which is made once there is a report for it.
  ///
  /// - Parameters:
  ///   - folder: where; made for its owner alone where the reports are for the researcher.
  ///   - home: where the templates are.
  ///   - audience: for whose eyes the reports are; nil: for several.
  ///   - formats: a file each.
  ///   - openTables: whether tables of figures are written open.
  ///   - printing: whether pages are to be printed, too.
  ///   - replacesAll: whether files are replaced that are no reports, or are of another edition.
  /// - Throws: `Failure` where the templates cannot be read.
  public init(
    folder: String, home: Home, for audience: Audience? = nil, formats: Set<ReportFormat>,
    openTables: Bool = false, printing: Bool = false, replacesAll: Bool = false
  ) throws {
    self.printing = printing
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

  /// Looks whether there is a folder to write into, or can be, before a report is made.
  ///
  /// - Throws: `Failure` where it cannot be made.
  public func check() throws {
    guard OutputFolder.canBeMade(folder) else { throw Failure.noReportFolder(folder) }
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
  ///
  /// Whether each can be written is looked at here: a report that is kept as an edition must not fail for
  /// want of a file.
  ///
  /// - Throws: `Failure` where the folder cannot be made, `FileError` where a file cannot be written or is
  ///   no report of this name.
  func plan(_ report: ReportForms) throws -> ReportPlan {
    try check()
    let files = try formats.sorted().flatMap { format in
      try report.files(format, with: templates, openTables: openTables).map { file in
        (target(file.ending, of: report.name, file.mark), file.bytes)
      }
    }
    for file in files { try file.0.check() }
    if printing {
      for file in Self.printed(report.document.kind) where report.lengths.contains(file.length) {
        try target(file.ending, of: report.name, file.mark).check()
      }
    }
    return ReportPlan(
      folder: folder, files: files, others: try others(than: report),
      mayReplace: replacesAll || report.isOnPurpose || report.isDraft)
  }

  /// Prints the pages of a report that were written, as PDF beside them, and gives the paths.
  ///
  /// - Throws: `Failure` where no program to print with is there or printing failed.
  public func print(_ report: FinishedReport) throws -> [String] {
    let kind = report.document.kind
    // A page's own hash says of which edition it is; a printed one's, this line.
    let edition = report.forms.hash.map { "%\($0)\n" } ?? ""
    return try zip(ReportFormat.html.files(of: kind, isDraft: false), Self.printed(kind))
      .filter { page, _ in report.forms.lengths.contains(page.length) }
      .map { page, print in
        var target = target(print.ending, of: report.name, print.mark)
        let html = "\(folder)/\(report.name.text)\(page.ending)"
        target.inputs = [html]
        return try PDFPrinter.print(html, to: target, adding: edition + print.mark.added)
      }
  }

  /// What may be printed of a report.
  static func printed(_ kind: ReportKind) -> [ReportFormat.File] {
    ReportFormat.html.files(of: kind, isDraft: false).map {
      .init(
        ending: $0.ending.replacing(".html", with: ".pdf"), mark: .afterEnd(kind),
        length: $0.length)
    }
  }

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
