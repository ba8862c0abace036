/// Writes a `JSONValue` as text: UTF-8, LF, two spaces a level, short arrays of scalars on one line.
public enum JSONWriter {
  /// The text of a value, with a line feed at the end.
  public static func text(_ value: JSONValue) -> String {
    var out = ""
    write(value, depth: 0, to: &out)
    out += "\n"
    return out
  }

  /// Writes an object piece by piece whose last member is a list of objects that are made as they are
  /// written, so that of a long list only one is ever held.
  ///
  /// - Parameters:
  ///   - members: What comes before the list.
  ///   - key: The name of the list.
  ///   - rows: The list's elements, in order.
  ///   - sink: Gets the text in pieces; together they are what ``text(_:)`` gives of the whole.
  public static func write(
    _ members: [JSONValue.Member], _ key: String, rows: some Sequence<JSONValue>,
    to sink: (String) throws -> Void
  ) rethrows {
    var out = "{"
    for member in members {
      newLine(1, to: &out)
      quote(member.key, to: &out)
      out += ": "
      write(member.value, depth: 1, to: &out)
      out += ","
    }
    newLine(1, to: &out)
    quote(key, to: &out)
    out += ": ["
    var isFirst = true
    for row in rows {
      out += isFirst ? "" : ","
      isFirst = false
      newLine(2, to: &out)
      write(row, depth: 2, to: &out)
      try sink(out)
      out.removeAll(keepingCapacity: true)
    }
    if !isFirst { newLine(1, to: &out) }
    out += "]"
    newLine(0, to: &out)
    try sink(out + "}\n")
  }

  private static func write(_ value: JSONValue, depth: Int, to out: inout String) {
    switch value {
    case .null: out += "null"
    case .bool(let flag): out += flag ? "true" : "false"
    case .integer(let number): out += String(number)
    case .number(let number): out += text(of: number)
    case .string(let text): quote(text, to: &out)
    case .array(let elements): write(elements, depth: depth, to: &out)
    case .object(let members):
      guard !members.isEmpty else {
        out += "{}"
        return
      }
      out += "{"
      for (index, member) in members.enumerated() {
        out += index == 0 ? "" : ","
        newLine(depth + 1, to: &out)
        quote(member.key, to: &out)
        out += ": "
        write(member.value, depth: depth + 1, to: &out)
      }
      newLine(depth, to: &out)
      out += "}"
    }
  }

  private static func write(_ elements: [JSONValue], depth: Int, to out: inout String) {
    let short = elements.allSatisfy(\.isScalar)
    out += "["
    for (index, element) in elements.enumerated() {
      out += index == 0 ? "" : short ? ", " : ","
      if !short { newLine(depth + 1, to: &out) }
      write(element, depth: depth + 1, to: &out)
    }
    if !short { newLine(depth, to: &out) }
    out += "]"
  }

  private static func newLine(_ depth: Int, to out: inout String) {
    out += "\n" + String(repeating: "  ", count: depth)
  }

  /// The shortest decimal that reads back as the same double.
  static func text(of number: Double) -> String {
    guard number.isFinite else { return "null" }
    let text = number.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  private static func quote(_ text: String, to out: inout String) {
    out += "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      case "\t": out += "\\t"
      case _ where VisibleText.isHidden(scalar):
        // As it stands, but so that it is seen and does nothing.
        for unit in String(scalar).utf16 {
          let digits = String(unit, radix: 16)
          out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
      default: out.unicodeScalars.append(scalar)
      }
    }
    out += "\""
  }
}

extension JSONValue {
  /// Whether it is neither an array nor an object.
  fileprivate var isScalar: Bool {
    switch self {
    case .array, .object: false
    default: true
    }
  }
}
