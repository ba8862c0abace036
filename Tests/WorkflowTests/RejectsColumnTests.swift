import StudyModel
import TestSupport
import Testing

@testable import StudyWorkflow

@Suite("A file of rejected rows whose own columns were renamed or taken out is known, or told")
struct RejectsColumnTests {
  /// A study with two cases of which one was rejected, and the file of that, header first.
  private static func begun(_ name: String = "c.csv") throws -> (Walks, [String]) {
    let walks = try Walks.begun()
    let report = try bring(walks, name, "case,name\neast,East\n,West\n", keepGood: true)
    #expect(report.ending == .importedGood)
    let lines = walks.place.text("\(name).rejects.csv").split(separator: "\n").map(String.init)
    #expect(lines.count == 2 && lines[0] == "case,name,rejected from,rejected because")
    return (walks, lines)
  }

  @discardableResult
  private static func bring(
    _ walks: Walks, _ name: String, _ text: String, keepGood: Bool = false
  ) throws -> ImportReport {
    try walks.place.write(name, text)
    var file = try FileImport(.cases, walks.place.path(name), time: "2026-04-14T10:00:00Z")
    file.task.options.keepGood = keepGood
    return try file.run(in: walks.study).report
  }

  private static func open(_ walks: Walks) throws -> Int {
    try walks.study.check().findings.first { $0.kind == .rejectedRows }?.count ?? 0
  }

  private static func attributes(_ walks: Walks) throws -> [String] {
    try walks.texts("SELECT attributes FROM studyCase WHERE code = 'west'")
  }

  @Test(
    "Under other names they are known by what stands in them, and are no attributes",
    arguments: [
      ("file,rejected because", ["file"]), ("rejected form,rejected because", ["rejected form"]),
      ("rejected from,why", ["why"]), ("from,why", ["from", "why"]),
    ])
  func renamed(names: String, told: [String]) throws {
    let (walks, lines) = try Self.begun()
    let text = "case,name,\(names)\n" + lines[1].replacing(",West", with: "west,West")
    let report = try Self.bring(walks, "mended.csv", text)
    #expect(report.ending == .imported)
    #expect(report.diagnostics.map(\.code) == told.map { _ in .rejectsColumn })
    #expect(report.diagnostics.map(\.found) == told)
    #expect(report.entry.mendsID == 4)
    #expect(try Self.attributes(walks) == ["{}"])
    #expect(try Self.open(walks) == 0)
  }

  @Test("Without them the name of the file says whose rows they are")
  func byName() throws {
    let (walks, _) = try Self.begun()
    let report = try Self.bring(walks, "c.csv.rejects.csv", "case,name\nwest,West\n")
    #expect(report.diagnostics.isEmpty)
    #expect(report.entry.mendsID == 4)
    #expect(try Self.open(walks) == 0)
  }

  @Test("Where nothing says whose rows they are, that is told with the files that miss some")
  func lost() throws {
    let (walks, _) = try Self.begun()
    let report = try Self.bring(
      walks, "mended.csv", "case,name,rejected because\nwest,West,It was empty. Fill it in.\n")
    #expect(report.diagnostics.map(\.code) == [.rejectsColumn])
    #expect(report.diagnostics.first?.remedy.contains("(c.csv)") == true)
    #expect(report.entry.mendsID == nil)
    #expect(try Self.attributes(walks) == ["{}"])
    #expect(try Self.open(walks) == 1)
  }

  @Test("A column of somebody's own behind them stays an attribute")
  func own() throws {
    let (walks, _) = try Self.begun()
    let report = try Self.bring(
      walks, "mended.csv", "case,name,rejected from,terrain\nwest,West,c.csv,hills\n")
    #expect(report.diagnostics.isEmpty)
    #expect(report.entry.mendsID == 4)
    #expect(try Self.attributes(walks) == [#"{"terrain":"hills"}"#])
  }

  @Test("Rows of two files put together are told of")
  func several() throws {
    let (walks, lines) = try Self.begun()
    try Self.bring(walks, "d.csv", "case,name\nfar,Far\n,Near\n", keepGood: true)
    let other = String(walks.place.text("d.csv.rejects.csv").split(separator: "\n")[1])
    let text = [
      lines[0], lines[1].replacing(",West", with: "west,West"),
      other.replacing(",Near", with: "near,Near"),
    ].joined(separator: "\n")
    let report = try Self.bring(walks, "all.csv", text)
    #expect(report.diagnostics.map(\.code) == [.rejectsColumn])
    #expect(report.diagnostics.first?.message.contains("\"c.csv\" and \"d.csv\"") == true)
    #expect(report.entry.mendsID == 5)
  }

  @Test("Rejected once more, they do not keep the renamed column")
  func again() throws {
    let (walks, lines) = try Self.begun()
    let text = "case,name,file,why\n" + lines[1] + "\nwest,West,c.csv,\n"
    try Self.bring(walks, "mended.csv", text, keepGood: true)
    let rest = walks.place.text("mended.csv.rejects.csv").split(separator: "\n")
    #expect(rest.first == "case,name,rejected from,rejected because")
    #expect(rest.last?.hasPrefix(",West,mended.csv,") == true)
  }
}
