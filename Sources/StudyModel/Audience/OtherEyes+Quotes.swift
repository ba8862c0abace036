extension OtherEyes {
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
