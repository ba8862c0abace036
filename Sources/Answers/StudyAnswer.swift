import FileFormats
import StudyModel
public import StudyWorkflow

extension Answer {
  /// A study was made.
  public static func made(_ file: String, with inHand: FrameworkInHand) -> Answer {
    Answer([
      "ok": .bool(true), "study": .string(file), "framework": .string(inHand.framework.id),
      "frameworkVersion": .string(inHand.framework.version), "sha256": .string(inHand.sha256),
    ])
  }

  /// The studies that ship were built.
  public static func demo(_ outcomes: [Demo.Outcome]) -> Answer {
    Answer([
      "ok": .bool(true),
      "studies": .array(
        outcomes.map {
          [
            "title": .string($0.title), "study": .string($0.study),
            "reports": .strings($0.files),
          ]
        }),
    ])
  }

  /// Reports were written; `replaced` are the files of another edition or draft whose place they took,
  /// `edition` is the number under which the study keeps them for other eyes.
  public static func files(_ files: [String], replaced: [String], edition: Int64?) -> Answer {
    Answer([
      "ok": .bool(true), "files": .strings(files), "replaced": .strings(replaced),
      "edition": .optional(edition.map { Int($0) }),
    ])
  }
}
