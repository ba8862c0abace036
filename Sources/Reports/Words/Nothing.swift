import StudyModel

/// The sentences that say that there is nothing, each with what is said where not all was seen.
///
/// Reports say "none" through this alone, so that every sentence of absence is listed in one place and none
/// is made beside what is hidden: that there is nothing is a claim about all there is.
enum Nothing: String, CaseIterable {
  /// A case's headline where no rule fires.
  case headline
  /// A finding of strength.
  case strength
  /// Why there is none.
  case strengthWhy
  /// A finding of shortfall.
  case shortfall
  /// Why there is none.
  case shortfallWhy
  /// Anything as good or as bad beside what the headline says.
  case further
  /// The score of a pillar, and health.
  case health
  /// An action that is called for.
  case action
  /// Why none is.
  case actionWhy
  /// Something that speaks against the figures.
  case caution
  /// Something to be sure of.
  case certainty
  /// A clear difference of wanted and received.
  case difference
  /// A form of value that falls short.
  case shortForm
  /// One beside those on which interviews contradict the survey.
  case settledShortForm
  /// A level of any row.
  case level
  /// A band of any practice.
  case band
  /// A practice of concern.
  case concern
  /// The figure of a step of the chain.
  case step
  /// What is lost to a step.
  case stepWhy
  /// Anything that was spoken of.
  case spokenOf
  /// Evidence of a construct.
  case evidence
  /// A construct on which both sources speak.
  case bothSources
  /// A change between phases.
  case change
  /// Why there is no change.
  case changeWhy
  /// A clear change.
  case clearChange
  /// What stands out in a case of several.
  case standing
  /// A form of value in a case of several.
  case valueForm
  /// A form of value that is there by its band, in a case of several.
  case strongForm
  /// Something to set the cases beside each other by.
  case comparison
  /// A form of value that falls short in any case.
  case shortAnywhere
  /// Survey answers of any case.
  case surveyAnywhere
  /// A spread of the cases that changed.
  case spread
  /// Cases that can be compared for likeness.
  case likeness
  /// A case that could show another something.
  case showing
  /// Why there is none.
  case showingWhy
  /// A case that does not fit.
  case deviant
  /// Why there is none.
  case deviantWhy
  /// Evidence that is missing.
  case missing
  /// Codings.
  case coding
  /// Agreement between coders.
  case agreement
  /// Why agreement is not told.
  case agreementWhy
  /// Whether agreement is known.
  case agreementKnown
  /// Units that coders could differ on.
  case disputable
  /// Why there are none.
  case disputableWhy
  /// People interviewed.
  case interviewed
  /// Transcripts that are kept.
  case transcripts
  /// A limit of the figures.
  case limit
  /// What is looked at.
  case limitWhy
  /// A limit, among the facts.
  case limitFact
  /// The numbers of those invited.
  case invited

  /// What is said, by how much was seen.
  func said(_ sight: Sight) -> String {
    switch sight {
    case .absent, .whole: whole
    case .undecided: self == .evidence ? Self.unsettled : whole
    case .part: part
    case .hidden: hidden
    }
  }

  /// What is said in a cell of what coders have not settled.
  static let unsettled = "coders differ, not settled"
}
