public import FileFormats
public import StudyModel

extension RowFields {
  /// Reads a row of `adjudications`; `by` and `at` stand in for empty fields.
  public mutating func adjudication(
    _ record: borrowing TableRow, by: String? = nil, at: String? = nil
  ) -> Adjudication? {
    _ = required(record, "source")
    let code = required(record, "code")
    let span = span(record, isRequired: true)
    let decision = word(record, "decision", Adjudication.Decision.self)
    if text(record, "decision") == nil { _ = required(record, "decision") }
    let newCode = text(record, "new code")
    let newStart = int(record, "new start")
    let newEnd = int(record, "new end")
    let weight = weight(record)
    let valence = word(record, "valence", Valence.self)
    let by = text(record, "by") ?? by ?? lacking("by", "who decided")
    let at = text(record, "at") ?? at ?? lacking("at", "when it was decided")
    if !at.isEmpty, ClockTime(at) == nil {
      add(
        .noTime, column: "at", found: at, "\"\(at)\" is no time",
        "Write it as 2026-04-14, 2026-04-14 10:00 or 2026-04-14T10:00:00+01:00; of several decisions on a unit the last one stands, and a time without offset is UTC."
      )
    }
    if let decision, decision != .change, newCode != nil || newStart != nil || newEnd != nil {
      add(
        .newFieldsWithoutChange, column: "decision", found: decision.rawValue,
        "the decision is \"\(decision.rawValue)\", yet something new is given",
        "Either write \"change\" or empty \"new code\", \"new start\" and \"new end\".")
    }
    let changes = ["new code", "new start", "new end", "weight", "valence"]
    var isEmptyChange = true
    for name in changes where text(record, name) != nil { isEmptyChange = false }
    if decision == .change, isEmptyChange {
      add(
        .changeToNothing, column: "decision", found: "change", "nothing says what it changes to",
        "Fill in \"new code\", \"new start\", \"new end\", \"weight\" or \"valence\".")
    }
    if let span {
      let (start, end) = (newStart ?? span.start, newEnd ?? span.end)
      if start < 0 || start >= end || end > Span.furthestEnd {
        add(
          .changedSpan, column: "new end", found: String(end),
          "the changed segment starts at \(start) and ends at \(end)",
          "Let it end after it starts; ends are exclusive.")
      }
    }
    guard stands, let span, let decision else { return nil }
    return Adjudication(
      code: code, span: span, decision: decision, newCode: newCode, newStart: newStart,
      newEnd: newEnd, weight: weight, valence: valence, by: by, at: at,
      reason: text(record, "reason") ?? "", row: problems.row)
  }

  /// Tells that nobody says of a decision by whom or when it was taken: no reason to throw it away.
  private mutating func lacking(_ column: String, _ what: String) -> String {
    add(
      .notSaidOfDecision, column: column, found: nil, "\"\(column)\" is empty",
      "Either fill in \(what) or say it once for all rows that do not.")
    return ""
  }

  mutating func span(_ record: borrowing TableRow, isRequired: Bool) -> Span? {
    let (start, end) = (int(record, "start"), int(record, "end"))
    guard let start, let end else {
      // What is there and no number was told of already.
      let (noStart, noEnd) = (text(record, "start") == nil, text(record, "end") == nil)
      if noStart != noEnd || isRequired, noStart || noEnd {
        add(
          .halfSpan, column: noStart ? "start" : "end", found: nil,
          "the segment has no \(noStart ? "start" : "end")",
          "Give both: Unicode characters counted from 0, the end exclusive.")
      }
      return nil
    }
    guard end <= Span.furthestEnd else {
      add(
        .spanBeyondAnyText, column: "end", found: String(end),
        "the segment ends at \(end), beyond any text",
        "Count Unicode characters of the source from 0.")
      return nil
    }
    guard start >= 0, start < end else {
      add(
        .wrongSpan, column: start < 0 ? "start" : "end", found: String(start < 0 ? start : end),
        start < 0
          ? "the segment starts at \(start), before the source"
          : "the segment starts at \(start) and ends at \(end)",
        start > end
          ? "Either exchange the two or correct one of them; ends are exclusive."
          : "Let it start at 0 or later and end after it starts; ends are exclusive.")
      return nil
    }
    return Span(start: start, end: end)
  }

  /// A weight; whether it is one of the framework's is not seen here.
  mutating func weight(_ record: borrowing TableRow) -> Double? { double(record, "weight") }
}
