import FileFormats
import Testing

@testable import Reports
@testable import StudyModel

@Suite("No page for others contradicts itself")
struct NoContradictionTests {
  private static func markdown(_ input: ReportInput) throws -> String {
    ReportMarkdown.text(of: try HealthReport(of: "rivermouth", from: input).document)
  }

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

  private static func section(_ id: String, _ input: ReportInput) throws -> Section {
    let document = try HealthReport(of: "rivermouth", from: input).document
    return try #require(document.sections.first { $0.id == id })
  }

  @Test("Answers are counted by one name on every page, and their share is no response rate")
  func responseRate() throws {
    let researcher = try Self.markdown(SampleStudies.both)
    #expect(researcher.contains("| Answered | 31 |") && researcher.contains("| Response rate |"))
    let convenor = try Self.markdown(SampleStudies.forConvenor)
    #expect(convenor.contains("| Answers counted | 31 |"))
    #expect(convenor.contains("| Of those invited | 67% |"))
    #expect(convenor.contains("so their share of those invited is no response rate"))
    #expect(!convenor.contains("| Response rate |") && !convenor.contains("| Answered |"))
  }

  @Test("Where every practice has a band, none is said to be shown among others")
  func bands() throws {
    let seen = Self.convenor { score in
      for place in score.constructs.indices
      where score.constructs[place].id.hasPrefix("works.") && score.constructs[place].band == nil {
        score.constructs[place].band = .concern
        score.constructs[place].score = 30
      }
    }
    #expect(try !Self.markdown(seen).contains("with a band shown"))
    #expect(try Self.markdown(SampleStudies.forConvenor).contains("practices with a band shown"))
  }

  @Test("A change is said to be hidden where both phases have something, and only there")
  func changeIsHidden() throws {
    let both = NothingTests.hidden(for: .convenor(of: "rivermouth"))
    let hidden = try Self.section("trend", both)
    #expect(hidden.heading == Nothing.change.hidden)
    #expect(hidden.blocks == [.hidden(Nothing.changeWhy.hidden)])

    var one = both
    one.all = one.all.enumerated().map { place, seen in
      guard place < 2 else { return seen }
      var score = seen.score
      for index in score.constructs.indices {
        score.constructs[index].interview = nil
        (score.constructs[index].survey, score.constructs[index].gap) = (.absent, .absent)
      }
      if score.responses.isHidden {
        (score.responses, score.organizations) = (.shown(0), .shown(0))
      }
      return .forOthers(score)
    }
    let single = try Self.section("trend", one)
    #expect(single.heading == "One phase so far")
    guard case .paragraph(let says) = single.blocks.first else {
      Issue.record("no paragraph")
      return
    }
    #expect(says.contains("one phase so far, phase 3"))
  }

  @Test("A line over the phases is of one measure: interviews do not stand in for the survey")
  func oneMeasure() throws {
    var input = SampleStudies.forConvenor
    var first = input.all[0].score
    for place in first.constructs.indices { first.constructs[place].survey = .absent }
    input.all[0] = .forOthers(first)
    let figure = try #require(
      HealthReport(of: "rivermouth", from: input).document.figures.first {
        if case .trends = $0.body { true } else { false }
      })
    for row in figure.table.rows { #expect(row[1].value == .none, "\(row[0].text)") }
  }

  @Test("To others no change of interviews is told, and no column says that there is one")
  func interviewsUntold() throws {
    func titles(_ input: ReportInput) throws -> [String] {
      let reader = try #require(CaseView.all(of: "rivermouth", in: input).last)
      return try #require(ChangeMaker(reader: reader).figure(["value.operational"]))
        .table.columns.map(\.title)
    }
    #expect(try titles(SampleStudies.both).contains("Interviews"))
    #expect(try !titles(SampleStudies.forConvenor).contains("Interviews"))
  }

