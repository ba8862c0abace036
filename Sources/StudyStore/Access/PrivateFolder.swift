import Foundation

/// A folder of one's own for files in the making: nobody else may look into it, it is locked as long
/// as its maker lives, and what a killed maker left is removed by the next.
public final class PrivateFolder: Sendable {
  /// The kinds, each with the beginning of its folders' names.
  public enum Kind: String, Sendable {
    /// Beside a study that is being made.
    case new = ".covalence-new-"
    /// Beside a study that is being copied before it is migrated.
    case copy = ".covalence-copy-"
    /// Among the temporary files.
    case scratch = "covalence-scratch-"
    /// In the folder of a demo.
    case demo = ".covalence-demo-"
  }

  /// A call of the system that failed.
  public struct Failure: Error, Sendable {
    /// The system's number of what went wrong.
    public var number: Int32
    /// What went wrong, in the system's words.
    public var text: String { String(cString: strerror(number)) }
  }

  /// Where it is.
  public let path: String
  /// Its descriptor, on which the lock is.
  private let descriptor: Int32

  /// Makes a folder in another, after removing those that killed makers left there.
  ///
  /// - Throws: `Failure`.
  public init(_ kind: Kind, in parent: String) throws {
    Self.tidy(kind, in: parent)
    for _ in 0..<100 {
      var name = Array("\(parent)/\(kind.rawValue)XXXXXX".utf8CString)
      guard mkdtemp(&name) != nil else { throw Failure(number: errno) }
      let made = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
      let descriptor = open(made, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      guard descriptor >= 0 else {
        // Somebody who tidied was faster than the lock.
        if errno == ENOENT { continue }
        throw Failure(number: errno)
      }
      // A file system that knows no locks gives another error, and nobody tidies there.
      if flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK {
        Glibc.close(descriptor)
        continue
      }
      guard access(made, F_OK) == 0 else {
        Glibc.close(descriptor)
        continue
      }
      path = made
      self.descriptor = descriptor
      return
    }
    throw Failure(number: EBUSY)
  }

  deinit {
    remove()
    Glibc.close(descriptor)
  }

  /// The path of a file in it.
  public func file(_ name: String) -> String { "\(path)/\(name)" }

  /// Makes an empty file that its owner alone may read.
  ///
  /// - Throws: `Failure`.
  func makeFile(_ name: String) throws -> String {
    let descriptor = open(file(name), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Failure(number: errno) }
    Glibc.close(descriptor)
    return file(name)
  }

  /// Removes it with all that is in it; what cannot be removed is left to the next maker.
  public func remove() { Self.removeFolder(path) }

  /// Waits until a file is on the disk, with its name.
  ///
  /// - Throws: `Failure`.
  static func settle(_ file: String) throws {
    for (path, flags) in [
      (file, O_RDONLY), (parent(of: file), O_RDONLY | O_DIRECTORY),
    ] {
      let descriptor = open(path, flags | O_CLOEXEC)
      guard descriptor >= 0 else { throw Failure(number: errno) }
      defer { Glibc.close(descriptor) }
      // Some file systems cannot do that for folders.
      guard fsync(descriptor) == 0 || errno == EINVAL else { throw Failure(number: errno) }
    }
  }

  /// Gives a finished file its name, on the same file system; false where the name is taken.
  ///
  /// Of several that do so at once one is told true. A file that is there is never replaced.
  ///
  /// - Throws: `Failure`.
  static func move(_ file: String, to name: String) throws -> Bool {
    if link(file, name) == 0 {
      unlink(file)
      return true
    }
    if errno == EEXIST { return false }
    guard [EPERM, ENOTSUP, ENOSYS, EMLINK].contains(errno) else { throw Failure(number: errno) }
    // No second names on this file system: the name is taken first, and then filled.
    let descriptor = open(name, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
    if descriptor < 0, errno == EEXIST { return false }
    guard descriptor >= 0 else { throw Failure(number: errno) }
    Glibc.close(descriptor)
    guard rename(file, name) == 0 else {
      let failure = Failure(number: errno)
      unlink(name)
      throw failure
    }
    return true
  }

  /// Makes a folder with those above it that are missing, for the eyes of their owner alone.
  ///
  /// - Throws: `Failure`.
  public static func makeFolder(_ path: String) throws {
    if mkdir(path, 0o700) == 0 { return }
    let number = errno
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
      return
    }
    let above = (path as NSString).deletingLastPathComponent
    guard number == ENOENT, !above.isEmpty, above != path else { throw Failure(number: number) }
    try makeFolder(above)
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw Failure(number: errno) }
  }

  /// The folder of a file whose path is absolute.
  static func parent(of file: String) -> String {
    let folder = file.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(file[..<$0]) } ?? ""
    return folder.isEmpty ? "/" : folder
  }

  /// Removes folders of a kind whose makers are gone.
  private static func tidy(_ kind: Kind, in parent: String) {
    guard let listing = opendir(parent) else { return }
    defer { closedir(listing) }
    var left: [String] = []
    while let entry = readdir(listing) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasPrefix(kind.rawValue) { left.append("\(parent)/\(name)") }
    }
    for folder in left {
      let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      guard descriptor >= 0 else { continue }
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { removeFolder(folder) }
      Glibc.close(descriptor)
    }
  }

  private static func removeFolder(_ folder: String) {
    try? FileManager.default.removeItem(atPath: folder)
  }
}
