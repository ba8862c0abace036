import Testing

@testable import Reports
@testable import StudyModel

@Suite("Sentences, keys and notes of a page say what is there")
struct SaysWhatIsThereTests {
  /// The convenor's study, its scores changed.
  private static func convenor(_ change: (inout CaseScore) -> Void) -> ReportInput {
    var input = SampleStudies.forConvenor
    input.all = input.all.map {
      var score = $0.score
      change(&score)
      return .forOthers(score)
    }
    return input
  }

  /// Few interviewees who agreed that what they say is told, and no survey.
  private static func agreed(_ presences: [String: Presence]) -> ReportInput {
    interviews { InterviewFigure(Heard(ofAgreed: presences[$0] ?? .evident)) }
  }

  /// A published case, of which all is told that coders found in it.
  private static func published(_ presences: [String: Presence]) -> ReportInput {
    interviews { id in
      let presence = presences[id] ?? .evident
      let speaking = presence == .evident ? 1 : 0
      return InterviewFigure(
        score: nil, side: speaking > 0 ? .for : nil, strength: 0,
        counts: .init(
          informants: speaking, measured: 0, interviewees: 0, speaking: speaking,
          mentions: speaking, contrary: 0, contested: false,
          unresolved: presence == .undecided ? 1 : 0, grade: speaking > 0 ? .agreed : .absent,
          presence: presence))
    }
  }

  private static func interviews(_ figure: (String) -> InterviewFigure) -> ReportInput {
    var input = convenor { score in
      for place in score.constructs.indices {
        let id = score.constructs[place].id
        var bare = ConstructScore(
          id: id, interview: figure(id), survey: nil, rules: SampleFramework.rich.scoring)
        (bare.score, bare.band, bare.bandReason) = (nil, nil, nil)
        score.constructs[place] = bare
      }
      (score.interviewees, score.codingCover) = (.hidden, .hidden)
      (score.responses, score.organizations) = (.shown(0), .shown(0))
      score.change = nil
    }
    input.findings = []
    return input
  }

  private static func markdown(_ input: ReportInput) throws -> String {
    ReportMarkdown.text(of: try HealthReport(of: "rivermouth", from: input).document)
  }

  private static func section(_ id: String, _ input: ReportInput) throws -> Section {
    try #require(try HealthReport(of: "rivermouth", from: input).document.section(id))
  }

