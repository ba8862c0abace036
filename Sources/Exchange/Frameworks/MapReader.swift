import StudyModel

/// Reads the keys of one mapping: says at once which are unknown and which are missing, then hands
/// out the values as what is wanted of them.
struct MapReader {
  /// What the mapping describes, as messages call it: `the construct "way.tools"`.
  let label: String
  /// Where it begins.
  let place: Diagnostic.Place
  let log: ReadingLog
  private let values: [String: YAMLNode]

  /// Takes a mapping, or nil where the node is none; `what` is a noun such as `construct`.
  init?(_ node: YAMLNode, what: String, keys: [String], required: [String], log: ReadingLog) {
    guard let entries = node.entries else {
      let article = what.first.map { "aeiou".contains($0) } == true ? "an" : "a"
      log.error(
        .frameworkWrongType, at: node.place, found: node.text,
        "\(article) \(what) is written with keys, and here is \(node.description)",
        required.isEmpty
          ? "Write keys with values." : "Write \(keys.prefix(3).joined(separator: ", ")) and so on."
      )
      return nil
    }
    self.init(entries, at: node.place, what: what, keys: keys, required: required, log: log)
  }

  /// Takes entries, where some of a mapping's were read already.
  init(
    _ entries: [YAMLEntry], at place: Diagnostic.Place, what: String, keys: [String],
    required: [String], log: ReadingLog
  ) {
    let id = entries.first { $0.key == "id" || $0.key == "key" }?.value.text
    let label = id.map { "the \(what) \"\($0)\"" } ?? "the \(what)"
    self.label = label
    self.place = place
    self.log = log
    var values: [String: YAMLNode] = [:]
    for entry in entries {
      if keys.contains(entry.key) {
        values[entry.key] = entry.value
      } else {
        let nearest = NearestName.of(entry.key, among: keys)
        log.error(
          .frameworkUnknownKey, at: entry.place, "\(label) has no key \"\(entry.key)\"",
          nearest.map { "Write \"\($0)\", or take it out." }
            ?? "Take it out, or use one of \(keys.joined(separator: ", ")).")
      }
    }
    self.values = values
    for key in required where values[key] == nil {
      log.error(
        .frameworkMissingKey, at: .init(file: place.file, row: place.row, column: key),
        "\(label) lacks \"\(key)\"", "Add it.")
    }
  }

  /// The place of a key, or of the mapping where the key is not there.
  func place(of key: String) -> Diagnostic.Place {
    values[key]?.place ?? Diagnostic.Place(file: place.file, row: place.row, column: key)
  }

  /// The node of a key, or nil.
  func node(_ key: String) -> YAMLNode? { values[key] }

  /// The text of a key, or nil where there is none; a missing value is reported.
  func text(_ key: String) -> String? {
    values[key].flatMap { Self.text($0, log: log) }
  }

  /// The text of a key whose absence was reported.
  func string(_ key: String) -> String { text(key) ?? "" }

  /// The texts of a list.
  func texts(_ key: String) -> [String] {
    (values[key]?.elements ?? []).compactMap { Self.text($0, log: log) }
  }

  /// The nodes of a list; an empty one under a required key is reported.
  func list(_ key: String, mayBeEmpty: Bool = true) -> [YAMLNode] {
    guard let node = values[key] else { return [] }
    if node.elements.isEmpty, !mayBeEmpty {
      log.error(
        .frameworkMissingKey, at: node.place, "\(label) has nothing under \"\(key)\"",
        "Add an entry.")
    }
    return node.elements
  }

  /// A truth value, false where the key is not there.
  func flag(_ key: String) -> Bool {
    guard let text = text(key) else { return false }
    if text != "true", text != "false" {
      log.error(
        .frameworkWrongType, at: place(of: key), found: text, "\"\(key)\" is \"\(text)\"",
        "Write true or false.")
    }
    return text == "true"
  }

  /// A text that must be one of a list, or nil; what else stands there is reported.
  func choice(_ key: String, of known: [String]) -> String? {
    guard let node = values[key], let text = text(key) else { return nil }
    return Self.check(text, of: known, what: key, at: node.place, log: log) ? text : nil
  }

  /// Texts of a list, each one of those known.
  func choices(_ key: String, of known: [String]) -> [String] {
    (values[key]?.elements ?? []).compactMap { node in
      guard let text = Self.text(node, log: log) else { return nil }
      return Self.check(text, of: known, what: key, at: node.place, log: log) ? text : nil
    }
  }

  /// The text of a node, or nil with a report where it is none.
  static func text(_ node: YAMLNode, log: ReadingLog) -> String? {
    guard let text = node.text, !text.isEmpty else {
      let empty = node.text != nil
      log.error(
        .frameworkWrongType, at: node.place,
        "a text is wanted, and here is \(empty ? "an empty one" : node.description)",
        "Write a text, in quotes where it begins with a bracket or brace.")
      return nil
    }
    return text
  }

  private static func check(
    _ text: String, of known: [String], what: String, at place: Diagnostic.Place, log: ReadingLog
  ) -> Bool {
    guard !known.contains(text) else { return true }
    log.unknown(
      what, text, among: known, at: place, "use one of \(known.joined(separator: ", "))")
    return false
  }
}
