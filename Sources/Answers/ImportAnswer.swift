import FileFormats
import StudyModel
public import StudyWorkflow

extension Answer {
  /// What an import did; `rejectsPath` is where its rejected rows were written.
  public static func imported(_ report: ImportReport, rejectsPath: String?) -> Answer {
    let entry = report.entry
    let (ending, isDone): (String, Bool) =
      switch report.ending {
      case .imported: ("imported", true)
      case .importedGood: ("imported good rows", true)
      case .refused: ("refused", false)
      case .nothing: ("nothing", true)
      case .tried: ("tried", report.isGood)
      case .known: ("known", true)
      }
    var members: [JSONValue.Member] = [
      .init("ok", .bool(isDone)), .init("ending", .string(ending)),
      .init("import", entry.id == 0 ? .null : .integer(Int(entry.id))),
      .init("kind", .string(entry.kind)), .init("file", .string(entry.file)),
      digest(of: entry), .init("rows", .integer(entry.rowsIn)),
      .init("kept", .integer(entry.rowsKept)), .init("changed", .integer(entry.rowsChanged)),
      .init("rejected", .integer(entry.rowsRejected)),
    ]
    for name in ["documents", "codes", "codings", "segments", "coders", "cases", "responses"] {
      members.append(.init(name, .integer(report.counts[name] ?? 0)))
    }
    members += [
      .init("skipped", .array(skipped(report))),
      .init("keptColumns", .strings(report.keptColumns)),
      .init("leftOut", .array(report.leftOut.map(leftOut))),
      .init("quotes", report.quotes.map(quotes) ?? .null),
      .init("tokenKey", .optional(report.tokenKeyPath)),
      .init("rejects", .optional(rejectsPath)),
      .init("diagnostics", .array(report.diagnostics.map(json))),
    ]
    return Answer(.object(members))
  }

  private static func leftOut(_ column: LeftOutColumn) -> JSONValue {
    [
      "column": .string(column.name), "holds": .string(column.data.rawValue),
      "by": .string(column.sign.rawValue),
    ]
  }

  private static func quotes(_ quotes: PassageClearance) -> JSONValue {
    [
      "cleared": .integer(quotes.cleared), "waiting": .integer(quotes.waiting),
      "refused": .integer(quotes.refused.count),
    ]
  }

  /// Rows that were passed over without anything being wrong with them.
  private static func skipped(_ report: ImportReport) -> [JSONValue] {
    let kinds = [
      ("there already", report.entry.rowsSkipped, report.firstSkipped),
      ("undecided", report.rowsUndecided, report.firstUndecided),
    ]
    return kinds.filter { $0.1 > 0 }.map { kind, count, first in
      ["kind": .string(kind), "count": .integer(count), "first": .optional(first)]
    }
  }
}
