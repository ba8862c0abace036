#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// An open source: hands out raw bytes in order and closes the file at the end of its life.
struct ByteInput: ~Copyable {
  /// The open file; nil where the bytes are in memory.
  let descriptor: Int32?
  /// The bytes, where they are in memory.
  let memory: [UInt8]
  private let name: String
  private let closes: Bool
  private var position = 0

  /// Opens a source.
  init(_ source: ByteSource) throws(TableError) {
    switch source {
    case .bytes(let bytes): (name, descriptor, closes, memory) = ("bytes", nil, false, bytes)
    case .standardInput: (name, descriptor, closes, memory) = ("standard input", 0, false, [])
    case .path(let path):
      let opened = open(path, O_RDONLY | O_CLOEXEC)
      guard opened >= 0 else { throw TableError(.cannotOpen(path: path, reason: .lastSystemError)) }
      (name, descriptor, closes, memory) = (path, opened, true, [])
    }
  }

  deinit {
    if closes, let descriptor { _ = close(descriptor) }
  }

  /// What the first bytes say it is, without moving in it; of a stream that cannot be told yet.
  var head: FileHead {
    guard let descriptor else { return FileHead(memory) }
    return closes ? FileHead(descriptor: descriptor) : .other
  }

  /// All bytes from the beginning in pieces, without moving in it; none of a stream.
  func forEachPiece(_ body: (UnsafeRawBufferPointer) -> Void) {
    if let descriptor {
      FileHead.forEachPiece(descriptor, body)
    } else {
      memory.withUnsafeBytes(body)
    }
  }

  /// Fills the buffer from the front and returns how many bytes there were; fewer than asked only at the end.
  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(TableError) -> Int {
    guard let descriptor else {
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
      guard count >= 0 else { throw TableError(.cannotRead(path: name, reason: .lastSystemError)) }
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
