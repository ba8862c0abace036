import Exchange
import Statistics
import StudyModel

extension AgreementTable {
  /// Every figure of agreement of the table as ratings: `unit,coder,value`.
  ///
  /// - Parameters:
  ///   - plan: What is asked.
  ///   - isWide: Whether units are rows and coders columns.
  /// - Returns: The figures, with warnings and notes.
  /// - Throws: `DiagnosticsError` and `Failure` where the table cannot be used.
  func ratings(
    _ plan: RatingsAgreement.Plan, isWide: Bool
  ) throws -> (result: RatingsAgreement, diagnostics: [Diagnostic]) {
    let file = try RatingsFile(self, isWide: isWide)
    try requireNumbers(file.matrix.categories, for: plan.level)
    let result = RatingsAgreement(file.matrix, isScaleDeclared: file.isDeclared, plan: plan)
    return (result, file.diagnostics)
  }

  private func requireNumbers(_ categories: [String], for level: MeasurementLevel) throws {
    guard level == .interval || level == .ratio else { return }
    let wrong = categories.filter { Double($0)?.isFinite != true }
    guard let first = wrong.first else { return }
    throw Failure(
      .data, .levelNeedsNumbers,
      "the \(level.rawValue) level needs numbers, and \(wrong.prefix(8).map { "\"\($0)\"" }.joined(separator: ", ")) is none",
      remedy: "Either take the nominal or ordinal level, or correct the values.",
      place: .init(file: name, column: "value"), found: first)
  }
}
