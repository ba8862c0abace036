import FileFormats
import StudyModel

/// The columns in which a file of rejected rows says of which file each is, and why it was rejected.
///
/// They are no part of the rows. Who mends the file may have renamed one or taken it out: what stands in
/// the place of one is passed over as it is, and told, as is that nothing says whose rows they are.
struct RejectsColumns {
  /// How many rows are looked at.
  private static let rows = 1000

  /// Their places.
  let indexes: Set<Int>
  /// The files that the rows say they were rejected from, as far as the first ones tell.
  let origins: [String]
  /// What is to be told of them.
  let warnings: [Diagnostic]

  /// Looks for them; `awaited` is what the study knows of rows that were rejected.
  init(
    _ columns: TableColumns, _ source: any TableSource, _ awaited: AwaitedRejects,
    _ framework: Framework
  ) {
    let header = source.header
    let named = Set(framework.furtherNames.map(Attribute.plain))
    let further = columns.further.filter { !named.contains(Attribute.plain($0.name)) }
    let texts = source.sample(of: further.map(\.index), rows: Self.rows)
    let unknown = zip(further, texts).map {
      Unknown(index: $0.index, name: $0.name, values: Set($1).subtracting([""]))
    }
    var origin = header.column(TableColumns.originColumn)
    var reason = header.column(TableColumns.reasonColumn)
    var warnings: [Diagnostic] = []
    if origin == nil,
      let renamed = unknown.first(where: {
        $0.names(awaited.files) || reason != nil && $0.isSlip(of: TableColumns.originColumn)
      })?.index
    {
      origin = renamed
      warnings.append(
        Self.renamed(header.names[renamed], TableColumns.originColumn, file: columns.file))
    }
    // It is written behind the other one.
    if reason == nil, let next = origin.map({ $0 + 1 }),
      unknown.contains(where: { $0.index == next && $0.holdsSentences })
    {
      reason = next
      warnings.append(
        Self.renamed(header.names[next], TableColumns.reasonColumn, file: columns.file))
    }
    let names = origin.flatMap { source.sample(of: [$0], rows: Self.rows).first } ?? []
    let origins = Set(names).filter { !$0.isEmpty }.sorted()
    self.origins = origins.isEmpty ? awaited.byName.map { [$0] } ?? [] : origins
    if self.origins.isEmpty, origin != nil || reason != nil, !awaited.files.isEmpty {
      warnings.append(Self.ofNobody(awaited, file: columns.file))
    }
    let known = Set(origins).intersection(awaited.files).sorted()
    if known.count > 1 { warnings.append(Self.ofSeveral(known, file: columns.file)) }
    indexes = Set([origin, reason].compactMap(\.self))
    self.warnings = warnings
  }

  /// A column that neither the layout nor the framework knows, with what stands in its first rows.
  private struct Unknown {
    var index: Int
    var name: String
    var values: Set<String>

    /// Whether nothing stands in it but names of some files.
    func names(_ files: Set<String>) -> Bool { !values.isEmpty && values.isSubset(of: files) }

    func isSlip(of name: String) -> Bool { NearestName.slip(of: self.name, among: [name]) != nil }

    /// Whether it may hold why rows were rejected.
    var holdsSentences: Bool { !values.isEmpty && values.allSatisfy { $0.hasSuffix(".") } }
  }

  private static func renamed(_ name: String, _ ours: String, file: String) -> Diagnostic {
    Diagnostic(
      code: .rejectsColumn, severity: .warning, place: .init(file: file), found: name,
      message:
        "column \"\(name)\" is taken for \"\(ours)\", which files of rejected rows have, and is no part of the rows",
      remedy:
        "Nothing needs to be done if it is. If it is a column of your own, let it stand before those two, under another name."
    )
  }

  private static func ofNobody(_ awaited: AwaitedRejects, file: String) -> Diagnostic {
    Diagnostic(
      code: .rejectsColumn, severity: .warning, place: .init(file: file),
      message:
        "the file is one of rejected rows, and no column \"\(TableColumns.originColumn)\" says of which file",
      remedy:
        "The study takes them for rows of a new file, and goes on asking for those that were rejected. If they are of an earlier file (\(Words.list(awaited.files.sorted(), atMost: 5))), give the column back with its name in each row, and import again."
    )
  }

  private static func ofSeveral(_ files: [String], file: String) -> Diagnostic {
    Diagnostic(
      code: .rejectsColumn, severity: .warning, place: .init(file: file),
      message:
        "rejected rows of \(files.count) files were put together (\(Words.list(files.map { "\"\($0)\"" })))",
      remedy:
        "They count as those of the newest import among these. Bring those of each file in by themselves, and the study knows that all came back."
    )
  }
}
