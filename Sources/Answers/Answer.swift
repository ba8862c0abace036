import FileFormats

/// What a command answers under `--json`: one object, whose shape `docs/json-answers.md` gives.
///
/// Each shape is a file here and is made from a typed result of the workflow, so that every front
/// answers the same.
public struct Answer: Sendable, Hashable {
  let value: JSONValue

  init(_ value: JSONValue) { self.value = value }

  /// The answer as text: UTF-8, LF, two spaces a level, a line feed at the end.
  public var text: String { JSONWriter.text(value) }
}
