import Foundation
import Testing

@testable import FileFormats

@Suite struct CSVWriterTests {
  @Test(
    arguments: [
      (["a", "b"], "a,b\n"), (["a,b", "c\"d"], "\"a,b\",\"c\"\"d\"\n"),
      (["x\ny", "\r"], "\"x\ny\",\"'\r\"\n"), ([" a", "b\t"], "\" a\",\"b\t\"\n"),
      ([.empty, ""], ",\n"), ([""], "\"\"\n"), ([.empty], "\"\"\n"), ([], "\"\"\n"),
      (["\u{FEFF}x", "é"], "\"\u{FEFF}x\",é\n"), ([.integer(-7), .decimal(0.1)], "-7,0.1\n"),
      ([.decimal(3), .decimal(1e20), .decimal(-0.25)], "3,1e+20,-0.25\n"),
      ([.decimal(.nan), .decimal(.infinity), .decimal(-.infinity)], "NaN,Inf,-Inf\n"),
    ] as [([CSVCell], String)])
  func `fields are quoted only where needed`(cells: [CSVCell], line: String) {
    var text = CSVText()
    text.append(cells)
    #expect(text.string == line)
  }

  @Test func `delimiter and line ends are the style's`() {
    var text = CSVText(style: CSVStyle(delimiter: .semicolon, lineEnd: .carriageReturnLineFeed))
    text.append(["a,b", "c;d"])
    #expect(text.string == "a,b;\"c;d\"\r\n")
  }

  @Test func `text that looks like a formula is guarded, numbers are not`() {
    var text = CSVText()
    text.append([
      "=1+1", "+x", "-x", "@x", "a=b", .integer(-1), .decimal(-0.5), "-2", "+1.5e-3", "=\"a\"",
    ])
    #expect(text.string == "'=1+1,'+x,'-x,'@x,a=b,-1,-0.5,-2,+1.5e-3,\"'=\"\"a\"\"\"\n")
  }

  @Test(arguments: 0..<20)
  func `what is written reads back the same`(seed: Int) {
    var random = SmallRandom(state: UInt64(seed) &* 7919 &+ 1)
    let parts = [
      "a", "\"", ",", ";", "\t", "\n", "\r", "\r\n", " ", "é", "😀", "=", "'", "\u{FEFF}", "\u{A0}",
      "\u{2028}", "0", "\\", "|",
    ]
    for delimiter in CSVDelimiter.allCases {
      for lineEnd in [CSVStyle.LineEnd.lineFeed, .carriageReturnLineFeed] {
        let width = Int.random(in: 1...4, using: &random)
        let rows = (0..<20).map { _ in
          (0..<width).map { _ in
            (0..<Int.random(in: 0...5, using: &random))
              .map { _ in parts[Int.random(in: 0..<parts.count, using: &random)] }.joined()
          }
        }
        var text = CSVText(style: CSVStyle(delimiter: delimiter, lineEnd: lineEnd))
        text.append((0..<width).map { .text("column \($0)") })
        for row in rows { text.append(row.map(CSVCell.text)) }
        let guarded = rows.map { $0.map(FormulaGuard.guarded) }
        let reading = CSVReading(
          text.bytes, options: TableOptions(delimiter: delimiter), chunk: 1 + seed, block: 30)
        #expect(reading.rows == guarded)
        #expect(reading.error == nil)
      }
    }
  }

  @Test func `rows of any number are written to a file`() throws {
    let folder = try OutputFileTests.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "out.csv").path
    var writer = try CSVWriter.file(FileTarget(path, for: .owner, existing: .kept))
    for number in 0..<20_000 { try writer.write([.integer(number), "text"]) }
    try writer.finish()
    var count = 1
    try TableReader(.path(path)).read { _ in count += 1 }
    #expect(count == 20_000)
  }
}
