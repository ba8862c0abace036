extension InterviewEvidence {
  /// Whether anything of what a case's interviews say in a phase is told to others than the researcher.
  ///
  /// Where all of it is hidden, nothing was published that later interviews could be held beside.
  public func tellsOthers(caseID: String, phase: String?, framework: Framework) -> Bool {
    guard let cell = cells.cell(caseID: caseID, phase: phase) else { return false }
    let seen = SeenInterviews(
      evidence[cell], tree: tree, rules: framework.scoring)
    return !seen.isHidden || seen.figures.contains { $0.heard?.isSpoken == true }
  }
}
