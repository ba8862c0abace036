import Exchange
import StudyModel
import Testing

@Suite("Reading a framework")
struct FrameworkReaderTests {
  @Test("A sixth framework is read from a folder of files alone, without a word said against it")
  func smallIsSound() throws {
    let reading = FrameworkReader.read(folder: SmallFramework.folder)
    #expect(reading.diagnostics == [])
    let framework = try reading.get()
    #expect(framework.id == "small")
    #expect(framework.version == "1.10.0")
    #expect(framework.title == "Learning in walking groups")
    #expect(
      framework.summary
        == "What a group that walks together gets from it, and what it does so that all keep pace.")
    #expect(
      framework.references == [
        Reference(
          key: "rowe2001",
          text: "Rowe, A. (2001). Groups that walk. Journal of Paths, 1(2), 3–45.",
          doi: "10.1000/paths"),
        Reference(key: "hale2004", text: "Hale, B. (2004). Pace: a second look. Paths Press."),
      ])
    #expect(framework.levels == ["walker", "group"])
  }

  @Test("Words such as no stay words")
  func wordsStayWords() throws {
    let framework = try SmallFramework.whole()
    #expect(
      framework.attributes == [
        CaseAttribute(
          id: "terrain", name: "Terrain", values: ["hills", "no", "plain"],
          source: Citation(reference: "rowe2001", place: "Table I")),
        CaseAttribute(id: "walkers", name: "Number of walkers"),
      ])
    #expect(framework.codes["no"] == [CodeMeaning(construct: "pace.route")])
  }

  @Test("The tree is given parents first, with ids made whole and what children share")
  func tree() throws {
    let framework = try SmallFramework.whole()
    #expect(
      framework.constructs.map(\.id) == [
        "gain", "gain.fitness", "gain.company", "gain.company.old", "gain.company.new", "pace",
        "pace.waiting", "pace.route",
      ])
    #expect(
      framework.construct("gain.fitness")
        == Construct(
          id: "gain.fitness", name: "Fitness", plainName: "being fit", kind: "gain",
          levels: ["walker", "group"], definition: "Walking further than before.",
          inclusion: ["Longer ways", "Fewer rests"], exclusion: ["Losing weight (no code)"],
          example: "I no longer count the hills.",
          source: Citation(reference: "rowe2001", place: "Table II"), parent: "gain"))
    let new = framework.construct("gain.company.new")
    #expect(new?.parent == "gain.company")
    #expect(new?.kind == "gain")
    #expect(new?.plainName == "New friends")
    #expect(new?.source == Citation(reference: "hale2004", place: "chapter 1"))
    #expect(
      framework.construct("pace.route")?.source
        == Citation(reference: "hale2004", place: "chapter 2, page 9"))
  }

  @Test("Codes stand for constructs, or for what was wanted")
  func codes() throws {
    let framework = try SmallFramework.whole()
    #expect(framework.codes.count == 3)
    #expect(framework.meanings(ofCode: "Waits") == [CodeMeaning(construct: "pace.waiting")])
    #expect(
      framework.meanings(ofCode: "Hoped for friends")
        == [CodeMeaning(construct: "gain.company.new", desired: true)])
  }

  @Test("Items are read in their short, grouped and long forms, and taken over by their ids")
  func items() throws {
    let framework = try SmallFramework.whole()
    let scale = AnswerScale(
      low: 1, high: 5, labels: ["No", "A little", "Partly", "Mostly", "Yes"])
    let wait = Item(id: "wait", construct: "pace.waiting", wording: "We wait.", scale: scale)
    try #require(framework.questionnaires.count == 2)
    #expect(framework.questionnaires[0].audience == ["participant", "convenor"])
    #expect(
      framework.questionnaires[0].items == [
        Item(
          id: "gain.fitness.1", construct: "gain.fitness",
          wording: "I walk further than before.", scale: scale),
        Item(
          id: "gain.fitness.2", construct: "gain.fitness", wording: "I rest more than before.",
          reversed: true, scale: scale),
        Item(
          id: "gain.fitness.desired", construct: "gain.fitness", aspect: .desired,
          wording: "How much do you want to walk further?", scale: AnswerScale(low: 1, high: 7)),
        Item(
          id: "gain.company.new.1", construct: "gain.company.new", wording: "I met people.",
          audience: ["participant"], scale: scale),
        wait,
      ])
    #expect(framework.questionnaires[1].version == "2")
    #expect(
      framework.questionnaires[1].items == [
        wait,
        Item(
          id: "pace.route.1", construct: "pace.route", wording: "All know the way.",
          scale: AnswerScale(low: 0, high: 10)),
      ])
  }

  @Test("Guides name the constructs their topics bring out")
  func guides() throws {
    #expect(
      try SmallFramework.whole().guides == [
        InterviewGuide(
          id: "walker", title: "Interview on the way", audience: ["participant"], minutes: 30,
          topics: [
            .init(
              ask: "What do you take home?", probes: ["What came that you did not expect?"],
              constructs: ["gain.fitness", "gain.company", "pace.waiting"]),
            .init(ask: "Is there more to say?", probes: [], constructs: []),
          ])
      ])
  }

  @Test("Rules of scoring change what they name and leave the defaults; half of three parts is two")
  func scoring() throws {
    let framework = try SmallFramework.whole()
    var rules = ScoringRules()
    rules.topWeight = 4
    rules.leastPlacedShare = 0.75
    rules.weighting = .respondents
    rules.fullAnswers = 6
    #expect(framework.scoring == rules)
    #expect(framework.formsOfValue == "gain")
    #expect(
      framework.pillars == [
        Pillar(
          id: "gains", name: "Gains",
          parts: [
            .construct("gain.fitness"), .construct("gain.company.old"),
            .construct("gain.company.new"),
          ], needed: 2, weightedByDesired: true),
        Pillar(
          id: "together", name: "Together",
          parts: [.construct("pace.waiting"), .mean(of: ["pace.route", "gain.company"])],
          needed: 1),
      ])
  }

  @Test("Sections draw one figure or several")
  func sections() throws {
    #expect(
      try SmallFramework.whole().sections == [
        ReportSection(
          id: "gains", title: "Gains", heading: "What walkers take home",
          reading: "A ring is what is wanted.",
          parts: [
            .init(
              figure: .wantedAndReceived, title: "Gains",
              of: ["gain.fitness", "gain.company.old", "gain.company.new"])
          ], whenEmpty: "Ask what is wanted and received."),
        ReportSection(
          id: "keeping-pace", title: "Pace", heading: "How the group keeps together",
          reading: "Each bar is a step.",
          parts: [
            .init(
              figure: .chain, title: "Steps", of: ["pace.route", "pace.waiting"],
              labels: ["know the way", "wait for the last"]),
            .init(
              figure: .facts, title: "The group", of: [], attributes: ["terrain", "walkers"]),
          ], whenEmpty: "Walk along."),
      ])
  }

  @Test("How a section is read may be said of some evidence alone")
  func readings() throws {
    let files = try SmallFramework.files(
      "report.yaml", "reading: A ring is what is wanted.",
      "reading: [A ring is what is wanted., {survey: Members rate it.}, {both: Both are told.}]")
    #expect(
      try FrameworkReader.read(files).get().sections.first?.reading
        == SectionReading([
          .init("A ring is what is wanted."), .init("Members rate it.", of: .survey),
          .init("Both are told.", of: .both),
        ]))
    #expect(
      try SmallFramework.messages(
        "report.yaml", "reading: A ring is what is wanted.",
        "reading: [{answers: Members rate it.}]"
      ).contains { $0.contains("the reading has no key \"answers\"") })
  }

  @Test("Recommendations and tables are read whole")
  func recommendationsAndTables() throws {
    let framework = try SmallFramework.whole()
    #expect(
      framework.recommendations == [
        Recommendation(
          id: "ask-again", action: "Ask what walkers want, and change one walk.",
          who: [.convenor, .members], actsOn: ["gain"], sign: "The gap is smaller next summer.",
          aim: Aim(.gap, of: ["gain.fitness"], goal: 10),
          basis: "Leaders notice where wishes and walks part.",
          source: Citation(reference: "rowe2001", place: "section 6"))
      ])
    #expect(
      framework.tables == [
        ModelTable(
          id: "seasons", title: "What to do when", columns: ["Season", "Way"],
          rows: [["Summer", "Hills"], ["Winter", ""]],
          source: Citation(reference: "hale2004", place: "chapter 4"))
      ])
  }

  @Test("Files keep their bytes, and their digest, through carriage returns and a byte order mark")
  func canonicalBytes() {
    let plain = FrameworkFiles([
      .init(name: "b.yaml", text: "x\ny\n"), .init(name: "a.yaml", text: "é"),
    ])
    let other = FrameworkFiles([
      .init(name: "a.yaml", text: "\u{FEFF}é"), .init(name: "b.yaml", text: "x\r\ny\r"),
    ])
    #expect(plain == other)
    #expect(plain.canonicalBytes == Array("a.yaml\n2\néb.yaml\n4\nx\ny\n".utf8))
    #expect(plain.digest { "\($0.count) bytes" } == "24 bytes")
  }
}
