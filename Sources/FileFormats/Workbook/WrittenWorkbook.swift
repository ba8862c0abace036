#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A workbook that was just written, to be read back: a full disk may leave parts empty without a word.
struct WrittenWorkbook {
  private let path: String

  init(_ path: String) { self.path = path }

  /// What is not in it as it was meant to be; nil where all is well.
  func difference(from sheets: [XLSXSheet]) -> String? {
    do {
      try readParts()
      for sheet in sheets {
        if let difference = try difference(from: sheet) { return difference }
      }
      return nil
    } catch let error as TableError {
      return error.description
    } catch {
      return "\(error)"
    }
  }

  /// Reads the parts that hold no cells, too: without them no spreadsheet opens the file.
  private func readParts() throws {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError.last(path) }
    let archive = try ZipArchive(descriptor: descriptor, limit: .max)
    let paths = archive.paths
    guard !paths.isEmpty else { throw ArchiveFault(kind: .damaged, message: "it has no parts") }
    for path in paths { try XMLStream.readAll(try archive.required(path), Nothing()) }
  }

  private func difference(from sheet: XLSXSheet) throws -> String? {
    guard !sheet.columns.isEmpty else { return nil }
    let options = TableOptions(computesDigest: false, sheet: sheet.name)
    let input = try ByteInput(.path(path))
    let reader = TableReader(try .sheet(of: input, options: options), options: options)
    var expected = sheet.rows[...]
    var found = 0
    var difference: String?
    func isEmpty(_ row: [CSVCell]) -> Bool {
      row.prefix(sheet.columns.count).allSatisfy { Self.text(of: $0).isEmpty }
    }
    try reader.read { record in
      found += 1
      // Rows without a text are no rows to the reader.
      expected = expected.drop(while: isEmpty)
      guard let row = expected.popFirst(), difference == nil else { return }
      for (column, cell) in row.prefix(sheet.columns.count).enumerated()
      where !Self.isSame(record.string(at: column), cell) {
        let place = CellReference(column: column, row: record.row).text
        difference = "cell \(place) of sheet \"\(sheet.name)\""
        return
      }
    }
    let count = sheet.rows.count { !isEmpty($0) }
    guard found == count else {
      return "\(found) of \(count) rows of sheet \"\(sheet.name)\""
    }
    return difference
  }

  private static func isSame(_ found: String, _ cell: CSVCell) -> Bool {
    switch cell {
    case .integer(let number): Double(found) == Double(number)
    case .decimal(let number) where number.isFinite: Double(found) == number
    default: found == text(of: cell)
    }
  }

  /// The text as the reader hands it on: escapes undone, without spaces and tabs at the ends.
  private static func text(of cell: CSVCell) -> String {
    switch cell {
    case .text(let text):
      var bytes = Array(XLSXWriter.text(text).utf8)
      CellText.unescape(&bytes, from: 0)
      func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
      let front = bytes.drop(while: isBlank)
      return String(decoding: front.reversed().drop(while: isBlank).reversed(), as: UTF8.self)
    case .empty: return ""
    case .integer(let number): return String(number)
    case .decimal(let number): return number.isFinite ? "\(number)" : ""
    }
  }

  /// Takes nothing in: only whether a part is whole is asked.
  private final class Nothing: XMLHandler {
    func begin(_ element: XMLName, _ attributes: XMLAttributes) {}
  }
}
