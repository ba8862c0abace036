import FileFormats
public import StudyModel
public import StudyWorkflow

extension Answer {
  /// What came from where.
  public static func imports(_ imports: [ImportEntry]) -> Answer {
    Answer(["ok": .bool(true), "imports": .array(imports.map(json))])
  }

  private static func json(_ entry: ImportEntry) -> JSONValue {
    .object([
      .init("import", .integer(Int(entry.id))), .init("kind", .string(entry.kind)),
      .init("file", .string(entry.file)), digest(of: entry),
      .init("bytes", .integer(entry.bytes)), .init("at", .string(entry.at)),
      .init("round", .optional(entry.round)), .init("toolVersion", .string(entry.toolVersion)),
      .init("options", .object(options(entry.options))),
      .init("rows", .integer(entry.rowsIn)), .init("kept", .integer(entry.rowsKept)),
      .init("changed", .integer(entry.rowsChanged)),
      .init("skipped", .integer(entry.rowsSkipped)),
      .init("rejected", .integer(entry.rowsRejected)),
      .init("undoneAt", .optional(entry.undoneAt)),
    ])
  }

  /// By what the file is known again, under the name of what it is.
  static func digest(of entry: ImportEntry) -> JSONValue.Member {
    .init(entry.isDigestKeyed ? "hmacSha256" : "sha256", .string(entry.digest))
  }

  /// The options of an import as members of an object; none where nothing was told.
  private static func options(_ options: ImportOptions) -> [JSONValue.Member] {
    let told = options.told.map { (name: $0.key.rawValue, value: $0.value) }
    return told.sorted { $0.name < $1.name }.map { name, value in
      switch value {
      case .isSet: .init(name, .bool(true))
      case .text(let text): .init(name, .string(text))
      case .list(let texts): .init(name, .strings(texts))
      case .texts(let texts):
        .init(
          name,
          .object(texts.sorted { $0.key < $1.key }.map { .init($0.key, .string($0.value)) }))
      }
    }
  }

  /// An import was taken back.
  public static func takenBack(_ undone: UndoneImport) -> Answer {
    Answer([
      "ok": .bool(true), "import": .integer(Int(undone.entry.id)),
      "removed": .integer(undone.entry.rowsKept), "restored": .integer(undone.entry.rowsChanged),
      "mendedBy": .array(undone.mended.map { .integer(Int($0.id)) }),
    ])
  }
}
