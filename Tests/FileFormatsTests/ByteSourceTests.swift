import Foundation
import TestSupport
import Testing

@testable import FileFormats

@Suite("Tables come from files, from memory, and once from pipes")
struct ByteSourceTests {
  private static let table = "a,b\n1,2\n3,4\n"

  @Test("A workbook in memory reads as the file does, its digest included")
  func memory() throws {
    let book = SmallWorkbook(texts: [["a", "b"], ["1", "x, y"], ["3", ""]])
    let file = try WorkbookReading(book)
    let reader = try TableReader(.bytes(book.archive))
    var rows: [[String]] = []
    try reader.read { rows.append($0.strings) }
    #expect(rows == file.rows)
    #expect(reader.sheet == "table")
    #expect(reader.summary?.sha256 == file.summary?.sha256)
    #expect(reader.summary?.byteCount == book.archive.count)
    let damaged = #expect(throws: TableError.self) {
      try TableReader(.bytes(Array(book.archive.prefix(200))))
    }
    guard case .workbook(let fault) = damaged?.kind else {
      Issue.record("no fault of a workbook")
      return
    }
    #expect(fault.kind == .damaged)
  }

  @Test("A pipe with a name is read once, whole")
  func pipe() throws {
    try Self.withPipe(Array(Self.table.utf8)) { source in
      #expect(!source.isRepeatable)
      #expect(source.byteCount == nil)
      #expect(source.sha256 == nil)
      let reader = try TableReader(source)
      var rows: [[String]] = []
      try reader.read(parallel: true) { rows.append($0.strings) }
      #expect(rows == [["1", "2"], ["3", "4"]])
      #expect(reader.summary?.byteCount == Self.table.utf8.count)
      #expect(reader.summary?.sha256 == ByteSource(text: Self.table).sha256)
    }
  }

  @Test("A workbook through a pipe is refused with what to do")
  func workbookThroughPipe() throws {
    try Self.withPipe(SmallWorkbook(texts: [["a"], ["1"]]).archive) { source in
      let error = #expect(throws: TableError.self) { try TableReader(source) }
      #expect(error?.kind == .workbook(.fromStream))
    }
  }

  @Test("What is known of bytes before they are read")
  func before() throws {
    let source = ByteSource(text: Self.table)
    #expect(source.isRepeatable)
    #expect(source.byteCount == 12)
    #expect(source.sha256?.count == 64)
    #expect(!ByteSource.standardInput.isRepeatable)
    #expect(!ByteSource.path("/dev/null").isRepeatable)
    #expect(ByteSource.path("nowhere").sha256 == nil)
  }

  @Test("Another format's rows are a block like any other")
  func block() {
    let block = TableBlock(rows: [["x", "yz"], [], ["", "w"]], firstRow: 7)
    var seen: [String] = []
    block.forEachRecord { seen.append("\($0.row): \($0.strings.joined(separator: "|"))") }
    #expect(seen == ["7: x|yz", "9: |w"])
    #expect(block.recordCount == 2)
    var found: String?
    block.withRecord(row: 9) { record in
      found = String(decoding: block.bytes[Int(record.range(at: 1).lowerBound)...], as: UTF8.self)
    }
    #expect(found == "w")
    found = nil
    block.withRecord(row: 8) { found = $0.string(at: 0) }
    block.withRecord(row: 10) { found = $0.string(at: 0) }
    #expect(found == nil)
  }

  /// Hands over a pipe with a name into which another thread writes the bytes.
  private static func withPipe(_ bytes: [UInt8], _ body: (ByteSource) throws -> Void) throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).fifo")
      .path
    try #require(mkfifo(path, 0o600) == 0)
    defer { try? FileManager.default.removeItem(atPath: path) }
    let writer = Thread {
      guard let handle = FileHandle(forWritingAtPath: path) else { return }
      try? handle.write(contentsOf: Data(bytes))
      try? handle.close()
    }
    writer.start()
    try body(.path(path))
  }
}

@Suite("Names are known by their bytes")
struct ByteNamesTests {
  @Test("Numbers follow the order in which names first come, whatever their length and number")
  func numbers() {
    var names = ByteNames(["é", "e\u{301}", "a", "é"])
    #expect(names.count == 3)
    #expect(names.number("e\u{301}") == 1)
    let many = (0..<5000).map { "name \($0 * 7919 % 5000)" }
    let first = many.map { names.number($0) }
    #expect(first == Array(3..<5003))
    #expect(many.reversed().map { names.number($0) } == first.reversed())
    #expect(names[3] == "name 0")
    #expect(names[-1] == "")
    #expect(names[5003] == "")
    #expect(names.names.count == 5003)
  }

  @Test("A name that is not there is not found, and not made")
  func find() {
    var names = ByteNames()
    let isEmptyFound = names.find(UnsafeRawBufferPointer(start: nil, count: 0))
    #expect(isEmptyFound == nil)
    #expect(names.number("") == 0)
    #expect(names.find(UnsafeRawBufferPointer(start: nil, count: 0)) == 0)
    let found = Array("x".utf8).withUnsafeBytes { names.find($0) }
    #expect(found == nil)
    #expect(names.count == 1)
  }
}
