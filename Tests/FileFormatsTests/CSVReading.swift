import Testing

@testable import FileFormats

/// What a reader delivered: rows of texts, their row numbers, and the error at which it stopped.
struct CSVReading {
  var header: TableHeader?
  var delimiter: CSVDelimiter?
  var rows: [[String]] = []
  var places: [[Int]] = []
  var summary: TableSummary?
  var error: TableError?

  init(
    _ bytes: [UInt8], options: TableOptions = TableOptions(), chunk: Int = 1 << 18,
    block: Int = 1 << 18, parallel: Bool = false
  ) {
    do {
      let reader = try TableReader(
        .bytes(bytes), options: options,
        sizes: .init(chunk: chunk, block: block, rowLimit: options.rowLimit))
      header = reader.header
      delimiter = reader.delimiter
      do {
        try reader.read(parallel: parallel) { record in
          rows.append(record.strings)
          places.append([record.row, record.line])
        }
      } catch let error as TableError {
        self.error = error
      }
      summary = reader.summary
    } catch let error as TableError {
      self.error = error
    } catch {
      Issue.record(error)
    }
  }

  init(_ text: String, options: TableOptions = TableOptions()) {
    self.init([UInt8](text.utf8), options: options)
  }
}

/// Encodings the reader has to understand, for texts made in tests.
func encoded(_ text: String, _ encoding: TextEncoding, mark: Bool = false) -> [UInt8] {
  let text = mark ? "\u{FEFF}" + text : text
  return switch encoding {
  case .utf8: [UInt8](text.utf8)
  case .utf16LittleEndian:
    text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
  case .utf16BigEndian:
    text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0 >> 8), UInt8(truncatingIfNeeded: $0)] }
  case .windows1252:
    text.unicodeScalars.compactMap { scalar in
      (UInt8.min...UInt8.max).first { Windows1252.unit($0).map(UInt32.init) == scalar.value }
    }
  }
}