  @Test("What one may have said is not said to be spoken of by more than one")
  func oneVoice() throws {
    let title = try Self.section("value", Self.agreed([:])).figures.first?.title
    #expect(title == "8 of 8 are spoken of")
    let several = Self.convenor { score in
      for place in score.constructs.indices {
        score.constructs[place].interview = InterviewFigure(.moreThanOne)
        (score.constructs[place].survey, score.constructs[place].score) = (.absent, nil)
        score.constructs[place].gap = .absent
      }
      (score.interviewees, score.change) = (.hidden, nil)
    }
    #expect(
      try Self.section("value", several).figures.first?.title
        == "8 of 8 are spoken of by more than one")
  }

  @Test("What coders have not settled is said in one wording, and never as silence")
  func unsettled() throws {
    let open = Self.published([
      "setting.drivers.expected": .undecided, "value.tangible": .undecided,
      "setting.drivers.complex": .notSpokenOf,
    ])
    let text = try Self.markdown(open)
    #expect(text.contains("**Coders differ, not settled:** partnership is expected of them"))
    #expect(text.contains("**Not spoken of** problems too complex for one body"))
    #expect(
      text.contains("| Tangible outcome (something made together) | coders differ, not settled"))
    #expect(text.contains("No evidence at all on complexity."))
    #expect(
      text.contains(
        "Coders differ on whether anybody spoke of tangible outcome and partnership expected."))
    #expect(!text.contains("Not shown"))
  }

  @Test("Of those who agreed it is not told where coders differ, nor that nobody spoke of it")
  func agreedAlone() throws {
    let both = try [Presence.undecided, .notSpokenOf].map {
      try Self.markdown(Self.agreed(["value.tangible": $0, "setting.drivers.complex": $0]))
    }
    #expect(both[0] == both[1])
    #expect(!both[0].contains("oders differ") && both[0].contains("little heard"))
  }

  @Test("Beside words that are told nothing is said to be hidden of them all")
  func toldInWords() throws {
    let facts = try HealthReport(of: "rivermouth", from: Self.agreed([:])).document.facts
    let well = try #require(facts.first { $0.label == "Working well" })
    #expect(well.claim == Nothing.strength.part && well.detail == Nothing.strengthWhy.part)
  }

  @Test("No page says that nothing falls short above a form that is wanted and not evident")
  func shortfall() throws {
    let input = Self.convenor { score in
      guard let place = score.constructs.firstIndex(where: { $0.id == "value.subject" }) else {
        return
      }
      score.constructs[place].interview = InterviewFigure(.borneOut(.against))
      score.constructs[place].interview?.side = .against
    }
    var bare = input
    bare.findings = []
    let short = try HealthReport(of: "rivermouth", from: bare).document.facts
      .first { $0.label == "Where it falls short" }
    #expect(short?.claim == "Wanted, and not evident: subject-specific capability")
    #expect(short?.anchor == "value")
  }

  @Test("What the record of the case gives is not said to be without evidence")
  func record() throws {
    let input = Self.published(["setting.drivers.complex": .notSpokenOf])
    #expect(try Self.markdown(input).contains("No evidence at all on complexity."))
    var known = input
    known.cases[0].attributes.append(Attribute(name: "Complexity", value: "high"))
    #expect(try !Self.markdown(known).contains("No evidence at all"))
  }

  @Test("What was received is shown where it is compared with nothing, with the reason")
  func notCompared() throws {
    let id = "value.individual"
    let input = Self.convenor { score in
      score.change(id) { $0.gap = .hidden }
    }
    let figure = try #require(try Self.section("value", input).figures.first)
    let row = try #require(figure.table.rows.first { $0[0].text == "Individual capacity building" })
    #expect(row[1].mark == .hidden && row[2].text == "73" && row[3].mark == .hidden)
    #expect(figure.notes.contains { $0.hasPrefix("[c] not compared: fewer than 5 answered both") })
    #expect(figure.subtitle.contains("of those who answered both"))
  }

  @Test("All that is hidden of the survey is counted")
  func hiddenCount() throws {
    let input = Self.convenor { score in
      score.change("value.tangible") { ($0.survey, $0.gap) = (.hidden, .hidden) }
      score.change("value.individual") { $0.gap = .hidden }
      for place in score.change?.constructs.indices ?? 0..<0
      where score.change?.constructs[place].id == "value.tangible" {
        score.change?.constructs[place].survey = .hidden
      }
    }
    #expect(
      try Self.markdown(input).contains(
        "| Levels, gaps and changes of the survey hidden in this report | 4 |"))
  }

  @Test("A note on bands says of each part only where a row has it")
  func bands() throws {
    func notes(_ input: ReportInput) throws -> String {
      try Self.section("works", input).figures.flatMap(\.notes).joined(separator: " ")
    }
    let both = try notes(SampleStudies.forConvenor)
    #expect(both.contains("Band joins both sources") && both.contains("close to the line"))
    let sure = Self.convenor { score in
      for place in score.constructs.indices { score.constructs[place].borderline = false }
    }
    #expect(try !notes(sure).contains("close to the line"))
    let alone = try notes(SampleStudies.surveyOnly)
    #expect(alone.contains("Band: strength") && !alone.contains("Band joins"))
  }

  @Test("A reason that rests on a change names the table of changes")
  func changes() throws {
    var input = SampleStudies.both
    input.findings[0].findings = [
      Finding(
        rule: "one", section: "trend", tone: .shortfall, construct: "value.relationship",
        heading: nil, says: "It fell.", evidence: [], recommends: ["way-in"])
    ]
    let document = try HealthReport(of: "rivermouth", from: input).document
    guard case .actions(_, let actions)? = document.section("next")?.blocks.last else {
      Issue.record("no actions")
      return
    }
    let names = document.section("trend")?.figures.filter {
      $0.isTable && $0.constructs.contains("value.relationship")
    }.map(\.name)
    let first = try #require(names?.first)
    #expect(actions.flatMap(\.why).map(\.text).allSatisfy { $0.hasSuffix(" (\(first)).") })
  }

  @Test("A quadrant is named in the table of gaps only where the gap is clear")
  func quadrants() throws {
    let input = Self.convenor { score in
      for place in score.constructs.indices {
        let isFirst = score.constructs[place].id == "value.subject"
        score.constructs[place].gap.change {
          $0.interval = Interval(low: isFirst ? 1 : -1, high: 90)
        }
      }
    }
    let rows = ScoreTable.gapsCSV(of: try HealthReport(of: "rivermouth", from: input))
      .split(separator: "\n")
    let named = rows.filter { $0.contains("concentrate here") || $0.contains("keep it up") }
    #expect(rows.count > 2 && named.count == 1)
  }

  @Test("A change that few people or organisations made is not said to be none")
  func fewPairs() throws {
    let few = Self.convenor { score in
      for place in score.change?.constructs.indices ?? 0..<0 {
        score.change?.constructs[place].survey.change {
          ($0.interval, $0.n) = (Interval(low: -40, high: 40), 5)
        }
      }
    }
    let titles = try Self.section("trend", few).figures.map(\.title)
    #expect(
      titles.contains {
        $0.hasPrefix("Whether anything changed since") || $0.hasPrefix("Too few answered twice")
      })
    #expect(!titles.contains { $0.contains("No clear change") && !$0.contains("can be told") })
  }

  @Test("Advice asks for no more of what there is enough of")
  func advice() throws {
    var input = SampleStudies.forConvenor
    input.findings = []
    let next = try Self.section("next", input)
    #expect(
      !next.blocks.contains { block in
        if case .hidden(let text) = block { text.contains("ore interviews") } else { false }
      })
  }
}
