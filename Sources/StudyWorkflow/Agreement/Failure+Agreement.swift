import StudyModel

extension Failure {
  /// What the table holds cannot be used together.
  static func unusable(
    _ what: String, _ error: any Error, in table: AgreementTable
  ) -> Failure {
    Failure(
      .data, .unusableTable, "The \(what) cannot be used: \(error)",
      remedy: "Correct the table.", place: .init(file: table.name))
  }

  /// No source was read by two coders, so there is nothing to compare.
  static func noSharedSource(by day: String?) -> Failure {
    Failure(
      .data, .noSharedSource, "No source was read by two coders\(day.map { " by \($0)" } ?? "")",
      remedy: "Register both in the sources file, or import the second coder's codings.")
  }
}
