/// What the number format of a cell makes of its number.
enum NumberFormat: Sendable, Equatable {
  case number, date, time, dateAndTime
  /// Hours, minutes or seconds that go on counting beyond a day.
  case elapsed
  /// A built-in format that is a date in one language and a time in another: the number decides.
  case dateOrTime

  /// A built-in format, by its number.
  ///
  /// > Reference: ECMA-376 part 1, 18.8.30, with the numbers that East Asian languages and Thai use.
  init(builtIn id: Int) {
    switch id {
    case 14...17, 27...31, 36, 50...54, 57, 58, 71...74, 81: self = .date
    case 18...21, 32, 33, 45, 47, 75, 76, 78, 80: self = .time
    case 22, 77: self = .dateAndTime
    case 46, 79: self = .elapsed
    case 34, 35, 55, 56: self = .dateOrTime
    default: self = .number
    }
  }

  /// A format by its code, of which the first section counts.
  init(code: String) {
    var scan = Scan()
    scan.read(code)
    self = scan.verdict
  }

  /// Looks for the letters of days and hours outside of literal text.
  private struct Scan {
    private var (hasDay, hasHour, hasMonthOrMinute, isElapsed) = (false, false, false, false)

    var verdict: NumberFormat {
      let hasDay = hasDay || hasMonthOrMinute && !hasHour
      if isElapsed, !hasDay { return .elapsed }
      if hasDay { return hasHour ? .dateAndTime : .date }
      return hasHour ? .time : .number
    }

    mutating func read(_ code: String) {
      var rest = Substring(code.lowercased())
      var follows0 = false
      while let letter = rest.popFirst() {
        var isDigit = false
        switch letter {
        case ";": return
        case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
        case "\\", "_", "*": rest = rest.dropFirst()
        case "[":
          bracket(rest.prefix { $0 != "]" })
          rest = rest.drop { $0 != "]" }.dropFirst()
        case "g" where rest.hasPrefix("eneral"): rest = rest.dropFirst(6)
        case "a" where rest.hasPrefix("m/pm"), "a" where rest.hasPrefix("/p"): hasHour = true
        case "0", "#", "?": isDigit = true
        case "e" where follows0: break  // an exponent
        case "y", "d", "e", "g", "b": hasDay = true
        case "a" where rest.hasPrefix("aa"): hasDay = true
        case "h", "s": hasHour = true
        case "m": hasMonthOrMinute = true
        default: break
        }
        follows0 = isDigit
      }
    }

    private mutating func bracket(_ content: Substring) {
      guard let first = content.first, "hms".contains(first), content.allSatisfy({ $0 == first })
      else { return }
      (isElapsed, hasHour) = (true, true)
    }
  }
}

/// The number formats that the cells of a workbook point to.
struct CellFormats: Sendable {
  private var formats: [NumberFormat] = []

  /// A workbook without styles.
  init() {}

  /// Reads the part with the styles.
  init(_ part: ZipPart) throws {
    let handler = Handler()
    try XMLStream.readAll(part, handler)
    formats = handler.ids.map { handler.custom[$0] ?? NumberFormat(builtIn: $0) }
  }

  /// The format of a cell's style; a number where there is none.
  subscript(_ style: Int) -> NumberFormat {
    formats.indices.contains(style) ? formats[style] : .number
  }

  private final class Handler: XMLHandler {
    var custom: [Int: NumberFormat] = [:]
    var ids: [Int] = []
    private var (isInFormats, isInCells) = (false, false)

    func begin(_ element: XMLName, _ attributes: XMLAttributes) throws(WorkbookFault) {
      guard element.isSpreadsheet else { return }
      guard ids.count <= WorkbookLimits.styles, custom.count <= WorkbookLimits.styles else {
        throw .tooLarge("the workbook has more than \(WorkbookLimits.styles) styles")
      }
      switch element {
      case "numFmts": isInFormats = true
      case "cellXfs": isInCells = true
      case "xf" where isInCells: ids.append(attributes["numFmtId"]?.int ?? 0)
      case "numFmt" where isInFormats:
        guard let id = attributes["numFmtId"]?.int, let code = attributes["formatCode"]?.string
        else { return }
        custom[id] = NumberFormat(code: code)
      default: break
      }
    }

    func end(_ element: XMLName) {
      guard element.isSpreadsheet else { return }
      if element == "numFmts" {
        isInFormats = false
      } else if element == "cellXfs" {
        isInCells = false
      }
    }
  }
}
