import FileFormats
import StudyModel

/// What changed since the phase before as one tidy table, a row a case, phase and construct.
enum ChangeTable {
  static let columns = [
    "case", "case_name", "since", "phase", "construct", "construct_name", "change",
    "change_low", "change_high", "clear", "reading", "pairing", "n", "by_token",
    "interviews_change",
    "interviews_n", "hidden",
  ]

  /// The table with a header; nil where no phase comes before.
  static func csv(_ readers: [CaseView]) -> String? {
    let changed = readers.compactMap { reader in reader.score.change.map { (reader, $0) } }
    guard !changed.isEmpty else { return nil }
    var csv = CSVText(style: CSVStyle())
    csv.append(columns.map { .text($0) })
    for (reader, change) in changed {
      for row in change.constructs {
        guard !row.survey.isAbsent || row.interviews != nil else { continue }
        csv.append(
          [
            .text(reader.subject.id), .text(reader.subject.name), .text(change.since),
            text(reader.score.phase), .text(row.id), .text(reader.name(row.id)),
          ] + survey(row) + [
            row.interviews.map { .decimal($0.change) } ?? .empty, integer(row.interviews?.n),
            .text(row.survey.isHidden ? "survey" : ""),
          ])
      }
    }
    return csv.string
  }

  private static func survey(_ row: ConstructChange) -> [CSVCell] {
    guard let change = row.survey.figure else { return Array(repeating: .empty, count: 8) }
    return [
      .decimal(change.change), change.interval.map { .decimal($0.low) } ?? .empty,
      change.interval.map { .decimal($0.high) } ?? .empty,
      text(change.clear.map { $0 ? "yes" : "no" }), text(row.reading?.rawValue),
      .text(change.pairing.rawValue),
      .integer(change.n), integer(change.byToken),
    ]
  }

  private static func integer(_ value: Int?) -> CSVCell { value.map { .integer($0) } ?? .empty }

  private static func text(_ value: String?) -> CSVCell { value.map { .text($0) } ?? .empty }
}
