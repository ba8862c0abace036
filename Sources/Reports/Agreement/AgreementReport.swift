import StudyModel

/// The agreement report: how well coders agree, on which codes not, and what to talk about.
public struct AgreementReport: Sendable {
  /// Its words and figures.
  public let document: ReportDocument
  /// What it says of the study and of itself.
  public let study: StudyFacts
  /// What it was made from.
  let input: AgreementInput

  /// Makes the report, which is the researcher's: no other eyes see how coders agree.
  public init(_ input: AgreementInput, on study: StudyFacts) {
    (self.input, self.study) = (input, study)
    document = AgreementPage(input: input).document(on: study)
  }
}

/// Puts the agreement report together.
struct AgreementPage {
  let input: AgreementInput

  private var standing: AgreementStanding { AgreementStanding(input.byCode) }
  var judged: [AgreementRow] { standing.judged }
  var low: [AgreementRow] { standing.low }
  var good: [AgreementRow] { standing.reliable }
  var rare: [AgreementRow] { input.byCode.filter { $0.isRare || $0.alpha.value == nil } }

  func code(_ code: String) -> String { input.names[code] ?? code }

  func document(on study: StudyFacts) -> ReportDocument {
    let drawing = AgreementFigures(maker: self)
    var sections = [codes(drawing), families(drawing), pairs(drawing), confusion(drawing)]
    sections += [
      AgreementOverTime(maker: self).section, AgreementDisputes(maker: self).section,
      method(on: study),
    ]
    sections.number()
    return ReportDocument(
      kind: .agreement, title: "\(study.title): agreement between coders",
      masthead: [
        study.title, "Agreement between coders", Audience.researcher.title,
        "\(Words.count(input.coders.count, "coder")), \(Words.count(input.sharedSources, "source")) read by two or more",
        Words.date(study.date),
      ],
      simulated: study.simulated, headline: headline, lead: Self.lead, source: study.source,
      facts: facts, line: nil,
      sections: sections, made: MethodSentences.made(study))
  }

  private var worst: [AgreementRow] { standing.differing }

  private var headline: String {
    guard !judged.isEmpty else { return "There is too little to say how well coders agree." }
    if low.isEmpty {
      return "Coders agree well enough to draw conclusions from every code that can be judged."
    }
    guard !worst.isEmpty else {
      return "Coders seldom differ, but \(Words.count(low.count, "code")) cannot show it."
    }
    let names = worst.prefix(2).map { Words.inSentence($0.name) }
    let share =
      2 * worst.count > judged.count ? "most codes" : worst.count == 1 ? "one code" : "some codes"
    return "Coders differ too much on \(share), most of all on \(Words.list(names))."
  }

  /// What both forms of the report say of themselves.
  static let lead =
    "This is agreement as coders stood when they worked alone. Decisions settle units and never raise agreement; a second round of independent coding does."

  /// What Krippendorff asks of alpha.
  static let benchmarks =
    "Krippendorff asks for \(AgreementLevel.reliableSaid) to rely on data and \(AgreementLevel.tentativeSaid) for tentative conclusions"

  /// By which version the report was made, of which study.
  static func version(_ study: StudyFacts) -> Note {
    Note(
      term: "Version",
      says: ["Covalence \(study.toolVersion); study \(study.hash.name) \(study.hash.text)."])
  }

  /// What is said where no code can be judged.
  static let noneJudged = "No code can be judged"
  static let noneJudgedWhy =
    "Too few sources hold a code, too few do not, or nothing varies."

  private var facts: [ReportDocument.Fact] {
    var facts: [ReportDocument.Fact] =
      judged.isEmpty
      ? [
        .init(
          label: "To rely on", claim: Self.noneJudged, detail: Self.noneJudgedWhy, anchor: "codes")
      ]
      : [
        .init(
          label: "To rely on", claim: "\(good.count) of \(judged.count) codes",
          detail: "Alpha of \(AgreementLevel.reliableSaid) and over.", anchor: "codes"),
        .init(
          label: "Too low to lean on", claim: "\(low.count) of \(judged.count) codes",
          detail: worst.isEmpty
            ? "Alpha under \(AgreementLevel.tentativeSaid)."
            : "\(low.count > worst.count ? "Lowest of those on which coders often differ" : "Lowest"): \(worst.prefix(3).map { Words.inSentence($0.name) }.joined(separator: "; ")).",
          anchor: "codes"),
      ]
    if let first = input.confusions.first {
      facts.append(
        .init(
          label: "Talk about first",
          claim: "\(code(first.first)) or \(Words.inSentence(code(first.second)))?",
          detail: "Mistaken for each other \(Words.count(first.count, "time")).",
          anchor: "confusion"))
    }
    facts.append(
      .init(
        label: "Still open",
        claim:
          "\(Words.thousands(input.disputes.open)) of \(Words.count(input.disputes.disputed, "disputed unit"))",
        detail:
          "\(Words.thousands(input.disputes.disputed - input.disputes.open)) settled by a decision.",
        anchor: "disputes"))
    return facts
  }

