import Foundation
import Synchronization

/// A folder of one's own for files in the making: nobody else may look into it, it is locked as long
/// as its maker lives, and what a killed maker left is removed when the place is next used.
public final class PrivateFolder: Sendable {
  /// The kinds, each with the beginning of its folders' names.
  public enum Kind: String, Sendable, CaseIterable {
    /// Beside a study that is being made.
    case new = ".covalence-new-"
    /// Beside a study that is being copied before it is migrated.
    case copy = ".covalence-copy-"
    /// Among the temporary files.
    case scratch = "covalence-scratch-"
    /// In the folder of a demo.
    case demo = ".covalence-demo-"
    /// Beside a file that is being written.
    case file = ".covalence-file-"
  }

  /// A call of the system that failed.
  public struct Failure: Error, Sendable {
    /// The system's number of what went wrong.
    public var number: Int32
    /// What went wrong, in the system's words.
    public var text: String { String(cString: strerror(number)) }
  }

  /// The folder of temporary files.
  public static var temporaryFiles: String {
    let told = ProcessInfo.processInfo.environment["TMPDIR"] ?? ""
    return told.isEmpty ? "/tmp" : told
  }

  /// Where it is.
  public let path: String
  /// Its descriptor, on which the lock is.
  private let descriptor: Int32

  /// Makes a folder in another, after removing those that killed makers left there.
  ///
  /// - Throws: `Failure`.
  public init(_ kind: Kind, in parent: String) throws(Failure) {
    Self.tidy(parent)
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
      Self.live.withLock { _ = $0.insert(made) }
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

  /// Makes an empty file that its owner alone may read, and gives its path.
  ///
  /// - Throws: `Failure`.
  public func makeFile(_ name: String) throws(Failure) -> String {
    let descriptor = open(file(name), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Failure(number: errno) }
    Glibc.close(descriptor)
    return file(name)
  }

  /// Removes it with all that is in it; what cannot be removed is left to whoever tidies next.
  public func remove() {
    Self.removeFolder(path)
    Self.live.withLock { _ = $0.remove(path) }
  }

  /// Those that this program made and has not removed yet.
  private static let live = Mutex<Set<String>>([])

  /// Removes all that this program has, for when it ends at once: they hold what studies do.
  public static func removeAll() {
    for folder in live.withLock({ $0 }) { removeFolder(folder) }
  }

  /// Waits until a file is on the disk, with its name.
  ///
  /// - Throws: `Failure`.
  public static func settle(_ file: String) throws(Failure) {
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
  public static func move(_ file: String, to name: String) throws(Failure) -> Bool {
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

  /// The folder of a file.
  public static func parent(of file: String) -> String {
    guard let slash = file.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == file.startIndex ? "/" : String(file[..<slash])
  }

  /// Removes from a folder what makers who are gone left there, of whatever kind.
  ///
  /// It holds what was to become a study or a researcher's page, so whoever uses the place next
  /// removes it, whatever for. What cannot be looked into or removed is not one's own, and stays.
  public static func tidy(_ parent: String) {
    guard let listing = opendir(parent) else { return }
    defer { closedir(listing) }
    var left: [String] = []
    while let entry = readdir(listing) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard Kind.allCases.contains(where: { name.hasPrefix($0.rawValue) }) else { continue }
      left.append("\(parent)/\(name)")
    }
    for folder in left {
      let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      guard descriptor >= 0 else { continue }
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0, isOwn(descriptor) { removeFolder(folder) }
      Glibc.close(descriptor)
    }
  }

  /// Whether an open folder is this user's: root may look into everybody's.
  private static func isOwn(_ descriptor: Int32) -> Bool {
    var status = stat()
    return fstat(descriptor, &status) == 0 && status.st_uid == geteuid()
  }

  private static func removeFolder(_ folder: String) {
    try? FileManager.default.removeItem(atPath: folder)
  }
}
