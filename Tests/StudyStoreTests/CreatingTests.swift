import Foundation
import StudyModel
import Synchronization
import TestSupport
import Testing

@testable import StudyStore

@Suite("A study is made whole or not at all, and by one")
struct CreatingTests {
  private struct Failed: Error {}

  private let place: Workplace
  private let path: String

  init() throws {
    place = try Workplace()
    path = place.path("walk.covalence")
  }

  @Test("Of several that make it at once one does, and the others are told that it is there")
  func race() throws {
    let outcomes = Mutex<[StudyFileError?]>([])
    DispatchQueue.concurrentPerform(iterations: 6) { number in
      do {
        _ = try StudyFile.create(path) { try $0.set("title", to: "\(number)") }
        outcomes.withLock { $0.append(nil) }
      } catch {
        outcomes.withLock { $0.append(error as? StudyFileError) }
      }
    }
    let all = outcomes.withLock { $0 }
    #expect(all.count == 6 && all.count(where: { $0 == nil }) == 1)
    #expect(all.count(where: { $0 == .alreadyThere(path: path) }) == 5)
    #expect(place.names == ["walk.covalence"])
    #expect(try StudyFile.open(path, for: .reading).read { try $0.fact("title") } != nil)
  }

  @Test("What fails while it is filled leaves nothing")
  func failing() throws {
    #expect(throws: Failed.self) { try StudyFile.create(path) { _ in throw Failed() } }
    #expect(place.names == [])
  }

  @Test("It has no name before it is whole, and what a killed maker left is removed by the next")
  func killed() throws {
    try StudyFile.create(path) { _ in
      #expect(place.names.count == 1)
      #expect(place.names.first?.hasPrefix(".covalence-new-") == true)
    }.close()
    try place.write(".covalence-new-killed/study", "half")
    try place.write(".covalence-new-killed/study-journal", "half")
    try StudyFile.create(place.path("ridge.covalence")).close()
    #expect(place.names == ["ridge.covalence", "walk.covalence"])
  }

  @Test("A link that leads nowhere, a folder and a name that is none are told and left")
  func wrongNames() throws {
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "none")
    #expect(throws: StudyFileError.alreadyThere(path: path)) { try StudyFile.create(path) }
    #expect(
      throws: StudyFileError.notAStudy(
        path: path, found: "a symbolic link to none, which is not there")
    ) { try StudyFile.open(path, for: .reading) }
    #expect(
      throws: StudyFileError.alreadyThere(path: place.folder.path)
    ) { try StudyFile.create(place.folder.path) }
    for name in ["", place.path("none") + "/"] {
      #expect(throws: StudyFileError.self) { try StudyFile.create(name) }
    }
    #expect(place.names == ["walk.covalence"])
  }

  @Test("A pipe with a name is no study, and is not waited for")
  func pipe() throws {
    #expect(mkfifo(path, 0o600) == 0)
    #expect(throws: StudyFileError.notAStudy(path: path, found: "a pipe with a name")) {
      try StudyFile.open(path, for: .reading)
    }
  }

  @Test("A name that means something to SQLite is a name")
  func oddNames() throws {
    for name in ["file:a?mode=memory", "a%20b#c?d.covalence", ":memory:", "größe 100 %.covalence"] {
      let path = place.path(name)
      try StudyFile.create(path) { try $0.set("title", to: name) }.close()
      #expect(try StudyFile.open(path, for: .writing).read { try $0.fact("title") } == name)
      #expect(place.names == [name])
      try FileManager.default.removeItem(atPath: path)
    }
  }
}
