import FileFormats
import Foundation
import GRDB
import StudyModel
import Synchronization
import TestSupport
import Testing

@testable import StudyStore

@Suite("A study is opened to read, to write, or to serve")
struct PurposeTests {
  @Test("A reader beside a write that holds the file waits for it and answers")
  func waits() throws {
    let study = try FullStudy()
    let writer = try DatabaseQueue(path: study.path)
    let isHeld = DispatchSemaphore(value: 0)
    let group = DispatchGroup()
    DispatchQueue.global().async(group: group) {
      try? writer.inDatabase { db in
        try db.execute(sql: "BEGIN EXCLUSIVE; UPDATE study SET value = 'Hikes'")
        isHeld.signal()
        Thread.sleep(forTimeInterval: 0.5)
        try db.execute(sql: "COMMIT")
      }
    }
    isHeld.wait()
    let file = try StudyFile.open(study.path, for: .reading)
    #expect(try file.read { try $0.fact("title") } == "Hikes")
    group.wait()
    try writer.close()
  }

  @Test("It tells that it waits, and in the end says why it gave up")
  func givesUp() throws {
    let study = try FullStudy()
    let writer = try DatabaseQueue(path: study.path)
    let told = Mutex(0)
    try writer.inDatabase { (db: Database) throws in
      try db.execute(sql: "BEGIN EXCLUSIVE")
      #expect(throws: StudyFileError.busy(path: study.path)) {
        try StudyFile.open(
          study.path, for: .reading,
          waiting: Waiting(upTo: 3) { told.withLock { $0 += 1 } })
      }
      try db.execute(sql: "ROLLBACK")
    }
    #expect(told.withLock { $0 } == 1)
  }

  @Test("A reader takes no write lock: another can begin to write while it reads")
  func readerTakesNone() throws {
    let study = try FullStudy()
    let reader = try StudyFile.open(study.path, for: .reading)
    let writer = try StudyFile.open(study.path, for: .writing, waiting: Waiting(upTo: 0))
    let before = study.place.bytes("walk.covalence")
    try reader.read { open in
      _ = try open.fact("title")
      try writer.database.writeWithoutTransaction {
        try $0.execute(sql: "BEGIN IMMEDIATE; ROLLBACK")
      }
    }
    #expect(study.place.bytes("walk.covalence") == before)
    #expect(
      throws: StudyFileError.cannotWrite(path: study.path, detail: "it was opened to be read only")
    ) { try reader.set("title", to: "Hikes") }
  }

  @Test("Two readers work beside a writer, each on its own moment, and one file is left")
  func serves() throws {
    let study = try FullStudy()
    let server = try StudyFile.open(study.path, for: .serving)
    try server.database.writeWithoutTransaction { (db: Database) throws in
      try db.execute(sql: "BEGIN IMMEDIATE; UPDATE study SET value = 'Hikes'")
      // The writer is in the middle of it; both read what was before.
      let found = Mutex<[String?]>([])
      DispatchQueue.concurrentPerform(iterations: 2) { _ in
        let title = try? server.read { try $0.fact("title") }
        found.withLock { $0.append(title) }
      }
      #expect(found.withLock { $0 } == ["Walks", "Walks"])
      try db.execute(sql: "COMMIT")
    }
    #expect(try server.read { try $0.fact("title") } == "Hikes")
    #expect(study.place.names.contains("walk.covalence-wal"))
    // A command beside it reads and writes as well.
    let command = try StudyFile.open(study.path, for: .writing)
    try command.set("title", to: "Climbs")
    try command.close()
    #expect(try server.read { try $0.fact("title") } == "Climbs")
    try server.close()
    #expect(study.place.names == ["walk.covalence"])
    #expect(study.place.bytes("walk.covalence")?[18] == 1)
  }

  @Test("A scratch copy is another study: nobody sees what is done to it, and it goes")
  func scratch() throws {
    let study = try FullStudy()
    let before = study.place.bytes("walk.covalence")
    let file = try StudyFile.open(study.path, for: .reading)
    let copy = try file.scratchCopy()
    guard case .scratch(let folder) = copy.opening.place else {
      Issue.record("no copy")
      return
    }
    #expect(try mode(folder.path) == 0o700)
    #expect(try mode(folder.file("study")) == 0o600)
    let entry = ImportEntry(
      kind: "cases", file: "a.csv", at: "2026-04-14", toolVersion: "", options: .init())
    try copy.importing(entry) { _ in .keep((), entry) }
    try copy.set("title", to: "Hikes")
    #expect(try copy.read { try $0.imports().count } == 1)
    #expect(try file.read { try $0.fact("title") } == "Walks")
    try copy.close()
    #expect(!FileManager.default.fileExists(atPath: folder.path))
    #expect(study.place.bytes("walk.covalence") == before)
    // Of a study that is served, and of one in memory.
    let server = try StudyFile.open(study.path, for: .serving)
    try server.set("title", to: "Climbs")
    #expect(try server.scratchCopy().read { try $0.fact("title") } == "Climbs")
    try server.close()
    let memory = try StudyFile.inMemory()
    try memory.set("title", to: "Clouds")
    #expect(try memory.scratchCopy().read { try $0.fact("title") } == "Clouds")
  }

  @Test("A framework takes the place of the one that was looked at, or of none")
  func frameworkChangedMeanwhile() throws {
    let study = try FullStudy()
    func framework(_ hash: String) -> StoredFramework {
      StoredFramework(
        id: "small", version: "1.1.0", sha256: hash, addedAt: "2026-04-15",
        files: [.init(name: "framework.yaml", text: hash)])
    }
    let file = try StudyFile.open(study.path)
    try file.add(framework("bb"), replacing: "aa")
    #expect(throws: StudyFileError.changed(path: study.path)) {
      try file.add(framework("cc"), replacing: "aa")
    }
    #expect(try file.read { try $0.framework() }?.sha256 == "bb")
  }

  @Test("A study and its journal are for their owner's eyes; an older file keeps its mode")
  func permissions() throws {
    let study = try FullStudy()
    #expect(try mode(study.path) == 0o600)
    let writer = try StudyFile.open(study.path, for: .writing)
    try writer.database.write { (db: Database) throws in
      try db.execute(sql: "UPDATE study SET value = 'Hikes'")
      #expect(try mode(study.path + "-journal") == 0o600)
    }
    #expect(!writer.isReadableByOthers())
    try writer.close()
    chmod(study.path, 0o644)
    let later = try StudyFile.open(study.path, for: .writing)
    #expect(later.isReadableByOthers())
    #expect(try mode(study.path) == 0o644)
  }
}

/// Who may do what with a file.
func mode(_ path: String) throws -> Int {
  let found = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
  return try #require(found as? Int)
}
