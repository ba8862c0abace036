import FileFormats
public import StudyModel

/// The tables that stand beside the pages of reports.
public enum ReportTable: Sendable, Hashable, CaseIterable {
  case scores, gaps, changes, dispersion, agreement, methods, tables

  /// Those of a report; some are left out where there is nothing to tell.
  public static func of(_ kind: ReportKind) -> [ReportTable] {
    switch kind {
    case .health: [.scores, .gaps, .changes]
    case .comparison: [.scores, .gaps, .dispersion]
    case .agreement: [.agreement]
    case .methods: [.methods]
    case .tables: [.tables]
    }
  }

  /// What is added to the report's name in that of the file.
  public var suffix: String {
    switch self {
    case .scores, .agreement, .methods, .tables: ""
    case .gaps: ".gaps"
    case .changes: ".changes"
    case .dispersion: ".dispersion"
    }
  }

  /// The columns that it has in every study, in order.
  var columns: [String] {
    switch self {
    case .scores: ScoreTable.columns
    case .gaps: ScoreTable.gapColumns
    case .changes: ChangeTable.columns
    case .dispersion: DispersionTable.columns
    case .agreement: AgreementTables.columns
    case .methods: MethodsTables.columns
    case .tables: PaperTables.columns
    }
  }

  /// What the further columns begin with that it has a coder; nil where it has none.
  private var furtherColumns: String? {
    switch self {
    case .agreement: AgreementTables.coderColumn
    case .scores, .gaps, .changes, .dispersion, .methods, .tables: nil
    }
  }

  /// Whether a text begins with the columns of this table, so that it was written as one.
  public func isHead(of text: Substring, isDraft: Bool) -> Bool {
    var csv = CSVText()
    csv.append(columns.map { .text($0) })
    let head = String((isDraft ? DraftMark.on(csv: csv.string) : csv.string).prefix { $0 != "\n" })
    let line = text.prefix { $0 != "\n" }
    guard line.hasPrefix(head) else { return false }
    let rest = line.dropFirst(head.count)
    guard !rest.isEmpty, let further = furtherColumns else { return rest.isEmpty }
    return Self.fields(rest).dropFirst().allSatisfy {
      $0.hasPrefix(further) || $0.hasPrefix("\"\(further)")
    } && rest.hasPrefix(",")
  }

  /// The fields of a line, which a comma within quotation marks does not part.
  private static func fields(_ line: Substring) -> [Substring] {
    var isQuoted = false
    return line.split(omittingEmptySubsequences: false) { character in
      if character == "\"" { isQuoted.toggle() }
      return character == "," && !isQuoted
    }
  }
}
