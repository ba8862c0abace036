import ArgumentParser
import FileFormats
import StudyModel
import StudyStore
import StudyWorkflow

struct EditionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "editions", abstract: "List what was published for others than the researcher.",
    discussion: """
      A report for others is kept as an edition, with who is behind it but for their names. Another \
      one waits while a few people came or went since: see docs/privacy.md.

      Example: covalence editions --json
      """)

  @OptionGroup var study: StudyOptions
  @OptionGroup var answer: AnswerOptions

  func run() throws {
    let study = try study.open()
    let editions = try study.file.read { reader in
      try reader.editions().map { ($0, try reader.cells(ofEdition: $0.id)) }
    }
    if answer.json {
      Output.json([
        "ok": .bool(true), "editions": .array(editions.map { Self.json($0.0, $0.1) }),
      ])
      return
    }
    guard !editions.isEmpty else {
      Output.say("Nothing was published yet for others than the researcher.")
      return
    }
    var table = TextTable(
      [
        "edition", "at", "report", "for", "case", "phase", "answers", "interviewees", "republished",
      ],
      right: [0, 6, 7])
    for (edition, bases) in editions {
      table.add([
        String(edition.id), edition.at, edition.report, edition.audience.rawValue,
        edition.caseID ?? "", edition.phase ?? "",
        Self.sum(.responses, bases).map(String.init) ?? "",
        Self.sum(.interviewees, bases).map(String.init) ?? "", edition.republished ?? "",
      ])
    }
    Output.results(table.lines)
  }

  /// How many people of a kind an edition rests on; nil for none.
  private static func sum(
    _ statistic: PublishedBase.Statistic, _ bases: [PublishedBase]
  ) -> Int? {
    let counts = bases.flatMap(\.people).filter { $0.statistic == statistic }.map(\.members.count)
    return counts.isEmpty ? nil : counts.reduce(0, +)
  }

  private static func json(_ edition: EditionEntry, _ bases: [PublishedBase]) -> JSONValue {
    [
      "edition": .integer(Int(edition.id)), "at": .string(edition.at),
      "report": .string(edition.report), "for": .string(edition.audience.rawValue),
      "case": .optional(edition.caseID), "phase": .optional(edition.phase),
      "version": .string(edition.toolVersion), "study": .string(edition.studyHash),
      "republished": .optional(edition.republished),
      "restsOn": .array(
        bases.map { base in
          [
            "case": .string(base.caseID), "phase": .optional(base.phase),
            "answers": .optional(sum(.responses, [base])),
            "interviewees": .optional(sum(.interviewees, [base])),
          ]
        }),
    ]
  }
}
