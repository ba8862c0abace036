import StudyModel

/// Puts together the agreement report for others than the researcher: a word a code, and one figure.
struct ToldAgreementPage {
  let told: ToldAgreement
  let eyes: Eyes

  private var differing: [ToldAgreement.Code] { told.codes(.low) }
  private var low: [ToldAgreement.Code] { told.codes(.low, .lowByPrevalence) }
  private var judged: [ToldAgreement.Code] { told.judged }

  func document(on study: StudyFacts) -> ReportDocument {
    var sections = [codes, method(on: study)]
    sections.number()
    return ReportDocument(
      kind: .agreement, title: "\(study.title): agreement between coders",
      masthead: [
        study.title, "Agreement between coders", eyes.audience.title,
        "\(Words.count(told.coders, "coder")), \(Words.count(told.sources, "source")) of the cases shown, read by two or more",
        Words.date(study.date),
      ],
      simulated: study.simulated, headline: headline, lead: AgreementPage.lead,
      source: study.source, facts: facts, line: nil, sections: sections)
  }

  private var headline: String {
    guard !judged.isEmpty else { return "There is too little to say how well coders agree." }
    guard !low.isEmpty else { return Nothing.lowCodeHeadline.part }
    guard !differing.isEmpty else {
      return "Coders seldom differ, but \(Words.count(low.count, "code")) cannot show it."
    }
    return
      "Coders differ too much on \(Words.list(differing.map { Words.inSentence($0.name) }, atMost: 3))."
  }

  private var facts: [ReportDocument.Fact] {
    let alpha = told.alpha
    return [
      .init(
        label: "Over all codes shown",
        claim: alpha.value.map { "Alpha \(Words.fixed($0, 2))" } ?? "Alpha is not defined",
        detail: alpha.interval.map {
          "95% interval \(Words.fixed($0.low, 2)) to \(Words.fixed($0.high, 2)), before any decision."
        } ?? alpha.reason.map { Words.withStop(Words.capitalized($0)) }, anchor: Self.codesID)
    ]
      + (judged.isEmpty
        ? [
          .init(
            label: "To rely on", claim: AgreementPage.noneJudged,
            detail: AgreementPage.noneJudgedWhy, anchor: Self.codesID)
        ]
        : [
          .init(
            label: "To rely on",
            claim:
              "\(told.codes(.reliable).count) of \(Words.count(judged.count, "code")) that can be judged",
            detail: "Alpha of \(AgreementRow.reliableSaid) and over.", anchor: Self.codesID),
          .init(
            label: "Too low to lean on", claim: "\(low.count) of \(judged.count)",
            detail: "Alpha under \(AgreementRow.tentativeSaid).", anchor: Self.codesID),
        ])
  }

  private static let codesID = "codes"

  private var codes: Section {
    var section = Section(
      id: Self.codesID, number: 0, title: "Code by code",
      heading: judged.isEmpty
        ? AgreementPage.noneJudged
        : low.isEmpty
          ? Nothing.lowCode.part
          : "\(Words.capitalized(Words.spelled(low.count))) of \(Words.count(judged.count, "code")) shown that can be judged \(low.count == 1 ? "falls" : "fall") below \(AgreementRow.tentativeSaid)",
      reading:
        "A word for each code. How often it was marked, on which passages coders differ and what was decided would tell of single interviews, and is in the researchers’ report."
    )
    section.blocks = [.figure(table)]
    if !differing.isEmpty { section.blocks.append(.figure(definitions)) }
    return section
  }

  /// The codes by what agreement on them allows, within that in the framework's order.
  private var rows: [ToldAgreement.Code] {
    [.low, .lowByPrevalence, .tentative, .reliable, .unjudged].flatMap { told.codes($0) }
  }

  private var table: ReportFigure {
    ReportFigure(
      section: Self.codesID, number: 0, title: "What agreement on each code allows",
      subtitle:
        "\(Words.capitalized(Words.count(told.codes.count, "code"))) of which it may be told that several spoke, the lowest first; Krippendorff’s alpha before any decision",
      body: .text(
        TextTable(
          columns: [.init(title: "Code"), .init(title: "Agreement on it")],
          rows: rows.map {
            [.init(text: $0.name, small: nil), .init(text: $0.standing.rawValue, small: nil)]
          })),
      notes: [
        "To rely on: alpha of \(AgreementRow.reliableSaid) and over. Tentative: from \(AgreementRow.tentativeSaid). Cannot be judged: marked, or left out, in fewer than \(AgreementRow.fewest) sources, or nothing varies; that is no disagreement."
      ],
      table: DataTable(
        columns: [.words("Code", "name"), .words("Key", "key"), .words("Agreement", "standing")],
        rows: rows.map { [.words($0.name), .words($0.key), .words($0.standing.rawValue)] }))
  }

  private var definitions: ReportFigure {
    func definition(_ code: ToldAgreement.Code) -> String {
      code.definition ?? "not in the framework"
    }
    return ReportFigure(
      section: Self.codesID, number: 0, title: "The definitions to look at again",
      subtitle: "Codes too low to lean on, but for those on which coders seldom differ",
      body: .text(
        TextTable(
          columns: [.init(title: "Code"), .init(title: "Definition in the framework")],
          rows: differing.map {
            [.init(text: $0.name, small: nil), .init(text: definition($0), small: nil)]
          })),
      table: DataTable(
        columns: [.words("Code", "code"), .words("Definition", "definition")],
        rows: differing.map { [.words($0.name), .words(definition($0))] }))
  }

  private func method(on study: StudyFacts) -> Section {
    var section = Section(
      id: "method", number: 0, title: "Method", heading: "How agreement was measured", reading: nil)
    section.blocks = [
      .notes([
        Note(term: "For a paper", says: [AgreementWords.forPaper(told).joined(separator: " ")]),
        Note(
          term: "Benchmarks",
          says: ["Stated beside, not stamped on: \(AgreementPage.benchmarks)."]),
        AgreementPage.version(study),
      ])
    ]
    return section
  }
}
