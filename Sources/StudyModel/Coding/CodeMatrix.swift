/// Codings counted by two things, such as codes by cases.
public struct CodeMatrix: Sendable {
  /// What codings are counted by.
  public enum Dimension: String, Sendable, Hashable, CaseIterable {
    case codes, cases, participants, roles, phases
  }

  /// One field.
  public struct Cell: Sendable, Hashable {
    /// The codings.
    public var codings = 0
    /// The informants with one: interviewees, and sources without a participant, each one.
    public var informants = 0
    /// Those of them who are interviewees.
    public var interviewees = 0
  }

  /// What the rows are.
  public let rowDimension: Dimension
  /// What the columns are.
  public let columnDimension: Dimension
  /// The names of the rows, in order.
  public let rows: [String]
  /// The names of the columns, in order.
  public let columns: [String]
  /// The fields row by row.
  private let cells: [Cell]

  /// The field of a row and a column by their places.
  public subscript(row: Int, column: Int) -> Cell { cells[row * columns.count + column] }

  /// Ends a count.
  ///
  /// - Parameters:
  ///   - count: The count.
  ///   - rowOrder: Names in the order wanted; others follow by name. Only names with codings stay.
  ///   - columnOrder: The same of the columns.
  public init(_ count: CodeCount, rows rowOrder: [String], columns columnOrder: [String]) {
    (rowDimension, columnDimension) = (count.rows, count.columns)
    let rows = Self.order(count.fields.keys.map { count.rowNames[$0.row] }, by: rowOrder)
    let columns = Self.order(
      count.fields.keys.map { count.columnNames[$0.column] }, by: columnOrder)
    let columnAt = Dictionary(uniqueKeysWithValues: columns.enumerated().map { ($1, $0) })
    let rowAt = Dictionary(uniqueKeysWithValues: rows.enumerated().map { ($1, $0) })
    var cells = Array(repeating: Cell(), count: rows.count * columns.count)
    for (key, field) in count.fields {
      guard let row = rowAt[count.rowNames[key.row]],
        let column = columnAt[count.columnNames[key.column]]
      else { continue }
      cells[row * columns.count + column] = Cell(
        codings: field.codings, informants: field.informants.count,
        interviewees: field.informants.count { count.isInterviewee[$0] })
    }
    (self.rows, self.columns, self.cells) = (rows, columns, cells)
  }

  private static func order(_ names: [String], by order: [String]) -> [String] {
    let used = Set(names)
    let known = order.filter { used.contains($0) }
    return known + used.subtracting(known).sorted()
  }
}
