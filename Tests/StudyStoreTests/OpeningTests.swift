import Foundation
import GRDB
import StudyModel
import TestSupport
import Testing

@testable import StudyStore

@Suite("Opening something that is no study, or a damaged one, says so and changes nothing")
struct OpeningTests {
  private let place: Workplace

  init() throws { place = try Workplace() }

  /// A study with a framework and enough rows to fill many pages.
  private func makeStudy() throws -> String {
    let path = place.path("walk.covalence")
    let file = try StudyFile.create(path)
    try file.add(
      StoredFramework(
        id: "small", version: "1.0.0", sha256: "", addedAt: "2026-04-14",
        files: [.init(name: "framework.yaml", text: String(repeating: "walk\n", count: 20_000))]))
    return path
  }

  /// What is said on opening; the file must be the same after it.
  private func refusal(_ path: String) throws -> String? {
    let before = FileManager.default.contents(atPath: path)
    let names = place.names
    defer {
      #expect(FileManager.default.contents(atPath: path) == before)
      #expect(place.names == names)
    }
    do {
      let file = try StudyFile.open(path, for: .reading)
      _ = try file.read { (try $0.fact("title"), try $0.framework()) }
      return nil
    } catch let error as StudyFileError {
      return error.text
    }
  }

  @Test("A whole one opens")
  func whole() throws {
    #expect(try refusal(try makeStudy()) == nil)
  }

  @Test("A file that is not there")
  func missing() throws {
    let path = place.path("none.covalence")
    #expect(
      try refusal(path)
        == "There is no study at \(path). Either check the path or make one."
    )
  }

  @Test("A folder, an empty file, a text and another program's file")
  func foreign() throws {
    try place.write("folder/file", "")
    try place.write("empty", "")
    try place.write("text", String(repeating: "case,name\n", count: 50))
    let other = try DatabaseQueue(path: place.path("other"))
    try other.write { try $0.execute(sql: "CREATE TABLE song (title TEXT)") }
    try other.close()
    let kinds = [
      "folder": "a folder", "empty": "an empty file", "text": "no SQLite file",
      "other": "a SQLite file of another program",
    ]
    for (name, kind) in kinds {
      let path = place.path(name)
      #expect(
        try refusal(path)
          == "\(path) is not a study: it is \(kind). Nothing was changed. Name the study file, whose name mostly ends in .covalence."
      )
    }
  }

  @Test("A newer format")
  func newer() throws {
    let path = try makeStudy()
    try patch(path, at: 60, with: [0, 0, 0, 9])
    #expect(
      try refusal(path)
        == "\(path) has study format 9; this program knows formats up to \(StudyFormat.current). Nothing was changed. Install a newer version of covalence."
    )
  }

  @Test("One cut short")
  func truncated() throws {
    let path = try makeStudy()
    let handle = try FileHandle(forUpdating: URL(filePath: path))
    let size = try handle.seekToEnd()
    try handle.truncate(atOffset: size - 5000)
    try handle.close()
    #expect(
      try refusal(path)
        == "\(path) is damaged: it should have \(size) bytes and has \(size - 5000). Nothing was changed. Keep it, move it away, and put a copy of yours in its place, or build the study again from its files (the list is in its last report)."
    )
  }

  @Test("One with a page overwritten")
  func overwritten() throws {
    let path = try makeStudy()
    // Page 2 is the root of the first table.
    try patch(path, at: 16384, with: Array(repeating: 0x5A, count: 16384))
    let text = try #require(try refusal(path))
    #expect(text.hasPrefix("\(path) is damaged: "))
    #expect(text.hasSuffix("(the list is in its last report)."))
  }

  @Test("Making one where there is a file already, or no folder")
  func making() throws {
    let path = try makeStudy()
    let before = place.bytes("walk.covalence")
    #expect(throws: StudyFileError.alreadyThere(path: path)) { try StudyFile.create(path) }
    #expect(place.bytes("walk.covalence") == before)
    let lost = place.path("no/such/folder/walk.covalence")
    #expect(
      throws: StudyFileError.cannotWrite(
        path: lost, detail: "its folder is not there")
    ) { try StudyFile.create(lost) }
  }

  private func patch(_ path: String, at offset: UInt64, with bytes: [UInt8]) throws {
    let handle = try FileHandle(forUpdating: URL(filePath: path))
    try handle.seek(toOffset: offset)
    try handle.write(contentsOf: Data(bytes))
    try handle.close()
  }
}

@Suite("A study of an older format is migrated after a copy was kept")
struct MigratingTests {
  private struct Failed: Error {}

  private let place: Workplace
  private let path: String

  init() throws {
    place = try Workplace()
    path = place.path("walk.covalence")
    try StudyFile.create(path).set("title", to: "Walks")
  }

  @Test("The copy is the study as it was; the study has the newer format")
  func migrated() throws {
    let known = StudyFormat.current
    let newer =
      StudyFormat.migrations + [
        ("999 weather", { @Sendable in try $0.execute(sql: "CREATE TABLE weather (day TEXT)") })
      ]
    let study = try StudyFile.open(path, for: .reading, migrations: newer)
    #expect(
      try study.database.read { try Int.fetchOne($0, sql: "PRAGMA user_version") } == known + 1)
    #expect(try study.read { try $0.fact("title") } == "Walks")
    let copy = try StudyFile.open(
      place.path("walk.covalence.backup-format-\(known)"), for: .reading)
    #expect(try copy.read { try $0.fact("title") } == "Walks")
    try copy.close()
    #expect(place.names == ["walk.covalence", "walk.covalence.backup-format-\(known)"])
    // The older program does not open it any more.
    #expect(throws: StudyFileError.newerFormat(path: path, found: known + 1, known: known)) {
      try StudyFile.open(path, for: .reading)
    }
  }

  @Test("A migration that fails leaves the study as it was")
  func failed() throws {
    let before = place.bytes("walk.covalence")
    let newer =
      StudyFormat.migrations + [
        (
          "002 weather",
          { @Sendable db in
            try db.execute(sql: "CREATE TABLE weather (day TEXT)")
            throw Failed()
          }
        )
      ]
    #expect(throws: Failed.self) { try StudyFile.open(path, for: .reading, migrations: newer) }
    #expect(place.bytes("walk.covalence") == before)
    #expect(try StudyFile.open(path, for: .reading).read { try $0.fact("title") } == "Walks")
  }

  @Test("Opening at the newest format keeps no copy")
  func current() throws {
    _ = try StudyFile.open(path, for: .reading)
    #expect(place.names == ["walk.covalence"])
  }

  @Test("Opening changes no byte")
  func untouched() throws {
    let before = place.bytes("walk.covalence")
    _ = try StudyFile.open(path, for: .reading).read { try $0.imports() }
    #expect(place.bytes("walk.covalence") == before)
  }
}
