import Foundation
import StudyModel
import Synchronization

/// A temporary file without a name, for what is too much for memory: gone when nothing holds it.
final class OverflowFile: Sendable {
  private let descriptor: Int32
  private let folder: String
  /// Where each part ends.
  private let ends = Mutex<[Int]>([])

  /// Makes an empty file in a folder, otherwise in that for temporary files.
  ///
  /// - Throws: `Failure` where nothing can be written there, as every function does.
  init(in folder: String = FileManager.default.temporaryDirectory.path) throws {
    self.folder = folder
    var template = Array("\(folder)/covalence-XXXXXX".utf8CString)
    descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw Self.failure("written", in: folder) }
    unlink(template)
  }

  deinit { close(descriptor) }

  /// What the operating system says, as a failure of the folder.
  private static func failure(_ what: String, in folder: String) -> Failure {
    .noTemporaryFile(what, in: folder, String(cString: strerror(errno)))
  }

  /// How many parts were written.
  var partCount: Int { ends.withLock { $0.count } }

  /// Writes a part after the others.
  func append(_ bytes: [UInt8]) throws {
    try ends.withLock { ends in
      let start = ends.last ?? 0
      var written = 0
      while written < bytes.count {
        let count = bytes.withUnsafeBytes {
          pwrite(
            descriptor, $0.baseAddress.map { $0 + written }, $0.count - written,
            off_t(start + written))
        }
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { throw Self.failure("written", in: folder) }
        written += count
      }
      ends.append(start + bytes.count)
    }
  }

  /// Reads a part.
  func read(_ part: Int) throws -> [UInt8] {
    let ends = ends.withLock { $0 }
    guard ends.indices.contains(part) else { return [] }
    let start = part == 0 ? 0 : ends[part - 1]
    var bytes = [UInt8](repeating: 0, count: ends[part] - start)
    var filled = 0
    while filled < bytes.count {
      let count = bytes.withUnsafeMutableBytes {
        pread(
          descriptor, $0.baseAddress.map { $0 + filled }, $0.count - filled, off_t(start + filled))
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw Self.failure("read", in: folder) }
      filled += count
    }
    return bytes
  }
}
