import StudyModel
import Yams

/// Reads the text of a YAML file into nodes that know their places.
enum YAMLDocument {
  /// The root of a file, or nil where its syntax does not allow one; what is wrong goes to the log.
  ///
  /// `file` is the name under which it is reported.
  static func root(of text: String, file: String, log: ReadingLog) -> YAMLNode? {
    let composed: Node?
    do {
      // Text is text here, so that no scalar needs the regular expressions that guess its type.
      composed = try Yams.compose(yaml: text, .basic)
    } catch let error as YamlError {
      report(error, text: text, file: file, log: log)
      return nil
    } catch {
      log.error(.syntax, at: .init(file: file), "the file cannot be read: \(error)", "Correct it.")
      return nil
    }
    guard let composed else {
      return YAMLNode(content: .nothing, place: .init(file: file, row: 1))
    }
    var conversion = YAMLConversion(file: file, log: log)
    let root = conversion.node(composed, key: nil, depth: 0)
    guard !conversion.exhausted else {
      log.error(
        .syntax, at: .init(file: file), "the file holds too many values, or nests them too deeply",
        "Write out what aliases repeat, in fewer and flatter parts.")
      return nil
    }
    return root
  }

  /// Says where a syntax error is, and what is wrong in the parser's words.
  private static func report(_ error: YamlError, text: String, file: String, log: ReadingLog) {
    let remedy =
      "Check indentation, and quote texts that hold \": \" or \" #\" or begin with a bracket or brace."
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _):
      log.error(
        .syntax, at: .init(file: file, row: mark.line), "this is not YAML: \(problem)", remedy)
    case .composer(_, let problem, let mark, _):
      let several = problem.contains("another document")
      log.error(
        .syntax, at: .init(file: file, row: mark.line),
        several ? "a second document begins in the file" : "this is not YAML: \(problem)",
        several ? "Keep one document a file." : "Define the anchor before its alias.")
    case .reader(let problem, let offset, _, let yaml):
      let before = offset.map { yaml.prefix($0).count { $0.isNewline } + 1 }
      log.error(
        .syntax, at: .init(file: file, row: before), "this is not YAML: \(problem)",
        "Remove the character, or write it as an escape in double quotes.")
    case .duplicatedKeysInMapping(let keys, let context):
      let key = keys.first ?? ""
      let first = context.mark
      let line = secondLine(of: key, after: first.line, column: first.column, in: text)
      log.error(
        .keyTwice, at: .init(file: file, row: line ?? first.line, column: key),
        "the key \"\(key)\" is written twice; the first is on line \(first.line)",
        "Keep one of the two.")
    default:
      log.error(.syntax, at: .init(file: file), "this is not YAML: \(error)", remedy)
    }
  }

  /// The line on which a key stands again at the same indentation: the parser names the first only.
  private static func secondLine(of key: String, after line: Int, column: Int, in text: String)
    -> Int?
  {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard line < lines.count else { return nil }
    for (index, content) in lines.enumerated().dropFirst(line) {
      let body = content.dropFirst(column - 1)
      if content.prefix(column - 1).allSatisfy({ $0 == " " }),
        [key, "\"\(key)\"", "'\(key)'"].contains(where: { body.hasPrefix($0 + ":") })
      {
        return index + 1
      }
    }
    return nil
  }
}

/// Turns the parser's nodes into ours; counts them, as aliases can stand for very many.
private struct YAMLConversion {
  let file: String
  let log: ReadingLog
  private(set) var exhausted = false
  private var left = 200_000

  init(file: String, log: ReadingLog) {
    self.file = file
    self.log = log
  }

  mutating func node(_ node: Node, key: String?, depth: Int, line: Int? = nil) -> YAMLNode {
    left -= 1
    if left < 0 || depth > 64 { exhausted = true }
    let place = Diagnostic.Place(file: file, row: node.mark?.line ?? line, column: key)
    guard !exhausted else { return YAMLNode(content: .nothing, place: place) }
    switch node {
    case .scalar(let scalar):
      let text = trimmed(scalar.string)
      let empty = text.isEmpty && scalar.style == .plain
      // Nothing written has no place of its own: the key's line is where to write something.
      let shown = empty ? Diagnostic.Place(file: file, row: line ?? place.row, column: key) : place
      return YAMLNode(content: empty ? .nothing : .scalar(text), place: shown)
    case .sequence(let sequence):
      let nodes = sequence.map { self.node($0, key: key, depth: depth + 1) }
      return YAMLNode(content: .sequence(nodes), place: place)
    case .mapping(let mapping):
      return YAMLNode(content: .mapping(entries(of: mapping, depth: depth)), place: place)
    case .alias:
      // The parser puts what an alias stands for in its place.
      return YAMLNode(content: .nothing, place: place)
    }
  }

  private mutating func entries(of mapping: Node.Mapping, depth: Int) -> [YAMLEntry] {
    var entries: [YAMLEntry] = []
    var lines: [String: Int] = [:]
    for (key, value) in mapping {
      let line = key.mark?.line
      guard case .scalar(let scalar) = key else {
        log.error(
          .wrongType, at: .init(file: file, row: line), "a key is a list or has keys of its own",
          "Write a plain word as the key; quote a text that begins with a bracket or brace.")
        continue
      }
      let name = trimmed(scalar.string)
      let place = Diagnostic.Place(file: file, row: line, column: name)
      if name == "<<" {
        log.error(
          .unknownKey, at: place, "merging with \"<<\" is not part of the format",
          "Write the keys out.")
        continue
      }
      if let first = lines[name] {
        log.error(
          .keyTwice, at: place,
          "the key \"\(name)\" is written twice; the first is on line \(first)",
          "Keep one of the two.")
        continue
      }
      lines[name] = line ?? 0
      let node = self.node(value, key: name, depth: depth + 1, line: line)
      entries.append(YAMLEntry(key: name, place: place, value: node))
    }
    return entries
  }

  private func trimmed(_ text: String) -> String {
    let start = text.drop(while: \.isWhitespace)
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...last])
  }
}
