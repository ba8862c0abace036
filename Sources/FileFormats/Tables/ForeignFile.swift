/// A file that is no table, though its name may say so.
public enum ForeignFile: Sendable, Hashable, CaseIterable {
  /// A page of the web, which some programs call `.xls`.
  case webPage
  /// XML of any kind, spreadsheets of 2003 among it.
  case xml
  /// A document to be printed.
  case pdf
  /// Data of SPSS.
  case spss
  /// Data of Stata.
  case stata
  /// Text of a word processor.
  case richText
  /// Values of a program.
  case json
  /// A picture.
  case picture

  /// So many bytes tell.
  static let headLength = 256

  /// By the first bytes; nil where they tell of nothing known.
  init?(_ head: some Sequence<UInt8>) {
    let bytes = Array(head.prefix(Self.headLength))
    func begins(_ text: String) -> Bool { bytes.starts(with: text.utf8) }
    if begins("%PDF-") {
      self = .pdf
    } else if begins("$FL2@(#)") || begins("$FL3@(#)") {
      self = .spss
    } else if begins("<stata_dta>") {
      self = .stata
    } else if begins("{\\rtf") {
      self = .richText
    } else if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47])
      || bytes.starts(with: [0xFF, 0xD8, 0xFF])
    {
      self = .picture
    } else if let written = Self.markup(bytes) ?? Self.values(bytes) {
      self = written
    } else {
      return nil
    }
  }

  /// The text after byte order mark and white space, in small letters, without the rest of what it says.
  private static func text(_ bytes: [UInt8]) -> Substring {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let text = String(
      decoding: bytes.starts(with: mark) ? bytes.dropFirst(3) : bytes[...], as: UTF8.self)
    return text.lowercased().drop { $0.isWhitespace }
  }

  /// What begins with one of the elements that only such files begin with: a heading may hold others.
  private static func markup(_ bytes: [UInt8]) -> ForeignFile? {
    let text = text(bytes)
    if ["<!doctype html", "<html", "<head", "<table", "<meta"].contains(where: text.hasPrefix) {
      return .webPage
    }
    return text.hasPrefix("<?xml") ? text.contains("<html") ? .webPage : .xml : nil
  }

  /// A brace or bracket, and after it what no heading begins with.
  private static func values(_ bytes: [UInt8]) -> ForeignFile? {
    let text = text(bytes)
    guard let first = text.first, first == "{" || first == "[" else { return nil }
    let next = text.dropFirst().first { !$0.isWhitespace }
    let opens: [Character] = first == "{" ? ["\"", "}"] : ["{", "[", "]"]
    return next.map(opens.contains) == true ? .json : nil
  }

  /// What it is, and what to do.
  var text: (found: String, remedy: String) {
    let save = "save it as .xlsx or as CSV (UTF-8)"
    return switch self {
    case .webPage:
      ("the file is a web page (HTML), whatever its name", "Open it in a spreadsheet and \(save)")
    case .xml: ("the file is XML and no table", "Open it in the program that wrote it and \(save)")
    case .pdf:
      ("the file is a PDF and no table", "Ask for the table itself: a PDF is made to be printed")
    case .spss:
      ("the file is data of SPSS (.sav)", "Open it in SPSS or PSPP and save it as CSV (UTF-8)")
    case .stata: ("the file is data of Stata (.dta)", "Export it from Stata as CSV (UTF-8)")
    case .richText:
      (
        "the file is a text of a word processor (RTF)",
        "Put its table into a spreadsheet and \(save)"
      )
    case .json: ("the file is JSON and no table", "Export the same data as CSV (UTF-8)")
    case .picture: ("the file is a picture", "Name the table")
    }
  }
}
