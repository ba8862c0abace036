import FileFormats
import StudyModel
import Testing

@testable import Exchange

@Suite("What is wrong with a file as a whole is told as it was found")
struct TableDiagnosticsTests {
  @Test("What was found may hold sentences of its own")
  func sentences() {
    let name = Diagnostic(
      TableError(.cannotOpen(path: "Dr. Mai/a. b.csv", reason: "Permission denied")), file: nil)
    #expect(name.message == "\"Dr. Mai/a. b.csv\" cannot be opened: Permission denied")
    #expect(name.remedy == "Check the path and whether you may read it.")
    let text = Diagnostic(
      TableError(
        .textAfterQuote(found: "so. And", openedAtLine: 3),
        at: .init(row: 3, column: 2, line: 4, byteOffset: 20)), file: "a.csv")
    #expect(
      text.message
        == "\"so. And\" follows the closing quotation mark of the field opened in line 3 (line 4, byte 20)"
    )
    #expect(text.remedy.hasPrefix("Either double the quotation marks"))
  }
}
