import FileFormats
import Foundation
public import Reports
import StudyModel

/// The forms a report comes in.
public enum ReportFormat: String, Sendable, Hashable, CaseIterable {
  case html, md, csv, json
}

/// Writes reports as files.
public struct ReportFiles: Sendable {
  private let folder: URL
  private let templates: ReportTemplates
  private let formats: Set<ReportFormat>
  private let openTables: Bool
  private let isDraft: Bool

  /// Prepares to write into a folder, which is made where it is missing.
  ///
  /// A draft says so on every sheet and in every file, and in the files' names.
  ///
  /// - Throws: `TaskError` where the folder cannot be made or the templates cannot be read.
  public init(
    folder: String, home: Home, formats: Set<ReportFormat>, openTables: Bool = false,
    isDraft: Bool = false
  ) throws {
    self.folder = URL(filePath: folder)
    self.formats = formats
    self.openTables = openTables
    self.isDraft = isDraft
    do {
      templates = try ReportTemplates(folder: home.templates)
    } catch {
      throw TaskError(
        code: "REPORT-001", text: "The page templates cannot be used: \(error).", exitCode: 66)
    }
    do {
      try FileManager.default.createDirectory(
        at: self.folder, withIntermediateDirectories: true)
    } catch {
      throw TaskError(
        code: "REPORT-002", text: "The folder \(folder) cannot be made. Choose another with --out.",
        exitCode: 74)
    }
  }

  /// Writes the health report of a case and gives the files' paths.
  public func write(_ report: HealthReport, name: String) throws -> [String] {
    try write(
      report.document, json: ReportJSON.value(of: report), name: name,
      tables: [
        ("", ScoreTable.csv(of: report)), ("-gaps", ScoreTable.gapsCSV(of: report)),
        ("-changes", ScoreTable.changesCSV(of: report)),
      ])
  }

  /// Writes the comparison and gives the files' paths.
  public func write(_ report: CompareReport, name: String) throws -> [String] {
    try write(
      report.document, json: ReportJSON.value(of: report), name: name,
      tables: [
        ("", ScoreTable.csv(of: report)), ("-gaps", ScoreTable.gapsCSV(of: report)),
        ("-dispersion", ScoreTable.dispersionCSV(of: report)),
      ])
  }

  /// Writes the agreement report and gives the files' paths.
  public func write(_ report: AgreementReport, name: String) throws -> [String] {
    try write(
      report.document, json: AgreementTables.json(of: report), name: name,
      tables: [("", AgreementTables.csv(of: report))])
  }

  /// Writes the methods report and gives the files' paths.
  public func write(_ report: MethodsReport, name: String) throws -> [String] {
    try write(
      report.document, json: MethodsTables.json(of: report), name: name,
      tables: [("", MethodsTables.csv(of: report))])
  }

  /// Writes what makes a report, a file a format; tables by what is added to the name, those without a
  /// text left out.
  private func write(
    _ document: ReportDocument, json: JSONValue, name: String,
    tables: [(suffix: String, text: String?)]
  ) throws -> [String] {
    var (document, json, name, tables) = (document, json, name, tables)
    if isDraft {
      document.isDraft = true
      json = DraftMark.on(json)
      name += "-draft"
      tables = tables.map { ($0.suffix, $0.text.map(DraftMark.on(csv:))) }
    }
    return try formats.sorted().flatMap { format -> [String] in
      switch format {
      case .html: [try page(document, name: name)]
      case .md: [try save(ReportMarkdown.text(of: document), as: "\(name).md")]
      case .csv:
        try tables.compactMap { table in
          try table.text.map { try save($0, as: "\(name)\(table.suffix).csv") }
        }
      case .json: [try save(JSONWriter.text(json), as: "\(name).json")]
      }
    }
  }

  private func page(_ document: ReportDocument, name: String) throws -> String {
    let html = ReportPage.html(of: document, with: templates, openTables: openTables)
    return try save(html, as: "\(name).html")
  }

  /// A name that stays in its folder, whatever the case's id holds.
  private static func safe(_ name: String) -> String {
    String(name.map { $0.isLetter || $0.isNumber || "-_.".contains($0) ? $0 : "-" })
  }

  /// Writes a file whole or not at all.
  private func save(_ text: String, as name: String) throws -> String {
    let url = folder.appending(path: Self.safe(name))
    do {
      try Data(text.utf8).write(to: url, options: .atomic)
    } catch {
      throw TaskError(
        code: "REPORT-003", text: "\(url.path) cannot be written.", exitCode: 74)
    }
    return url.relativePath
  }
}

extension ReportFormat: Comparable {
  /// In the order in which they are listed.
  public static func < (left: ReportFormat, right: ReportFormat) -> Bool {
    left.rawValue < right.rawValue
  }
}
