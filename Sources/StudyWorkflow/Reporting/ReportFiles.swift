import FileFormats
import Reports
public import StudyModel

/// The forms a report comes in.
public enum ReportFormat: String, Sendable, Hashable, CaseIterable {
  case html, md, csv, json
}

/// Writes reports as files.
///
/// A file that is there is replaced where it is a report of the same name; what others wrote is kept.
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
  /// - Throws: `FileError` where a file cannot be written or is no report of this name.
  public func check(_ request: ReportRequest) throws {
    let own = request.subject.fileName(for: request.audience)
    let name = request.publication == .draft ? own.draft : own
    for format in formats.sorted() {
      // Of a table the header tells, which is not known yet.
      let isKnown = format == .csv ? { @Sendable _ in true } : KnownReport.isOne(format, like: "")
      try target(".\(format.rawValue)", of: name, isKnown).check()
    }
  }

  /// Writes a report, a file a format and of tables perhaps several, and gives the files' paths.
  ///
  /// - Throws: `FileError` where a file cannot be written or is no report of this name.
  public func write(_ report: FinishedReport) throws -> [String] {
    try formats.sorted().flatMap { format in
      try report.files(format, with: templates, openTables: openTables).map { file in
        try save(file, of: report.name, KnownReport.isOne(format, like: file.text))
      }
    }
  }

  /// Prints a page that was written as PDF beside it, and gives the path.
  ///
  /// - Throws: `Failure` where no program to print with is there or printing failed.
  public func print(_ html: String, of report: FinishedReport) throws -> String {
    let name = report.name
    let path = "\(folder)/\(name.text).pdf"
    return try PDFPrinter.print(
      html,
      to: FileTarget(
        path, for: name.readers,
        existing: replacesAll ? .replaced : .replacedIf(KnownReport.isPrint), inputs: [html]))
  }

  /// Writes a file whole or not at all.
  private func save(
    _ file: FinishedReport.File, of name: ReportName,
    _ isKnown: @escaping @Sendable ([UInt8]) -> Bool
  ) throws -> String {
    let target = target(file.ending, of: name, isKnown)
    try OutputFile.write(Array(file.text.utf8), to: target)
    return target.path
  }

  private func target(
    _ ending: String, of name: ReportName, _ isKnown: @escaping @Sendable ([UInt8]) -> Bool
  ) -> FileTarget {
    FileTarget(
      "\(folder)/\(name.text)\(ending)", for: name.readers,
      existing: replacesAll ? .replaced : .replacedIf(isKnown))
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

/// Whether a file is a report that this program wrote, which the next one may replace.
private enum KnownReport {
  /// Of a format; a table is known by its header, which is that of `text`.
  static func isOne(
    _ format: ReportFormat, like text: String
  ) -> @Sendable ([UInt8]) -> Bool {
    switch format {
    case .html: isPage
    case .md: isText
    case .json: isData
    case .csv: isTable(like: text)
    }
  }

  static let isPage: @Sendable ([UInt8]) -> Bool = { bytes in
    let text = String(decoding: bytes, as: UTF8.self)
    return text.hasPrefix("<!doctype html>") && text.contains("Covalence ")
  }

  static let isText: @Sendable ([UInt8]) -> Bool = { bytes in
    let text = String(decoding: bytes, as: UTF8.self)
    return text.hasSuffix("End of report.\n") && text.contains("Covalence ")
  }

  static let isData: @Sendable ([UInt8]) -> Bool = { bytes in
    let head = String(decoding: bytes.prefix(60), as: UTF8.self)
    return head.replacing("  \"draft\": true,\n", with: "")
      .hasPrefix("{\n  \"ok\": true,\n  \"report\": ")
  }

  static let isPrint: @Sendable ([UInt8]) -> Bool = { $0.starts(with: Array("%PDF-".utf8)) }

  /// Of a table its header tells.
  private static func isTable(like text: String) -> @Sendable ([UInt8]) -> Bool {
    let header = Array(text.utf8.prefix { $0 != 0x0A })
    return { $0.prefix { $0 != 0x0A }.elementsEqual(header) }
  }
}

extension ReportFormat: Comparable {
  /// In the order in which they are listed.
  public static func < (left: ReportFormat, right: ReportFormat) -> Bool {
    left.rawValue < right.rawValue
  }
}
