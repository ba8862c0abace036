#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// What the first bytes of a file say it is.
public enum FileHead: Equatable {
  /// A ZIP archive, as workbooks are.
  case archive
  /// A container of older Office programs, in which encrypted workbooks are, too.
  case compound
  /// A SQLite database, as studies are.
  case database
  /// A file of another kind that people take for a table.
  case foreign(ForeignFile)
  /// Anything else: a text, as far as can be told.
  case other

  init(_ bytes: some Sequence<UInt8>) {
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      self = .archive
    } else if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      self = .compound
    } else if bytes.starts(with: Array("SQLite format 3\0".utf8)) {
      self = .database
    } else {
      self = ForeignFile(bytes).map(FileHead.foreign) ?? .other
    }
  }

  /// Looks at the first bytes of an open file without moving in it; what cannot be looked at is other.
  init(descriptor: Int32) {
    var bytes = [UInt8](repeating: 0, count: ForeignFile.headLength)
    let count = bytes.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, 0) }
    self.init(bytes.prefix(max(0, count)))
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

extension FileHead {
  /// Whether bytes are a document of an office program, as a word processor writes it.
  public static func isDocument(_ bytes: [UInt8]) -> Bool {
    switch FileHead(bytes.prefix(ForeignFile.headLength)) {
    case .archive, .compound: true
    case .database, .foreign, .other: false
    }
  }
}
