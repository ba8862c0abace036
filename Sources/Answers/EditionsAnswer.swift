import FileFormats
import StudyModel
public import StudyWorkflow

extension Answer {
  /// What was published for others than the researcher, each with what it rests on.
  public static func editions(_ editions: [PublishedEdition]) -> Answer {
    Answer([
      "ok": .bool(true), "editions": .array(editions.map(edition)),
    ])
  }

  private static func edition(_ edition: PublishedEdition) -> JSONValue {
    let entry = edition.entry
    return [
      "edition": .integer(Int(entry.id)), "at": .string(entry.at),
      "report": .string(entry.report.rawValue), "for": .string(entry.audience.rawValue),
      "case": .optional(entry.caseID), "phase": .optional(entry.phase),
      "version": .string(entry.toolVersion), "study": .string(entry.studyHash),
      "republished": .optional(entry.republished),
      "restsOn": .array(
        edition.bases.map { base in
          [
            "case": .string(base.caseID), "phase": .optional(base.phase),
            "answers": .optional(base.count(of: .responses)),
            "interviewees": .optional(base.count(of: .interviewees)),
          ]
        }),
    ]
  }
}
