import FileFormats
import StudyModel
import StudyStore

/// The sheet over which coders meet: a row a unit they do not agree on, with everything needed to
/// decide, and empty cells for the decision.
///
/// Its columns are those of the `adjudications` layout and of the context around them, so that the
/// filled sheet comes back with `adjudicate import`.
public struct MeetingSheet: Sendable {
  /// The columns, in order.
  private enum Column: String, CaseIterable {
    case source, start, end, code
    case context = "case"
    case kind
    case coders = "what each coder did"
    case text, around, memos
    case stands = "stands now"
    case effect
    case decision
    case newCode = "new code"
    case newStart = "new start"
    case newEnd = "new end"
    case weight, valence, by, at, reason, definition, state

    var isFilledIn: Bool {
      switch self {
      case .decision, .newCode, .newStart, .newEnd, .weight, .valence, .by, .at, .reason: true
      default: false
      }
    }

    var width: Double {
      switch self {
      case .start, .end, .newStart, .newEnd, .weight: 8
      case .decision, .valence, .state, .by, .context: 12
      case .source: 14
      case .kind: 18
      case .at: 21
      case .code, .newCode, .stands, .effect: 26
      case .memos, .reason: 36
      case .text, .around, .coders, .definition: 48
      }
    }
  }

  /// What is on it, and how much is open and decided.
  public let queue: ReviewQueue
  private let codes: [CodeLine]
  private let topWeight: Double

  /// A code that may be chosen.
  struct CodeLine: Sendable, Hashable {
    var code: String
    var name: String
    var definition: String
  }

  private var items: [ReviewItem] { queue.items }

  init(queue: ReviewQueue, codes: [CodeLine], topWeight: Double) {
    self.queue = queue
    self.codes = codes
    self.topWeight = topWeight
  }

  /// The names of the columns, in order.
  public var columns: [String] { Column.allCases.map(\.rawValue) }

  /// The rows as text, a cell a column, in the order of the queue.
  public var rows: [[String]] {
    items.map { item in Column.allCases.map { Self.text(of: cell($0, of: item)) } }
  }

  private static func text(of cell: CSVCell) -> String {
    switch cell {
    case .empty: ""
    case .text(let text): text
    case .integer(let number): String(number)
    case .decimal(let number): number.plain
    }
  }

  /// The header and the rows as CSV.
  func writeCSV(_ target: FileTarget) throws(FileError) {
    var writer = try CSVWriter.file(target)
    try writer.write(Column.allCases.map { .text($0.rawValue) })
    for item in items { try writer.write(Column.allCases.map { cell($0, of: item) }) }
    try writer.finish()
  }

  /// The rows, the codes to choose from and how to fill in, as a workbook.
  func writeXLSX(
    _ target: FileTarget, created: Int, advice: [String]
  ) throws(FileError) {
    let columns = Column.allCases.map { column in
      XLSXSheet.Column(
        column.rawValue, width: column.width, isFilledIn: column.isFilledIn,
        choices: choices(column))
    }
    let rows = items.map { item in Column.allCases.map { cell($0, of: item) } }
    let codeRows = codes.map { [CSVCell.text($0.code), .text($0.name), .text($0.definition)] }
    try XLSXWriter.write(
      [
        XLSXSheet(name: "decisions", columns: columns, rows: rows, frozenColumns: 4),
        XLSXSheet(
          name: "codes",
          columns: [
            .init("code", width: 36), .init("name", width: 36), .init("definition", width: 80),
          ], rows: codeRows, frozenColumns: 1),
        XLSXSheet(
          name: "how to fill in", columns: [.init("how to fill in", width: 100)],
          rows: (Self.instructions + advice).map { [.text($0)] }),
      ], to: target, created: created)
  }

