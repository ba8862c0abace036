public import FileFormats
import StudyModel

/// The methods report as JSON and CSV.
public enum MethodsTables {
  /// Its words, and its figures by name.
  public static func json(of report: MethodsReport) -> JSONValue {
    let maker = MethodsPage(report.input, on: report.study)
    return .object(
      ReportJSON.head(.methods, of: ReportInput(maker.report, on: maker.study)) + [
        .init("headline", .string(report.document.headline)),
        .init("words", .strings(MethodsProse(maker: maker).paragraphs)),
        .init("limits", .strings(MethodsLimits(maker: maker).says)),
        .init("figures", .object(maker.parts.map { .init($0.id, figures($0)) })),
      ])
  }

  private static func figures(_ part: MethodsPart) -> JSONValue {
    .object(
      part.lines.map { JSONValue.Member($0.key, value(of: $0.cell)) }
        + part.tables.map { table in
          JSONValue.Member(
            table.key,
            .array(
              table.rows.map { row in
                .object(
                  zip(table.columns, row).map {
                    JSONValue.Member($0.key, ReportJSON.value(of: $1))
                  })
              }))
        })
  }

  /// A value; a number that is said in words comes with them.
  private static func value(of cell: DataTable.Cell) -> JSONValue {
    if case .count(let number) = cell.value, !cell.isFigure {
      return ["count": .integer(number), "says": .string(cell.text)]
    }
    return ReportJSON.value(of: cell)
  }

  static let columns = ["section", "name", "value", "table", "row", "case", "phase", "says"]

  /// One tidy table: a row a value, those of tables with the row they stand in.
  public static func csv(of report: MethodsReport) -> String {
    let maker = MethodsPage(report.input, on: report.study)
    var csv = CSVText(style: CSVStyle())
    csv.append(columns.map { .text($0) })
    for part in maker.parts {
      for line in part.lines {
        csv.append([
          .text(part.id), .text(line.key), value(of: line.cell), .empty, .empty, .empty, .empty,
          says(line.cell),
        ])
      }
      for table in part.tables { append(table, of: part.id, to: &csv) }
    }
    for (place, limit) in MethodsLimits(maker: maker).says.enumerated() {
      csv.append([
        "limits", "limit", .text(limit), "limits", .integer(place + 1), .empty, .empty, .empty,
      ])
    }
    return csv.string
  }

  private static func append(_ table: MethodsPart.Table, of part: String, to csv: inout CSVText) {
    let keys = table.columns.map(\.key)
    for (place, row) in table.rows.enumerated() {
      func text(_ key: String) -> CSVCell {
        keys.firstIndex(of: key).map { value(of: row[$0]) } ?? .empty
      }
      for (key, cell) in zip(keys, row) where key != "case" && key != "phase" {
        csv.append([
          .text(part), .text(key), value(of: cell), .text(table.key), .integer(place + 1),
          text("case"), text("phase"), says(cell),
        ])
      }
    }
  }

  private static func value(of cell: DataTable.Cell) -> CSVCell {
    switch cell.value {
    case .none: .empty
    case .text(let text): .text(text)
    case .number(let number), .estimate(let number, _, _): .decimal(number)
    case .count(let number): .integer(number)
    case .interval(let low, let high): .text("\(low) to \(high)")
    }
  }

  /// What people read, where it is not the value: a mark, or words.
  private static func says(_ cell: DataTable.Cell) -> CSVCell {
    switch cell.value {
    case .none: .text(cell.text)
    case .text(let text): text == cell.text ? .empty : .text(cell.text)
    case .count: cell.isFigure ? .empty : .text(cell.text)
    case .number, .estimate, .interval: .empty
    }
  }
}
