import StudyModel

/// What the number of answers is called, which for others than the researcher is of those on whom figures
/// rest: who named no organization may be left out, so that it gives no response rate.
struct CountedAnswers {
  let eyes: Eyes

  /// The answers, as a row or column.
  var answers: String { eyes.seeEverything ? "Answered" : "Answers counted" }

  /// Their share of those invited.
  var rate: String { eyes.seeEverything ? "Response rate" : "Of those invited" }

  /// What is counted, where that is not all who answered.
  var note: [String] {
    eyes.seeEverything
      ? []
      : [
        "Answers counted: those on which the figures rest. Where levels are means of organisations, who named none is left out, so their share of those invited is no response rate."
      ]
  }
}
