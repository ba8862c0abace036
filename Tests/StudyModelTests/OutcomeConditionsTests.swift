import Testing

@testable import StudyModel

@Suite("What goes with an outcome, and who could show whom")
struct OutcomeConditionsTests {
  private let framework = Figures.framework(
    forms: [("v.o", "Lasting skills"), ("v.c", "Leaders"), ("v.d", "Rhythm")])

  /// A construct by the survey alone.
  private func level(
    _ id: String, _ score: Double, _ interval: Interval? = nil, n: Int = 20
  ) -> ConstructScore {
    var construct = Figures.construct(id, nil, Figures.survey(score, n: n))
    construct.score = score
    construct.interval = interval ?? Interval(low: score - 1, high: score + 1)
    construct.band = score < 50 ? .concern : score < 75 ? .developing : .strength
    return construct
  }

  private func table(_ scores: [CaseScore], drives: [String: String] = [:]) -> OutcomeConditions {
    var framework = framework
    framework.attributes = [
      CaseAttribute(id: "drive", name: "Drive", values: ["strong", "weak"])
    ]
    return OutcomeConditions(
      outcome: "v.o", conditions: ["v.c", "v.d"],
      scores: scores.map { SeenScore($0, formed: .asTheyAre) },
      cases: scores.map { score in
        Case(
          id: score.caseID, name: score.caseID,
          attributes: drives[score.caseID].map { [Attribute(name: "drive", value: $0)] } ?? [])
      }, framework: framework)
  }

  private var five: [CaseScore] {
    [("A", 80.0, 80.0), ("B", 90, 76), ("C", 78, 85), ("D", 30, 40), ("E", 20, 45)].map {
      Figures.score($0.0, [level("v.o", $0.1), level("v.c", $0.2)])
    }
  }

  @Test("Levels of both groups, their difference and its interval, to the digits of scipy 1.17.1")
  func levels() throws {
    let table = table(five, drives: ["A": "weak", "B": "Weak", "C": "strong", "D": "strong"])
    #expect(table.cases[.found] == ["A", "B", "C"] && table.cases[.notFound] == ["D", "E"])
    let row = try #require(table.rows.first)
    #expect(row.condition == .construct("v.c"))
    #expect((row.whereFound.found, row.whereFound.of) == (3, 3))
    #expect((row.whereNotFound.found, row.whereNotFound.of) == (0, 2))
    #expect(row.parts && table.telling.map(\.condition) == [.construct("v.c")])
    let levels = try #require(row.levels.first)
    #expect(row.levels.count == 1 && levels.stream == .survey && levels.isClear == true)
    #expect(levels.found.figures.cases == ["A", "B", "C"])
    #expect(abs((levels.found.figures.mean ?? 0) - 80.33333333333333) < 1e-12)
    #expect(abs((levels.found.interval?.low ?? 0) - 69.13173597064512) < 1e-9)
    #expect(abs((levels.notFound.interval?.high ?? 0) - 74.26551184043674) < 1e-9)
    #expect(abs((levels.difference ?? 0) - 37.833333333333336) < 1e-12)
    #expect(abs((levels.interval?.low ?? 0) - 25.693599459294525) < 1e-9)
    #expect(abs((levels.interval?.high ?? 0) - 49.97306720737213) < 1e-9)
    #expect(table.judged == 1)
    // Capitals make no value another; of whom it is not stated nothing is known.
    let weak = try #require(table.rows.first { $0.condition == .attribute("drive", value: "weak") })
    #expect((weak.whereFound.found, weak.whereFound.of) == (2, 3))
    #expect((weak.whereNotFound.found, weak.whereNotFound.of) == (0, 1) && !weak.parts)
  }

  @Test("In neither group: what is unclear, short of what is wanted, or not known")
  func unclear() throws {
    let either = Figures.score(
      "F", [level("v.o", 52, Interval(low: 45, high: 60)), level("v.c", 20)])
    let short = Figures.score(
      "G", [level("v.o", 60), level("v.c", 20)],
      gaps: [
        Figures.gap("v.o", desired: 90, derived: 60, interval: Interval(low: 20, high: 40), n: 20)
      ])
    let silent = Figures.score(
      "H", [level("v.o", 20), Figures.construct("v.c", Figures.silent), level("v.d", 90, n: 4)])
    let unknown = Figures.score("I", [Figures.construct("v.o"), level("v.c", 20)])
    let table = table(five + [either, short, silent, unknown])
    #expect(table.cases[.unclear] == ["F", "G"] && table.notTold == ["I"])
    #expect(table.cases[.notFound] == ["D", "E", "H"])
    let row = try #require(table.rows.first)
    #expect((row.whereNotFound.found, row.whereNotFound.of) == (0, 2))
    #expect(row.levels.first?.notFound.figures.cases == ["D", "E"])
    // A level on fewer than five answers is no case's.
    let few = try #require(table.rows.first { $0.condition == .construct("v.d") })
    #expect(few.levels.isEmpty && few.whereNotFound.of == 1)
  }

  @Test("Conditions lie outside the outcome's part; where nothing does, all but the outcome")
  func candidates() {
    #expect(OutcomeConditions.candidates(for: "v.o", in: framework) == ["v.c", "v.d"])
    #expect(OutcomeConditions.candidates(for: "v", in: framework).isEmpty)
    var two = framework
    let place = Citation(reference: "", place: "")
    two = Framework(
      id: "two", version: "1", title: "", summary: "", references: [],
      constructs: framework.constructs + [
        Construct(id: "w", name: "W", kind: "", levels: [], definition: "", source: place)
      ], formsOfValue: "v")
    #expect(OutcomeConditions.candidates(for: "v.o", in: two) == ["w"])
  }

  @Test("A case could show what is a strength there and clearly a concern elsewhere")
  func showing() {
    let either = Figures.score("F", [level("v.c", 45, Interval(low: 40, high: 55))])
    let shown = CouldShow.all(
      ["v.o", "v.c", "v.d"], in: (five + [either]).map { SeenScore($0, formed: .asTheyAre) },
      of: (five + [either]).map { Case(id: $0.caseID, name: $0.caseID) }, rules: ScoringRules())
    #expect(
      shown.map(\.construct) == ["v.o", "v.c"] && shown[1].able == ["A", "B", "C"]
        && shown[1].short == ["D", "E"])
    #expect(CouldShow.candidates(in: framework) == ["v.o", "v.c", "v.d"])
  }
}
