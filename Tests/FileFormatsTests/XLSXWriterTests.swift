import Foundation
import Testing

@testable import FileFormats

@Suite("Workbooks")
struct XLSXWriterTests {
  private static let python = ["/usr/bin/python3", "/usr/local/bin/python3"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  private static let sheets = [
    XLSXSheet(
      name: "decisions",
      columns: [
        .init("source", width: 12),
        .init("decision", width: 10, isFilledIn: true, choices: .words(["accept", "reject"])),
        .init(
          "new code", width: 20, isFilledIn: true,
          choices: .column(sheet: "codes", column: 0, rows: 2)),
        .init("weight", width: 8, isFilledIn: true, choices: .numbers(0...2.5)),
      ],
      rows: [
        [.text("=1+1"), .empty, .empty, .decimal(1.5)],
        [.text("zwölf & <drei>"), .text("accept"), .text("a"), .integer(2)],
      ], frozenColumns: 1),
    XLSXSheet(
      name: "codes", columns: [.init("code", width: 20)], rows: [[.text("a")], [.text("b")]]),
  ]

  private static func write(_ sheets: [XLSXSheet], to path: String, created: Int) throws(FileError)
  {
    let target = FileTarget(path, for: .owner, existing: .replaced)
    try XLSXWriter.write(sheets, to: target, created: created)
  }

  private static func path() -> String {
    FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).xlsx").path
  }

  /// The parts of a workbook as one text.
  private static func parts(_ path: String) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: python ?? "")
    process.arguments = [
      "-c",
      """
      import sys, zipfile
      book = zipfile.ZipFile(sys.argv[1])
      for name in sorted(book.namelist()):
        sys.stdout.write("\\n[" + name + "]\\n" + book.read(name).decode())
      """, path,
    ]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.environment = ["PYTHONIOENCODING": "utf-8"]
    try process.run()
    let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }

  @Test(
    "Cells, drop-downs, frozen header and wrapped text are in the file",
    .enabled(if: python != nil, "there is no Python to unpack the file"))
  func parts() throws {
    let path = Self.path()
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Self.write(Self.sheets, to: path, created: 1_776_160_800)
    let text = try Self.parts(path)
    #expect(text.contains("<t>zwölf &amp; &lt;drei&gt;</t>"))
    #expect(text.contains("<t>'=1+1</t>"))
    #expect(!text.contains("<f>"), "a text became a formula")
    #expect(text.contains("\"accept,reject\""))
    #expect(text.contains("<formula1>'codes'!$A$2:$A$3</formula1>"))
    #expect(text.contains("<formula1>0</formula1><formula2>2.5</formula2>"))
    #expect(text.contains("sqref=\"B2:B203\""))
    #expect(text.contains("topLeftCell=\"B2\""))
    #expect(text.contains("wrapText=\"1\""))
    #expect(text.contains("<autoFilter ref=\"A1:D3\"/>"))
    #expect(text.contains("2026-04-14"))
    #expect(text.contains("ht=\"30\""), "a text of two lines has room for one")
    #expect(text.contains("orientation=\"landscape\""))
  }

  @Test("The same sheets give the same bytes, and an older file is replaced")
  func sameBytes() throws {
    let path = Self.path()
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Self.write(Self.sheets, to: path, created: 1_776_160_800)
    let first = try Data(contentsOf: URL(filePath: path))
    try Self.write(Self.sheets, to: path, created: 1_776_160_800)
    #expect(try Data(contentsOf: URL(filePath: path)) == first)
  }

  @Test("A folder that is not there is said, and nothing is left behind")
  func cannotWrite() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    let error = #expect(throws: FileError.self) {
      try Self.write(
        Self.sheets, to: folder.appending(path: "a.xlsx").path, created: 1_776_160_800)
    }
    #expect(error?.message.contains("a.xlsx cannot be written") == true)
    #expect(!FileManager.default.fileExists(atPath: folder.path))
  }

  @Test("An empty sheet and a text beyond a cell's limit are written")
  func edges() throws {
    let path = Self.path()
    defer { try? FileManager.default.removeItem(atPath: path) }
    let long = String(repeating: "🌊", count: 40_000)
    try Self.write(
      [
        XLSXSheet(
          name: "empty",
          columns: [.init("a", width: 5, choices: .words(["x"]))], rows: []),
        XLSXSheet(
          name: "long", columns: [.init("a", width: 5)],
          rows: [[.text(long)], [.text("")], [.decimal(.nan)]]),
      ], to: path, created: 0)
    #expect(FileManager.default.fileExists(atPath: path))
  }

  @Test("Signs that XML cannot hold are written as escapes, and read back")
  func signs() throws {
    let path = Self.path()
    defer { try? FileManager.default.removeItem(atPath: path) }
    let texts = [
      "ab\u{FFFE}cd", "\u{FFFF}", "a\u{1}b\u{1F}c\u{B}d", "one\r\ntwo\rthree",
      "_x0041_ and _xFFFE_",
      "_x005F_", "__x0041_", "\u{10FFFF}",
    ]
    try Self.write(
      [
        XLSXSheet(
          name: "signs", columns: [.init("te\u{FFFE}xt", width: 9)], rows: texts.map { [.text($0)] }
        )
      ], to: path, created: 1)
    let read = try WorkbookReading(path: path)
    #expect(read.header == ["te\u{FFFE}xt"])
    #expect(read.rows.map { $0[0] } == texts)
  }

  @Test("A workbook whose parts are not whole does not take the place of another")
  func proof() throws {
    let path = Self.path()
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Self.write(Self.sheets, to: path, created: 1)
    #expect(WrittenWorkbook(path).difference(from: Self.sheets) == nil)
    var others = Self.sheets
    others[0].rows[1][1] = .text("reject")
    #expect(WrittenWorkbook(path).difference(from: others) == "cell B3 of sheet \"decisions\"")
    others = Self.sheets
    others[1].rows.append([.text("c")])
    #expect(WrittenWorkbook(path).difference(from: others) == "2 of 3 rows of sheet \"codes\"")
    let bytes = try Data(contentsOf: URL(filePath: path))
    try bytes.prefix(bytes.count / 2).write(to: URL(filePath: path))
    #expect(WrittenWorkbook(path).difference(from: Self.sheets) != nil)
  }

  @Test("Where the library cannot write its parts, the old workbook stays")
  func oldStays() throws {
    let folder = try OutputFileTests.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "a.xlsx").path
    try Self.write(Self.sheets, to: path, created: 1)
    let before = try Data(contentsOf: URL(filePath: path))
    let wrong = [XLSXSheet(name: "a/b", columns: [.init("a", width: 5)], rows: [])]
    #expect(throws: FileError.self) { try Self.write(wrong, to: path, created: 1) }
    #expect(try Data(contentsOf: URL(filePath: path)) == before)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a.xlsx"])
  }
}
