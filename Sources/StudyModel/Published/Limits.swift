/// On how many people it must rest what others than the researcher are told: every threshold of hiding, each
/// named once.
///
/// Scoring specification, section 7. Those of an instance are the framework's; the others follow from what
/// can be worked out, and a framework cannot lower them.
public struct Limits: Sendable, Hashable {
  /// The answers behind a figure of the survey; pairs behind a change of it.
  public let answers: Int
  /// The interviewees of a case and phase behind any number of its interviews; also the sources behind what
  /// is told of coding, since in each of them somebody speaks.
  public let interviewees: Int
  /// The informants behind a level of the interviews, and the interviewees of a case and phase behind a
  /// quote: one of three who knows the own words does not know whose the others are.
  public let informants: Int

  /// Creates limits; none is under 1.
  public init(answers: Int = 5, interviewees: Int = 5, informants: Int = 3) {
    self.answers = max(1, answers)
    self.interviewees = max(1, interviewees)
    self.informants = max(1, informants)
  }

  /// The limits of a framework.
  public init(_ rules: ScoringRules) {
    self.init(
      answers: rules.suppressAnswersBelow, interviewees: rules.suppressIntervieweesBelow,
      informants: rules.suppressInformantsBelow)
  }

  /// So many are "several": a word that one alone gives, or denies, would be that one's.
  public static let several = 2
  /// Under so many answers, or pairs, levels are told to the next ten, shares in quarters, and intervals by
  /// the number alone: whole figures on fewer leave mostly one list of answers that fits.
  public static let fewAnswers = 10
  /// So many respondents must be behind one of two figures on the same values alone, where all behind the other are
  /// behind it too.
  ///
  /// What is left over is a figure on them. Where respondents weigh alike it follows exactly, so that under ten it would
  /// undo that what few say is told in tens; where organizations weigh the same, how these add up is not told.
  func apart(byOrganizations: Bool) -> Int {
    byOrganizations ? answers : max(answers, Self.fewAnswers)
  }

  /// Whether two figures on the same values tell of a few, behind each of which so many are who are not behind the
  /// other.
  func areFew(_ one: Int, _ other: Int, byOrganizations: Bool) -> Bool {
    let (fewer, more) = (min(one, other), max(one, other))
    return (1..<answers).contains(fewer) || (1..<answers).contains(more)
      || fewer == 0 && (1..<apart(byOrganizations: byOrganizations)).contains(more)
  }
  /// Under so many organizations that weigh the same, one of hardly anybody weighs so much that figures on them are told
  /// as those of few are.
  static let organizationsBesideFew = 7
  /// Under so many organizations shares are told in quarters where they weigh the same.
  public static let leastOrganizations = 5
  /// Under so many organizations only half the width of an interval is told, to the next five.
  public static let fewOrganizations = 10
  /// Under so many answers a level that all, or all but one, share is told in words.
  ///
  /// The one would know what all the others said. From so many on, where ``mostShare`` of a hundred share it.
  ///
  /// Where organizations weigh the same, whole shares of as few would tell how many
  /// answered in each, and what those did who are alone in one.
  public static let manyAnswers = 20
  /// Under so many answers shares are told to the next five per cent: whole ones are counts.
  public static let answersForWholeShares = 100
  /// The share, in per cent, that stands for itself and anything less: of 0 nobody, and of one in many the
  /// one, could be told.
  public static let leastShare = 5.0
  /// The share, in per cent, that stands for itself and anything more.
  public static let mostShare = 100 - leastShare
  /// The codings by which a coder who is not named in `read` counts as having handed in a source in which
  /// somebody speaks: of one or two, that coding is finished would tell that there are any.
  static let codingsOfReader = 3
  /// The complete responses behind an alpha: of fewer it leaves, with what is told of each item, few lists
  /// of answers, and one that tells who answered items together in 28 of 77 scales of ten near an end of the scale.
  private static let answersForAlpha = 20
  /// The cases and phases behind the lowest and the highest alpha, where there are others that have too
  /// few: of one or two, either could be taken for that one's.
  private static let placesForAlphas = 3

  /// Whether of a figure's own interval half the width alone is told, to the next five.
  static func tellsHalfWidth(n: Int, organizations: Int) -> Bool {
    n < manyAnswers || organizations < fewOrganizations
  }

  /// The least half width that is told: of means of organizations none lies further from the level than it times
  /// (m − 1)/t, so that a narrow one leaves one answer of an organization of hardly anybody.
  static func leastHalfWidth(hidesEach: Bool) -> Double { hidesEach ? 5 : 10 }

  /// Whether how the answers behind a figure spread is told, as they weigh.
  ///
  /// Where respondents weigh alike shares are counts, and the spread of a difference, of a parent or of several items
  /// leaves one table of who gave which answers together: of 20 to 29 pairs in 63 of 240 trials. So there an interval
  /// goes by the number alone, also where all are alike.
  static func tellsSpread(heads: Int, weighting: ScoringRules.Weighting) -> Bool {
    weighting == .organizations && heads >= fewAnswers
  }

  /// Whether how changes of so many pairs spread is told: of people, or of organizations for which hardly more than one
  /// speaks, it tells, beside their answers in both phases, who moved from which to which.
  static func tellsSpread(ofPairs n: Int, arePeople: Bool) -> Bool { !arePeople && n >= fewAnswers }

  /// Whether alpha is told of so many complete responses.
  public func tellsAlpha(ofComplete count: Int) -> Bool {
    count >= max(answers, Self.answersForAlpha)
  }

  /// Whether alpha is told beside such a level of the scale: near an end of it few lists of answers give a level.
  public func tellsAlpha(beside level: Double) -> Bool {
    level > Self.leastShare && level < Self.mostShare
  }

  /// Whether alphas of so many cases and phases are told, beside others that have too few answers or none.
  public func tellsAlphas(of places: Int, besideFew: Bool) -> Bool {
    places > 0 && (!besideFew || places >= Self.placesForAlphas)
  }
}