  @Test("What is told to the next ten says so under its figure")
  func tens() throws {
    let few = Self.convenor { score in
      for place in score.constructs.indices {
        score.constructs[place].survey.change {
          $0.n = 8
          $0.interval?.about = 30
        }
        score.constructs[place].gap.change { $0.n = 8 }
      }
    }
    let document = try HealthReport(of: "rivermouth", from: few).document
    for figure in document.figures
    where ["value", "works", "setting", "transfer", "joint"].contains(figure.section)
      && figure.constructs.contains(where: { id in
        few.scores[2].construct(id)?.survey.figure != nil
      })
    {
      #expect(
        figure.notes.contains { $0.contains("on fewer than 10 answers is told to the next 10") },
        "\(figure.title)")
      #expect(figure.notes.contains { $0.hasPrefix("“About ±”") }, "\(figure.title)")
    }
    #expect(try !Self.markdown(SampleStudies.forConvenor).contains("is told to the next 10, and"))
    #expect(try !Self.markdown(SampleStudies.both).contains("to the next 10"))
  }

  @Test(
    "What nearly all say stands in no column of numbers but that of levels",
    arguments: [true, false])
  func nearlyAll(isFew: Bool) throws {
    let ids = ["works.trust.safe", "value.affirmation", "transfer.transfer"]
    let input = Self.convenor { score in
      for id in ids {
        guard let place = score.constructs.firstIndex(where: { $0.id == id }) else { continue }
        score.constructs[place].survey = .inWords(.agree)
        score.constructs[place].gap = .hidden
        (score.constructs[place].score, score.constructs[place].interval) = (nil, nil)
      }
      guard isFew else { return }
      for place in score.constructs.indices { score.constructs[place].survey.change { $0.n = 8 } }
    }
    var said = 0
    for figure in try HealthReport(of: "rivermouth", from: input).document.figures {
      for (place, column) in figure.table.columns.enumerated() {
        let words = figure.table.rows.filter { $0[place].text == Alike.agree.rawValue }
        said += words.count
        let isOfLevels = ["survey", "received", "surveySays"].contains(column.key)
        #expect(
          words.isEmpty || isOfLevels || column.key.hasPrefix("phase"),
          "\(column.title) in \(figure.title)")
      }
    }
    #expect(said >= 3)
  }

  @Test(
    "Where shares are told to the nearest quarter the chain is of levels, in the order of its steps"
  )
  func quarters() throws {
    let input = Self.convenor { score in
      for place in score.constructs.indices {
        score.constructs[place].survey.change { $0.answers = .told(.init(above: .quarter(3))) }
      }
    }
    let chain = try #require(
      HealthReport(of: "rivermouth", from: input).document.figures.first {
        $0.section == "transfer"
      })
    guard case .strips(let chart) = chain.body else {
      Issue.record("no strips")
      return
    }
    #expect(chart.layout == .practices)
    let steps = input.framework.chain.compactMap { input.framework.construct($0)?.name }
    #expect(chart.groups.flatMap(\.rows).map(\.label) == steps)
    #expect(chain.notes.contains { $0.contains("too roughly here to say at which step") })
  }

  @Test("How a section is read is said only where what it speaks of is drawn")
  func reading() throws {
    let drawn = try Self.section("value", SampleStudies.forConvenor)
    #expect(drawn.reading != nil)
    let hidden = try Self.section("value", NothingTests.hidden(for: .convenor(of: "rivermouth")))
    #expect(!hidden.blocks.isEmpty && hidden.reading == nil)
  }

  @Test("Agreement says on which codes, and of what, it is")
  func agreement() throws {
    #expect(
      try Self.markdown(SampleStudies.both).contains(
        "coders’ agreement on all codes in the whole study 0.81 (Krippendorff’s alpha)"))
    var input = SampleStudies.both
    input.agreement = Array(input.agreement.dropFirst())
    #expect(
      try Self.markdown(input).contains(
        "coders’ agreement on forms of value in the whole study 0.84 (Krippendorff’s alpha)"))
  }

  @Test("Where sources differ files for others hold no score of both, as the page has none")
  func apart() throws {
    func score(_ input: ReportInput) throws -> (csv: Substring?, json: JSONValue?) {
      let report = try HealthReport(of: "rivermouth", from: input)
      let rows = ScoreTable.csv(of: report).split(separator: "\n").filter {
        $0.contains(",sources differ,")
      }
      let cells = rows.first?.split(separator: ",", omittingEmptySubsequences: false)
      let place = ScoreTable.columns.firstIndex(of: "score")
      let reader = report.readers.first
      let construct = reader?.score.constructs.first { $0.bandReason == .sourcesDiffer }
      return (
        place.flatMap { cells?[$0] },
        reader.flatMap { reader in construct.map { .optional(reader.joined($0).score) } }
      )
    }
    let others = try score(SampleStudies.forConvenor)
    #expect(others.csv == "" && others.json == .null)
    let own = try score(SampleStudies.both)
    #expect(own.csv?.isEmpty == false && own.json != .null)
  }

  @Test("The words of a side and of presence agree in CSV and JSON")
  func sides() throws {
    let input = Self.convenor { score in
      guard let place = score.constructs.firstIndex(where: { $0.id == "value.operational" }) else {
        return
      }
      var denied = InterviewFigure(.borneOut(.against))
      denied.side = .against
      score.constructs[place].interview = denied
    }
    let report = try HealthReport(of: "rivermouth", from: input)
    let rows = ScoreTable.csv(of: report).split(separator: "\n")
    #expect(rows.contains { $0.contains(",denied by several,,against,") })
    #expect(!rows.contains { $0.contains("borne out by several,,against") })
    #expect(JSONWriter.text(ReportJSON.value(of: report)).contains("\"denied by several\""))
  }
}
