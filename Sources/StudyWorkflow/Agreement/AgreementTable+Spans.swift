import Exchange
import StudyModel

extension AgreementTable {
  /// Every figure of agreement about stretches of text: `document,coder,code,start,end`.
  ///
  /// - Parameters:
  ///   - thresholds: The least overlaps, in per cent, at which segments agree as MAXQDA counts it.
  ///   - gamma: How gamma is computed; nil to leave it out.
  /// - Returns: The figures, with warnings and notes.
  /// - Throws: `DiagnosticsError` and `Failure` where the table cannot be used.
  func spans(
    thresholds: [Int], gamma: GammaChoice?
  ) throws -> (result: SpansAgreement, diagnostics: [Diagnostic]) {
    let file = try SpansFile(self)
    let result = SpansAgreement(
      file.spans, areExtentsDeclared: file.isDeclared, thresholds: thresholds, gamma: gamma)
    return (result, file.diagnostics)
  }
}
