/// The column names of a table: its first row that is not empty.
public struct TableHeader: Sendable, Hashable {
  /// A name more than one column has, without regard to upper and lower case.
  public struct Duplicate: Sendable, Hashable {
    /// The name as its first column writes it.
    public var name: String
    /// The columns, from 0.
    public var columns: [Int]

    /// Makes a duplicate.
    public init(name: String, columns: [Int]) {
      self.name = name
      self.columns = columns
    }
  }

  /// The names in order, without the white space around them.
  public let names: [String]
  /// The row of the header: 1 unless empty lines come before it.
  public let row: Int
  /// Names that more than one column has, in order of their first column; columns without a name are not among them.
  public let duplicates: [Duplicate]
  private let columns: [String: Int]

  /// Makes a header.
  public init(names: [String], row: Int = 1) {
    self.names = names.map(Self.trimmed)
    self.row = row
    var places: [String: [Int]] = [:]
    for (column, name) in self.names.enumerated() where !name.isEmpty {
      places[name.lowercased(), default: []].append(column)
    }
    columns = places.compactMapValues(\.first)
    let trimmed = self.names
    duplicates = places.values.filter { $0.count > 1 }
      .sorted { $0[0] < $1[0] }
      .map { Duplicate(name: trimmed[$0[0]], columns: $0) }
  }

  /// The number of columns.
  public var count: Int { names.count }

  /// The columns without a name, from 0.
  public var unnamedColumns: [Int] { names.indices.filter { names[$0].isEmpty } }

  /// The first column of this name, from 0, without regard to case and to white space around it.
  public func column(_ name: String) -> Int? {
    columns[Self.trimmed(name).lowercased()]
  }

  /// The letters a spreadsheet shows over a column: A for 0, Z for 25, AA for 26.
  public static func letters(ofColumn column: Int) -> String {
    var (letters, rest) = ("", max(0, column))
    while true {
      let digit = UInt8(truncatingIfNeeded: rest % 26)
      letters = String(UnicodeScalar(0x41 + digit)) + letters
      guard rest >= 26 else { return letters }
      rest = rest / 26 - 1
    }
  }

  private static func trimmed(_ name: String) -> String {
    func isBlank(_ character: Character) -> Bool {
      character.isWhitespace || character == "\u{FEFF}" || character == "\u{200B}"
    }
    return String(name.trimmed(isBlank))
  }
}
