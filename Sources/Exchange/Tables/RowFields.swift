public import FileFormats
public import StudyModel

/// Takes the fields of one row apart, gathering what is wrong with them.
///
/// A row that gathered an error is rejected; a reader goes on to the end of the row all the same,
/// so that a person mends it once.
public struct RowFields {
  /// The columns.
  public let columns: TableColumns
  /// What was found.
  public private(set) var problems: RowProblems

  /// Begins a row; one with too many or too few fields is wrong from the start.
  public init(_ record: borrowing TableRow, _ columns: TableColumns) {
    self.columns = columns
    problems = RowProblems(row: record.row)
    if record.count != columns.count {
      problems.add(.fieldCount(record.count, header: columns.count, row: record.row))
    }
  }

  /// Whether the row can stand.
  public var stands: Bool { problems.stands }

  /// Adds a problem of a column.
  public mutating func add(
    _ code: MessageCode, severity: Diagnostic.Severity = .error, column: String?, found: String?,
    _ message: String, _ remedy: String
  ) {
    problems.add(code, severity: severity, column: column, found: found, message, remedy)
  }

  /// The text of a column, nil where it is empty or the file does not have it.
  public func text(_ record: borrowing TableRow, _ name: String) -> String? {
    guard let index = columns.index(name), !record.isEmpty(at: index) else { return nil }
    return record.string(at: index)
  }

  /// The text of a column that must have one; an empty string, with a problem, where it has not.
  public mutating func required(_ record: borrowing TableRow, _ name: String) -> String {
    filled(record, name, isRequired: true).map { record.string(at: $0) } ?? ""
  }

  /// The place of a column whose field is not empty; where it must not be, that is a problem.
  private mutating func filled(
    _ record: borrowing TableRow, _ name: String, isRequired: Bool
  ) -> Int? {
    if let index = columns.index(name), !record.isEmpty(at: index) { return index }
    if isRequired { problems.add(.empty(name, row: problems.row)) }
    return nil
  }

  /// The whole number of a column, nil, with a problem, where it is something else or is missing.
  public mutating func int(
    _ record: borrowing TableRow, _ name: String, isRequired: Bool = false
  ) -> Int? {
    guard let index = filled(record, name, isRequired: isRequired) else { return nil }
    if let number = record.int(at: index) { return number }
    let found = record.string(at: index)
    if let number = Self.whole(found) { return number }
    add(
      .noWholeNumber, column: name, found: found, "\"\(found)\" is no whole number",
      "Write it in digits.")
    return nil
  }

  /// The number of a column, with a decimal point.
  public mutating func double(
    _ record: borrowing TableRow, _ name: String, isRequired: Bool = false
  ) -> Double? {
    guard let index = filled(record, name, isRequired: isRequired) else { return nil }
    if let number = record.int(at: index) { return Double(number) }
    let found = record.string(at: index)
    if let number = Double(written: found) { return number }
    add(
      .noNumber, column: name, found: found, "\"\(found)\" is no number",
      found.contains(",") ? "Write it with a decimal point." : "Write it in digits.")
    return nil
  }

  /// The word of a column that must be one of a few, in any case.
  public mutating func word<Word: RawRepresentable & CaseIterable>(
    _ record: borrowing TableRow, _ name: String, _ type: Word.Type,
    isAllowed: (Word) -> Bool = { _ in true }
  ) -> Word? where Word.RawValue == String {
    guard let found = text(record, name) else { return nil }
    if let word = Word(rawValue: found.lowercased()), isAllowed(word) { return word }
    let words = Word.allCases.filter(isAllowed).map(\.rawValue)
    let near = NearestName.hint(found, among: words)
    add(
      .unknownWord, column: name, found: found, "\"\(found)\" is no \(name)\(near)",
      "Write one of \(words.joined(separator: ", ")), or leave it empty.")
    return nil
  }

  /// Yes or no; nil where the field is empty.
  public mutating func yesOrNo(_ record: borrowing TableRow, _ name: String) -> Bool? {
    guard let found = text(record, name)?.lowercased() else { return nil }
    if ["yes", "true", "1"].contains(found) { return true }
    if ["no", "false", "0"].contains(found) { return false }
    add(
      .noYesOrNo, column: name, found: found, "\"\(found)\" is neither yes nor no",
      "Write yes or no, or leave it empty.")
    return nil
  }

  /// A date as `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
  public mutating func date(
    _ record: borrowing TableRow, _ name: String, isRequired: Bool = false
  ) -> String? {
    guard let index = filled(record, name, isRequired: isRequired) else { return nil }
    let found = Self.withoutMidnight(record.string(at: index))
    if Self.isDate(found) { return found }
    add(
      .noDate, column: name, found: found, "\"\(found)\" is no date",
      "Write it as 2026-04-14, 2026-04 or 2026.")
    return nil
  }

  /// A whole number that a program has written with decimals, as `4.0`; nil for any other.
  private static func whole(_ text: String) -> Int? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[1].isEmpty, parts[1].allSatisfy({ $0 == "0" }) else {
      return nil
    }
    return Int(parts[0])
  }

  /// A day without the midnight that programs write after it, as `2026-04-14 00:00:00`; any other text as it is.
  private static func withoutMidnight(_ text: String) -> String {
    guard let mark = text.firstIndex(where: { $0 == "T" || $0 == " " }),
      text[..<mark].count == 10,
      text[mark...].dropFirst().wholeMatch(of: /00:00(:00(\.0+)?)?Z?/) != nil
    else { return text }
    return String(text[..<mark])
  }

  /// Whether a text is a date of the calendar, as `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
  public static func isDate(_ text: String) -> Bool { CalendarDay.days(of: text) != nil }
}
