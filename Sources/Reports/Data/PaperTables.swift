public import FileFormats
import StudyModel

/// The tables for a paper as CSV and as JSON: what people read, and the values behind it.
public enum PaperTables {
  static let columns = ["table", "title", "row", "column", "text", "value", "low", "high"]

  /// One tidy table: a row a cell.
  public static func csv(of report: TablesReport) -> String {
    var csv = CSVText(style: CSVStyle())
    csv.append(columns.map { .text($0) })
    for figure in report.document.figures {
      for row in figure.table.rows {
        for (column, cell) in zip(figure.table.columns, row).dropFirst() {
          csv.append(
            [
              .integer(figure.number), .text(figure.title), .text(row.first?.text ?? ""),
              .text(column.title), .text(cell.text),
            ] + values(of: cell.value))
        }
      }
    }
    return csv.string
  }

  /// The head of every report, and an object a table.
  public static func json(of report: TablesReport) -> JSONValue {
    .object(
      ReportJSON.head(.tables, of: report.input) + [
        .init("phase", .optional(report.phase)),
        .init(
          "tables",
          .array(
            report.document.figures.map { figure in
              [
                "number": .integer(figure.number), "title": .string(figure.title),
                "measures": .string(figure.subtitle), "notes": .strings(figure.notes),
                "columns": .strings(figure.table.columns.map(\.title)),
                "rows": .array(
                  figure.table.rows.map { row in
                    .array(
                      row.map { ["text": .string($0.text), "value": ReportJSON.value(of: $0)] })
                  }),
              ]
            })),
      ])
  }

  /// The value and its interval.
  private static func values(of value: DataTable.Value) -> [CSVCell] {
    func cell(_ number: Double?) -> CSVCell { number.map { .decimal($0) } ?? .empty }
    return switch value {
    case .none: [.empty, .empty, .empty]
    case .text(let text): [.text(text), .empty, .empty]
    case .number(let number): [.decimal(number), .empty, .empty]
    case .count(let count): [.integer(count), .empty, .empty]
    case .interval(let low, let high): [.empty, .decimal(low), .decimal(high)]
    case .estimate(let level, let low, let high): [.decimal(level), cell(low), cell(high)]
    }
  }
}
