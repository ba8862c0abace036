#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A file that appears whole under its name, or not at all.
///
/// It is written where nobody sees it, secured on the disk, and then given its name: readers see the
/// old file or the whole new one, also where the power fails. Every write is looked at; one that ends
/// without `finish` leaves the old file and nothing else behind. A killed one leaves nothing where the
/// system keeps files without a name, and else a folder of its owner's, which the next write removes.
///
/// Every file the program writes goes this way, but for studies, which are SQLite's, and for those of
/// `NamedOutput`.
public struct OutputFile: ~Copyable {
  private let target: FileTarget
  private var descriptor: Int32
  /// Where it has a name meanwhile; nil where it has none.
  private let folder: PrivateFolder?

  /// Begins a file.
  ///
  /// - Throws: what stands in the way, before anything was written.
  public init(_ target: FileTarget) throws(FileError) {
    try self.init(target, hasNoName: true)
  }

  /// Begins a file, without a name where that is wanted and can be had.
  init(_ target: FileTarget, hasNoName: Bool) throws(FileError) {
    let standing = try target.standing()
    let parent = PrivateFolder.parent(of: target.path)
    PrivateFolder.tidy(parent)
    var folder: PrivateFolder?
    var descriptor = hasNoName ? Unnamed.make(in: parent, target.mode) : -1
    if descriptor < 0 {
      let made = try NamedOutput.makeFolder(target)
      descriptor = open(
        made.file(NamedOutput.name), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, target.mode)
      folder = made
    }
    guard descriptor >= 0 else { throw .last(target.path) }
    // Who could not read the old file cannot read the new one.
    if let standing, !Placing.narrow(descriptor, to: standing.permissions) {
      let reason = FileError.last(target.path)
      _ = close(descriptor)
      throw reason
    }
    (self.target, self.folder, self.descriptor) = (target, folder, descriptor)
  }

  deinit {
    if descriptor >= 0 { _ = close(descriptor) }
  }

  /// Adds bytes.
  public mutating func write(_ bytes: UnsafeRawBufferPointer) throws(FileError) {
    try bytes.written(to: descriptor, named: target.path)
  }

  /// Waits until the bytes are on their disk.
  func secure() throws(FileError) { try Placing.secure(descriptor, target.path) }

  /// Secures the bytes and gives the file its name.
  ///
  /// - Throws: what failed; the old file stands then.
  public consuming func finish() throws(FileError) {
    let path = target.path
    try Placing.secure(descriptor, path)
    if let folder {
      try Placing.move(folder.file(NamedOutput.name), to: target)
    } else if try target.standing() == nil {
      guard Unnamed.link(descriptor, to: path) else {
        throw errno == EEXIST ? FileError(path, .exists) : .last(path)
      }
    } else {
      // A name that is taken can only be given to a file that has one.
      let folder = try NamedOutput.makeFolder(target)
      guard Unnamed.link(descriptor, to: folder.file(NamedOutput.name)) else { throw .last(path) }
      try Placing.move(folder.file(NamedOutput.name), to: target)
    }
    try Placing.secureFolder(of: path)
  }
}

extension OutputFile {
  /// Writes a whole file at once.
  public static func write(_ bytes: [UInt8], to target: FileTarget) throws(FileError) {
    let file = try written(bytes, to: target)
    try file.finish()
  }

  /// A whole file that has all its bytes, and not its name yet; where that is taken, another meanwhile, so
  /// that to give it its own takes no more room.
  static func written(_ bytes: [UInt8], to target: FileTarget) throws(FileError) -> OutputFile {
    var file = try OutputFile(target, hasNoName: try target.standing() == nil)
    let result = bytes.withUnsafeBytes { bytes -> Result<Void, FileError> in
      do throws(FileError) { return .success(try file.write(bytes)) } catch {
        return .failure(error)
      }
    }
    try result.get()
    try file.secure()
    return file
  }
}

/// A file that a library or another program writes by its name, and that appears whole or not at all.
///
/// It is made in a folder that nobody else may look into, together with what its writer makes beside
/// it.
public struct NamedOutput: ~Copyable {
  /// Where it is to be written.
  public var path: String { folder.file(Self.name) }

  /// What it is called meanwhile.
  static let name = "file"

  private let target: FileTarget
  private let folder: PrivateFolder

