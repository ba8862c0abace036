import FileFormats
public import StudyModel

/// Which columns of a survey file are items, and how their answers are read.
public struct SurveyColumns: Sendable {
  /// The items, in the order of the file's columns.
  public let items: [Item]
  /// Columns that are no items, kept as text.
  public let kept: [(index: Int, name: String)]
  private let plan: [(index: Int, low: Int, high: Int)]

  /// Finds the items among the columns that the layout does not know.
  ///
  /// - Throws: a column that looks like an item the framework does not have.
  public init(_ columns: TableColumns, framework: Framework) throws(DiagnosticsError) {
    let known = Dictionary(
      framework.items.map { ($0.id.lowercased(), $0) }, uniquingKeysWith: { a, _ in a })
    var items: [Item] = []
    var plan: [(Int, Int, Int)] = []
    var kept: [(Int, String)] = []
    var problems: [Diagnostic] = []
    for (index, name) in columns.further {
      if let item = known[name.lowercased()] {
        items.append(item)
        plan.append((index, item.scale.low, item.scale.high))
        continue
      }
      let near = NearestName.of(name, among: known.values.map(\.id).sorted())
      let looksLikeItem = framework.constructs.contains { name.hasPrefix($0.id + ".") }
      if near != nil || looksLikeItem {
        var problem = Diagnostic.unknownItem(name, near: near, framework: framework)
        problem.place.column = columns.header(at: index)
        problems.append(problem)
      }
      kept.append((index, name))
    }
    if items.isEmpty, problems.isEmpty {
      problems.append(.noItems(framework: framework))
    }
    guard problems.isEmpty else {
      throw DiagnosticsError(
        problems.map { problem in
          var located = problem
          (located.place.file, located.place.row) = (columns.file, columns.headerRow)
          return located
        })
    }
    self.items = items
    self.plan = plan.map { (index: $0.0, low: $0.1, high: $0.2) }
    self.kept = kept.map { (index: $0.0, name: $0.1) }
  }

  /// Reads the answers of a row where each is a digit of its scale or empty.
  ///
  /// - Returns: False, with the answers in part overwritten, where one is something else.
  func readDigits(
    _ record: borrowing TableRow, into answers: UnsafeMutableBufferPointer<Int8>
  ) -> Bool {
    guard answers.count == plan.count else { return false }
    return plan.withUnsafeBufferPointer { plan in
      for position in plan.indices {
        let (index, low, high) = plan[position]
        let bytes = record.bytes(at: index)
        if bytes.count == 1 {
          let value = Int(bytes[0]) &- 48
          guard value >= low, value <= high, value >= 0, value <= 9 else { return false }
          answers[position] = Int8(truncatingIfNeeded: value)
        } else {
          guard bytes.isEmpty else { return false }
          answers[position] = Answer.notAnswered
        }
      }
      return true
    }
  }

  /// Reads the answers of a row, one byte an item.
  func read(
    _ record: borrowing TableRow, into answers: UnsafeMutableBufferPointer<Int8>,
    problems fields: inout RowFields
  ) {
    guard answers.count == plan.count else { return }
    for position in plan.indices {
      let (index, low, high) = plan[position]
      let bytes = record.bytes(at: index)
      // Nearly every answer is one digit.
      if bytes.count == 1 {
        let value = Int(bytes[0]) - 48
        if value >= low, value <= high, value >= 0, value <= 9 {
          answers[position] = Int8(value)
          continue
        }
      }
      answers[position] =
        bytes.isEmpty
        ? Answer.notAnswered : longAnswer(record, position: position, problems: &fields)
    }
  }

  /// An answer that is no single digit of the scale: a longer number, or a word for not having one.
  private func longAnswer(
    _ record: borrowing TableRow, position: Int, problems fields: inout RowFields
  ) -> Int8 {
    let (index, low, high) = plan[position]
    let text = record.string(at: index)
    switch text.lowercased() {
    case "na", "n/a", "not applicable", "does not apply": return Answer.notApplicable
    case "refused", "prefer not to say", "dk", "don't know", "don’t know": return Answer.refused
    case "not asked": return Answer.notAsked
    default: break
    }
    let number = record.int(at: index) ?? Double(written: text).flatMap { Int(exactly: $0) }
    if let number, number >= low, number <= high { return Int8(truncatingIfNeeded: number) }
    let item = items[position].id
    fields.add(
      number == nil ? .answerNoNumber : .answerRange, column: item, found: text,
      number == nil
        ? "\"\(text)\" is no answer on the scale \(low) to \(high)"
        : "the answer \(text) lies outside the scale \(low) to \(high)",
      "Write a whole number from \(low) to \(high), leave it empty where nothing was ticked, or write \"n/a\" or \"refused\"."
    )
    return Answer.notAnswered
  }
}

extension Diagnostic {
  fileprivate static func unknownItem(
    _ name: String, near: String?, framework: Framework
  ) -> Diagnostic {
    var unknown = Diagnostic(
      code: .unknownItem, severity: .error,
      found: name, message: "\"\(name)\" is no item of \"\(framework.id)\"",
      remedy: near.map {
        NearestName.remedy(nearest: $0, or: "rename the column if it is no item")
      } ?? "Either say which item it is or rename the column if it is no item.")
    if near == nil { unknown.means = .mapColumns }
    return unknown
  }

  fileprivate static func noItems(framework: Framework) -> Diagnostic {
    let example = framework.items.first?.id
    var none = Diagnostic(
      code: .noItems, severity: .error,
      message: "no column is an item of \"\(framework.id)\"",
      remedy: example.map {
        "Item columns are named like \"\($0)\"; say which is which."
      }
        ?? "This framework has no questionnaire.")
    if example != nil { none.means = .mapColumns }
    return none
  }
}
