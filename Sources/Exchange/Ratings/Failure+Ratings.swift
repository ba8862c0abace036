public import StudyModel

extension Failure {
  /// What the table holds cannot be used together.
  public static func unusable(
    _ what: String, _ error: any Error, in table: AgreementTable
  ) -> Failure {
    Failure(
      .data, .unusableTable, "The \(what) cannot be used: \(error)",
      remedy: "Correct the table.", place: .init(file: table.name))
  }
}
