/// The options of an import, which were a command line without quotation marks, as JSON.
///
/// The line was always written in one order. Where a text does not read back in that order, a value
/// must have held what looks like an option, and nothing tells which it was: it is then kept whole.
enum M003_ImportOptions {
  private static let order = [
    "map", "sheet", "coder", "case", "phase", "round", "prune", "by", "at", "accept-stale",
    "encoding", "delimiter", "keep-good",
  ]
  private static let flags: Set = ["prune", "accept-stale", "keep-good"]
  private static let keys = ["accept-stale": "acceptStale", "keep-good": "keepGood"]

  static func json(_ text: String, round: String?) -> String {
    guard let options = options(text, round: round) else {
      return "{\"asWritten\":\(quoted(text))}"
    }
    let members = options.sorted { $0.key < $1.key }.map {
      "\(quoted($0.key)):\($0.value)"
    }
    return "{" + members.joined(separator: ",") + "}"
  }

  private static func quoted(_ text: String) -> String { M003_JoinedTexts.quoted(text) }

  /// The options by their new names, each value as JSON; nil where they cannot be told.
  private static func options(_ text: String, round: String?) -> [String: String]? {
    guard !text.isEmpty else { return [:] }
    let found = split(text)
    guard found.first?.start == text.startIndex else { return nil }
    let places = found.compactMap { option in order.firstIndex(of: option.name) }
    guard zip(places, places.dropFirst()).allSatisfy({ $0 < $1 }) else { return nil }
    var options: [String: String] = [:]
    for (name, value, _) in found {
      let json: String?
      if flags.contains(name) {
        json = value == nil ? "true" : nil
      } else if name == "map" {
        json = value.flatMap(map)
      } else {
        json = value.flatMap { isValue($0, of: name, round: round) ? quoted($0) : nil }
      }
      guard let json else { return nil }
      options[keys[name] ?? name] = json
      // Only a meeting's sheet of decisions had these.
      if ["by", "at", "accept-stale"].contains(name) { options["meeting"] = "true" }
    }
    return options
  }

  /// Whether an option may have had a value: some have only a few, and the round stands in a column of
  /// its own.
  private static func isValue(_ value: String, of name: String, round: String?) -> Bool {
    switch name {
    case "round": value == round
    case "encoding": ["utf8", "utf16", "windows1252"].contains(value)
    case "delimiter": ["comma", "semicolon", "tab"].contains(value)
    default: true
    }
  }

  /// What looks like an option, each with the text up to the next.
  private static func split(
    _ text: String
  ) -> [(name: String, value: String?, start: String.Index)] {
    var starts: [(name: String, start: String.Index, end: String.Index)] = []
    for index in text.indices
    where text[index...].hasPrefix("--")
      && (index == text.startIndex || text[text.index(before: index)] == " ")
    {
      let word = text[index...].prefix { $0 != " " }
      let name = String(word.dropFirst(2))
      if order.contains(name) { starts.append((name, index, word.endIndex)) }
    }
    return starts.enumerated().map { place, option in
      let isLast = place + 1 == starts.count
      let next = isLast ? text.endIndex : text.index(before: starts[place + 1].start)
      let value = option.end < next ? String(text[option.end..<next].dropFirst()) : ""
      return (option.name, value.isEmpty ? nil : value, option.start)
    }
  }

  /// A map of columns, `ours=theirs` with `;` between; nil where a header holds one of the two signs.
  private static func map(_ text: String) -> String? {
    let pairs = text.split(separator: ";", omittingEmptySubsequences: false).map {
      $0.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
    }
    guard pairs.allSatisfy({ $0.count == 2 }),
      zip(pairs, pairs.dropFirst()).allSatisfy({ $0[0] < $1[0] })
    else { return nil }
    let members = pairs.map { quoted($0[0]) + ":" + quoted($0[1]) }
    return "{" + members.joined(separator: ",") + "}"
  }
}