  /// Makes the place.
  ///
  /// - Throws: what stands in the way, before anything was written.
  public init(_ target: FileTarget) throws(FileError) {
    _ = try target.standing()
    let folder = try Self.makeFolder(target)
    (self.target, self.folder) = (target, folder)
  }

  /// Secures what was written at `path` and gives it its name.
  ///
  /// - Throws: what failed; the old file stands then.
  public consuming func finish() throws(FileError) {
    let descriptor = open(path, O_RDWR | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { throw .last(target.path) }
    defer { _ = close(descriptor) }
    let permissions = try target.standing()?.permissions ?? target.mode
    guard Placing.narrow(descriptor, to: permissions & target.mode) else {
      throw .last(target.path)
    }
    try Placing.secure(descriptor, target.path)
    try Placing.move(path, to: target)
    try Placing.secureFolder(of: target.path)
  }

  /// A folder beside a target, in which the file may have a name meanwhile.
  static func makeFolder(_ target: FileTarget) throws(FileError) -> PrivateFolder {
    do throws(PrivateFolder.Failure) {
      return try PrivateFolder(.file, in: PrivateFolder.parent(of: target.path))
    } catch {
      throw FileError(target.path, .system(error.number))
    }
  }
}

/// What the ways of writing a file share.
private enum Placing {
  /// Waits until a file's bytes are on its disk.
  static func secure(_ descriptor: Int32, _ path: String) throws(FileError) {
    // Pipes and some network disks cannot be asked to secure anything.
    guard fsync(descriptor) == 0 || errno == EINVAL || errno == ENOTSUP else { throw .last(path) }
    // Those tell on closing what went wrong, and so they do where another descriptor is closed.
    let second = dup(descriptor)
    guard second >= 0, close(second) == 0 else { throw .last(path) }
  }

  /// Gives a file that has a name its own; what was made meanwhile and may not be replaced stays.
  static func move(_ file: String, to target: FileTarget) throws(FileError) {
    // Once more: it may be a while since the beginning.
    guard try target.standing() == nil else {
      guard rename(file, target.path) == 0 else { throw .last(target.path) }
      return
    }
    do throws(PrivateFolder.Failure) {
      if try PrivateFolder.move(file, to: target.path) { return }
    } catch {
      throw FileError(target.path, .system(error.number))
    }
    throw FileError(target.path, .exists)
  }

  /// Takes from an open file the permissions that are not among these.
  static func narrow(_ descriptor: Int32, to permissions: mode_t) -> Bool {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return false }
    let narrowed = status.st_mode & 0o777 & (permissions | 0o600)
    // Disks without permissions refuse to set any.
    return narrowed == status.st_mode & 0o777 || fchmod(descriptor, narrowed) == 0 || errno == EPERM
  }

  /// The new name is on the disk only when its folder is.
  static func secureFolder(of path: String) throws(FileError) {
    let descriptor = open(
      PrivateFolder.parent(of: path), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    // A folder that may be written to and not read cannot be asked.
    guard descriptor >= 0 else { return }
    defer { _ = close(descriptor) }
    guard fsync(descriptor) == 0 || errno == EINVAL || errno == ENOTSUP else { throw .last(path) }
  }
}

/// Files that have no name yet, where the system has such: whatever ends their maker, nothing of them
/// is left.
private enum Unnamed {
  #if os(Linux)
  /// `O_TMPFILE`, which Swift does not see.
  private static let flag: Int32 = 0o20_000_000 | O_DIRECTORY
  #endif

  /// Opens one on the file system of a folder; negative where there is none to be had there.
  static func make(in folder: String, _ mode: mode_t) -> Int32 {
    #if os(Linux)
    // By this it gets its name later.
    guard access("/proc/self/fd", X_OK) == 0 else { return -1 }
    return open(folder, O_WRONLY | O_CLOEXEC | flag, mode)
    #else
    return -1
    #endif
  }

  /// Gives one a name that is free; false, with the reason in `errno`, where that fails.
  static func link(_ descriptor: Int32, to path: String) -> Bool {
    linkat(AT_FDCWD, "/proc/self/fd/\(descriptor)", AT_FDCWD, path, AT_SYMLINK_FOLLOW) == 0
  }
}

extension FileTarget {
  /// The permissions of a new file, before the user's own settings take some away.
  fileprivate var mode: mode_t { readers == .owner ? 0o600 : 0o666 }
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
