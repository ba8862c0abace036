import TestSupport
import Testing

@testable import FileFormats

@Suite("What the cells of a workbook say")
struct WorkbookCellTests {
  private static func values(
    _ cells: String, strings: String? = nil, styles: String? = nil, workbook: String = ""
  ) throws -> [String] {
    let header = (0..<9).map { "<c t=\"str\"><v>h\($0)</v></c>" }.joined()
    let read = try WorkbookReading(
      SmallWorkbook(
        rows: "<row>\(header)</row><row>\(cells)</row>", strings: strings, styles: styles,
        workbook: workbook))
    #expect(read.fault == nil)
    return Array((read.rows.first ?? []).prefix { !$0.isEmpty })
  }

  @Test("Shared texts: plain, in runs, without readings, with escapes and spaces")
  func shared() throws {
    let strings = """
      <si><t>plain, "quoted"</t></si>
      <si><r><t xml:space="preserve">two </t></r><r><rPr><b/></rPr><t>runs</t></r></si>
      <si><t>課</t><rPh sb="0" eb="1"><t>カ</t></rPh><phoneticPr fontId="1"/></si>
      <si><t>a_x000A_b_x005F_x0041__xD83C__xDF0A__x0000__xZZZZ_</t></si>
      <si><t xml:space="preserve">  around\t</t></si>
      """
    let found = try Self.values(
      (0..<5).map { "<c t=\"s\"><v>\($0)</v></c>" }.joined(), strings: strings)
    #expect(
      found == [
        "plain, \"quoted\"", "two runs", "課", "a\nb_x0041_🌊_x0000__xZZZZ_", "around",
      ])
  }

  @Test("Inline texts, formulas, booleans, errors and dates as text")
  func kinds() throws {
    let found = try Self.values(
      """
      <c t="inlineStr"><is><r><t>in</t></r><r><t>line</t></r></is></c>
      <c t="str"><f>A1&amp;"x"</f><v>x &amp; y</v></c><c><f>1+1</f><v>2</v></c>
      <c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="e"><v>#N/A</v></c>
      <c t="d"><v>2026-04-14T10:30:00</v></c><c t="d" s="1"><v>2026-04-14T00:00:00</v></c>
      """,
      styles: "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>")
    #expect(
      found == [
        "inline", "x & y", "2", "TRUE", "FALSE", "#N/A", "2026-04-14T10:30:00", "2026-04-14",
      ])
  }

  @Test(
    "Numbers have all their digits and nothing more",
    arguments: [
      ("4", "4"), ("4.0", "4"), ("-3", "-3"), ("0", "0"), ("0.1", "0.1"),
      ("1.1000000000000001", "1.1"), ("0.30000000000000004", "0.30000000000000004"),
      ("1.2345678901234E+17", "123456789012340000"), ("5E-3", "0.005"), (" 7 ", "7"),
      ("1234567890123456", "1234567890123456"), ("1E300", "1e+300"),
    ])
  func numbers(written: String, value: String) throws {
    #expect(try Self.values("<c><v>\(written)</v></c>") == [value])
  }

  @Test("Dates by the format of their style, from 1900 and from 1904")
  func dates() throws {
    let ids = [14, 22, 164, 165, 166, 167, 168, 46, 9]
    let codes = [
      "dd\\.mm\\.yyyy", "[$-409]h:mm\\ AM/PM;@", "0.00\\ \"days\"", "[h]:mm", "mmm\\ yy",
    ]
    let styles =
      "<numFmts>"
      + codes.enumerated().map {
        "<numFmt numFmtId=\"\(164 + $0)\" formatCode=\"\($1.replacing("\"", with: "&quot;"))\"/>"
      }
      .joined() + "</numFmts><cellStyleXfs><xf numFmtId=\"22\"/></cellStyleXfs><cellXfs>"
      + ids.map { "<xf numFmtId=\"\($0)\"/>" }.joined() + "</cellXfs>"
    let numbers = ["46126", "46126.4375", "46126", "0.4375", "2.5", "1.25", "46113", "0.5", "0.5"]
    let cells = zip(numbers.indices, numbers).map { "<c s=\"\($0)\"><v>\($1)</v></c>" }.joined()
    #expect(
      try Self.values(cells, styles: styles) == [
        "2026-04-14", "2026-04-14T10:30:00", "2026-04-14", "10:30:00", "2.5", "30:00:00",
        "2026-04-01", "12:00:00", "0.5",
      ])
    #expect(
      try Self.values(
        "<c s=\"0\"><v>44664</v></c>", styles: styles, workbook: "<workbookPr date1904=\"1\"/>")
        == ["2026-04-14"])
  }

  @Test(
    "The first days of 1900, the day that never was, and rounding",
    arguments: [
      (1.0, NumberFormat.date, "1900-01-01"), (59, .date, "1900-02-28"), (60, .date, "1900-02-29"),
      (61, .date, "1900-03-01"), (25_569, .date, "1970-01-01"), (36_585, .date, "2000-02-29"),
      (2_958_465, .date, "9999-12-31"),
      (46_126.999_999_999_99, .dateAndTime, "2026-04-15T00:00:00"),
      (0.000_011_58, .time, "00:00:01.001"), (46_126.5, .time, "2026-04-14T12:00:00"),
      (46_126, .dateOrTime, "2026-04-14"), (0.5, .dateOrTime, "12:00:00"), (0, .time, "00:00:00"),
    ])
  func serials(serial: Double, format: NumberFormat, text: String) {
    #expect(SerialTime(serial, is1904: false)?.text(format) == text)
  }

  @Test("What no spreadsheet shows as a date stays a number")
  func noDates() {
    #expect(SerialTime(-1, is1904: false) == nil)
    #expect(SerialTime(2_958_466, is1904: false) == nil)
    #expect(SerialTime(.nan, is1904: false) == nil)
    #expect(SerialTime(0, is1904: false)?.text(.date) == nil)
  }

  @Test(
    "Codes of formats",
    arguments: [
      ("General", NumberFormat.number), ("0.00E+00", .number), ("#,##0.00\\ [$€-407]", .number),
      ("\"day\" 0", .number), ("[Red]0;yyyy", .number), ("@", .number), ("_-* #,##0_-", .number),
      ("yyyy\\-mm\\-dd", .date), ("[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", .date), ("mmm", .date),
      ("e/m/d", .date), ("yyyy\"年\"m\"月\"", .date), ("mm:ss.0", .time), ("h:mm AM/PM", .time),
      ("[mm]:ss", .elapsed), ("[hh]", .elapsed), ("d/m/yy h:mm", .dateAndTime),
    ])
  func codes(code: String, format: NumberFormat) {
    #expect(NumberFormat(code: code) == format)
  }
}
