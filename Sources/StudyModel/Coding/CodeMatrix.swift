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
    let rows = Self.order(count.fields.keys.map(\.row), by: rowOrder)
    let columns = Self.order(count.fields.keys.map(\.column), by: columnOrder)
    let columnAt = Dictionary(uniqueKeysWithValues: columns.enumerated().map { ($1, $0) })
    let rowAt = Dictionary(uniqueKeysWithValues: rows.enumerated().map { ($1, $0) })
    var cells = Array(repeating: Cell(), count: rows.count * columns.count)
    for (key, field) in count.fields {
      guard let row = rowAt[key.row], let column = columnAt[key.column] else { continue }
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

/// Counts codings by two things, source by source.
public struct CodeCount: Sendable {
  struct Key: Hashable, Sendable {
    var row: String
    var column: String
  }

  struct Field: Sendable {
    var codings = 0
    var informants: Set<Int> = []
  }

  let rows: CodeMatrix.Dimension
  let columns: CodeMatrix.Dimension
  private(set) var fields: [Key: Field] = [:]
  private(set) var isInterviewee: [Bool] = []
  private var numbers: [String: Int] = [:]
  private let roles: [String: String]

  /// Starts without codings.
  ///
  /// - Parameters:
  ///   - rows: What the rows are.
  ///   - columns: What the columns are.
  ///   - participants: Those of the study, for their roles.
  public init(
    rows: CodeMatrix.Dimension, columns: CodeMatrix.Dimension, participants: [Participant]
  ) {
    (self.rows, self.columns) = (rows, columns)
    roles = Dictionary(
      participants.map { (Self.name($0.id, of: $0.caseID), $0.role) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Takes in the codings of a source with a code.
  ///
  /// They are left out where the source has no name in a dimension: no case, participant or phase.
  public mutating func add(_ source: Source, code: String, count: Int) {
    guard let row = name(source, code, rows), let column = name(source, code, columns) else {
      return
    }
    let informant = number(of: source)
    let key = Key(row: row, column: column)
    fields[key, default: Field()].codings += count
    fields[key]?.informants.insert(informant)
  }

  private func name(
    _ source: Source, _ code: String, _ dimension: CodeMatrix.Dimension
  ) -> String? {
    switch dimension {
    case .codes: code
    case .cases: source.caseID
    case .participants: participant(source)
    case .roles: participant(source).flatMap { roles[$0] }
    case .phases: source.phase
    }
  }

  private func participant(_ source: Source) -> String? {
    source.participant.map { Self.name($0, of: source.caseID ?? "") }
  }

  /// A participant's pseudonym is unique in the case.
  private static func name(_ participant: String, of caseID: String) -> String {
    "\(caseID) \(participant)"
  }

  private mutating func number(of source: Source) -> Int {
    let name = participant(source)
    // A line feed is in no source's id, so that the two kinds never meet.
    let key = name.map { "\n\($0)" } ?? source.id
    if let number = numbers[key] { return number }
    let number = isInterviewee.count
    numbers[key] = number
    isInterviewee.append(name != nil)
    return number
  }
}
