import Foundation
import TestSupport
import Testing

@Suite("What a table may name, and where it may come from")
struct ImportTextsTests {
  private static let sources = "source,case,file\nn8,north,extra.txt\n"

  @Test("Transcripts lie beside the table, or in the folder that --texts names")
  func texts() throws {
    let place = try Workplace.withStudy()
    try place.write("elsewhere/extra.txt", "We wait.")
    let refused = try place.bring("sources", Self.sources, as: "more.csv")
    #expect(refused.status == 65)
    #expect(
      refused.lines.first
        == "more.csv:2, column \"file\": error: the transcript \"extra.txt\" cannot be read. Either correct the name, which counts from the folder of this file, or leave it empty. [SOURCES-004]"
    )
    let out = try place.bring(
      "sources", Self.sources.replacing("extra.txt", with: "../\(place.names.first ?? "x")"),
      as: "out.csv")
    #expect(out.status == 65)
    #expect(out.lines.first?.contains("[SOURCES-007]") == true)
    let named = try place.run("import", "sources", "more.csv", "--texts", "elsewhere")
    #expect(named.status == 0, "\(named.talk)")
    let wrong = try place.run("import", "cases", "cases.csv", "--texts", "elsewhere")
    #expect(wrong.status == 64)
  }

  @Test("A pipe with a name comes in once, rows that are there already included")
  func pipe() throws {
    let place = try Workplace.withStudy()
    for (text, said) in [
      ("case,name\neast,East\n", "1 row read, 1 new."),
      ("case,name\neast,East\nwest,West\n", "2 rows read, 1 new, 1 there already."),
    ] {
      let path = place.path("pipe")
      try? FileManager.default.removeItem(atPath: path)
      try #require(mkfifo(path, 0o600) == 0)
      let writer = Thread {
        guard let handle = FileHandle(forWritingAtPath: path) else { return }
        try? handle.write(contentsOf: Data(text.utf8))
        try? handle.close()
      }
      writer.start()
      let answer = try place.run("import", "cases", "pipe")
      #expect(answer.status == 0, "\(answer.talk)")
      #expect(answer.lines.last?.hasSuffix(said) == true, "\(answer.lines)")
    }
  }

  @Test("An option's value that looks like an option is only a value")
  func values() throws {
    let place = try Workplace.withStudy()
    let text = "source,code,start,end,case\nx1,gain,0,5,north\n"
    let answer = try place.bring("codings", text, ["--coder=--keep-good"])
    #expect(answer.status == 0, "\(answer.talk)")
    let imports = try place.run("imports", "--json").object["imports"] as? [[String: Any]]
    let options = imports?.last?["options"] as? [String: Any]
    #expect(options?["coder"] as? String == "--keep-good")
    #expect(options?.count == 1)
  }
}
