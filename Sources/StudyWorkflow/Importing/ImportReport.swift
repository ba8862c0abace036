import Exchange
public import StudyModel

/// What an import did, or would do.
public struct ImportReport: Sendable {
  /// How it ended.
  public enum Ending: Sendable, Hashable {
    /// Everything came in.
    case imported
    /// The good rows came in, others did not.
    case importedGood
    /// Rows were rejected, so nothing came in.
    case refused
    /// There was nothing to bring in: no row, or none that is decided. Nothing is kept of it.
    case nothing
    /// It was only tried.
    case tried
    /// This file is in the study already, by this import.
    case known(Int64, at: String)
  }

  /// A row as it would come in.
  public struct PreviewRow: Sendable, Hashable {
    /// The row of the table.
    public var row: Int
    /// Its fields, in the order of the columns; empty where there is no table.
    public var fields: [String]
    /// What would become of it.
    public var fate: RowFate
  }

  /// How it ended.
  public var ending: Ending
  /// The entry, with counts; its id is 0 where nothing was written.
  public var entry: ImportEntry
  /// Everything to tell, in the order of the rows; what is wrong with many rows alike is told once, at
  /// the first.
  public var diagnostics: [Diagnostic] = []
  /// Whether every row can stand, and under `strict` nothing is warned of.
  public var isGood = true
  /// Columns kept as text.
  public var keptColumns: [String] = []
  /// Columns that did not come in, since they tell who somebody is.
  public var leftOut: [LeftOutColumn] = []
  /// Where the key is with which tokens were hashed, if it was made.
  public var tokenKeyPath: String?
  /// Of codings that came in and say it, which passages of the study may be quoted outside the team.
  public var quotes: PassageClearance?
  /// Whether any of them says it.
  var saysWhoMayBeQuoted = false
  /// The rows that cannot stand; nil where all can.
  public var rejects: RejectedRows?
  /// The names of the columns; empty where there is no table.
  public var columns: [String] = []
  /// Of a dry run, the first rows with what would become of each.
  public var preview: [PreviewRow] = []
  /// The first row that was there already.
  public var firstSkipped: Int?
  /// How many rows of a meeting's sheet have no decision, and were passed over.
  public var rowsUndecided = 0
  /// The first of them.
  public var firstUndecided: Int?
  /// How many distinct documents, codes, coders, cases and so on the rows speak of.
  public var counts: [String: Int] = [:]

  /// Creates a report of rows that came in.
  init(entry: ImportEntry) {
    ending = .imported
    self.entry = entry
  }

  /// Creates the report of a file that is in the study already.
  init(known entry: ImportEntry) {
    ending = .known(entry.id, at: entry.at)
    self.entry = entry
  }
}
