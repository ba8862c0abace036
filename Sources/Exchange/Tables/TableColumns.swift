public import FileFormats
public import StudyModel

/// Which column of a file holds what its layout asks for.
public struct TableColumns: Sendable {
  /// The column in which a file of rejected rows says why; passed over when it comes in again.
  public static let reasonColumn = "rejected because"

  /// The column in which it says of which file the row is.
  public static let originColumn = "rejected from"

  /// What only files of rejected rows have, and what is no part of the rows.
  public static let ofRejects = [originColumn, reasonColumn]

  /// What each coder did, in the sheet of a meeting.
  public static let codersColumn = "what each coder did"

  /// Columns that only files of this program have: see `TableOptions.guardMarks`.
  public static let guardMarks = ofRejects + [codersColumn]

  /// Every row takes the columns along, so that what they hold is behind one reference.
  private final class Content: Sendable {
    let file: String
    let further: [(index: Int, name: String)]
    let indexes: [String: Int]
    let header: TableHeader

    init(
      file: String, further: [(index: Int, name: String)], indexes: [String: Int],
      header: TableHeader
    ) {
      (self.file, self.further, self.indexes, self.header) = (file, further, indexes, header)
    }
  }

  private let content: Content
  /// What is to be told of the header and the map although the file can be read.
  public let warnings: [Diagnostic]
  /// The file's name, for diagnostics.
  public var file: String { content.file }
  /// How many fields a row has.
  public var count: Int { content.header.count }
  /// The row of the header.
  public var headerRow: Int { content.header.row }
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
  ///   - named: names that the framework has for further columns, such as those of items.
  /// - Throws: every missing, doubled or wrongly mapped column.
  public init(
    _ layout: Layout, header: TableHeader, file: String, map: [String: String] = [:],
    told: Set<String> = [], named: [String] = []
  ) throws(DiagnosticsError) {
    let matching = ColumnMatching(layout, header, file: file, map: map, told: told, named: named)
    guard !matching.problems.contains(where: { $0.severity == .error }) else {
      throw DiagnosticsError(matching.problems)
    }
    warnings = matching.problems
    let taken = Set(layout.columns.compactMap { matching.indexes[$0] })
    // A mapped name that is no column of the layout, such as an item, stays further under our name.
    let further: [(index: Int, name: String)] = header.names.indices.compactMap { index in
      let name = matching.mapped[index] ?? header.names[index]
      let isPassedOver = name.isEmpty || Self.ofRejects.contains(name.lowercased())
      return taken.contains(index) || isPassedOver ? nil : (index, name)
    }
    content = Content(
      file: file, further: further, indexes: matching.indexes, header: header)
  }

  private init(_ content: Content, warnings: [Diagnostic]) {
    (self.content, self.warnings) = (content, warnings)
  }

  /// The same columns without some that the layout does not know.
  func leavingOut(_ columns: Set<Int>) -> TableColumns {
    guard !columns.isEmpty else { return self }
    return TableColumns(
      Content(
        file: content.file, further: content.further.filter { !columns.contains($0.index) },
        indexes: content.indexes, header: content.header), warnings: warnings)
  }

  /// The index of a column, nil where the file does not have it.
  public func index(_ name: String) -> Int? { content.indexes[name] }

  /// The header of a column as the file has it, of ours and of those that the layout does not know.
  public func header(_ name: String) -> String {
    let further = content.further.first { $0.name.lowercased() == name.lowercased() }?.index
    return (content.indexes[name.lowercased()] ?? further).map { header(at: $0) } ?? name
  }

  /// The header of a column as the file has it, by its place.
  public func header(at index: Int) -> String {
    content.header.names.indices.contains(index) ? content.header.names[index] : ""
  }
}
