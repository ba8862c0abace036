#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Where the bytes of a CSV file come from.
public enum CSVSource: Sendable, Hashable {
  /// A file, by its path.
  case path(String)
  /// What another program or the keyboard sends.
  case standardInput
  /// Bytes in memory.
  case bytes([UInt8])

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
struct ByteInput: ~Copyable, Sendable {
  private let name: String
  private let descriptor: Int32
  private let closes: Bool
  private let memory: [UInt8]
  private var position = 0

  init(_ source: CSVSource) throws(CSVError) {
    switch source {
    case .bytes(let bytes): (name, descriptor, closes, memory) = ("bytes", -1, false, bytes)
    case .standardInput: (name, descriptor, closes, memory) = ("standard input", 0, false, [])
    case .path(let path):
      let opened = open(path, O_RDONLY | O_CLOEXEC)
      guard opened >= 0 else { throw CSVError(.cannotOpen(path: path, reason: .lastSystemError)) }
      (name, descriptor, closes, memory) = (path, opened, true, [])
    }
  }

  deinit {
    if closes { _ = close(descriptor) }
  }

  /// Fills the buffer from the front and returns how many bytes there were; fewer than asked only at the end.
  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(CSVError) -> Int {
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
