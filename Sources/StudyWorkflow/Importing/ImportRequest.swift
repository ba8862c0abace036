public import Exchange
public import FileFormats
public import StudyModel
public import StudyStore

/// What is to be imported, and how.
public struct ImportRequest: Sendable {
  /// The layout of the file.
  public var layout: Layout
  /// The file's path; `-` is standard input.
  public var path: String
  /// Our names for columns to the file's own.
  public var map: [String: String] = [:]
  /// The encoding, where it is told.
  public var encoding: CSVEncoding = .automatic
  /// The delimiter, where it is told.
  public var delimiter: CSVDelimiter?
  /// The sheet, where the file is a workbook; nil: the first that can be seen.
  public var sheetName: String?
  /// Stands in for an empty or missing column.
  public var coder: String?
  /// See `coder`.
  public var caseID: String?
  /// See `coder`.
  public var phase: String?
  /// The round of coding the codings are of; nil: the day.
  public var round: String?
  /// Whether the coders coded the sources anew, so that their earlier codings there give way.
  public var prune = false
  /// How a meeting's sheet of decisions is read; nil: as the plain layout, every row a decision.
  public var sheet: SheetOptions?
  /// Whether everything is tried and nothing written.
  public var dryRun = false
  /// Whether the rows that can stand come in although others cannot.
  public var keepGood = false
  /// Whether warnings are errors.
  public var strict = false
  /// Where rejected rows go; nil: `FILE.rejects.csv` beside the file.
  public var rejectsPath: String?
  /// When the import is done, in ISO 8601.
  public var time: String
  /// The version of the program.
  public var toolVersion: String

  /// Creates a request with no options.
  public init(layout: Layout, path: String, time: String, toolVersion: String) {
    self.layout = layout
    self.path = path
    self.time = time
    self.toolVersion = toolVersion
  }

  /// The file's name without its folder.
  var fileName: String {
    path == "-"
      ? RejectsFile.standardInput : path.split(separator: "/").last.map(String.init) ?? path
  }

  /// Where rejected rows go.
  var rejectsFile: String {
    rejectsPath ?? RejectsFile.name(for: path == "-" ? RejectsFile.standardInput : path)
  }

  /// The options that change what comes in, for provenance.
  var optionsText: String {
    var parts: [String] = []
    if !map.isEmpty {
      parts.append(
        "--map " + map.sorted { $0.key < $1.key }.map { "\($0)=\($1)" }.joined(separator: ";"))
    }
    if let sheetName { parts.append("--sheet \(sheetName)") }
    if let coder { parts.append("--coder \(coder)") }
    if let caseID { parts.append("--case \(caseID)") }
    if let phase { parts.append("--phase \(phase)") }
    if let round { parts.append("--round \(round)") }
    if prune { parts.append("--prune") }
    if let sheet { parts += sheet.optionsText }
    if encoding != .automatic { parts.append("--encoding \(encoding.rawValue)") }
    if let delimiter { parts.append("--delimiter \(delimiter)") }
    if keepGood { parts.append("--keep-good") }
    return parts.joined(separator: " ")
  }
}

/// How a meeting's sheet of decisions is read.
public struct SheetOptions: Sendable, Hashable {
  /// Who decided, where a row does not say.
  public var by: String?
  /// When, where a row does not say.
  public var at: String?
  /// Whether decisions stand on units whose codings changed since the sheet was written.
  public var acceptsStale = false

  /// Creates options with nothing told.
  public init() {}

  var optionsText: [String] {
    (by.map { ["--by \($0)"] } ?? []) + (at.map { ["--at \($0)"] } ?? [])
      + (acceptsStale ? ["--accept-stale"] : [])
  }
}

/// What an import did.
public struct ImportReport: Sendable {
  /// How it ended.
  public enum Ending: Sendable, Hashable {
    /// Everything came in.
    case imported
    /// The good rows came in, others did not.
    case importedGood
    /// Rows were rejected, so nothing came in.
    case refused
    /// It was only tried.
    case tried
    /// This file is in the study already, by this import.
    case known(Int64, at: String)
  }

  /// How it ended.
  public var ending: Ending
  /// The layout.
  public var layout: Layout
  /// The entry, with counts; its id is 0 where nothing was written.
  public var entry: ImportEntry
  /// Everything to tell, in the order of the rows.
  public var diagnostics: [Diagnostic]
  /// Columns kept as text.
  public var keptColumns: [String]
  /// The file of rejected rows, where there is one.
  public var rejectsPath: String?
  /// Whether every row can stand, and under `strict` nothing is warned of.
  public var isGood: Bool { !diagnostics.contains { $0.severity == .error } }
  /// The first row that was there already.
  public var firstSkipped: Int?
  /// How many rows of a meeting's sheet have no decision, and were passed over.
  public var rowsUndecided = 0
  /// The first of them.
  public var firstUndecided: Int?
  /// How many distinct documents, codes, coders, cases and so on the rows speak of.
  public var counts: [String: Int]
}
