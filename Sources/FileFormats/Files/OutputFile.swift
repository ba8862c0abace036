#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A file that appears whole under its name, or not at all.
///
/// It is written under another name beside its own, secured on the disk, and then given its name:
/// readers see the old file or the whole new one, also where the power fails. Every write is looked
/// at; one that ends without `finish` leaves the old file and nothing else behind.
///
/// Every file the program writes goes this way, but for studies, which are SQLite's.
public struct OutputFile: ~Copyable {
  /// Where the bytes are until `finish`, for libraries that write files themselves.
  public let temporaryPath: String

  private let target: FileTarget
  private var descriptor: Int32

  /// Begins a file.
  ///
  /// - Throws: what stands in the way, before anything was written.
  public init(_ target: FileTarget) throws(FileError) {
    let standing = try target.standing()
    let number = String(UInt64.random(in: 0 ... .max), radix: 36)
    let path = Self.folder(of: target.path) + ".covalence-\(number).part"
    let descriptor = open(
      path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC,
      target.readers == .owner ? 0o600 : 0o666)
    guard descriptor >= 0 else { throw .last(target.path) }
    // Who could not read the old file cannot read the new one.
    if let standing, !Self.narrow(descriptor, to: standing.permissions) {
      let reason = FileError.last(target.path)
      _ = close(descriptor)
      _ = unlink(path)
      throw reason
    }
    (self.target, temporaryPath, self.descriptor) = (target, path, descriptor)
  }

  deinit {
    if descriptor >= 0 { _ = close(descriptor) }
    _ = unlink(temporaryPath)
  }

  /// Adds bytes.
  public mutating func write(_ bytes: UnsafeRawBufferPointer) throws(FileError) {
    try bytes.written(to: descriptor, named: target.path)
  }

  /// Takes what a library or another program wrote under `temporaryPath`, perhaps as a new file.
  public mutating func takeOver() throws(FileError) {
    let written = open(temporaryPath, O_RDWR | O_NOFOLLOW | O_CLOEXEC)
    guard written >= 0 else { throw .last(target.path) }
    var status = stat()
    let permissions = fstat(descriptor, &status) == 0 ? status.st_mode & 0o777 : 0o600
    _ = close(descriptor)
    descriptor = written
    guard Self.narrow(descriptor, to: permissions) else { throw .last(target.path) }
  }

  /// Secures the bytes and gives the file its name.
  ///
  /// - Throws: what failed; the old file stands then.
  public consuming func finish() throws(FileError) {
    let path = target.path
    // Pipes and some network disks cannot be asked to secure anything.
    guard fsync(descriptor) == 0 || errno == EINVAL || errno == ENOTSUP else { throw .last(path) }
    let closed = close(descriptor)
    descriptor = -1
    guard closed == 0 else { throw .last(path) }
    // Once more: it may be a while since the beginning.
    if try target.standing() == nil {
      try nameNew()
    } else {
      guard rename(temporaryPath, path) == 0 else { throw .last(path) }
    }
    try Self.secureFolder(of: path)
  }

  /// Gives the file its name where there was none; one made meanwhile is not replaced.
  private func nameNew() throws(FileError) {
    if link(temporaryPath, target.path) == 0 { return }
    guard errno != EEXIST else { throw FileError(target.path, .exists) }
    // Some disks, such as those of cameras and sticks, have no second names.
    guard errno == EPERM || errno == ENOTSUP || errno == ENOSYS || errno == EMLINK else {
      throw .last(target.path)
    }
    guard rename(temporaryPath, target.path) == 0 else { throw .last(target.path) }
  }

  /// Takes from an open file the permissions that are not among these.
  private static func narrow(_ descriptor: Int32, to permissions: mode_t) -> Bool {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return false }
    let narrowed = status.st_mode & 0o777 & (permissions | 0o600)
    // Disks without permissions refuse to set any.
    return narrowed == status.st_mode & 0o777 || fchmod(descriptor, narrowed) == 0 || errno == EPERM
  }

  /// The new name is on the disk only when its folder is.
  private static func secureFolder(of path: String) throws(FileError) {
    let folder = folder(of: path)
    let descriptor = open(folder.isEmpty ? "." : folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    // A folder that may be written to and not read cannot be asked.
    guard descriptor >= 0 else { return }
    defer { _ = close(descriptor) }
    guard fsync(descriptor) == 0 || errno == EINVAL || errno == ENOTSUP else { throw .last(path) }
  }

  /// The path up to the file's name.
  private static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  }
}

extension OutputFile {
  /// Writes a whole file at once.
  public static func write(_ bytes: [UInt8], to target: FileTarget) throws(FileError) {
    var file = try OutputFile(target)
    let result = bytes.withUnsafeBytes { bytes -> Result<Void, FileError> in
      do throws(FileError) { return .success(try file.write(bytes)) } catch {
        return .failure(error)
      }
    }
    try result.get()
    try file.finish()
  }
}

extension UnsafeRawBufferPointer {
  /// Writes all bytes to an open file.
  func written(to descriptor: Int32, named path: String) throws(FileError) {
    var start = 0
    while start < count, let base = baseAddress {
      let written = write(descriptor, base + start, count - start)
      if written < 0, errno == EINTR { continue }
      guard written >= 0 else { throw .last(path) }
      start += written
    }
  }
}
