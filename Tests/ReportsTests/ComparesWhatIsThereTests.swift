import Testing

@testable import Reports
@testable import StudyModel

@Suite("A comparison compares what is there")
struct ComparesWhatIsThereTests {
  /// A comparison of the first so many cases, their scores changed.
  private static func compared(
    _ count: Int, _ change: (inout CaseScore) -> Void = { _ in }
  ) -> ReportDocument {
    var input = SampleStudies.compared
    input.cases = Array(input.cases.prefix(count))
    let ids = Set(input.cases.map(\.id))
    input.all = input.all.filter { ids.contains($0.caseID) }.map {
      var score = $0.score
      change(&score)
      return .forOthers(score)
    }
    input.set.likeness = nil
    return CompareReport(from: input).document
  }

  private static func withoutInterviews(_ score: inout CaseScore) {
    for place in score.constructs.indices { score.constructs[place].interview = nil }
    (score.interviewees, score.codingCover) = (.shown(0), .shown(CodingCover()))
  }

  @Test("Nothing is said of a set where there is one case")
  func one() {
    let text = ReportMarkdown.text(of: Self.compared(1))
    for words in ["All seven", " 1 of 1 ", "every case", "side by side", "a pattern is"] {
      #expect(!text.contains(words), "\(words)")
    }
    #expect(text.contains("One case, and none to set beside it"))
    #expect(text.contains("# There is one case, and no other to compare it with."))
    #expect(ReportMarkdown.text(of: Self.compared(2)).contains("All seven collaborations"))
  }

  @Test("Where nobody was interviewed the cases are compared by what members answered")
  func surveyAlone() throws {
    let document = Self.compared(3, Self.withoutInterviews)
    let value = try #require(document.sections.first { $0.id == "value" }?.figures.first)
    guard case .matrix(let matrix) = value.body else {
      Issue.record("levels by case are a matrix")
      return
    }
    let cells = matrix.groups.flatMap(\.rows).flatMap(\.cells)
    #expect(cells.contains { $0.small == "developing" || $0.small == "strength" })
    #expect(value.subtitle.hasPrefix("Score from 0 to 100"))
    #expect(value.key.contains { $0.meaning == "concern" || $0.meaning == "strength" })
  }

  @Test("Where answers are hidden that is said, and not that there are none")
  func hidden() {
    let text = ReportMarkdown.text(
      of: Self.compared(2) { score in
        Self.withoutInterviews(&score)
        for place in score.constructs.indices {
          (score.constructs[place].survey, score.constructs[place].score) = (.hidden, nil)
        }
        score.hideGaps(of: SampleFramework.rich)
        (score.responses, score.organizations) = (.hidden, .hidden)
      })
    #expect(text.contains("*Hidden.* No interviews. What members answered is hidden \\[c]."))
    #expect(text.contains("What members say: What members answered is hidden"))
  }

  @Test("A framework without forms of value is the reason that likeness is not formed")
  func likeness() {
    var input = SampleStudies.presence
    input.cases.append(Case(id: "south", name: "Southern dyad"))
    input.all += input.all.map { seen in
      var score = seen.score
      score.caseID = "south"
      return .forOthers(score)
    }
    let text = ReportMarkdown.text(of: CompareReport(from: input).document)
    #expect(text.contains("by the forms of value found in them, and the framework names none"))
    #expect(!text.contains("At least two cases"))
  }

  @Test("The key of a matrix names the shadings that stand in it")
  func shadings() {
    let cells = [
      MatrixChart.Cell(shade: 0, text: "[z]", mark: .notApplicable),
      MatrixChart.Cell(shade: 3, text: "60"),
    ]
    let figure = ReportFigure(
      section: "", number: 1, title: "", subtitle: "", key: Shades.levels.key(below: "under 40"),
      body: .matrix(
        MatrixChart(
          spans: [], columns: [],
          groups: [.init(title: nil, rows: [.init(label: "", cells: cells)])],
          isTall: true)),
      table: DataTable(columns: [], rows: []))
    #expect(figure.forPeople.key.map(\.mark) == [.shade3])
    #expect(figure.forPeople.notes == ["[z] not asked or does not apply."])
  }

  @Test("A column is said to be left out of what it is left out of")
  func leftOut() {
    let columns: [DataTable.Column] = [
      .words("Row", "row"), .number("Number", "number"), .number("Roles", "roles"),
    ]
    let rows: [[DataTable.Cell]] = [[.words("one"), .count(1), .mark(.hidden)]]
    var figure = ReportFigure(
      section: "", number: 1, title: "", subtitle: "",
      body: .text(
        TextTable(
          columns: [.init(title: "Row"), .init(title: "Number")],
          rows: [[.init(text: "one"), .init(text: "1")]])),
      table: DataTable(columns: columns, rows: rows))
    #expect(figure.asTable.notes.isEmpty)
    #expect(
      figure.forPeople.notes == [
        "Hidden [c] in every row, and left out of the table of figures: Roles."
      ])
    figure.body = .tree(JoinTree(leaves: [], joins: [], axisEnd: 1, spoken: ""))
    #expect(figure.asTable.notes == ["Hidden [c] in every row, and left out of the table: Roles."])
    figure.body = .matrix(MatrixChart(spans: [], columns: [], groups: [], isTall: true))
    #expect(figure.forPeople.notes.isEmpty)
  }

  @Test("Words of the interviews are explained where they stand")
  func words() {
    func key(_ heard: [Heard]) -> String? { HeardKey(heard.map { InterviewFigure($0) }).text }
    #expect(key([]) == nil && key([.hidden]) == nil)
    #expect(
      key([.borneOut(.for)]) == "Borne out by several: two or more say so, and nobody otherwise.")
    #expect(key([.littleHeard])?.contains("Borne out") == false)
    #expect(key([.agreed(.contested)])?.hasPrefix("Contested:") == true)
    #expect(key([.moreThanOne])?.hasPrefix("Heard from more than one:") == true)
  }
}
