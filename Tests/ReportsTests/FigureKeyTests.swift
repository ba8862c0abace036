import StudyModel
import Testing

@testable import Reports

@Suite("A figure explains what stands in it, and nothing else")
struct FigureKeyTests {
  private func strips(_ rows: [StripChart.Row], key: [KeyEntry], notes: [String] = [])
    -> ReportFigure
  {
    ReportFigure(
      section: "", number: 1, title: "", subtitle: "", key: key,
      body: .strips(
        StripChart(
          rowHeader: "", scale: .level, columns: [""], layout: .plain,
          groups: [.init(title: nil, note: nil, rows: rows)])),
      notes: notes, table: DataTable(columns: [], rows: []))
  }

  private func row(_ marks: [StripChart.Mark], _ cell: StripChart.Cell) -> StripChart.Row {
    StripChart.Row(label: "row", small: nil, marks: marks, cells: [cell])
  }

  private let key = [
    KeyEntry(mark: .received, meaning: "level"), KeyEntry(mark: .interval, meaning: "interval"),
    KeyEntry(mark: .hatch, meaning: "no figure"),
  ]

  @Test("Entries of the key that nothing drawn needs are left out")
  func entries() {
    let bare = strips([row([.disc(40)], .figure("40"))], key: key).forPeople
    #expect(bare.key.map(\.mark) == [.received])
    var hatched = row([], .figure(.hidden))
    hatched.hatched = "hidden"
    #expect(strips([hatched], key: key).forPeople.key.map(\.mark) == [.hatch])
  }

  @Test("A mark in place of a figure is explained once")
  func marks() {
    let rows = [row([], .figure(.notAvailable)), row([], .figure(.hidden))]
    #expect(strips(rows, key: []).forPeople.notes == ["[c] hidden; [x] not available."])
    let said = ["[c] hidden: fewer than 5 answers."]
    #expect(
      strips(rows, key: [], notes: said).forPeople.notes == said + ["[x] not available."])
    #expect(strips([row([.disc(40)], .figure("40"))], key: []).forPeople.notes.isEmpty)
  }

  @Test("A reason names the figure of what it rests on, and none where none shows it")
  func references() throws {
    func reasons(_ construct: String?, _ constructs: [String]) throws -> [String] {
      var input = SampleStudies.both
      input.findings[0].findings = [
        Finding(
          rule: "one", section: "transfer", tone: .caution, construct: construct, heading: nil,
          says: "It is so.", evidence: [], constructs: constructs, recommends: ["way-in"])
      ]
      let section = try HealthReport(of: "rivermouth", from: input).document.section("next")
      guard case .actions(_, let actions)? = section?.blocks.last else { return [] }
      return actions.flatMap(\.why).map(\.text)
    }
    let figures =
      try HealthReport(of: "rivermouth", from: SampleStudies.both).document
      .section("transfer")?.figures ?? []
    #expect(!figures.isEmpty)
    for figure in figures {
      let id = try #require(figure.constructs.first)
      let name = figures.first { $0.constructs.contains(id) }?.name ?? ""
      #expect(try reasons(nil, [id]).allSatisfy { $0.hasSuffix(" (\(name)).") })
    }
    #expect(try reasons(nil, ["value.tangible"]).allSatisfy { !$0.contains("Figure") })
    #expect(try reasons(nil, []).allSatisfy { $0.hasSuffix(" (\(figures[0].name)).") })
  }
}
