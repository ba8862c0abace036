#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Where the bytes of a table come from.
public enum ByteSource: Sendable, Hashable {
  /// A file, by its path: CSV, or a workbook, which its first bytes tell.
  ///
  /// A pipe with a name can be read once, as standard input can.
  case path(String)
  /// What another program or the keyboard sends.
  case standardInput
  /// Bytes in memory, such as those of a file that was handed over: CSV, or a workbook.
  case bytes([UInt8])

  /// Whether reading a second time gives the same bytes: not of pipes, terminals and the like.
  public var isRepeatable: Bool {
    switch self {
    case .bytes: true
    case .standardInput: false
    case .path(let path): Self.size(ofFile: path) != nil
    }
  }

  /// The number of bytes, where it is known before they are read.
  public var byteCount: Int? {
    switch self {
    case .bytes(let bytes): bytes.count
    case .standardInput: nil
    case .path(let path): Self.size(ofFile: path)
    }
  }

  /// The SHA-256 digest of the bytes, read in pieces; nil where they come once, or cannot be read.
  public var sha256: String? {
    var hash = SHA256()
    switch self {
    case .standardInput: return nil
    case .bytes(let bytes): bytes.withUnsafeBytes { hash.update($0) }
    case .path(let path):
      guard isRepeatable else { return nil }
      let descriptor = open(path, O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else { return nil }
      defer { _ = close(descriptor) }
      FileHead.forEachPiece(descriptor) { hash.update($0) }
    }
    return hash.hexadecimal
  }

  /// The size of a file of the usual kind; nil for all else.
  private static func size(ofFile path: String) -> Int? {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(status.st_size)
  }

  /// Understands a command line argument: `-` is standard input, all else a path.
  public init(argument: String) {
    self = argument == "-" ? .standardInput : .path(argument)
  }

  /// Text in memory, as UTF-8.
  public init(text: String) {
    self = .bytes([UInt8](text.utf8))
  }
}
