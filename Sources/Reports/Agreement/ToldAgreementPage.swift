import StudyModel

/// Puts together the agreement report for others than the researcher: a word, and how it was come by.
struct ToldAgreementPage {
  let told: ToldAgreement
  let eyes: Eyes

  func document(on study: StudyFacts) -> ReportDocument {
    var method = Section(
      id: "method", number: 0, title: "Method", heading: "How agreement was measured", reading: nil)
    method.blocks = [
      .notes([
        Note(term: "For a paper", says: [AgreementWords.forPaper(told).joined(separator: " ")]),
        Note(
          term: "Benchmarks",
          says: ["Stated beside, not stamped on: \(AgreementPage.benchmarks)."]),
        Note(
          term: "What is not told",
          says: [
            "How often codes were marked, how coders agree on each, on which passages they differ and what was decided would tell of single interviews, and is in the researchers’ report."
          ]),
        AgreementPage.version(study),
      ])
    ]
    var sections = [method]
    sections.number()
    return ReportDocument(
      kind: .agreement, title: "\(study.title): agreement between coders",
      masthead: [
        study.title, "Agreement between coders", eyes.audience.title,
        "\(Words.count(told.coders, "coder")), \(Words.count(told.sources, "source")) of the cases shown, read by two or more",
        Words.date(study.date),
      ],
      simulated: study.simulated,
      headline: "\(Words.capitalized(told.sentence)).", lead: AgreementPage.lead,
      source: study.source, facts: [], line: nil, sections: sections,
      made: MethodSentences.made(study))
  }
}

extension ToldAgreement {
  /// What others are told, as a sentence without its stop.
  var sentence: String {
    let enough =
      switch level {
      case .reliable: "coders agree well enough to rely on"
      case .tentative: "coders agree well enough for tentative conclusions"
      case .low: "coders do not agree well enough to lean on"
      }
    return "over all codes shown, \(enough)"
  }

  /// Where alpha lies.
  var alphaSaid: String {
    switch level {
    case .reliable: "\(AgreementLevel.reliableSaid) or over"
    case .tentative: "from \(AgreementLevel.tentativeSaid) to under \(AgreementLevel.reliableSaid)"
    case .low: "under \(AgreementLevel.tentativeSaid), or not defined"
    }
  }
}
