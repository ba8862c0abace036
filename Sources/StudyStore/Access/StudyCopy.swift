import FileFormats
import Foundation
import GRDB
import StudyModel

extension StudyFile {
  /// What the name of a copy that was kept before a migration has after the study's.
  static let copySuffix = ".backup-format-"

  /// A copy of the study for trying something out, opened to write.
  ///
  /// What is done to it, nobody else sees, and nobody is locked out meanwhile. It is removed with
  /// `close`, or with the last use. To make it reads the study once, as fast as the disk gives
  /// it.
  ///
  /// - Throws: `StudyFileError.cannotCopy`, where the folder of temporary files has no room.
  public func scratchCopy() throws -> StudyFile {
    let parent = PrivateFolder.temporaryFiles
    do {
      let folder = try PrivateFolder(.scratch, in: parent)
      let file = try folder.makeFile("study")
      let queue = try DatabaseQueue(
        path: Connections.name(file), configuration: Connections.configuration(.init())
      ).keptWithoutThreads()
      let copy = StudyFile(path: path, opening: Opening(queue, .writing, place: .scratch(folder)))
      // Nobody needs it after a crash.
      try queue.inDatabase { try $0.execute(sql: "PRAGMA synchronous = OFF") }
      try database.backup(to: queue)
      try Connections.leaveLog(queue)
      return copy
    } catch let failure as PrivateFolder.Failure {
      throw StudyFileError.cannotCopy(path: path, into: parent, detail: failure.text)
    } catch let error as DatabaseError {
      switch Self.translated(error, path) {
      case .cannotWrite(_, let detail), .diskFailed(_, let detail):
        throw StudyFileError.cannotCopy(path: path, into: parent, detail: detail)
      case let other: throw other
      }
    }
  }
}

/// The copy that is kept beside a study before it is migrated.
struct StudyCopy {
  /// The study's file after all links; the copy lies beside that.
  var file: String
  /// The format that it has.
  var version: Int

  /// Copies what a connection reads, looks whether the copy is whole, and gives it its name.
  ///
  /// A file that has the name already stays: where it holds the same study that is copy enough, and
  /// otherwise the new one gets the next free name.
  ///
  /// - Throws: `StudyFileError.cannotWrite`; no name was given then.
  func keep(from study: DatabaseQueue) throws {
    let first = "\(file)\(StudyFile.copySuffix)\(version)"
    do {
      let folder = try PrivateFolder(.copy, in: PrivateFolder.parent(of: file))
      defer { folder.remove() }
      let copy = try folder.makeFile("study")
      try StudyFile.guarding(first) {
        try study.vacuum(into: copy)
        try check(copy)
      }
      try PrivateFolder.settle(copy)
      for number in 1...1000 {
        let name = number == 1 ? first : "\(first)-\(number)"
        if try PrivateFolder.move(copy, to: name) {
          try PrivateFolder.settle(name)
          return
        }
        if try isSame(copy, name) { return }
      }
      throw cannot(first, "a thousand copies are there already")
    } catch let failure as PrivateFolder.Failure {
      throw cannot(first, failure.text)
    } catch let error as StudyFileError {
      switch error {
      case .cannotWrite(_, let detail), .diskFailed(_, let detail), .refused(_, let detail):
        throw cannot(first, detail)
      default: throw error
      }
    }
  }

  private func cannot(_ name: String, _ detail: String) -> StudyFileError {
    .cannotWrite(path: file, detail: "the copy to be kept before, \(name), failed: \(detail)")
  }

  private func check(_ copy: String) throws {
    let queue = try DatabaseQueue(
      path: Connections.name(copy), configuration: Connections.configuration(.init())
    ).keptWithoutThreads()
    try queue.read { db in
      guard try StudyFile.checkedVersion(db, copy, known: version) == version,
        try String.fetchOne(db, sql: "PRAGMA integrity_check(1)") == "ok"
      else { throw StudyFileError.damaged(path: file, detail: "no whole copy of it can be made") }
    }
    try queue.close()
  }

  /// Whether a file holds what a copy holds: the same bytes but for the counters of SQLite's header,
  /// which tell how often a file was written.
  private func isSame(_ copy: String, _ other: String) throws -> Bool {
    var found = stat()
    guard lstat(other, &found) == 0, found.st_mode & S_IFMT == S_IFREG, access(other, R_OK) == 0
    else { return false }
    let (one, two) = (
      try FileHandle(forReadingFrom: URL(filePath: copy)),
      try FileHandle(forReadingFrom: URL(filePath: other))
    )
    defer { for handle in [one, two] { try? handle.close() } }
    var isHead = true
    while true {
      var (a, b) = (
        try one.read(upToCount: 1 << 20) ?? Data(), try two.read(upToCount: 1 << 20) ?? Data()
      )
      guard a.count == b.count else { return false }
      if a.isEmpty { return !isHead }
      if isHead, a.count >= 100 {
        for counter in [24..<28, 40..<44, 92..<100] {
          a.replaceSubrange(counter, with: Data(count: counter.count))
          b.replaceSubrange(counter, with: Data(count: counter.count))
        }
      }
      isHead = false
      guard a == b else { return false }
    }
  }
}
