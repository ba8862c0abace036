#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A sheet of a workbook as blocks of rows, made while it is read.
///
/// Only the rows at hand are in memory, and the texts that the cells share.
final class SheetBlocks: BlockMaking {
  /// The sheet's name.
  let name: String
  /// The size of the workbook file.
  let byteCount: Int
  /// The digest of the workbook file, where it was wanted.
  let sha256: String?

  private let reader: SheetReader
  private let stream: XMLStream

  /// Opens a workbook, and a sheet of it: the first visible one unless told.
  ///
  /// - Parameters:
  ///   - descriptor: the file, at whatever position; closed whatever happens.
  ///   - sheet: the sheet's name.
  ///   - digests: whether the file's digest is wanted.
  /// - Throws: why the workbook or the sheet cannot be read.
  convenience init(descriptor: Int32, sheet: String?, digests: Bool) throws(WorkbookFault) {
    let (byteCount, sha256) = Self.digest(descriptor, digests)
    let limit = ZipArchive.limit(ofPacked: byteCount, most: WorkbookLimits.unpacked)
    try self.init(sheet: sheet, byteCount: byteCount, sha256: sha256, limit: limit) {
      () throws(ArchiveFault) in try ZipArchive(descriptor: descriptor, limit: limit)
    }
  }

  /// Opens a workbook in memory, and a sheet of it.
  ///
  /// - Throws: why the workbook or the sheet cannot be read.
  convenience init(bytes: [UInt8], sheet: String?, digests: Bool) throws(WorkbookFault) {
    var hash = SHA256()
    if digests { bytes.withUnsafeBytes { hash.update($0) } }
    let sha256 = digests ? hash.hexadecimal : nil
    let limit = ZipArchive.limit(ofPacked: bytes.count, most: WorkbookLimits.unpacked)
    try self.init(sheet: sheet, byteCount: bytes.count, sha256: sha256, limit: limit) {
      () throws(ArchiveFault) in try ZipArchive(bytes: bytes, limit: limit)
    }
  }

  private init(
    sheet: String?, byteCount: Int, sha256: String?, limit: Int,
    _ open: () throws(ArchiveFault) -> ZipArchive
  ) throws(WorkbookFault) {
    (self.byteCount, self.sha256) = (byteCount, sha256)
    (name, reader, stream) = try WorkbookFault.worded {
      let archive = try open()
      let parts = try WorkbookParts(archive)
      let chosen = try parts.sheet(sheet)
      var strings = SharedStrings()
      if let path = parts.sharedStrings { strings = try SharedStrings(try archive.required(path)) }
      var formats = CellFormats()
      if let path = parts.styles { formats = try CellFormats(try archive.required(path)) }
      // Of a large sheet nothing is read twice.
      let merged =
        byteCount <= WorkbookLimits.merged
        ? try MergedCells(in: try archive.required(chosen.path)) : MergedCells()
      let reader = SheetReader(
        sheet: chosen.name,
        values: CellValues(shared: strings, formats: formats, is1904: parts.is1904),
        merged: merged,
        limit: min(limit, WorkbookLimits.table))
      let stream = try XMLStream(try archive.required(chosen.path), reader)
      return (chosen.name, reader, stream)
    }
  }

  /// The next rows; after a fault those before it.
  func next() -> TableBlock {
    do throws(WorkbookFault) {
      let isAtEnd = try WorkbookFault.worded(sheet: name) { try !stream.advance() }
      return reader.taken(
        ending: isAtEnd
          ? SourceEnding(
            byteCount: byteCount, sha256: sha256, encoding: .utf8, notes: reader.notes.all) : nil)
    } catch {
      return reader.taken(failure: TableError(.workbook(error)))
    }
  }

  private static func digest(_ descriptor: Int32, _ isWanted: Bool) -> (Int, String?) {
    let size = Int(lseek(descriptor, 0, SEEK_END))
    defer { _ = lseek(descriptor, 0, SEEK_SET) }
    guard isWanted else { return (size, nil) }
    var hash = SHA256()
    FileHead.forEachPiece(descriptor) { hash.update($0) }
    return (size, hash.hexadecimal)
  }
}
