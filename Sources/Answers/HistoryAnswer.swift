import FileFormats
import StudyModel
public import StudyWorkflow

extension Answer {
  /// The versions of the codebook.
  public static func history(_ history: CodebookHistory, of id: String) -> Answer {
    Answer([
      "ok": .bool(true), "framework": .string(id),
      "versions": .array(
        history.versions.map { version in
          [
            "number": .integer(Int(version.number)), "version": .string(version.version),
            "sha256": .string(version.sha256), "since": .string(version.since),
            "inForce": .bool(version.isInForce), "coded": json(version.coded),
            "changes": version.changes.map { .array($0.map(json)) } ?? .null,
            "otherChanges": .integer(version.otherChanges),
          ]
        }), "unknown": history.unknown.codings == 0 ? .null : json(history.unknown),
    ])
  }

  private static func json(_ coded: CodebookHistory.Coded) -> JSONValue {
    [
      "codings": .integer(coded.codings), "standing": .integer(coded.standing),
      "sources": .strings(coded.sources), "coders": .strings(coded.coders),
      "imports": .array(coded.imports.map { .integer(Int($0)) }),
      "inferred": .array(coded.inferred.map { .integer(Int($0)) }),
    ]
  }

  private static func json(_ change: CodebookChange) -> JSONValue {
    [
      "code": .string(change.code), "kind": .string(change.kind.rawValue),
      "detail": .string(change.detail), "before": json(change.before), "after": json(change.after),
    ]
  }

  private static func json(_ definition: CodeDefinition?) -> JSONValue {
    guard let definition else { return .null }
    return [
      "definition": .string(definition.definition), "inclusion": .strings(definition.inclusion),
      "exclusion": .strings(definition.exclusion), "example": .optional(definition.example),
    ]
  }
}
