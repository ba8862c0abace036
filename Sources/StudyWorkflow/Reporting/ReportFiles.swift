import FileFormats
public import Reports
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
  private let isDraft: Bool

  /// Prepares to write into a folder, which is made where it is missing.
  ///
  /// - Parameters:
  ///   - folder: where; made for its owner alone where the reports are for the researcher.
  ///   - home: where the templates are.
  ///   - audience: for whose eyes the reports are; nil: for several.
  ///   - formats: a file each.
  ///   - openTables: whether tables of figures are written open.
  ///   - replacesAll: whether files are replaced that are no reports.
  ///   - isDraft: whether it is a draft, which says so on every sheet, in every file and in their names.
  /// - Throws: `Failure` where the folder cannot be made or the templates cannot be read.
  public init(
    folder: String, home: Home, for audience: Audience? = nil, formats: Set<ReportFormat>,
    openTables: Bool = false, replacesAll: Bool = false, isDraft: Bool = false
  ) throws {
    self.folder = folder
    self.formats = formats
    self.openTables = openTables
    self.replacesAll = replacesAll
    self.isDraft = isDraft
    do {
      templates = try ReportTemplates(folder: home.templates)
    } catch {
      throw Failure(
        .missing, .templates, "The page templates cannot be used: \(error)",
        remedy: "Mend reports/templates, or name another folder of the program.")
    }
    do throws(FileError) {
      try OutputFolder.make(folder, for: audience.map(ReportName.readers) ?? .everyone)
    } catch {
      throw Failure.noReportFolder(folder)
    }
  }

  /// Writes the health report of a case and gives the files' paths.
  public func write(_ report: HealthReport, name: ReportName) throws -> [String] {
    try write(
      report.document, json: ReportJSON.value(of: report), name: name,
      tables: [
        ("", ScoreTable.csv(of: report)), (".gaps", ScoreTable.gapsCSV(of: report)),
        (".changes", ScoreTable.changesCSV(of: report)),
      ])
  }

  /// Writes the comparison and gives the files' paths.
  public func write(_ report: CompareReport, name: ReportName) throws -> [String] {
    try write(
      report.document, json: ReportJSON.value(of: report), name: name,
      tables: [
        ("", ScoreTable.csv(of: report)), (".gaps", ScoreTable.gapsCSV(of: report)),
        (".dispersion", ScoreTable.dispersionCSV(of: report)),
      ])
  }

  /// Writes the agreement report and gives the files' paths.
  public func write(_ report: AgreementReport, name: ReportName) throws -> [String] {
    try write(
      report.document, json: AgreementTables.json(of: report), name: name,
      tables: [("", AgreementTables.csv(of: report))])
  }

  /// Writes the methods report and gives the files' paths.
  public func write(_ report: MethodsReport, name: ReportName) throws -> [String] {
    try write(
      report.document, json: MethodsTables.json(of: report), name: name,
      tables: [("", MethodsTables.csv(of: report))])
  }

  /// Writes what makes a report, a file a format; tables by what is added to the name, those without a
  /// text left out.
  private func write(
    _ document: ReportDocument, json: JSONValue, name: ReportName,
    tables: [(suffix: String, text: String?)]
  ) throws -> [String] {
    var (document, json, name, tables) = (document, json, name, tables)
    if isDraft {
      document.isDraft = true
      json = DraftMark.on(json)
      name = name.draft
      tables = tables.map { ($0.suffix, $0.text.map(DraftMark.on(csv:))) }
    }
    return try formats.sorted().flatMap { format -> [String] in
      switch format {
      case .html:
        let html = ReportPage.html(of: document, with: templates, openTables: openTables)
        return [try save(html, name, ".html", KnownReport.isPage)]
      case .md:
        return [try save(ReportMarkdown.text(of: document), name, ".md", KnownReport.isText)]
      case .csv:
        return try tables.compactMap { table in
          guard let text = table.text.map(VisibleText.of) else { return nil }
          let isKnown = KnownReport.isTable(like: text)
          return try save(text, name, "\(table.suffix).csv", isKnown)
        }
      case .json: return [try save(JSONWriter.text(json), name, ".json", KnownReport.isData)]
      }
    }
  }

  /// Prints a page that was written as PDF beside it, and gives the path.
  ///
  /// - Throws: `Failure` where no program to print with is there or printing failed.
  public func print(_ html: String, as name: ReportName) throws -> String {
    let path = "\(folder)/\(name.text).pdf"
    return try PDFPrinter.print(
      html,
      to: FileTarget(
        path, for: name.readers,
        existing: replacesAll ? .replaced : .replacedIf(KnownReport.isPrint), inputs: [html]))
  }

  /// Writes a file whole or not at all.
  private func save(
    _ text: String, _ name: ReportName, _ ending: String,
    _ isKnown: @escaping @Sendable ([UInt8]) -> Bool
  ) throws -> String {
    let path = "\(folder)/\(name.text)\(ending)"
    try OutputFile.write(
      Array(text.utf8),
      to: FileTarget(
        path, for: name.readers, existing: replacesAll ? .replaced : .replacedIf(isKnown)))
    return path
  }
}

/// Whether a file is a report that this program wrote, which the next one may replace.
private enum KnownReport {
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
  static func isTable(like text: String) -> @Sendable ([UInt8]) -> Bool {
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
