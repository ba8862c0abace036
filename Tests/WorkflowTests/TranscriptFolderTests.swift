import Exchange
import Foundation
import StudyModel
import StudyWorkflow
import TestSupport
import Testing

@Suite("A table of sources reads only texts that lie beside it or below")
struct TranscriptFolderTests {
  private struct Place {
    private let workplace: Workplace
    let inside: TranscriptFolder

    init() throws {
      workplace = try Workplace()
      let folder = workplace.folder
      try FileManager.default.createDirectory(
        at: folder.appending(path: "table/talks"), withIntermediateDirectories: true)
      inside = TranscriptFolder(besideTable: folder.appending(path: "table/sources.csv").path)
      try write("secret.txt", "secret")
      try write("table/one.txt", "one")
      try write("table/talks/two.txt", "two")
    }

    var folder: URL { workplace.folder }

    func write(_ name: String, _ text: String) throws {
      try Data(text.utf8).write(to: folder.appending(path: name))
    }

    func link(_ name: String, to path: String) throws {
      try FileManager.default.createSymbolicLink(
        atPath: folder.appending(path: name).path, withDestinationPath: path)
    }

    func refusal(_ name: String) -> TranscriptRefusal? {
      do throws(TranscriptRefusal) {
        _ = try inside.read(name)
        return nil
      } catch {
        return error
      }
    }
  }

  @Test("Beside and below, also by a way that turns back, and by links that stay")
  func inside() throws {
    let place = try Place()
    try place.link("table/three.txt", to: "talks/two.txt")
    for (name, text) in [
      ("one.txt", "one"), ("talks/two.txt", "two"), ("./talks/../one.txt", "one"),
      ("three.txt", "two"),
    ] {
      #expect(try place.inside.read(name) == Array(text.utf8), "\(name)")
    }
  }

  @Test("Not outside: by a whole path, by two dots, by a link")
  func outside() throws {
    let place = try Place()
    try place.link("table/out.txt", to: "../secret.txt")
    try place.link("table/way", to: "..")
    let outside = TranscriptRefusal.outside(folder: "of this file")
    for name in [
      "/etc/passwd", place.folder.appending(path: "table/one.txt").path, "../secret.txt",
      "talks/../../secret.txt", "out.txt", "way/secret.txt", "one.txt\0",
    ] {
      #expect(place.refusal(name) == outside, "\(name)")
    }
  }

  @Test("Not what is no file, and no study")
  func noText() throws {
    let place = try Place()
    try #require(mkfifo(place.folder.appending(path: "table/pipe").path, 0o600) == 0)
    try place.write("table/study.covalence", "SQLite format 3\0 and so on")
    for name in ["none.txt", "talks", "pipe"] {
      #expect(place.refusal(name) == .notReadable, "\(name)")
    }
    #expect(place.refusal("study.covalence") == .database)
  }

  @Test("Each refusal is told in its row, with what to do")
  func told() throws {
    let walks = try Walks.begun()
    try walks.place.write("s.covalence", "SQLite format 3\0")
    let text = """
      source,case,file
      a,north,../secret.txt
      b,north,none.txt
      c,north,s.covalence
      d,north,/etc/passwd

      """
    let report = try walks.tried(.sources, text)
    #expect(
      report.diagnostics.map(\.text) == [
        "sources.csv:2, column \"file\": error: the transcript \"../secret.txt\" lies outside the folder of this file. Copy it into that folder and name it from there, or name the folder that holds it. [SOURCES-007]",
        "sources.csv:3, column \"file\": error: the transcript \"none.txt\" cannot be read. Either correct the name, which counts from the folder of this file, or leave it empty. [SOURCES-004]",
        "sources.csv:4, column \"file\": error: \"s.covalence\" is a study or another database, and no transcript. Name a file of plain text in UTF-8, or leave it empty. [SOURCES-008]",
        "sources.csv:5, column \"file\": error: the transcript \"/etc/passwd\" lies outside the folder of this file. Copy it into that folder and name it from there, or name the folder that holds it. [SOURCES-007]",
      ])
    try walks.place.write("binary.txt", bytes: [0x41, 0xFF, 0x00])
    let binary = try walks.tried(.sources, "source,case,file\na,north,binary.txt\n")
    #expect(
      binary.diagnostics.map(\.text) == [
        "sources.csv:2, column \"file\": error: the transcript \"binary.txt\" is no plain text in UTF-8. Save it as plain text in UTF-8. [SOURCES-005]"
      ])
    let none = try walks.tried(.sources, text) { $0.texts = nil }
    #expect(Set(none.diagnostics.map(\.code)) == [.transcriptOutside])
    #expect(none.diagnostics.count == 4)
  }
}

@Suite("A transcript that is named or written as elsewhere is told as what it is")
struct ForeignTranscriptTests {
  @Test("With backslashes, or as a document of an office program")
  func told() throws {
    let walks = try Walks.begun()
    try walks.place.write("talk.docx", bytes: [0x50, 0x4B, 0x03, 0x04, 0x14, 0x00])
    let report = try walks.tried(
      .sources,
      "source,case,file\na,north,C:\\Users\\ana\\texts\\a.txt\nb,north,texts\\b.txt\nc,north,talk.docx\n"
    )
    #expect(
      report.diagnostics.map(\.sentences) == [
        "the transcript \"C:\\Users\\ana\\texts\\a.txt\" is named with backslashes. Write the folders below the one that holds the transcripts with slashes between them, as \"texts/a.txt\".",
        "the transcript \"texts\\b.txt\" is named with backslashes. Write the folders below the one that holds the transcripts with slashes between them, as \"texts/b.txt\".",
        "the transcript \"talk.docx\" is a document of an office program, and no plain text. Save it from there as plain text in UTF-8, and name that file.",
      ])
  }

  @Test("A whole path is read where it leads into a folder that was named")
  func whole() throws {
    let place = try Workplace()
    try place.write("texts/a.txt", "said")
    try place.write("secret.txt", "secret")
    for folder in [place.path("texts"), "/"] {
      #expect(
        try TranscriptFolder(folder).read(place.path("texts/a.txt")) == Array("said".utf8))
    }
    #expect(throws: TranscriptRefusal.outside(folder: "\"\(place.path("texts"))\"")) {
      try TranscriptFolder(place.path("texts")).read(place.path("secret.txt"))
    }
    #expect(throws: TranscriptRefusal.self) {
      try TranscriptFolder(place.path("texts")).read(place.path("texts/../secret.txt"))
    }
  }
}
