import StudyModel
import Testing

@testable import Reports

@Suite("Many cases: rows in groups, and figures of how they lie")
struct CaseLayoutTests {
  @Test("How cases are laid out goes by how many there are")
  func layouts() {
    #expect(CaseLayout(cases: 12) == .columns && CaseLayout(cases: 13) == .rows)
    #expect(CaseLayout(cases: 60) == .rows && CaseLayout(cases: 61) == .spread)
  }

  private func cell(_ text: String, _ band: String? = nil) -> MatrixChart.Cell {
    MatrixChart.Cell(
      shade: 1, text: text, small: band, isShaded: band != nil,
      interval: Interval(low: 1, high: 2), value: .text(text))
  }

  @Test("A turned matrix has a row a case, in groups, and every cell in its place")
  func turned() {
    let matrix = MatrixChart(
      spanLabel: "Drive", spans: [],
      columns: ["Alpha", "Beta", "Gamma", "Whole set"].map { .init(name: $0, short: "X") },
      groups: [
        .init(
          title: "Ways",
          rows: [
            .init(
              label: "Trust built early",
              cells: [cell("1", "concern"), cell("2"), cell("3"), cell("s")]),
            .init(label: "Trust broken", cells: [cell("4"), cell("5"), cell("6"), cell("t")]),
          ]),
        .init(
          title: "Ends",
          rows: [
            .init(
              label: "Trust built early on", cells: [cell("7"), cell("8"), cell("9"), cell("u")])
          ]),
      ], isTall: true)
    let groups = [
      CaseGroup(title: "Strong", places: [0, 2]), CaseGroup(title: "Weak", places: [1]),
    ]
    let turned = matrix.turned(into: groups)
    #expect(
      turned.columns.map(\.name) == ["Trust built early", "Trust broken", "Trust built early on"])
    // Three letters, and another where they would be those of a neighbour.
    #expect(turned.columns.map(\.short) == ["TBE", "TB", "Tru"])
    #expect(
      turned.spans.map(\.title) == ["Ways", "Ends"] && turned.spans.map(\.columns) == [2, 1])
    #expect(turned.groups.map(\.title) == ["Strong", "Weak", "All together"])
    #expect(
      turned.groups.map { $0.rows.map(\.label) } == [["Alpha", "Gamma"], ["Beta"], ["Whole set"]])
    #expect(turned.groups[0].rows[1].cells.map(\.text) == ["3", "6", "9"])
    #expect(turned.groups[2].rows[0].cells.map(\.text) == ["s", "t", "u"])
    let first = turned.groups[0].rows[0].cells[0]
    #expect(first.small == nil && first.interval == nil && first.spoken == "concern")
    let table = turned.turnedTable(columns: ["a", "b", "c"])
    #expect(table.columns.map(\.title).prefix(3) == ["Group", "Case", "Trust built early"])
    #expect(table.rows[1].map(\.text) == ["Strong", "Gamma", "3", "6", "9"])
  }

  @Test("A spread is the quartiles by R's definition 7")
  func spread() throws {
    // R: quantile(c(10, 20, 30, 45, 80), type = 7)
    let spread = try #require(LevelSpread([45, 10, 80, 30, 20]))
    #expect(spread.count == 5 && spread.range == 10...80 && spread.median == 30)
    #expect(spread.quartiles == 20...45)
    let four = try #require(LevelSpread([1, 2, 3, 10]))
    #expect(four.quartiles == 1.75...4.75 && four.median == 2.5)
    #expect(LevelSpread([]) == nil)
  }
}
