import Exchange
import Statistics
import StudyModel

extension AgreementTable {
  /// Every figure of agreement of the table where a unit may have several codes: `unit,coder,code`.
  ///
  /// A row with an empty code says that the coder looked and applied nothing; no row at all for a
  /// unit and coder says that the coder did not code it.
  ///
  /// - Returns: The figures, with warnings and notes.
  /// - Throws: `DiagnosticsError` and `Failure` where the table cannot be used.
  func multilabel(
    _ bootstrap: BootstrapChoice
  ) throws -> (result: MultilabelAgreement, diagnostics: [Diagnostic]) {
    do {
      let file = try CodeSetsFile(self)
      return (try MultilabelAgreement(file.sets, bootstrap: bootstrap), file.diagnostics)
    } catch let error as RatingError {
      throw Failure.unusable("codes", error, in: self)
    }
  }
}
