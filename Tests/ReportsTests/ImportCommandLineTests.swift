import Foundation
import StudyModel
import Testing

@testable import Reports

@Suite("The command that brings a file in again is a rendering of values, as a shell takes it")
struct ImportCommandLineTests {
  private static func line(
    _ file: String = "d.csv", kind: String = "codings", _ change: (inout ImportOptions) -> Void
  ) -> ImportCommandLine {
    var options = ImportOptions()
    change(&options)
    return ImportCommandLine(
      entry: .init(
        kind: kind, file: file, at: "2026-04-14", toolVersion: "test", options: options))
  }

  @Test("Values that look like options, hold blanks or quotation marks stay what they are")
  func values() {
    let looksLike = Self.line { $0.coder = "--keep-good" }
    #expect(
      looksLike.command(study: "s") == "covalence import codings d.csv --coder=--keep-good -s s")
    #expect(!looksLike.entry.options.keepGood)
    let blanks = Self.line("it's.csv") { $0.coder = "Ana Maria --case x" }
    #expect(
      blanks.command(study: "s")
        == "covalence import codings 'it'\\''s.csv' --coder 'Ana Maria --case x' -s s")
    #expect(
      Self.line("-x.csv") { _ in }.command(study: "s") == "covalence import codings ./-x.csv -s s")
    #expect(
      Self.line("standard input") { _ in }.command(study: "s") == "covalence import codings - -s s")
  }

  @Test("A meeting's sheet, a map, and what an earlier version kept as one line")
  func kinds() {
    let sheet = Self.line(kind: "adjudications") {
      $0.meeting = MeetingOptions()
      $0.meeting?.acceptsStale = true
      $0.sheet = "june"
    }
    #expect(
      sheet.command(study: "s")
        == "covalence adjudicate import d.csv --sheet june --accept-stale -s s")
    let map = Self.line(kind: "survey") {
      ($0.map, $0.keepGood) = (["case": "Group", "respondent": "My token"], true)
    }
    #expect(
      map.command(study: "s") == "covalence import survey d.csv --map MAP.yaml --keep-good -s s")
    #expect(map.options == "--map 'case=Group;respondent=My token' --keep-good")
    let old = Self.line { $0.asWritten = "--coder a --case b" }
    #expect(old.command(study: "s") == "covalence import codings d.csv OPTIONS -s s")
    #expect(old.options == "--coder a --case b")
  }

  @Test("A shell takes each word as it was")
  func shell() throws {
    for word in ["plain", "", "a b", "it's", "$HOME `id` \"x\" \\", "ü;|&*?", "line\nbreak"] {
      let process = Process()
      process.executableURL = URL(filePath: "/bin/sh")
      process.arguments = ["-c", "printf %s \(ShellWords.quoted(word))"]
      let pipe = Pipe()
      process.standardOutput = pipe
      try process.run()
      let output = pipe.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
      #expect(String(decoding: output, as: UTF8.self) == word)
    }
  }
}
