import FileFormats
import StudyModel

/// Names of a column: those declared, or whatever comes where nothing is declared.
struct OpenNames {
  private(set) var table: ByteNames
  private let isOpen: Bool
  private let key: String

  init(_ declared: [String]?, key: String) {
    table = ByteNames(declared ?? [])
    isOpen = declared == nil
    self.key = key
  }

  /// The number of a name; one that was not declared is a problem, of which 20 are kept.
  mutating func place(
    _ field: UnsafeRawBufferPointer, _ file: String, _ row: Int, _ problems: inout [Diagnostic]
  ) -> Int? {
    if isOpen { return table.number(field) }
    if let found = table.find(field) { return found }
    guard problems.count < 20 else { return nil }
    let text = String(decoding: field, as: UTF8.self)
    problems.append(
      Diagnostic(
        code: .undeclaredName, severity: .error, place: .init(file: file, row: row, column: key),
        found: text, message: "\"\(text)\" is none of the \(key)s declared",
        remedy: "Either declare it or correct the row"))
    return nil
  }
}