  /// What people at the meeting need to know.
  static let instructions = [
    "decision: accept (the code stands on this text), reject (it does not) or change (it stands as the new columns say). Leave it empty where you have not decided; such rows are passed over.",
    "With change, fill in at least one of new code, new start, new end, weight, valence. Positions count characters from 0, the end exclusive.",
    "weight and valence may also be set with accept; left empty, those of the coders stand: the median weight, the valence most of them gave.",
    "by: who decided. at: when, as 2026-04-14T10:00:00Z; of several decisions on a unit the last one stands. Left empty in every row, both can be given once when the sheet comes in.",
    "reason: one sentence that others can follow.",
    "To split or merge, reject the unit and add rows with accept for what should stand: source, start, end, code.",
    "Leave source, start, end, code and state as they are: they say which unit is meant, and state shows whether its codings have changed since.",
    "Deciding settles a unit. It never raises a figure of agreement: those are always of the independent codings.",
  ]

  private func choices(_ column: Column) -> XLSXSheet.Choices? {
    switch column {
    case .decision: .words(Adjudication.Decision.allCases.map(\.rawValue))
    case .valence: .words(Valence.allCases.map(\.rawValue))
    case .weight:
      if topWeight == topWeight.rounded(), topWeight >= 1, topWeight <= 10 {
        .words((0...Int(topWeight)).map { String($0) })
      } else {
        .numbers(0...max(0, topWeight))
      }
    case .newCode: .column(sheet: "codes", column: 0, rows: codes.count)
    default: nil
    }
  }

  private func cell(_ column: Column, of item: ReviewItem) -> CSVCell {
    let unit = item.unit
    let decision = unit.decision
    return switch column {
    case .source: .text(item.source.id)
    case .start: .integer(unit.codedSpan.start)
    case .end: .integer(unit.codedSpan.end)
    case .code: .text(unit.codedAs)
    case .context: .text(item.source.scope.name)
    case .kind: .text(item.disagreement.kinds.map(ReviewWords.kind).joined(separator: "; "))
    case .coders:
      .text(item.disagreement.accounts.map(ReviewWords.account).joined(separator: "\n"))
    case .text: .text(item.passage?.text ?? "")
    case .around:
      .text(item.passage.map { "\($0.before)[\($0.text)]\($0.after)" } ?? "")
    case .memos: .text(item.memos.map { "\($0.coder): \($0.text)" }.joined(separator: "\n"))
    case .stands: .text(ReviewWords.standing(unit))
    case .effect: .text(ReviewWords.effect(item.effect))
    case .decision: decision.map { .text($0.decision.rawValue) } ?? .empty
    case .newCode: decision?.newCode.map { .text($0) } ?? .empty
    case .newStart: decision?.newStart.map { .integer($0) } ?? .empty
    case .newEnd: decision?.newEnd.map { .integer($0) } ?? .empty
    case .weight: decision?.weight.map { .decimal($0) } ?? .empty
    case .valence: decision?.valence.map { .text($0.rawValue) } ?? .empty
    case .by: decision.map { .text($0.by) } ?? .empty
    case .at: decision.map { .text($0.at) } ?? .empty
    case .reason: decision.map { .text($0.reason) } ?? .empty
    case .definition: .text(item.definition?.definition ?? "")
    case .state: .text(item.state)
    }
  }
}

extension Study {
  /// Makes the sheet for a meeting; see ``StudySnapshot/meetingSheet(_:)``.
  public func meetingSheet(_ request: ReviewRequest) throws -> MeetingSheet {
    try read { try $0.meetingSheet(request) }
  }
}

extension StudySnapshot {
  /// Makes the sheet for a meeting from what the queue lists.
  ///
  /// - Throws: `Failure` where the case is not known.
  public func meetingSheet(_ request: ReviewRequest) throws -> MeetingSheet {
    let queue = try reviewQueue(request)
    let forms = Set(framework.valueForms.map(\.id))
    let own = framework.constructs.flatMap { construct in
      [CodeMeaning(construct: construct.id).code]
        + (forms.contains(construct.id)
          ? [CodeMeaning(construct: construct.id, desired: true).code] : [])
    }
    let further = Set(try reader.codes().flatMap(Codebook(framework).meanings))
    let lines = (own + further.subtracting(own).sorted()).map { code in
      MeetingSheet.CodeLine(
        code: code, name: framework.name(ofCode: code) ?? "",
        definition: framework.definition(ofCode: code)?.definition
          ?? "Not in the framework: counts for no construct.")
    }
    return MeetingSheet(
      queue: queue, codes: lines, topWeight: framework.scoring.topWeight)
  }
}
