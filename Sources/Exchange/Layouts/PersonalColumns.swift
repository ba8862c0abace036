import FileFormats
import StudyModel

/// The columns of a table that tell who somebody is, found by their headers and first rows.
struct PersonalColumns {
  /// How many rows are looked at.
  private static let rows = 1000

  /// The columns, in the order of the file.
  let leftOut: [LeftOutColumn]
  /// Their places.
  let indexes: Set<Int>
  /// Columns that are asked for by name and would have come in anyway.
  let notes: [Diagnostic]

  /// Looks at the columns that the layout does not know, but for those that the framework names.
  ///
  /// - Throws: `DiagnosticsError` where a column that is asked for is not there.
  init(
    _ columns: TableColumns, _ source: any TableSource, _ options: ImportOptions,
    _ framework: Framework
  ) throws(DiagnosticsError) {
    let header = source.header
    let missing = options.keepColumns.filter { header.column($0) == nil }
    guard missing.isEmpty else {
      throw DiagnosticsError(missing.map { Self.missing($0, header, file: columns.file) })
    }
    let kept = Set(options.keepColumns.compactMap { header.column($0) })
    let named = Set(framework.furtherNames.map(Attribute.plain))
    let asked = columns.further.filter { !named.contains(Attribute.plain($0.name)) }
    let texts = source.sample(of: asked.map(\.index), rows: Self.rows)
    var (leftOut, indexes): ([LeftOutColumn], Set<Int>) = ([], [])
    var needless = kept
    for (column, values) in zip(asked, texts) {
      guard let found = Self.recognized(column, columns.header(at: column.index), values) else {
        continue
      }
      if kept.contains(column.index) {
        needless.remove(column.index)
      } else {
        leftOut.append(found)
        indexes.insert(column.index)
      }
    }
    (self.leftOut, self.indexes) = (leftOut, indexes)
    notes = needless.sorted().map { Self.needless(header.names[$0], file: columns.file) }
  }

  /// Whether a column tells who somebody is, by the file's name for it, ours, or what stands in it; told
  /// by the file's, by which it can be asked for.
  private static func recognized(
    _ column: (index: Int, name: String), _ header: String, _ values: [String]
  ) -> LeftOutColumn? {
    let found =
      LeftOutColumn.recognized(name: header, values: values)
      ?? LeftOutColumn.recognized(name: column.name, values: values)
    return found.map { LeftOutColumn(name: header, data: $0.data, sign: $0.sign) }
  }

  private static func needless(_ name: String, file: String) -> Diagnostic {
    Diagnostic(
      code: .saidInVain, severity: .note, place: .init(file: file, column: name), found: name,
      message: "\"\(name)\" was asked for, and would have come in without that",
      remedy: "Nothing is to be done.")
  }

  /// A warning where respondents' tokens, or pseudonyms, are somebody's address or number.
  func warning(
    of layout: Layout, _ columns: TableColumns, _ source: any TableSource, _ options: ImportOptions
  ) -> [Diagnostic] {
    let name: String
    switch layout {
    case .survey where options.tokenKey == nil: name = "respondent"
    case .participants: name = "participant"
    default: return []
    }
    guard let index = columns.index(name) else { return [] }
    let values = source.sample(of: [index], rows: Self.rows).first ?? []
    guard let kind = PersonalValue.kind(of: values.filter { !$0.isEmpty }) else { return [] }
    let warning = Diagnostic(
      code: .personalTokens, severity: .warning,
      place: .init(file: columns.file, column: columns.header(name)),
      message: "the \(name)s are \(kind.rawValue)",
      remedy: layout == .survey
        ? "Either give other tokens or have them kept as hashes."
        : "Give pseudonyms.",
      means: .undoBeforeAgain)
    return [warning]
  }

  private static func missing(_ name: String, _ header: TableHeader, file: String) -> Diagnostic {
    let near = NearestName.of(name, among: header.names)
    return Diagnostic(
      code: .noSuchColumn, severity: .error,
      place: .init(file: file, row: header.row, column: name), found: name,
      message: "\"\(name)\" is to be kept, and the header has no such column",
      remedy: near.map { "Did you mean \"\($0)\"?" } ?? "Correct the name.")
  }
}
