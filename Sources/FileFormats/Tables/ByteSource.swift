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

/// The open source: hands out raw bytes in order and closes the file at the end of its life.
///
/// Of a workbook it hands out a sheet as CSV text.
struct ByteInput: ~Copyable {
  /// The sheet that is read, where the file is a workbook.
  let sheet: SheetText?
  private let name: String
  private let descriptor: Int32
  private let closes: Bool
  private let memory: [UInt8]
  private var position = 0

  init(_ source: ByteSource, options: TableOptions) throws(CSVError) {
    var (opened, sheet): (Int32, SheetText?) = (-1, nil)
    switch source {
    case .path(let path): (opened, sheet) = try Self.opened(path, options)
    case .bytes(let bytes): sheet = try Self.sheet(of: bytes, options)
    case .standardInput:
      if let name = options.sheet { throw CSVError(.workbook(.noSheets(named: name))) }
    }
    self.sheet = sheet
    switch source {
    case .bytes(let bytes): (name, descriptor, closes, memory) = ("bytes", -1, false, bytes)
    case .standardInput: (name, descriptor, closes, memory) = ("standard input", 0, false, [])
    case .path(let path): (name, descriptor, closes, memory) = (path, opened, true, [])
    }
  }

  /// The sheet of a workbook in memory; nil where the bytes are none.
  private static func sheet(
    of bytes: [UInt8], _ options: TableOptions
  ) throws(CSVError) -> SheetText? {
    do throws(WorkbookFault) {
      switch FileHead(bytes) {
      case .archive:
        return try SheetText(
          bytes: bytes, sheet: options.sheet, digests: options.computesDigest)
      case .compound: throw FileHead.compoundFault(bytes)
      case .other:
        if let name = options.sheet { throw .noSheets(named: name) }
        return nil
      }
    } catch {
      throw CSVError(.workbook(error))
    }
  }

  /// Opens a file to be read itself or, where it is a workbook, a sheet of it.
  private static func opened(
    _ path: String, _ options: TableOptions
  ) throws(CSVError) -> (Int32, SheetText?) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw CSVError(.cannotOpen(path: path, reason: .lastSystemError)) }
    do throws(WorkbookFault) {
      switch FileHead(descriptor: descriptor) {
      case .archive:
        let sheet = try SheetText(
          descriptor: dup(descriptor), sheet: options.sheet, digests: options.computesDigest)
        return (descriptor, sheet)
      case .compound: throw FileHead.compoundFault(descriptor)
      case .other:
        if let name = options.sheet { throw .noSheets(named: name) }
        return (descriptor, nil)
      }
    } catch {
      _ = close(descriptor)
      throw CSVError(.workbook(error))
    }
  }

  deinit {
    if closes { _ = close(descriptor) }
  }

  /// Fills the buffer from the front and returns how many bytes there were; fewer than asked only at the end.
  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(CSVError) -> Int {
    if let sheet {
      do throws(WorkbookFault) { return try sheet.read(into: buffer) } catch {
        throw CSVError(.workbook(error))
      }
    }
    guard descriptor >= 0 else {
      let count = min(buffer.count, memory.count - position)
      memory.withUnsafeBytes {
        buffer.copyMemory(from: .init(rebasing: $0[position...].prefix(count)))
      }
      position += count
      return count
    }
    var filled = 0
    while filled < buffer.count, let base = buffer.baseAddress {
      #if canImport(Glibc)
      let count = Glibc.read(descriptor, base + filled, buffer.count - filled)
      #elseif canImport(Musl)
      let count = Musl.read(descriptor, base + filled, buffer.count - filled)
      #else
      let count = Darwin.read(descriptor, base + filled, buffer.count - filled)
      #endif
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw CSVError(.cannotRead(path: name, reason: .lastSystemError)) }
      if count == 0 { break }
      filled += count
    }
    return filled
  }
}

extension String {
  /// What the operating system says about the last call that failed.
  static var lastSystemError: String { String(cString: strerror(errno)) }
}
