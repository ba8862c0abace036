/// The reports that there are; the raw values are their names in files, editions and JSON.
public enum ReportKind: String, Sendable, Hashable, CaseIterable {
  case health
  case comparison = "compare"
  case agreement, methods, tables

  /// What it is called within a sentence, such as `health report`.
  public var label: String {
    switch self {
    case .comparison: "comparison"
    case .tables: "tables for a paper"
    case .health, .agreement, .methods: "\(rawValue) report"
    }
  }
}