  private func codes(_ drawing: AgreementFigures) -> Section {
    var section = Section(
      id: "codes", number: 0, title: "Code by code",
      heading: judged.isEmpty
        ? Self.noneJudged
        : low.isEmpty
          ? "No code that can be judged falls below \(AgreementLevel.tentativeSaid)"
          : "\(Words.capitalized(Words.spelled(low.count))) of \(Words.count(judged.count, "code")) that can be judged \(low.count == 1 ? "falls" : "fall") below \(AgreementLevel.tentativeSaid)",
      reading:
        "Every source that two coders read is a yes or a no for each code: is it anywhere in there?"
    )
    section.blocks = [
      .figure(
        drawing.strips(
          input.byCode + [input.pooled], section: "codes", title: drawing.codesTitle, header: "Code"
        ))
    ]
    var says =
      judged.isEmpty
      ? []
      : [
        "Of \(Words.count(input.byCode.count, "code")) in use, \(good.count) can be relied on, \(judged.count - good.count - low.count) allow tentative conclusions, and \(low.count) allow none."
      ]
    let byPrevalence = low.count - worst.count
    if byPrevalence > 0 {
      says.append(
        "\(Words.capitalized(Words.count(byPrevalence, "code"))) of them \(byPrevalence == 1 ? "is" : "are") low though coders seldom differ [p]: nearly every source holds the code, or hardly any, and alpha has too little to tell apart. Read AC1 and positive agreement there."
      )
    }
    if !rare.isEmpty {
      says.append(
        "\(Words.capitalized(Words.count(rare.count, "code"))) cannot be judged: too few sources hold them, too few do not, or nothing varies. That is no disagreement, and no agreement either."
      )
    }
    section.blocks.append(.means(Means(label: "What this means", warns: !low.isEmpty, says: says)))
    if !worst.isEmpty {
      section.blocks.append(.figure(drawing.definitions(worst)))
    }
    return section
  }

  private func families(_ drawing: AgreementFigures) -> Section {
    var section = Section(
      id: "families", number: 0, title: "By family",
      heading: drawing.heading(
        input.byFamily, all: "Every family of codes reaches \(AgreementLevel.tentativeSaid)",
        one: "One family of codes falls below \(AgreementLevel.tentativeSaid)",
        some: "Some families of codes fall below \(AgreementLevel.tentativeSaid)"), reading: nil)
    section.blocks = [
      .figure(
        drawing.strips(
          input.byFamily, section: "families", title: "Families of codes from the framework",
          header: "Family"))
    ]
    return section
  }

  private func pairs(_ drawing: AgreementFigures) -> Section {
    var section = Section(
      id: "pairs", number: 0, title: "By pair of coders",
      heading: input.byPair.count == 1
        ? "One pair of coders both read some sources"
        : drawing.heading(
          input.byPair, all: "Every pair of coders reaches \(AgreementLevel.tentativeSaid)",
          one: "One pair of coders falls below \(AgreementLevel.tentativeSaid)",
          some: "Some pairs of coders fall below \(AgreementLevel.tentativeSaid)"), reading: nil)
    section.blocks = [
      .figure(
        drawing.strips(
          input.byPair, section: "pairs", title: "Pairs of coders over all codes", header: "Pair"))
    ]
    return section
  }

  private func confusion(_ drawing: AgreementFigures) -> Section {
    var section = Section(
      id: "confusion", number: 0, title: "Codes mistaken for each other",
      heading: input.confusions.first.map {
        "\(code($0.first)) and \(Words.inSentence(code($0.second))) are mixed up most"
      } ?? "No two codes are mixed up",
      reading:
        "Counted where one coder put one code and another coder a different one on the same words.")
    section.blocks =
      input.confusions.isEmpty
      ? [.paragraph("Where coders put a code on the same words, they put the same one.")]
      : [
        .figure(drawing.matrix), .figure(drawing.confusions),
        .means(
          Means(
            label: "What this means", warns: false,
            says: [
              "Two codes that are often mixed up need a sharper line between them: read both definitions side by side and add what belongs to neither."
            ])),
      ]
    return section
  }

  private func method(on study: StudyFacts) -> Section {
    var section = Section(
      id: "method", number: 0, title: "Method", heading: "How agreement was measured", reading: nil)
    let time = AgreementOverTime(maker: self)
    section.blocks = [
      .notes([
        Note(
          term: "For a paper",
          says: [AgreementWords(maker: self).forPaper.joined(separator: " ")]),
        Note(
          term: "Benchmarks",
          says: [
            "Stated beside, not stamped on: \(Self.benchmarks); Landis and Koch call kappa of 0.61 substantial and over 0.80 almost perfect. In the tables, the benchmark of AC1 is the band it reaches with 95% probability (Gwet 2014), not the band of its value."
          ]),
        Note(
          term: "Other figures",
          says: [
            "Positive agreement is 2 × both over 2 × both + only one: agreement on what anybody marked. Alpha corrects for chance and is low for codes that are rare or everywhere, where a few differences weigh much."
          ]),
        Note(
          term: "Units needed",
          says: [
            "How many sources must be read by two coders for an interval of alpha \(Words.fixed(input.plan.width, 2)) wide, if the figure stays as it is."
          ]),
        Self.version(study),
      ])
    ]
    if !time.notes.isEmpty { section.blocks.append(.notes(time.notes)) }
    return section
  }
}
