import FileFormats
import StudyModel

/// What was said to stand in for a column, as long as it did so for no row.
///
/// A case that was named for a file whose rows name their own goes into none of them: whoever named it
/// believes otherwise.
struct StandIns {
  private struct One {
    let name: String
    let value: String
    let column: Int
  }

  private var unused: [One]
  /// Whether there was a row in which something could have stood in.
  private var hasRows = false
  /// The column of decisions, in whose rows alone something stands in.
  private let decision: Int?
  private let columns: TableColumns

  init(_ options: ImportOptions, _ columns: TableColumns) {
    self.columns = columns
    decision = options.meeting == nil ? nil : columns.index("decision")
    let told = [
      ("coder", options.coder), ("case", options.caseID), ("phase", options.phase),
      ("by", options.meeting?.by), ("at", options.meeting?.at),
    ]
    unused = told.compactMap { name, value in
      guard let value, let column = columns.index(name) else { return nil }
      return One(name: name, value: value, column: column)
    }
  }

  /// Looks which stood in for a field of the block.
  mutating func look(in block: TableBlock) {
    guard !unused.isEmpty else { return }
    let decision = decision
    block.forEachRecord { record in
      guard !unused.isEmpty, !record.isBlank else { return }
      if let decision, record.isEmpty(at: decision) { return }
      hasRows = true
      unused.removeAll { record.isEmpty(at: $0.column) }
    }
  }

  /// A warning for each that stood in for nothing.
  func inVain(file: String) -> [Diagnostic] {
    guard hasRows else { return [] }
    return unused.map { one in
      Diagnostic(
        code: .saidInVain, severity: .warning,
        place: .init(file: file, column: columns.header(one.name)), found: one.value,
        message: "every row has its own \"\(one.name)\", so \"\(one.value)\" stands in for none",
        remedy:
          "It is for a file without that column, and for empty cells. If all rows are meant, take the column out of the file."
      )
    }
  }
}

extension ImportOptions {
  /// What was said of the form of a file that has another, told as a warning.
  func inVain(of source: any TableSource, file: String) -> [Diagnostic] {
    guard source.sheet != nil, encoding != nil || delimiter != nil else { return [] }
    let what = [
      encoding.map { ("an encoding", $0.rawValue) }, delimiter.map { ("a delimiter", $0.rawValue) },
    ].compactMap { $0 }
    return what.map { what, value in
      Diagnostic(
        code: .saidInVain, severity: .warning, place: .init(file: file), found: value,
        message: "\(what) (\(value)) was told of \(file), and a workbook has none",
        remedy: "Nothing is wrong with what was read; leave it away.")
    }
  }
}

extension Framework {
  /// The names that it has for columns: of items, and of attributes of cases.
  var furtherNames: [String] { items.map(\.id) + attributes.map(\.id) }
}
