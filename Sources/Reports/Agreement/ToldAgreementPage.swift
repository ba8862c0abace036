import StudyModel

/// Puts together the agreement report for others than the researcher: one figure, and the codes to look at again.
struct ToldAgreementPage {
  let told: ToldAgreement
  let eyes: Eyes

  private var differing: [ToldAgreement.Code] { told.differing }

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
    let standing =
      told.alpha.isLow
      ? "Coders differ too much to lean on what the interviews say."
      : told.isReliable
        ? "Over all codes, coders agree well enough to rely on what the interviews say."
        : "Over all codes, coders agree well enough for tentative conclusions."
    guard !differing.isEmpty else { return standing }
    return standing + " They often differ on \(Words.list(names, atMost: 3))."
  }

  private var names: [String] { differing.map { Words.inSentence($0.name) } }

  private var facts: [ReportDocument.Fact] {
    [
      .init(
        label: "Over all codes shown", claim: "Alpha \(AgreementWords.value(told.alpha))",
        detail: told.alpha.interval.map {
          "95% interval \(Words.fixed($0.low, 2)) to \(Words.fixed($0.high, 2)), before any decision."
        } ?? "Before any decision.", anchor: "method"),
      .init(
        label: "To look at again",
        claim: differing.isEmpty
          ? "No code stands out"
          : Words.capitalized(Words.count(differing.count, "code")),
        detail:
          "Coders differ on it in the interviews of several people, and alpha is under \(AgreementRow.tentativeSaid).",
        anchor: Self.codesID),
    ]
  }

  private static let codesID = "codes"

  private var codes: Section {
    var section = Section(
      id: Self.codesID, number: 0, title: "Codes to look at again",
      heading: differing.isEmpty
        ? "No code stands out as one on which coders often differ"
        : "Coders often differ on \(Words.list(names, atMost: 3))",
      reading:
        "A code stands here where coders differ on it in the interviews of several people. Of the others nothing is told. How often codes were marked, on which passages coders differ and what was decided would tell of single interviews, and is in the researchers’ report."
    )
    if !differing.isEmpty { section.blocks = [.figure(definitions)] }
    return section
  }

  private var definitions: ReportFigure {
    func definition(_ code: ToldAgreement.Code) -> String {
      code.definition ?? "not in the framework"
    }
    return ReportFigure(
      section: Self.codesID, number: 0, title: "The definitions to look at again",
      subtitle: "In the framework’s order",
      body: .text(
        TextTable(
          columns: [.init(title: "Code"), .init(title: "Definition in the framework")],
          rows: differing.map {
            [.init(text: $0.name, small: nil), .init(text: definition($0), small: nil)]
          })),
      table: DataTable(
        columns: [
          .words("Code", "name"), .words("Key", "key"), .words("Definition", "definition"),
        ],
        rows: differing.map { [.words($0.name), .words($0.key), .words(definition($0))] }))
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
