import FileFormats
import StudyModel
public import StudyWorkflow

extension Answer {
  /// A newer version of the framework, put in force or only tried.
  public static func update(_ update: FrameworkUpdate, of id: String, dryRun: Bool) -> Answer {
    Answer([
      "ok": .bool(true), "framework": .string(id), "from": .string(update.from),
      "to": .string(update.to), "sha256": .string(update.sha256),
      "updated": .bool(!update.isSame && !dryRun),
      "changes": .array(
        update.changes.map {
          [
            "part": .string($0.part.rawValue), "id": .string($0.id),
            "kind": .string($0.kind.rawValue), "detail": .string($0.detail),
            "previousId": .optional($0.previousID), "changesScores": .bool($0.changesScores),
          ]
        }),
      "lostCodes": .strings(update.lostCodes), "lostItems": .strings(update.lostItems),
    ])
  }
}
