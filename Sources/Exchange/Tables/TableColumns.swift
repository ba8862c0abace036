public import FileFormats
public import StudyModel

/// Which column of a file holds what its layout asks for.
public struct TableColumns: Sendable {
  /// The column in which a file of rejected rows says why; passed over when it comes in again.
  public static let reasonColumn = "rejected because"

  /// What each coder did, in the sheet of a meeting.
  public static let codersColumn = "what each coder did"

  /// Columns that only files of this program have: see `TableOptions.guardMarks`.
  public static let guardMarks = [reasonColumn, codersColumn]

  /// Every row takes the columns along, so that what they hold is behind one reference.
  private final class Content: Sendable {
    let file: String
    let count: Int
    let further: [(index: Int, name: String)]
    let indexes: [String: Int]
    let headers: [Int: String]

    init(
      file: String, count: Int, further: [(index: Int, name: String)], indexes: [String: Int],
      headers: [Int: String]
    ) {
      self.file = file
      self.count = count
      self.further = further
      self.indexes = indexes
      self.headers = headers
    }
  }

  private let content: Content
  /// The file's name, for diagnostics.
  public var file: String { content.file }
  /// How many fields a row has.
  public var count: Int { content.count }
  /// Columns that the layout does not know, with their headers as written.
  public var further: [(index: Int, name: String)] { content.further }

  /// Matches a header with a layout.
  ///
  /// - Parameters:
  ///   - layout: what the file should hold.
  ///   - header: the file's header.
  ///   - file: the file's name, for diagnostics.
  ///   - map: our name for a column to the file's own, as it was told.
  ///   - told: columns that an option stands in for, such as `coder`.
  /// - Throws: every missing, doubled or wrongly mapped column.
  public init(
    _ layout: Layout, header: TableHeader, file: String, map: [String: String] = [:],
    told: Set<String> = []
  ) throws(DiagnosticsError) {
    var problems: [Diagnostic] = []
    var indexes: [String: Int] = [:]
    var used: Set<Int> = []
    for duplicate in header.duplicates where !duplicate.name.isEmpty {
      problems.append(.doubledColumn(duplicate, file: file, row: header.row))
    }
    for (ours, theirs) in map.sorted(by: { $0.key < $1.key }) {
      guard let index = header.column(theirs) else {
        problems.append(.unmappedColumn(ours: ours, theirs: theirs, header: header, file: file))
        continue
      }
      indexes[ours.lowercased()] = index
      used.insert(index)
    }
    for name in layout.required + layout.optional where indexes[name] == nil {
      if let index = header.column(name), !used.contains(index) {
        indexes[name] = index
        used.insert(index)
      }
    }
    for name in layout.required where indexes[name] == nil && !told.contains(name) {
      let known = layout.required + layout.optional
      let free = header.names.filter { !known.contains($0.lowercased()) }
      problems.append(.missingColumn(name, among: free, header: header, file: file))
    }
    guard problems.isEmpty else { throw DiagnosticsError(problems) }
    let mapped = Dictionary(indexes.map { ($0.value, $0.key) }, uniquingKeysWith: { a, _ in a })
    let known = Set(layout.required + layout.optional)
    // A mapped name that is no column of the layout, such as an item, stays further under our name.
    let further: [(index: Int, name: String)] = header.names.indices.compactMap { index in
      if let ours = mapped[index] { return known.contains(ours) ? nil : (index, ours) }
      let name = header.names[index]
      return name.isEmpty || name.lowercased() == Self.reasonColumn ? nil : (index, name)
    }
    content = Content(
      file: file, count: header.count, further: further, indexes: indexes,
      headers: Dictionary(uniqueKeysWithValues: header.names.enumerated().map { ($0, $1) }))
  }

  private init(_ content: Content) { self.content = content }

  /// The same columns without some that the layout does not know.
  func leavingOut(_ columns: Set<Int>) -> TableColumns {
    guard !columns.isEmpty else { return self }
    return TableColumns(
      Content(
        file: content.file, count: content.count,
        further: content.further.filter { !columns.contains($0.index) }, indexes: content.indexes,
        headers: content.headers))
  }

  /// The index of a column, nil where the file does not have it.
  public func index(_ name: String) -> Int? { content.indexes[name] }

  /// The header of a column as the file has it.
  public func header(_ name: String) -> String {
    content.indexes[name].flatMap { content.headers[$0] } ?? name
  }
}

extension Diagnostic {
  static func doubledColumn(
    _ duplicate: TableHeader.Duplicate, file: String, row: Int
  ) -> Diagnostic {
    let letters = duplicate.columns.map { TableHeader.letters(ofColumn: $0) }
    return Diagnostic(
      code: .columnTwice, severity: .error,
      place: Place(file: file, row: row, column: duplicate.name),
      found: duplicate.name,
      message:
        "the header names \"\(duplicate.name)\" more than once (columns \(letters.joined(separator: ", ")))",
      remedy: "Either remove or rename all but one of them.")
  }

  fileprivate static func missingColumn(
    _ name: String, among free: [String], header: TableHeader, file: String
  ) -> Diagnostic {
    let near = NearestName.of(name, among: free)
    let found = header.names.filter { !$0.isEmpty }.prefix(12).joined(separator: ", ")
    var missing = Diagnostic(
      code: .missingColumn, severity: .error,
      place: Place(file: file, row: header.row, column: name),
      message: "there is no column \"\(name)\"; the header has \(found)",
      remedy: near.map { "Either rename \"\($0)\" to \"\(name)\" or say that it is this one." }
        ?? "Either add the column or say which one it is.")
    missing.means = .mapColumns
    return missing
  }

  fileprivate static func unmappedColumn(
    ours: String, theirs: String, header: TableHeader, file: String
  ) -> Diagnostic {
    Diagnostic(
      code: .mappedColumn, severity: .error,
      place: Place(file: file, row: header.row, column: theirs),
      found: theirs,
      message:
        "the map says that \"\(ours)\" is in column \"\(theirs)\", which the header does not have",
      remedy: NearestName.question(theirs, among: header.names) ?? "Correct the map.")
  }
}
