/// What cells hold, as the text that stands for it in a CSV file.
struct CellValues {
  /// How a cell keeps its value.
  enum Kind {
    case number, boolean, error, shared, formulaText, inlineText, date

    /// By the name that workbooks use; nil for one that is not known.
    init?(_ name: XMLValue) {
      switch name {
      case "s": self = .shared
      case "n": self = .number
      case "str": self = .formulaText
      case "inlineStr": self = .inlineText
      case "b": self = .boolean
      case "e": self = .error
      case "d": self = .date
      default: return nil
      }
    }
  }

  /// What became of the text of a cell.
  enum Value {
    /// It is the value now.
    case text
    /// The value is a shared text.
    case shared(Int)
    /// It is none.
    case none(String)
  }

  /// The texts that cells share.
  let shared: SharedStrings
  /// The formats of their styles.
  let formats: CellFormats
  /// Whether days count from 1904.
  let is1904: Bool

  /// Turns what stands in the file into the value; an empty cell stays empty.
  func value(_ text: inout [UInt8], _ kind: Kind, _ style: Int) -> Value {
    switch kind {
    case .formulaText, .inlineText:
      CellText.unescape(&text, from: 0)
      return .text
    case .error: return .text
    case .number where Self.isPlain(text):
      let format = formats[style]
      return format == .number ? .text : number(&text, format)
    default: break
    }
    guard !text.isEmpty else { return .text }
    let written = Self.trimmed(text)
    switch kind {
    case .shared: return Int(written).map { .shared($0) } ?? .none(written)
    case .boolean:
      switch written {
      case "1", "true": text = Array("TRUE".utf8)
      case "0", "false": text = Array("FALSE".utf8)
      default: return .none(written)
      }
    case .date: text = Array(date(written, formats[style]).utf8)
    default: return number(&text, formats[style])
    }
    return .text
  }

  private func number(_ text: inout [UInt8], _ format: NumberFormat) -> Value {
    let written = Self.trimmed(text)
    guard !written.isEmpty else {
      text = []
      return .text
    }
    // Digits, signs and exponents only: a number's words such as "nan" are no values.
    guard written.utf8.allSatisfy({ $0 <= 0x39 || $0 | 0x20 == 0x65 }),
      let number = Double(written), number.isFinite
    else { return .none(written) }
    let time = SerialTime(number, is1904: is1904)?.text(format)
    text = Array((time ?? Self.plain(number)).utf8)
    return .text
  }

  /// A date kept as ISO 8601 text: without a time of day where its format shows none.
  private func date(_ text: String, _ format: NumberFormat) -> String {
    guard format == .date, let mark = text.firstIndex(of: "T") else { return text }
    return String(text[..<mark])
  }

  /// The fewest digits that read back as the same number; whole numbers without decimals.
  static func plain(_ number: Double) -> String {
    Int(exactly: number).map { String($0) } ?? "\(number)"
  }

  /// Whether it is written as `plain` would: a few digits.
  private static func isPlain(_ text: [UInt8]) -> Bool {
    guard let first = text.first, text.count <= 15, first != 0x30 || text.count == 1 else {
      return false
    }
    return text.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
  }

  private static func trimmed(_ text: [UInt8]) -> String {
    let spaces: [UInt8] = [0x20, 0x09, 0x0A, 0x0D]
    var text = text.drop { spaces.contains($0) }
    while let last = text.last, spaces.contains(last) { text.removeLast() }
    return String(decoding: text, as: UTF8.self)
  }
}
