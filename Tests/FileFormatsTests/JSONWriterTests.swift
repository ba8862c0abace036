import FileFormats
import Testing

@Suite("JSON is written piece by piece as it is written whole")
struct JSONWriterTests {
  @Test(
    "Rows that are made while they are written give the same text",
    arguments: [0, 1, 3])
  func rows(_ count: Int) {
    let members: [JSONValue.Member] = [.init("ok", .bool(true)), .init("note", "a \"b\"\u{7}")]
    let rows = (0..<count).map { place -> JSONValue in
      ["id": .integer(place), "parts": .array([.number(0.5), .null]), "none": .object([])]
    }
    var pieces: [String] = []
    JSONWriter.write(members, "rows", rows: rows) { pieces.append($0) }
    let whole = JSONWriter.text(.object(members + [.init("rows", .array(rows))]))
    #expect(pieces.joined() == whole)
    #expect(pieces.count == count + 1)
  }

  @Test("What cannot be written ends it")
  func ends() {
    struct Full: Error {}
    var rows = 0
    let endless = sequence(state: 0) { (place: inout Int) -> JSONValue? in
      place += 1
      rows = place
      return ["id": .integer(place)]
    }
    #expect(throws: Full.self) {
      try JSONWriter.write([], "rows", rows: endless) { _ in throw Full() }
    }
    #expect(rows == 1)
  }
}
