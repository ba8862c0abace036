extension OtherEyes {
  /// The answers counted over several cases, without giving a hidden case's number away.
  ///
  /// Only what is shown is counted, for a total less the others is the one that is missing.
  ///
  /// - Parameter views: The cases as the audience sees them.
  /// - Returns: The responses and organizations of the cases shown, and how many cases had too few.
  public static func shownResponses(
    in views: [CaseScore]
  ) -> (responses: Int, organizations: Int, hidden: Int) {
    let shown = views.filter { !$0.suppression.responses }
    return (
      shown.map(\.responses).reduce(0, +), shown.map(\.organizations).reduce(0, +),
      views.count - shown.count
    )
  }

  /// Whether a passage may be quoted: to the researcher always, to others where it was cleared.
  public static func mayQuote(isCleared: Bool, to audience: Audience) -> Bool {
    audience == .researcher || isCleared
  }

  /// Whether a quote or a figure may say the role it comes from.
  ///
  /// To others than the researcher not where interview numbers are hidden, nor where one person alone
  /// holds the role in the case.
  ///
  /// - Parameters:
  ///   - holders: How many interviewees of the case hold the role.
  ///   - suppression: What is hidden of the case.
  ///   - audience: Who reads.
  /// - Returns: Whether the role may stand there.
  public static func mayNameRole(
    holders: Int, suppression: Suppression, to audience: Audience
  ) -> Bool {
    audience == .researcher || (holders > 1 && !suppression.interviewNumbers)
  }
}
