import Foundation
import StudyModel
import StudyStore
import TestSupport
import Testing

@testable import StudyWorkflow

@Suite("A demo replaces what a demo made, and nothing that somebody changed")
struct DemoFolderTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.write("tour/walk/readme", "mine")
  }

  /// Makes the files of a demo beside.
  private func make(_ name: String, page: String = "page") throws -> DemoFolder {
    try place.write("\(name)/health.md", page)
    let study = try Study.create(
      place.path("\(name)/walk.covalence"),
      framework: FrameworkInHand(
        folder: Fixtures.own.appending(path: "frameworks/small"), as: "small"),
      as: .init(title: "Walks"), time: "2026-04-14")
    try DemoStudyMark.put(on: study.file)
    try study.file.close()
    return DemoFolder(
      folder: place.path("tour/walk"), made: place.path(name), study: "walk.covalence")
  }

  private func bringIn(_ folder: DemoFolder) throws {
    try folder.check()
    try folder.bringIn()
  }

  private var study: String { place.path("tour/walk/walk.covalence") }

  @Test("Its own files are made anew, and other files stay")
  func anew() throws {
    try bringIn(make("first"))
    try bringIn(make("second", page: "another page"))
    #expect(place.text("tour/walk/health.md") == "another page")
    #expect(place.text("tour/walk/readme") == "mine")
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: place.path("tour/walk")).sorted()
        == ["demo.sha256", "health.md", "readme", "walk.covalence"])
  }

  @Test("A study that somebody worked on stays, and with it all the rest")
  func workedOn() throws {
    try bringIn(make("first"))
    let entry = ImportEntry(
      kind: "cases", file: "a.csv", at: "2026-04-15", toolVersion: "", options: .init())
    let file = try StudyFile.open(study)
    try file.importing(entry) { session in
      _ = try session.store(Case(id: "north", name: "North"))
      return .keep((), entry)
    }
    try file.close()
    let before = place.bytes("tour/walk/walk.covalence")
    let next = try make("second", page: "another page")
    let error = try #require(throws: Failure.self) { try next.check() }
    #expect(error.kind == .cannotWrite)
    #expect(error.diagnostics.map(\.code) == [.demoChanged])
    #expect(
      error.diagnostics.first?.message
        == "\(study) is not as a demo made it, so nothing was changed")
    #expect(place.bytes("tour/walk/walk.covalence") == before)
    #expect(place.text("tour/walk/health.md") == "page")
    // Also where the import was taken back again.
    let again = try StudyFile.open(study)
    try again.undoImport(1, at: "2026-04-16")
    try again.close()
    #expect(throws: Failure.self) { try next.check() }
  }

  @Test(
    "A study that another program wrote into stays",
    .enabled(if: Workplace.sqlite != nil, "there is no sqlite3"))
  func byHand() throws {
    try bringIn(make("first"))
    #expect(
      try place.sqlite("tour/walk/walk.covalence", "UPDATE framework SET addedAt = '2026-04-15'")
        .status == 0)
    #expect(throws: Failure.self) { try make("second").check() }
  }

  @Test("A report that somebody changed stays; one that is as it would be written does not matter")
  func report() throws {
    try bringIn(make("first"))
    try place.write("tour/walk/health.md", "page, with my notes")
    let next = try make("second", page: "another page")
    let error = try #require(throws: Failure.self) { try next.check() }
    #expect(
      error.diagnostics.first?.message.hasPrefix(
        "\(place.path("tour/walk/health.md")) is not as a demo made it") == true)
    try place.write("tour/walk/health.md", "another page")
    try next.check()
    // Without the list of an earlier demo too.
    try FileManager.default.removeItem(atPath: place.path("tour/walk/demo.sha256"))
    try next.check()
    try place.write("tour/walk/health.md", "a page of mine")
    #expect(throws: Failure.self) { try next.check() }
  }

  @Test("A file that is no study, in the study's place, stays")
  func noStudy() throws {
    try place.write("tour/walk/walk.covalence", "mine")
    #expect(throws: StudyFileError.self) { try make("first").check() }
    #expect(place.text("tour/walk/walk.covalence") == "mine")
  }

  @Test("An earlier demo's study, which has no mark, is known by what was done to it")
  func earlier() throws {
    try bringIn(make("first"))
    let file = try StudyFile.open(study)
    try file.set(DemoStudyMark.fact, to: "")
    try file.close()
    try make("second").check()
    let later = try StudyFile.open(study)
    try later.set("title", to: "My walks")
    try later.close()
    #expect(throws: Failure.self) { try make("third").check() }
  }

  @Test(
    "A demo's study that was migrated since is known by what was done to it, whatever a demo makes now"
  )
  func migrated() throws {
    try bringIn(make("first"))
    // As an earlier program made it, in another format and with other words.
    let file = try StudyFile.open(study)
    try file.set("title", to: "Walks of before")
    try DemoStudyMark.put(on: file)
    let mark = try #require(try file.read { try $0.fact(DemoStudyMark.fact) }).split(separator: " ")
    try file.set(
      DemoStudyMark.fact, to: "0 \(mark[1].reversed().map(String.init).joined()) \(mark[2])")
    try file.close()
    try make("second").check()
    let later = try StudyFile.open(study)
    try later.set("title", to: "My walks")
    try later.close()
    #expect(throws: Failure.self) { try make("third").check() }
  }
}
