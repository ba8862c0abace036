public import FileFormats

/// Marks what is written beside a page as a draft.
public enum DraftMark {
  /// An object with `draft` after its first member; anything else as it is.
  public static func on(_ json: JSONValue) -> JSONValue {
    guard case .object(let members) = json else { return json }
    return .object(members.prefix(1) + [.init("draft", .bool(true))] + members.dropFirst(1))
  }

  /// A table with a first column `draft` that says `yes` in every row.
  public static func on(csv text: String) -> String {
    var marked = ""
    var (isQuoted, isAtStart, isHeader) = (false, true, true)
    for scalar in text.unicodeScalars {
      if isAtStart { marked += isHeader ? "draft," : "yes," }
      isAtStart = false
      if scalar == "\"" { isQuoted.toggle() }
      marked.unicodeScalars.append(scalar)
      if scalar == "\n", !isQuoted { (isAtStart, isHeader) = (true, false) }
    }
    return marked
  }
}
