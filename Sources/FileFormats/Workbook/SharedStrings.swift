/// The texts that cells of a workbook share: all bytes one after the other, and where each ends.
struct SharedStrings: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [UInt32] = [0]

  /// No texts.
  init() {}

  /// Reads them from their part: plain text and runs of rich text, without readings of Japanese.
  init(_ part: ZipPart) throws {
    let handler = Handler()
    try XMLStream.readAll(part, handler)
    self = handler.strings
  }

  /// How many there are.
  var count: Int { ends.count - 1 }

  /// The bytes of a text; nil where there is none of this number.
  subscript(_ number: Int) -> ArraySlice<UInt8>? {
    guard number >= 0, number < count else { return nil }
    return bytes[Int(ends[number])..<Int(ends[number + 1])]
  }

  private final class Handler: XMLHandler {
    var strings = SharedStrings()
    private var run = TextRun()

    func begin(_ element: XMLName, _ attributes: XMLAttributes) {
      guard element.isSpreadsheet else { return }
      run.begin(element)
    }

    func text(_ bytes: UnsafeRawBufferPointer) throws(WorkbookFault) {
      guard run.isText else { return }
      strings.bytes += bytes
      try checkSize()
    }

    func end(_ element: XMLName) throws(WorkbookFault) {
      guard element.isSpreadsheet else { return }
      run.end(element)
      guard element == "si" else { return }
      CellText.unescape(&strings.bytes, from: Int(strings.ends[strings.count]))
      strings.ends.append(UInt32(strings.bytes.count))
      try checkSize()
    }

    private func checkSize() throws(WorkbookFault) {
      guard strings.bytes.count + 32 * strings.count > WorkbookLimits.sharedStrings else { return }
      throw WorkbookFault(
        .tooLarge,
        "the texts of the workbook take more than \(WorkbookLimits.sharedStrings >> 20) MiB",
        "Save the sheet as CSV and bring that in")
    }
  }
}

/// Whether characters belong to a text: those in `t`, also of runs, but not those of readings.
struct TextRun {
  private var (isInText, isInReading) = (false, false)

  var isText: Bool { isInText && !isInReading }

  mutating func begin(_ element: XMLName) {
    if element == "t" { isInText = true } else if element == "rPh" { isInReading = true }
  }

  mutating func end(_ element: XMLName) {
    if element == "t" { isInText = false } else if element == "rPh" { isInReading = false }
  }
}
