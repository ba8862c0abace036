import Foundation
import GRDB
import StudyModel
import TestSupport
import Testing

@testable import StudyStore

/// A study with enough in it that a write spills to the disk before it is finished.
struct FullStudy {
  let place: Workplace
  let path: String

  init() throws {
    place = try Workplace()
    path = place.path("walk.covalence")
    let file = try StudyFile.create(path) { try $0.set("title", to: "Walks") }
    try file.add(
      StoredFramework(
        id: "small", version: "1.0.0", sha256: "aa", addedAt: "2026-04-14",
        files: (0..<40).map {
          .init(name: "file \($0)", text: String(repeating: "walk\n", count: 20_000))
        }))
    try file.close()
  }

  /// Copies the study and what lies beside it while a write is half done, as a kill would leave it.
  ///
  /// - Parameters:
  ///   - name: The copy's name.
  ///   - sql: The write, which is much larger than the cache.
  /// - Returns: The copy's path.
  /// - Throws: What SQLite or the file system throws.
  func leaveHalfWritten(_ name: String, _ sql: String) throws -> String {
    let queue = try DatabaseQueue(path: path)
    let left = place.path(name)
    try queue.inDatabase { db in
      try db.execute(sql: "PRAGMA cache_size = 2; PRAGMA cache_spill = 2; BEGIN IMMEDIATE")
      try db.execute(sql: sql)
      for ending in ["", "-journal"] {
        try FileManager.default.copyItem(atPath: path + ending, toPath: left + ending)
      }
      try db.execute(sql: "ROLLBACK")
    }
    try queue.close()
    return left
  }
}

@Suite("What a killed program left half written is rolled back, and nothing is called damaged")
struct UnfinishedTests {
  @Test(
    "A hot journal beside the file, whatever the file's size",
    arguments: [
      "UPDATE frameworkFile SET text = replace(text, 'walk', 'hike')",
      "DELETE FROM frameworkFile",
      "INSERT INTO frameworkFile SELECT frameworkID, 'more ' || name, text FROM frameworkFile",
    ])
  func journal(_ sql: String) throws {
    let study = try FullStudy()
    let left = try study.leaveHalfWritten("left.covalence", sql)
    #expect(study.place.names.contains("left.covalence-journal"))
    let before = try StudyFile.open(study.path, for: .reading).read { try $0.framework() }
    let file = try StudyFile.open(left, for: .reading)
    #expect(try file.read { try $0.framework() } == before)
    #expect(try file.read { try $0.integrityFaults() } == [])
    try file.close()
    #expect(!study.place.names.contains("left.covalence-journal"))
  }

  @Test("A file that was cut short with its journal whole is mended by the journal")
  func cutShort() throws {
    let study = try FullStudy()
    let left = try study.leaveHalfWritten("left.covalence", "DELETE FROM frameworkFile")
    // Of what the write added or changed nothing need have reached the disk.
    let handle = try FileHandle(forUpdating: URL(filePath: left))
    try handle.truncate(atOffset: handle.seekToEnd() - 16384)
    try handle.close()
    let file = try StudyFile.open(left, for: .writing)
    #expect(try file.read { try $0.framework() }?.files.count == 40)
  }

  @Test("A journal beside a text is not played into it")
  func foreign() throws {
    let study = try FullStudy()
    let left = try study.leaveHalfWritten("left.covalence", "DELETE FROM frameworkFile")
    let text = Array(String(repeating: "case,name\n", count: 9_000).utf8)
    try study.place.write("left.covalence", bytes: text)
    let journal = study.place.bytes("left.covalence-journal")
    #expect(throws: StudyFileError.notAStudy(path: left, found: "no SQLite file")) {
      try StudyFile.open(left, for: .writing)
    }
    #expect(study.place.bytes("left.covalence") == text)
    #expect(study.place.bytes("left.covalence-journal") == journal)
  }

  @Test("A log that a killed server left is taken in, and the study is one file again")
  func log() throws {
    let study = try FullStudy()
    let server = try StudyFile.open(study.path, for: .serving)
    try server.set("title", to: "Hikes")
    for ending in ["", "-wal"] {
      try FileManager.default.copyItem(
        atPath: study.path + ending, toPath: study.place.path("left.covalence") + ending)
    }
    for purpose in [StudyFile.Purpose.reading, .writing] {
      let file = try StudyFile.open(study.place.path("left.covalence"), for: purpose)
      #expect(try file.read { try $0.fact("title") } == "Hikes")
      try file.close()
      #expect(study.place.names.filter { $0.hasPrefix("left") } == ["left.covalence"])
      #expect(study.place.bytes("left.covalence")?[18] == 1)
    }
    try server.close()
  }

  @Test("Where it cannot be mended, it says what to copy, and where damage is, what to move away")
  func advice() throws {
    let study = try FullStudy()
    let left = try study.leaveHalfWritten("left.covalence", "DELETE FROM frameworkFile")
    let real = URL(filePath: left).resolvingSymlinksInPath().path
    let locked = StudyFile.translated(
      DatabaseError(resultCode: .SQLITE_READONLY_ROLLBACK), left)
    #expect(
      locked.text
        == "A write to \(left) was broken off, and it cannot be mended where it is: it cannot be written there. Copy it, together with \(real)-journal, to a folder where you may write, and open it there: then it is as it was before that write."
    )
    let broken = StudyFile.translated(
      DatabaseError(resultCode: .SQLITE_CORRUPT, message: "database disk image is malformed"),
      left)
    #expect(
      broken.text
        == "\(left) is damaged: database disk image is malformed. Nothing was changed. Keep it. Move \(left) and \(real)-journal away together, since what lies beside would change whatever is put in its place; then put a copy of yours there, or build the study again from its files (the list is in its last report)."
    )
  }

  @Test(
    "No error of SQLite comes through as it is",
    arguments: [
      ResultCode.SQLITE_ERROR, .SQLITE_NOMEM, .SQLITE_CONSTRAINT, .SQLITE_MISMATCH, .SQLITE_TOOBIG,
      .SQLITE_IOERR, .SQLITE_FULL, .SQLITE_BUSY, .SQLITE_READONLY,
    ])
  func translated(_ code: ResultCode) throws {
    #expect(throws: StudyFileError.self) {
      try StudyFile.guarding("a.covalence") { throw DatabaseError(resultCode: code) }
    }
  }
}

@Suite("A journal that a stopped command left for nothing goes with the next command")
struct SpentJournalTests {
  @Test("Whatever the study is opened for, and not while another program writes")
  func removed() throws {
    let place = try Workplace()
    let path = place.path("a.covalence")
    try StudyFile.create(path).close()
    for purpose in [StudyFile.Purpose.reading, .writing] {
      try place.write("a.covalence-journal", bytes: [UInt8](repeating: 0, count: 512))
      let before = place.bytes("a.covalence")
      try StudyFile.open(path, for: purpose).close()
      #expect(!FileManager.default.fileExists(atPath: "\(path)-journal"))
      #expect(place.bytes("a.covalence") == before)
    }
  }
}
