import StudyModel

/// Makes nodes of a YAML text's events; counts them, as aliases can stand for very many.
///
/// An alias is a value that was written before and is whole by then: it can be no key, and stand for
/// nothing that it is itself part of.
struct YAMLComposer {
  private typealias Event = YAMLEvents.Event

  private let file: String
  private let log: ReadingLog
  private var left = YAMLLimits.nodes
  private var anchors: [String: (node: YAMLNode, size: Int)] = [:]

  init(file: String, log: ReadingLog) {
    self.file = file
    self.log = log
  }

  /// The root of the only document; nil for a text without one.
  mutating func document(_ events: YAMLEvents) throws(YAMLFault) -> YAMLNode? {
    var composer = self
    defer { self = composer }
    return try events.read { next throws(YAMLFault) in
      var root: YAMLNode?
      while true {
        let event = try next()
        switch event.kind {
        case .streamEnd: return root
        case .documentStart:
          guard root == nil else {
            throw YAMLFault(
              row: event.row, message: "a second document begins in the file",
              remedy: "Keep one document a file.")
          }
          root = try composer.node(try next(), next, key: nil, depth: 0, line: nil)
        default: break
        }
      }
    }
  }

  private mutating func node(
    _ event: Event, _ next: () throws(YAMLFault) -> Event, key: String?, depth: Int, line: Int?
  ) throws(YAMLFault) -> YAMLNode {
    guard depth <= YAMLLimits.depth else { throw .tooMuch }
    let before = left
    try spend(1)
    var place = Diagnostic.Place(file: file, row: event.row, column: key)
    let content: YAMLNode.Content
    switch event.kind {
    case .alias(let name): return try anchored(name, at: place)
    case .scalar(let written, let isPlain):
      let text = Self.trimmed(written)
      content = text.isEmpty && isPlain ? .nothing : .scalar(text)
      // Nothing written has no place of its own: the key's line is where to write something.
      if case .nothing = content { place.row = line ?? event.row }
    case .sequence: content = .sequence(try elements(next, key: key, depth: depth))
    case .mapping: content = .mapping(try entries(next, depth: depth))
    case .streamEnd, .documentStart, .end, .other:
      throw .notYAML("a value is wanted", row: event.row)
    }
    let node = YAMLNode(content: content, place: place)
    if let anchor = event.anchor { anchors[anchor] = (node, before - left) }
    return node
  }

  private mutating func anchored(
    _ name: String, at place: Diagnostic.Place
  ) throws(YAMLFault) -> YAMLNode {
    guard let (node, size) = anchors[name] else {
      throw YAMLFault(
        row: place.row, message: "this is not YAML: found undefined alias",
        remedy: "Define the anchor before its alias.")
    }
    try spend(size)
    return node
  }

  private mutating func elements(
    _ next: () throws(YAMLFault) -> Event, key: String?, depth: Int
  ) throws(YAMLFault) -> [YAMLNode] {
    var nodes: [YAMLNode] = []
    while true {
      let event = try next()
      if case .end = event.kind { return nodes }
      nodes.append(try node(event, next, key: key, depth: depth + 1, line: nil))
    }
  }

  private mutating func entries(
    _ next: () throws(YAMLFault) -> Event, depth: Int
  ) throws(YAMLFault) -> [YAMLEntry] {
    var entries: [YAMLEntry] = []
    var lines: [String: Int] = [:]
    while true {
      let event = try next()
      if case .end = event.kind { return entries }
      let name = try self.key(event, next, depth: depth)
      let value = try node(try next(), next, key: name, depth: depth + 1, line: event.row)
      guard let name, isNew(name, at: event.row, &lines) else { continue }
      let place = Diagnostic.Place(file: file, row: event.row, column: name)
      entries.append(YAMLEntry(key: name, place: place, value: value))
    }
  }

  /// A key's name; nil, with a message, where it is no plain word.
  private mutating func key(
    _ event: Event, _ next: () throws(YAMLFault) -> Event, depth: Int
  ) throws(YAMLFault) -> String? {
    if case .scalar(let text, _) = event.kind, event.anchor == nil {
      try spend(1)
      return Self.trimmed(text)
    }
    _ = try node(event, next, key: nil, depth: depth + 1, line: nil)
    log.error(
      .frameworkWrongType, at: .init(file: file, row: event.row),
      "a key is a list or has keys of its own",
      "Write a plain word as the key; quote a text that begins with a bracket or brace.")
    return nil
  }

  private func isNew(_ name: String, at row: Int, _ lines: inout [String: Int]) -> Bool {
    let place = Diagnostic.Place(file: file, row: row, column: name)
    if name == "<<" {
      log.error(
        .frameworkUnknownKey, at: place, "merging with \"<<\" is not part of the format",
        "Write the keys out.")
      return false
    }
    if let first = lines[name] {
      log.error(
        .frameworkKeyTwice, at: place,
        "the key \"\(name)\" is written twice; the first is on line \(first)",
        "Keep one of the two.")
      return false
    }
    lines[name] = row
    return true
  }

  private mutating func spend(_ count: Int) throws(YAMLFault) {
    left -= count
    guard left >= 0 else { throw .tooMuch }
  }

  private static func trimmed(_ text: String) -> String {
    let start = text.drop(while: \.isWhitespace)
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...last])
  }
}
