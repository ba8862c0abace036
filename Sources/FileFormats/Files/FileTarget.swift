#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Where a file is to be written: for whose eyes, and what may be replaced.
///
/// A file that the command reads, a database, a symbolic link and what is no plain file are never
/// replaced, whatever is allowed.
public struct FileTarget: Sendable {
  /// Who may read the file on a machine that others use, too.
  public enum Readers: Sendable, Hashable {
    /// Its owner alone: it has what only the researcher may see.
    case owner
    /// Whom the user's own settings let.
    case everyone
  }

  /// What becomes of a file that is there already.
  public enum Existing: Sendable {
    /// It is kept, and nothing is written.
    case kept
    /// It is replaced.
    case replaced
    /// It is replaced where what it holds is what this kind of file holds.
    case replacedIf(@Sendable ([UInt8]) -> Bool)
  }

  /// The file's path.
  public var path: String
  /// Who may read it.
  public var readers: Readers
  /// What becomes of a file that is there.
  public var existing: Existing
  /// The files the same command reads; `-` is standard input.
  public var inputs: [String]

  /// Makes a target.
  public init(_ path: String, for readers: Readers, existing: Existing, inputs: [String] = []) {
    self.path = path
    self.readers = readers
    self.existing = existing
    self.inputs = inputs
  }

  /// Looks whether the file may be written, before the work whose result it is to hold.
  ///
  /// - Throws: what stands in the way.
  public func check() throws(FileError) { _ = try standing() }

  /// The bytes of a plain file; nil where there is none at the path.
  ///
  /// - Throws: why it cannot be read.
  public static func plain(_ path: String) throws(FileError) -> [UInt8]? {
    guard let status = try FileStatus(path), !status.isLink, status.otherThanFile == nil else {
      return nil
    }
    return try FileBytes.all(of: path)
  }

  /// What stands at the path: nil for nothing, else a plain file that may be replaced.
  func standing() throws(FileError) -> FileStatus? {
    if SQLiteFile.isBesideOne(path) { throw FileError(path, .isDatabase) }
    guard let status = try FileStatus(path) else { return nil }
    if status.isLink { throw FileError(path, .isLink) }
    if let other = status.otherThanFile { throw FileError(path, .isNoFile(other)) }
    if inputs.contains(where: { FileStatus(input: $0)?.isSameFile(as: status) == true }) {
      throw FileError(path, .isInput)
    }
    if try SQLiteFile.isOne(path) { throw FileError(path, .isDatabase) }
    switch existing {
    case .kept: throw FileError(path, .exists)
    case .replaced: break
    case .replacedIf(let isKnown):
      guard isKnown(try FileBytes.all(of: path)) else { throw FileError(path, .isForeign) }
    }
    return status
  }
}

/// What the operating system says of a file.
struct FileStatus {
  private let status: stat

  /// Of a path itself, also where it is a link; nil where nothing is there.
  init?(_ path: String) throws(FileError) {
    var status = stat()
    guard lstat(path, &status) == 0 else {
      if errno == ENOENT { return nil }
      throw .last(path)
    }
    self.status = status
  }

  /// Of what a command reads; nil where nothing is there.
  init?(input path: String) {
    var status = stat()
    guard (path == "-" ? fstat(0, &status) : stat(path, &status)) == 0 else { return nil }
    self.status = status
  }

  var isLink: Bool { kind == S_IFLNK }

  /// Who may do what with it.
  var permissions: mode_t { status.st_mode & 0o777 }

  /// What it is, where it is no plain file.
  var otherThanFile: String? {
    switch kind {
    case S_IFREG: nil
    case S_IFDIR: "a folder"
    case S_IFIFO: "a pipe"
    case S_IFSOCK: "a socket"
    default: "a device"
    }
  }

  func isSameFile(as other: FileStatus) -> Bool {
    status.st_dev == other.status.st_dev && status.st_ino == other.status.st_ino
  }

  private var kind: mode_t { status.st_mode & S_IFMT }
}

/// Whether files are SQLite databases, as studies are, or belong to one.
enum SQLiteFile {
  /// What a database, a rollback journal and a write-ahead log in either order of bytes begin with.
  private static let beginnings: [[UInt8]] = [
    Array("SQLite format 3\0".utf8), [0xD9, 0xD5, 0x05, 0xF9, 0x20, 0xA1, 0x63, 0xD7],
    [0x37, 0x7F, 0x06, 0x82], [0x37, 0x7F, 0x06, 0x83],
  ]

  /// Whether a file is a database or a journal of one.
  static func isOne(_ path: String) throws(FileError) -> Bool {
    let head = try FileBytes.all(of: path, atMost: 16)
    return beginnings.contains { head.starts(with: $0) }
  }

  /// Whether a name is one under which SQLite looks for what belongs to a database that is there.
  static func isBesideOne(_ path: String) -> Bool {
    for ending in ["-journal", "-wal", "-shm"] where path.hasSuffix(ending) {
      let database = String(path.dropLast(ending.count))
      // What cannot be read here cannot be told; the file itself is looked at later.
      if let head = try? FileBytes.all(of: database, atMost: 16),
        beginnings.contains(where: { head.starts(with: $0) })
      {
        return true
      }
    }
    return false
  }
}

/// Reads files whole or from their beginning.
enum FileBytes {
  static func all(of path: String, atMost most: Int = 256 << 20) throws(FileError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw .last(path) }
    defer { _ = close(descriptor) }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: min(most, 64 << 10))
    while bytes.count < most {
      let count = piece.withUnsafeMutableBytes {
        read(descriptor, $0.baseAddress, min($0.count, most - bytes.count))
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .last(path) }
      guard count > 0 else { break }
      bytes += piece[..<count]
    }
    return bytes
  }
}
