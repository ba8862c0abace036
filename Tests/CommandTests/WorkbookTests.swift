import Foundation
import TestSupport
import Testing

@Suite("Tables in workbooks")
struct WorkbookTests {
  /// LibreOffice with its spreadsheets: without them it starts, and opens none.
  private static let soffice = ["/usr/bin/soffice", "/usr/local/bin/soffice"]
    .first {
      FileManager.default.isExecutableFile(atPath: $0)
        && FileManager.default.fileExists(atPath: "/usr/lib/libreoffice/program/libsclo.so")
    }

  /// Two coders of one source: ana alone on one segment, both with another weight on the other.
  private static func coded() throws -> Workplace {
    let place = try Workplace.withStudy()
    let codings = [
      ["source", "coder", "code", "start", "end", "weight"],
      ["n1", "ana", "pace.waiting", "0", "21", "3"], ["n1", "ana", "pace.route", "38", "55", "1"],
      ["n1", "ben", "pace.route", "38", "55", "2"],
    ]
    try place.write("codings.xlsx", bytes: SmallWorkbook(texts: codings).archive)
    let answer = try place.run("import", "codings", "codings.xlsx")
    #expect(answer.status == 0, "\(answer.talk)")
    return place
  }

  /// The sheet of a meeting with every unit decided on, as a workbook again.
  private static func filled(_ place: Workplace) throws -> SmallWorkbook {
    try place.run("adjudicate", "export", "meeting.csv", "--force")
    var sheet = SheetTable(place.text("meeting.csv"))
    for row in sheet.rows.indices {
      sheet[row, "decision"] = "accept"
      sheet[row, "weight"] = "2"
      sheet[row, "reason"] = "they \"agreed\",\nafter a while"
    }
    return SmallWorkbook(texts: [sheet.header] + sheet.rows)
  }

  @Test("The sheet for the meeting comes back as it was written, and filled in")
  func meeting() throws {
    let place = try Self.coded()
    var answer = try place.run("adjudicate", "export", "meeting.xlsx")
    #expect(answer.status == 0, "\(answer.talk)")
    answer = try place.run("adjudicate", "import", "meeting.xlsx", "--dry-run")
    #expect(answer.status == 0, "\(answer.talk)")
    #expect(answer.talk.contains("2 undecided"))
    try place.write("filled.xlsx", bytes: Self.filled(place).archive)
    let told = ["--by", "ana and ben", "--at", "2026-04-14T10:00:00Z", "--sheet", "Table"]
    answer = try place.run(["adjudicate", "import", "filled.xlsx"] + told)
    #expect(answer.status == 0, "\(answer.talk)")
    #expect(answer.talk.contains("2 rows read, 2 new"))
    #expect(try place.run("adjudicate", "log").output.contains("they \"agreed\""))
    answer = try place.run(["adjudicate", "import", "filled.xlsx"] + told)
    #expect(answer.talk.contains("is in the study already"))
  }

  @Test(
    "The sheet for the meeting opened and saved by LibreOffice",
    .enabled(if: soffice != nil, "LibreOffice Calc is not installed"))
  func savedByLibreOffice() throws {
    let place = try Self.coded()
    try place.run("adjudicate", "export", "meeting.xlsx")
    let process = Process()
    process.executableURL = URL(filePath: Self.soffice ?? "")
    process.arguments = [
      "-env:UserInstallation=file://\(place.path("profile"))", "--headless", "--convert-to", "xlsx",
      "--outdir", place.path("saved"), place.path("meeting.xlsx"),
    ]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    let answer = try place.run("adjudicate", "import", "saved/meeting.xlsx", "--dry-run")
    #expect(answer.status == 0, "\(answer.talk)")
    #expect(answer.talk.contains("2 rows read, 0 new, 2 undecided"))
  }

  @Test("A row that cannot stand is told by its cell, and goes to a CSV that can be mended")
  func rejects() throws {
    let place = try Self.coded()
    let book = SmallWorkbook(texts: [
      ["source", "coder", "code", "start", "end", "weight"], [],
      ["n1", "ben", "pace.waiting", "0", "21", "heavy"],
    ])
    try place.write("more.xlsx", bytes: book.archive)
    var answer = try place.run("import", "codings", "more.xlsx")
    #expect(answer.status == 65)
    #expect(
      answer.talk.contains(
        "more.xlsx, sheet \"table\", cell F3, column \"weight\": error: \"heavy\" is no number"))
    let object = try place.run("import", "codings", "more.xlsx", "--dry-run", "--json").object
    let problem = (object["diagnostics"] as? [[String: Any]])?.first
    #expect(problem?["sheet"] as? String == "table")
    #expect(problem?["cell"] as? String == "F3")
    let mended = place.text("more.xlsx.rejects.csv").replacing("heavy", with: "2")
    try place.write("mended.csv", mended)
    answer = try place.run("import", "codings", "mended.csv")
    #expect(answer.status == 0, "\(answer.talk)")
  }

  @Test("Sheets, files that are no workbooks, and cells that are noted")
  func told() throws {
    let place = try Self.coded()
    var answer = try place.run("import", "cases", "codings.xlsx", "--sheet", "cases")
    #expect(answer.status == 65)
    #expect(
      answer.talk.contains(
        "the workbook has no sheet \"cases\". Its sheets are \"table\". --sheet names a sheet of a workbook. [XLSX-003]"
      ))
    answer = try place.run("import", "cases", "cases.csv", "--sheet", "cases")
    #expect(answer.talk.contains("[XLSX-003]"))
    try place.write("cut.xlsx", bytes: Array((place.bytes("codings.xlsx") ?? []).prefix(500)))
    answer = try place.run("import", "cases", "cut.xlsx")
    #expect(answer.status == 65)
    #expect(answer.talk.hasPrefix("cut.xlsx: error: the workbook is damaged"))
    let rows = """
      <row><c t="str"><v>case</v></c><c t="str"><v>name</v></c></row>
      <row><c t="str"><v>west</v></c><c t="e"><v>#N/A</v></c></row>
      """
    try place.write("cases.xlsx", bytes: SmallWorkbook(rows: rows).archive)
    answer = try place.run("import", "cases", "cases.xlsx")
    #expect(answer.status == 0)
    #expect(
      answer.talk.contains(
        "cases.xlsx, sheet \"table\", cell B2: warning: 1 cell of the sheet holds an error"))
  }

  @Test("A table of ratings in a workbook has the figures of the same CSV")
  func ratings() throws {
    let place = try Workplace()
    let rows = [
      ["unit", "coder", "value"], ["1", "a", "yes"], ["1", "b", "yes"], ["2", "a", "no"],
      ["2", "b", "yes"], ["3", "a", "no"], ["3", "b", "no"],
    ]
    try place.write("ratings.xlsx", bytes: SmallWorkbook(texts: rows).archive)
    try place.write(
      "ratings.csv", rows.map { $0.joined(separator: ",") + "\n" }.joined())
    let book = try place.run("agree", "ratings", "ratings.xlsx", "--sheet", "table", "--json")
    #expect(book.status == 0, "\(book.talk)")
    #expect(book.output == (try place.run("agree", "ratings", "ratings.csv", "--json").output))
  }
}
