import FileFormats

/// What a command answers under `--json`: one object, whose shape `docs/json-answers.md` gives.
///
/// Each shape is a file here and is made from a typed result of the workflow, so that every front
/// answers the same.
public struct Answer: Sendable {
  /// The members but for the rows.
  private let value: JSONValue
  /// A long list that comes last, made while it is written.
  private let rows: Rows?

  /// Rows that are made when they are asked for.
  struct Rows: Sendable {
    /// The name of the list.
    var key: String
    /// Of how many things it tells, cases for example.
    var count: Int
    /// The rows of each.
    var of: @Sendable (Int) -> [JSONValue]
  }

  init(_ value: JSONValue) { (self.value, rows) = (value, nil) }

  init(_ members: [JSONValue.Member], rows: Rows) {
    (value, self.rows) = (.object(members), rows)
  }

  /// The answer as text: UTF-8, LF, two spaces a level, a line feed at the end.
  public var text: String {
    var text = ""
    write { text += $0 }
    return text
  }

  /// Hands over the text in pieces: of a long answer only one is ever held.
  public func write(to sink: (String) throws -> Void) rethrows {
    guard let rows, case .object(let members) = value else {
      return try sink(JSONWriter.text(value))
    }
    try JSONWriter.write(
      members, rows.key, rows: (0..<rows.count).lazy.flatMap { rows.of($0) }, to: sink)
  }
}
