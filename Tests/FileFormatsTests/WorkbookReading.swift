import Foundation
import TestSupport

@testable import FileFormats

/// What was read of a workbook: rows with their numbers, or the fault at which it stopped.
struct WorkbookReading {
  var header: [String] = []
  var rows: [[String]] = []
  var numbers: [Int] = []
  var sheet: String?
  var summary: TableSummary?
  var fault: WorkbookFault?

  init(_ book: SmallWorkbook, sheet: String? = nil) throws {
    try self.init(bytes: book.archive, sheet: sheet)
  }

  init(bytes: [UInt8], sheet: String? = nil) throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).xlsx")
    defer { try? FileManager.default.removeItem(at: path) }
    try Data(bytes).write(to: path)
    try self.init(path: path.path, sheet: sheet)
  }

  init(path: String, sheet: String? = nil) throws {
    do {
      let reader = try TableReader(.path(path), options: TableOptions(sheet: sheet))
      (header, self.sheet) = (reader.header.names, reader.sheet)
      try reader.read(parallel: true) { record in
        rows.append(record.strings)
        numbers.append(record.row)
      }
      summary = reader.summary
    } catch let error as TableError {
      guard case .workbook(let fault) = error.kind else { throw error }
      self.fault = fault
    }
  }
}
