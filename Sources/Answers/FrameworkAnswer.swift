import FileFormats
import StudyModel
public import StudyWorkflow

extension Answer {
  /// The frameworks that ship.
  public static func frameworks(_ all: [FrameworkInHand]) -> Answer {
    Answer([
      "ok": .bool(true),
      "frameworks": .array(
        all.map {
          [
            "id": .string($0.framework.id), "version": .string($0.framework.version),
            "title": .string($0.framework.title), "sha256": .string($0.sha256),
            "constructs": .integer($0.framework.constructs.count),
            "items": .integer($0.framework.items.count),
          ]
        }),
    ])
  }

  /// A framework.
  public static func framework(_ inHand: FrameworkInHand) -> Answer {
    let framework = inHand.framework
    return Answer([
      "ok": .bool(true), "id": .string(framework.id), "version": .string(framework.version),
      "title": .string(framework.title), "summary": .string(framework.summary),
      "sha256": .string(inHand.sha256),
      "references": .array(
        framework.references.map {
          ["key": .string($0.key), "text": .string($0.text), "doi": .optional($0.doi)]
        }),
      "attributes": .array(
        framework.attributes.map {
          [
            "id": .string($0.id), "name": .string($0.name), "values": .strings($0.values),
            "kind": .optional($0.kind?.rawValue), "public": .bool($0.isPublic),
          ]
        }),
      "constructs": .array(framework.constructs.map(json)),
      "items": .array(
        framework.items.map {
          [
            "id": .string($0.id), "construct": .string($0.construct),
            "aspect": .string($0.aspect.rawValue), "wording": .string($0.wording),
            "reversed": .bool($0.reversed), "low": .integer($0.scale.low),
            "high": .integer($0.scale.high),
          ]
        }),
      "pillars": .strings(framework.pillars.map(\.id)),
      "findings": .strings(framework.findings.map(\.id)),
      "recommendations": .array(
        framework.recommendations.map {
          [
            "id": .string($0.id), "action": .string($0.action),
            "who": .strings($0.who.map(\.rawValue)),
          ]
        }),
    ])
  }

  private static func json(_ construct: Construct) -> JSONValue {
    [
      "id": .string(construct.id), "name": .string(construct.name),
      "plainName": .string(construct.plainName), "kind": .string(construct.kind),
      "levels": .strings(construct.levels), "definition": .string(construct.definition),
      "inclusion": .strings(construct.inclusion), "exclusion": .strings(construct.exclusion),
      "parent": .optional(construct.parent),
      "childrenAreKinds": .bool(construct.childrenAreKinds),
      "source": .string(construct.source.place),
    ]
  }

  /// A framework whose files were checked.
  public static func checked(_ inHand: FrameworkInHand) -> Answer {
    Answer([
      "ok": .bool(true), "framework": .string(inHand.framework.id),
      "diagnostics": .array(inHand.diagnostics.map(json)),
    ])
  }
}
