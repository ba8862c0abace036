/// Text that Markdown takes as text, whatever stands in it: no picture, link, heading or list of it.
///
/// What it escapes is what readers of Markdown make something of, GitHub's additions among it. The
/// marks of cuts, `[...]`, stay as they are where no link can begin with them.
enum MarkdownText {
  /// Text inside a line: line ends become spaces.
  static func escaped(_ text: String) -> String {
    let characters = Array(text)
    var out = ""
    var place = 0
    while place < characters.count {
      let character = characters[place]
      if character == "[", isCut(characters[place...]) {
        out += "[...]"
        place += 5
        continue
      }
      if character.isNewline {
        out.append(" ")
      } else {
        if isSpecial(character, characters[(place + 1)...]) { out.append("\\") }
        out.append(character)
        // An address would become a link without any sign of one before it.
        if isAddress(out, before: characters[(place + 1)...]) { out.append("\\") }
      }
      place += 1
    }
    return out
  }

  /// Text with which a line begins.
  static func begun(_ text: String) -> String {
    let escaped = escaped(text)
    let line = escaped.drop { $0.isWhitespace }
    guard let first = line.first else { return "" }
    if "-+=:".contains(first) { return "\\" + line }
    // A number with a stop or a bracket begins a list.
    let digits = line.prefix { $0.isASCII && $0.isNumber }
    let rest = line[digits.endIndex...]
    guard !digits.isEmpty, digits.count < 10, let stop = rest.first, ".)".contains(stop),
      rest.dropFirst().first?.isWhitespace ?? true
    else { return String(line) }
    return digits + "\\" + rest
  }

  private static func isSpecial(_ character: Character, _ rest: ArraySlice<Character>) -> Bool {
    switch character {
    case "\\", "`", "*", "_", "<", ">", "|", "#", "~", "$", "[": true
    // "&copy;" and "&#169;" stand for a character, "a & b" does not.
    case "&": rest.first.map { $0.isASCII && ($0.isLetter || $0 == "#") } == true
    default: false
    }
  }

  private static func isCut(_ rest: ArraySlice<Character>) -> Bool {
    rest.prefix(5).elementsEqual("[...]")
      && rest.dropFirst(5).first.map { !"([:".contains($0) } == true
  }

  /// Whether what was written so far ends in what makes an address of the text that follows.
  private static func isAddress(_ out: String, before rest: ArraySlice<Character>) -> Bool {
    let tail = out.suffix(7).lowercased()
    if rest.first == ":",
      ["http", "https", "ftp", "mailto", "xmpp"].contains(where: tail.hasSuffix)
    {
      return true
    }
    return rest.first == "." && tail.hasSuffix("www") || rest.first == "@"
  }
}
