import StudyModel
import TestSupport
import Testing

@testable import Reports

@Suite("What is hidden is known by its type, and no text of a study is taken for it")
struct HiddenByTypeTests {
  @Test("A column of a case’s attribute stays, whatever it says")
  func attribute() throws {
    for text in ["[c]", "hidden [c]", "Hidden [c]"] {
      var input = SampleStudies.compared
      for place in input.cases.indices {
        input.cases[place].attributes.insert(.init(name: "terrain", value: text), at: 0)
      }
      let figure = try #require(CompareReport(from: input).document.section("meta")?.figures.first)
      guard case .text(let words) = figure.forPeople.body else {
        Issue.record("the summary is a table of words")
        return
      }
      #expect(words.columns.contains { $0.title == "Terrain" }, "\(text)")
    }
  }

  @Test("A list says all that stands in its rows, also what begins with a bracket")
  func list() {
    let table = MethodsPart.Table(
      key: "references", title: "", subtitle: "",
      columns: [.words("Reference", "reference"), .words("Text", "text"), .words("DOI", "doi")],
      rows: [[.words("1"), .words("[Working paper] Of learning."), .mark(.notAvailable)]])
    #expect(table.notesForPeople == [Note(term: "1", says: ["[Working paper] Of learning."])])
  }

  @Test("A line is a number by what it holds, not by the look of its text")
  func numbers() {
    func isNumber(_ cell: DataTable.Cell) -> Bool {
      MethodsPart.Line(key: "", label: "", cell: cell).isNumber
    }
    #expect(isNumber(.count(1200)) && isNumber(.fixed(0.5, 2)) && isNumber(.mark(.hidden)))
    #expect(!isNumber(.words("7")) && !isNumber(.words("7", count: 7)))
    #expect(!isNumber(.mark(.hidden, after: "hidden")) && !isNumber(.words("[c]")))
  }

  @Test("Columns that are hidden in every row are left out, and no others")
  func columns() {
    func figure(_ cells: [DataTable.Cell]) -> [String] {
      let columns = ["A", "B", "C"].map { DataTable.Column.words($0, $0) }
      let rows = cells.map { [.words("row"), .words("said"), $0] }
      let figure = ReportFigure(
        section: "", number: 1, title: "", subtitle: "", body: .trends([]),
        table: DataTable(columns: columns, rows: rows))
      return figure.forPeople.table.columns.map(\.title)
    }
    #expect(figure([.mark(.hidden), .mark(.hidden, after: "hidden")]) == ["A", "B"])
    #expect(figure([.mark(.hidden), .words("[c]")]) == ["A", "B", "C"])
    #expect(figure([.mark(.notAvailable), .mark(.hidden)]) == ["A", "B", "C"])
  }

  @Test("A signed number has a sign where it does not round to zero")
  func signed() {
    #expect(
      [0.004, -0.004, 0.05, -0.05, 0, 1.005].map { Words.signed($0, 2) } == [
        "0.00", "0.00", "+0.05", "−0.05", "0.00", "+1.01",
      ])
    #expect(Words.signed(.nan, 2) == Shorthand.notAvailable.rawValue)
  }
}
