import StudyModel

/// What every report says of how figures come about, each sentence once: the method notes of the
/// health report and the comparison, and the methods report, are put together from these.
struct MethodSentences {
  let rules: ScoringRules

  init(_ framework: Framework) { rules = framework.scoring }

  /// Which framework it is; its hash is told with the study's in the report on methods.
  static func framework(_ framework: Framework) -> String {
    "\(framework.title) (\(framework.id), version \(framework.version))."
  }

  /// How a respondent comes to have a score.
  var answers: String {
    "Unanswered items are left out, never filled in. A construct counts where at least \(Words.whole(100 * rules.answeredShare))% of its items are answered."
  }

  /// What levels are.
  var levels: String {
    "Levels run from 0 to 100. The survey averages organisations where at least \(rules.leastOrganizations) are stated, else respondents. Interviews give a level only where codings carry a weight (top weight \(Words.whole(rules.topWeight))); otherwise they say that a thing is there or not."
  }

  /// How both streams are joined.
  var joining: String {
    "A score joins both streams by the strength of their evidence. Up to \(Words.whole(rules.agreementWithin)) points apart they agree, up to \(Words.whole(rules.partialAgreementWithin)) in part, beyond that they differ and no band is given."
  }

  /// What bands are.
  var bands: String {
    "Bands: concern below \(Words.whole(rules.developingFrom)), developing to below \(Words.whole(rules.strengthFrom)), strength from there; none where evidence is under \(Words.fixed(rules.leastEvidence, 2)). What nobody spoke of is silence, not zero."
  }

  /// What a gap is.
  static let gap =
    "Wanted minus received for the same respondent, averaged, so a shortfall is above zero. It is clear where its 95% interval excludes zero; a quadrant is named only then."

  /// What intervals rest on.
  static let intervals =
    "95% t intervals over the organisations’ means, or over respondents where those are averaged; shares have Wilson’s interval. They carry the survey’s uncertainty only."

  /// Why interviews have no interval.
  static let chosen =
    "chosen and not sampled: what they say is reported as “k of n interviewees”, without an interval."

  /// What is hidden from others than the researcher, with its mark.
  var hidden: String { "\(Shorthand.hidden.key): \(whatIsHidden)" }

  /// The same without the mark.
  var whatIsHidden: String {
    "survey figures on fewer than \(rules.suppressAnswersBelow) answers, and whatever would let them be worked out; with fewer than \(rules.suppressIntervieweesBelow) interviewees, whatever the interviews say, but for what two or more besides the convenor say and nobody denies; roles, grades and single voices everywhere. Figures are whole, on fewer than \(Limits.fewAnswers) answers to the next 10, and shares to the next 5%, from \(Limits.answersForWholeShares) answers on whole where respondents weigh alike; those of one construct rest on the same respondents, or on sets that differ by \(rules.suppressAnswersBelow) or more, and scores are formed without what is hidden."
  }

  /// That nothing is.
  static let nothingHidden =
    "Nothing is hidden in the researchers’ report: do not pass it on."

  /// What the marks mean.
  static let marks =
    Shorthand.allCases.filter { $0 != .hidden }.map { "\($0.key). " }.joined()
    + "A zero is a real zero."

  /// When codings of several coders stand.
  static func consensus(_ rule: ConsensusRule) -> String {
    switch rule {
    case .majority:
      "More than half of a source’s coders must have coded a passage; exactly half waits for a decision."
    case .any: "One coder is enough for a passage to stand."
    case .unanimous: "All of a source’s coders must have coded a passage."
    }
  }

  /// When agreement is measured.
  static let agreementFirst =
    "Agreement is always reported as it stood before disagreements were settled."

  /// What a report was made with.
  static func made(_ study: StudyFacts) -> String {
    "Covalence \(study.toolVersion), \(Words.date(study.date)). Study “\(study.title)”, \(study.hash.name) \(study.hash.text). The same inputs give the same report."
      + (study.simulated ? " The data are simulated." : "")
  }
}
