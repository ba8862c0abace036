import FileFormats
public import StudyModel
public import StudyWorkflow

extension Answer {
  /// What came from where.
  public static func imports(_ imports: [ImportEntry]) -> Answer {
    Answer(["ok": .bool(true), "imports": .array(imports.map(json))])
  }

  private static func json(_ entry: ImportEntry) -> JSONValue {
    [
      "import": .integer(Int(entry.id)), "kind": .string(entry.kind), "file": .string(entry.file),
      "sha256": .string(entry.sha256), "bytes": .integer(entry.bytes), "at": .string(entry.at),
      "round": .optional(entry.round), "toolVersion": .string(entry.toolVersion),
      "options": .object(options(entry.options)),
      "rows": .integer(entry.rowsIn), "kept": .integer(entry.rowsKept),
      "changed": .integer(entry.rowsChanged), "skipped": .integer(entry.rowsSkipped),
      "rejected": .integer(entry.rowsRejected), "undoneAt": .optional(entry.undoneAt),
    ]
  }

  /// The options of an import as members of an object; none where nothing was told.
  private static func options(_ options: ImportOptions) -> [JSONValue.Member] {
    options.told.sorted { $0.name < $1.name }.map { name, value in
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
