import Foundation
import StudyModel
import TestSupport
import Testing

@Suite("Codes of messages")
struct MessageCodeTests {
  @Test("Every code has a row in the page of messages, and no other has")
  func page() throws {
    let page = try String(
      contentsOf: Fixtures.root.appending(path: "docs/diagnostics.md"), encoding: .utf8)
    let rows = page.matches(of: /\n\| `([A-Z]+-[0-9]{3})` \|/).map { String($0.1) }
    #expect(rows.sorted() == MessageCode.allCases.map(\.rawValue).sorted())
  }

  @Test("A code is written in one place, and every code has a message")
  func inUse() throws {
    let sources = Fixtures.root.appending(path: "Sources")
    let files = try #require(FileManager.default.subpaths(atPath: sources.path))
      .filter { $0.hasSuffix(".swift") && !$0.hasSuffix("/MessageCode.swift") }
    #expect(files.count > 300)
    var used: Set<Substring> = []
    for file in files {
      let text = try String(contentsOf: sources.appending(path: file), encoding: .utf8)
      for match in text.matches(of: /"([A-Z]+-[0-9]{3})"/) where match.1 != "SHA-256" {
        Issue.record("\(file) writes \(match.1) anew")
      }
      for match in text.matches(of: /\.([a-z]\w+)/) { used.insert(match.1) }
    }
    for code in MessageCode.allCases where !used.contains("\(code)") {
      Issue.record("no message has the code \(code.rawValue)")
    }
  }

  @Test("A failure tells what to do, and where")
  func failure() {
    let failure = Failure.noFile("cases.csv")
    #expect(failure.kind == .missing)
    let told = failure.diagnostics.map(\.text)
    #expect(told == ["error: There is no file cases.csv. Check the path. [INPUT-001]"])
    #expect(failure.diagnostics.first?.place.file == "cases.csv")
    #expect(failure.diagnostics.first?.remedy == "Check the path.")
  }
}
