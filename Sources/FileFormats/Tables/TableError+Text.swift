extension TableError {
  /// What was found, as a sentence without a full stop.
  public var found: String { kind.text.found }
  /// What to do about it, as a sentence.
  public var remedy: String { kind.text.remedy + "." }
}

extension TableError.Kind {
  /// What was found, and what to do about it, as sentences without full stops.
  var text: (found: String, remedy: String) {
    switch self {
    case .cannotOpen(let path, let reason):
      ("\"\(path)\" cannot be opened: \(reason)", "Check the path and whether you may read it")
    case .cannotRead(let path, let reason):
      (
        "\"\(path)\" cannot be read: \(reason)",
        "Either copy it anew or read it from another disk"
      )
    case .empty:
      (
        "the file is empty: there is no header",
        "Either choose another file or export it again with column names in the first row"
      )
    case .database:
      (
        "the file is a study or another SQLite database, and no table",
        "Name the table; a study is what a table is brought into"
      )
    case .contradictsMark(let told, let mark):
      (
        "the file begins with the byte order mark of \(mark.rawValue), but was to be read as \"\(told)\"",
        "Either leave the encoding to \"automatic\" or export the file again"
      )
    case .quoteInsideField:
      (
        "a quotation mark stands inside a field that does not begin with one",
        "Either put the whole field in quotation marks and double the inner ones, or remove the mark"
      )
    case .textAfterQuote(let found, let line):
      (
        "\"\(found)\" follows the closing quotation mark of the field opened in line \(line)",
        "Either double the quotation marks inside the field or remove what follows the last one"
      )
    case .quoteNotClosed:
      (
        "the quotation mark that opens here is not closed before the end of the file",
        "Either close the field or, if the mark belongs to the text, quote the field and double the mark"
      )
    case .rowTooLong(let limit):
      (
        "the row has more than \(limit) bytes",
        "Either look for a quotation mark that is never closed or raise the limit for a row"
      )
    case .outOfMemory:
      ("the CSV library ran out of memory", "Either close other programs or split the file")
    case .foreign(let kind): kind.text
    case .workbook(let fault): (fault.message, fault.remedy)
    case .notUTF8, .notUTF16, .notWindows1252, .zeroByte: encodingText
    }
  }

  private var encodingText: (found: String, remedy: String) {
    switch self {
    case .notUTF8(let byte):
      (
        "the byte \(Self.hexadecimal([byte])) is not UTF-8 text",
        "Either save the file as UTF-8 or tell its encoding, for instance \"windows1252\""
      )
    case .notUTF16(let bytes):
      (
        "the bytes \(Self.hexadecimal(bytes)) are half a character in UTF-16",
        "Either save the file as UTF-8 or tell its encoding, for instance \"utf8\""
      )
    case .notWindows1252(let byte):
      (
        "the byte \(Self.hexadecimal([byte])) has no meaning in Windows-1252",
        "Either save the file as UTF-8 or tell its encoding, for instance \"utf8\""
      )
    default:
      (
        "a zero byte (00) stands where text should be",
        "Either save the file as UTF-8 or, if it is UTF-16, tell the encoding \"utf16\""
      )
    }
  }

  private static func hexadecimal(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }
      .joined(separator: " ")
  }
}
