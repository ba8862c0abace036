import StudyModel

extension Failure {
  /// No source was read by two coders, so there is nothing to compare.
  static func noSharedSource(by day: String?) -> Failure {
    Failure(
      .data, .noSharedSource, "No source was read by two coders\(day.map { " by \($0)" } ?? "")",
      remedy:
        "Register both in the sources file, import the second coder's codings, or name in the column \"read\" of the sources who read one and found nothing."
    )
  }
}
