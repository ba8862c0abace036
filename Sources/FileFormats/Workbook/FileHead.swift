#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// What the first bytes of a file say it is.
enum FileHead {
  /// A ZIP archive, as workbooks are.
  case archive
  /// A container of older Office programs, in which encrypted workbooks are, too.
  case compound
  /// Anything else: a text, as far as can be told.
  case other

  init(_ bytes: some Sequence<UInt8>) {
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      self = .archive
    } else if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      self = .compound
    } else {
      self = .other
    }
  }

  /// Looks at the first bytes of an open file without moving in it; what cannot be looked at is other.
  init(descriptor: Int32) {
    var bytes = [UInt8](repeating: 0, count: 8)
    let count = bytes.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, 0) }
    self.init(bytes.prefix(max(0, count)))
  }

  /// Why a compound file cannot be read: a workbook under a password names its content so.
  static func compoundFault(_ descriptor: Int32) -> WorkbookFault {
    var isEncrypted = false
    forEachPiece(descriptor) { isEncrypted = isEncrypted || namesEncryption($0) }
    return compoundFault(isEncrypted: isEncrypted)
  }

  /// Why a compound file in memory cannot be read.
  static func compoundFault(_ bytes: [UInt8]) -> WorkbookFault {
    compoundFault(isEncrypted: bytes.withUnsafeBytes { namesEncryption($0) })
  }

  /// Whether a whole number of sectors has an entry that says the content is encrypted: entries of
  /// the directory have 128 bytes and begin with their names.
  private static func namesEncryption(_ sectors: UnsafeRawBufferPointer) -> Bool {
    let name = Array("EncryptedPackage".utf16.flatMap { [UInt8($0 & 0xFF), 0] })
    return stride(from: 0, to: sectors.count, by: 128).contains { entry in
      sectors[entry...].starts(with: name)
    }
  }

  private static func compoundFault(isEncrypted: Bool) -> WorkbookFault {
    guard isEncrypted else {
      return WorkbookFault(
        .notReadable, "the file is a workbook of the old format (.xls)",
        "Open it in a spreadsheet and save it as .xlsx or as CSV (UTF-8)")
    }
    return WorkbookFault(
      .notReadable, "the workbook is protected by a password",
      "Open it in a spreadsheet and save it without one, or as CSV (UTF-8)")
  }

  /// Reads a file from its beginning in pieces of a whole number of sectors.
  static func forEachPiece(_ descriptor: Int32, _ body: (UnsafeRawBufferPointer) -> Void) {
    var piece = [UInt8](repeating: 0, count: 1 << 20)
    var offset = 0
    while true {
      let count = piece.withUnsafeMutableBytes {
        pread(descriptor, $0.baseAddress, $0.count, off_t(offset))
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return }
      piece.withUnsafeBytes { body(.init(rebasing: $0[..<count])) }
      offset += count
    }
  }
}
