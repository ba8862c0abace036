import Foundation
import GRDB
import StudyModel
import Synchronization
import TestSupport
import Testing

@testable import StudyStore

@Suite("A study is migrated once, and never without a whole copy of it as it was")
struct CopyBeforeMigratingTests {
  private let study: FullStudy
  private let known = StudyFormat.current
  private let newer: [StudyFormat.Migration]

  private var place: Workplace { study.place }
  private var copy: String { "walk.covalence.backup-format-\(known)" }

  init() throws {
    study = try FullStudy()
    newer =
      StudyFormat.migrations + [
        ("999 weather", { @Sendable in try $0.execute(sql: "CREATE TABLE weather (day TEXT)") })
      ]
  }

  private func open(_ path: String? = nil) throws -> StudyFile {
    try StudyFile.open(path ?? study.path, for: .reading, migrations: newer)
  }

  /// Whether a file is a whole study of the older format, for its owner's eyes.
  private func expectCopy(_ name: String, title: String = "Walks") throws {
    let path = place.path(name)
    let queue = try DatabaseQueue(path: path)
    try queue.read { (db: Database) throws in
      #expect(try String.fetchOne(db, sql: "PRAGMA integrity_check") == "ok")
      #expect(try Int.fetchOne(db, sql: "PRAGMA user_version") == known)
      #expect(try Int32.fetchOne(db, sql: "PRAGMA application_id") == StudyFormat.applicationID)
      #expect(try String.fetchOne(db, sql: "SELECT value FROM study") == title)
      #expect(try Int.fetchOne(db, sql: "SELECT count(*) FROM frameworkFile") == 40)
    }
    try queue.close()
    #expect(try mode(path) == 0o600)
  }

  @Test("Of five first openings at once one migrates and all succeed")
  func race() throws {
    let ran = Mutex(0)
    let counted =
      StudyFormat.migrations + [
        (
          "999 weather",
          { @Sendable (db: Database) throws in
            ran.withLock { $0 += 1 }
            try db.execute(sql: "CREATE TABLE weather (day TEXT)")
          }
        )
      ]
    let failures = Mutex<[String]>([])
    DispatchQueue.concurrentPerform(iterations: 5) { _ in
      do {
        let file = try StudyFile.open(study.path, for: .reading, migrations: counted)
        _ = try file.read { try $0.fact("title") }
      } catch {
        failures.withLock { $0.append("\(error)") }
      }
    }
    #expect(failures.withLock { $0 } == [])
    #expect(ran.withLock { $0 } == 1)
    #expect(place.names == ["walk.covalence", copy])
    try expectCopy(copy)
  }

  @Test("By a symbolic link, the copy lies beside the file itself")
  func link() throws {
    try place.write("links/readme", "")
    let link = place.path("links/today.covalence")
    try FileManager.default.createSymbolicLink(
      atPath: link, withDestinationPath: "../walk.covalence")
    _ = try open(link).read { try $0.imports() }
    try expectCopy(copy)
    #expect(place.names == ["links", "walk.covalence", copy])
  }

  @Test("With a hot journal beside, the copy is the study before the write that was broken off")
  func journal() throws {
    let left = try study.leaveHalfWritten("left.covalence", "DELETE FROM frameworkFile")
    _ = try open(left).read { try $0.imports() }
    try expectCopy("left.covalence.backup-format-\(known)")
  }

  @Test("A file that has the copy's name is not trusted: the copy gets another name")
  func otherCopy() throws {
    try place.write(copy, "half a copy")
    _ = try open()
    #expect(place.text(copy) == "half a copy")
    try expectCopy("\(copy)-2")
  }

  @Test("A copy of the same study that is there already is enough")
  func sameCopy() throws {
    try StudyCopy(file: study.path, version: known).keep(from: DatabaseQueue(path: study.path))
    let before = place.bytes(copy)
    _ = try open()
    #expect(place.bytes(copy) == before)
    #expect(place.names == ["walk.covalence", copy])
  }

  @Test("Where no copy can be made the study is not migrated, and stays as it was")
  func noCopy() throws {
    // The copy's name is longer than names may be.
    let name = String(repeating: "w", count: 250)
    try FileManager.default.moveItem(atPath: study.path, toPath: place.path(name))
    let before = place.bytes(name)
    let error = #expect(throws: StudyFileError.self) { try open(place.path(name)) }
    #expect(
      error?.message.hasPrefix(
        "\(place.path(name)) has study format \(known) and must be brought to format \(known + 1)")
        == true)
    #expect(place.bytes(name) == before)
    #expect(place.names == [name])
  }

  @Test("A link of the copy's name is left alone, and what it leads to")
  func linkInTheWay() throws {
    try place.write("mine", "keep")
    try FileManager.default.createSymbolicLink(
      atPath: place.path(copy), withDestinationPath: "mine")
    _ = try open()
    #expect(place.text("mine") == "keep")
    try expectCopy("\(copy)-2")
  }

  @Test("What a killed opening left of its copy is removed by the next")
  func killed() throws {
    try place.write(".covalence-copy-killed/study", "half")
    try place.write(".covalence-file-killed/file", "half a page")
    _ = try open()
    #expect(place.names == ["walk.covalence", copy])
  }

  @Test("A study whose pages are damaged is not migrated")
  func damaged() throws {
    let handle = try FileHandle(forUpdating: URL(filePath: study.path))
    try handle.seek(toOffset: 16384 * 20)
    try handle.write(contentsOf: Data(repeating: 0x5A, count: 16384 * 8))
    try handle.close()
    let before = place.bytes("walk.covalence")
    do {
      _ = try open()
      Issue.record("it was migrated")
    } catch let error as StudyFileError {
      guard case .damaged = error else {
        Issue.record("\(error)")
        return
      }
    }
    #expect(place.bytes("walk.covalence") == before)
    #expect(place.names == ["walk.covalence"])
  }
}
