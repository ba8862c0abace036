import StudyModel

/// What the marks and words mean that a table of scores has used: no others are explained.
struct ScoreLegend {
  private let rules: ScoringRules
  private var bands: Set<Band> = []
  private var reasons: Set<BandReason> = []
  private var grades: Set<Grade> = []
  private var convergences: Set<Convergence> = []
  private var isClose = false
  private var isInWords = false
  private var isOfKinds = false

  init(_ rules: ScoringRules) { self.rules = rules }

  /// Takes note of a row that is printed.
  mutating func add(_ row: ConstructScore) {
    if let band = row.band {
      bands.insert(band)
    } else if let reason = row.bandReason {
      reasons.insert(reason)
    }
    if row.borderline == true { isClose = true }
    if let convergence = row.convergence { convergences.insert(convergence) }
    guard let interview = row.interview, interview.isSpoken else { return }
    if interview.score == nil, row.bandReason != .kinds { isInWords = true }
    if row.bandReason == .kinds, interview.counts != nil { isOfKinds = true }
    if let grade = interview.grade { grades.insert(grade) }
  }

  /// The lines, one a column; none where nothing was printed.
  var lines: [String] {
    [
      line("band", Band.allCases.filter(bands.contains).map(said)),
      line("no band", BandReason.allCases.filter(reasons.contains).map(said)),
      line("(close)", isClose ? ["a threshold lies inside the interval"] : []),
      line(
        "interviews",
        (isInWords ? ["in words where no coding has a weight"] : [])
          + (isOfKinds ? ["of kinds how many of them somebody speaks of"] : [])),
      line("grade", Grade.allCases.filter(grades.contains).map(said)),
      line("together", Convergence.allCases.filter(convergences.contains).map(said)),
    ].compactMap { $0 }
  }

  private func line(_ column: String, _ meanings: [String]) -> String? {
    meanings.isEmpty ? nil : "\(column): \(meanings.joined(separator: "; "))."
  }

  private func said(_ band: Band) -> String {
    let (low, high) = (Words.whole(rules.developingFrom), Words.whole(rules.strengthFrom))
    return switch band {
    case .concern: "concern, below \(low)"
    case .developing: "developing, \(low) to below \(high)"
    case .strength: "strength, \(high) and over"
    }
  }

  private func said(_ reason: BandReason) -> String {
    switch reason {
    case .tooLittleEvidence:
      "too little evidence, its strength is under \(Words.fixed(rules.leastEvidence, 2)) of 1"
    case .sourcesDiffer:
      "sources differ, by more than \(Words.whole(rules.partialAgreementWithin)) points"
    case .kinds: "kinds, which exclude or oppose each other and have no level together"
    }
  }

  private func said(_ grade: Grade) -> String {
    switch grade {
    case .absent: "absent, nobody speaks of it"
    case .single: "single, one"
    case .agreed: "agreed, the researchers' account of the whole case"
    case .corroborated: "corroborated, two or more"
    case .triangulated: "triangulated, a convenor and somebody else"
    }
  }

  private func said(_ convergence: Convergence) -> String {
    let (near, far) = (
      Words.whole(rules.agreementWithin), Words.whole(rules.partialAgreementWithin)
    )
    return switch convergence {
    case .agreement: "agreement, up to \(near) points apart"
    case .partialAgreement: "partial agreement, up to \(far)"
    case .dissonance: "dissonance, more than \(far)"
    case .undecidedInterviews:
      "undecided: interviews, coders differ on whether somebody spoke of it"
    case .silenceInterviews: "silence: interviews, nobody spoke of it"
    case .silenceSurvey: "silence: survey, no answers"
    case .tooLittle: "too little to tell, too few voices or answers"
    }
  }
}
