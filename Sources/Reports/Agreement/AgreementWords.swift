import StudyModel

/// How agreement was measured, in sentences that a paper can take over: the agreement report and the
/// methods report say them.
struct AgreementWords {
  let maker: AgreementPage

  private var input: AgreementInput { maker.input }

  /// The sentences.
  var forPaper: [String] {
    let shared = input.sharedSources
    return [
      "\(Words.capitalized(Words.spelled(input.coders.count))) coders coded independently; \(Words.count(shared, "source")) \(shared == 1 ? "was" : "were") read by two or more of them.",
      "Agreement was measured before any \(settled) with Krippendorff’s alpha for nominal data (Krippendorff 2011).",
      "The unit is a source and a code: whether the code was applied anywhere in the source.",
      "A code that a coder did not apply in a source he or she had read counts as “no”; sources a coder had not read are missing.",
    ] + (input.eyes.seeEverything ? [] : [Self.told]) + awaited + [
      "Over all \(Words.count(input.byCode.count, "code"))\(input.eyes.seeEverything ? "" : " shown") and \(Words.count(input.pooled.units, "unit")) alpha was \(alpha)\(interval); it was \(range) code by code.",
      "Intervals are percentile bootstrap intervals over whole sources (\(Words.thousands(input.plan.replicates)) replicates; generator \(input.generator), seed \(input.plan.seed)).",
      "Codes marked, or left out, in fewer than \(AgreementRow.fewest) sources were not judged.",
      disputes,
    ]
  }

  /// Where codes count of which others than the researcher are told.
  private static let told =
    "A code counts in the cases and phases in which several interviewees spoke of it, or in which nobody was interviewed: elsewhere it would tell of one alone."

  /// What coders were to read and have not handed in.
  private var awaited: [String] {
    NotHandedIn.sentence(input.notHandedIn).map { ["\($0)."] } ?? []
  }

  /// Coders who coded in rounds have talked between them.
  private var settled: String {
    AgreementOverTime(maker: maker).hasSeveral ? "decision" : "discussion"
  }

  private var disputes: String {
    let disputed = input.disputes.disputed
    let settled = disputed - input.disputes.open
    return
      "\(Words.capitalized(Words.count(disputed, "unit"))) of text \(disputed == 1 ? "was" : "were") disputed; \(Words.thousands(settled)) \(settled == 1 ? "was" : "were") settled by decisions, which the figures do not use."
  }

  private var alpha: String {
    input.pooled.alpha.value.map { Words.fixed($0, 2) }
      ?? "not defined" + (input.pooled.alpha.reason.map { " (\($0))" } ?? "")
  }

  private var interval: String {
    input.pooled.alpha.interval.map {
      ", 95% interval \(Words.fixed($0.low, 2)) to \(Words.fixed($0.high, 2))"
    } ?? ""
  }

  /// The lowest and the highest alpha of the codes that can be judged.
  var range: String {
    let values = maker.judged.compactMap(\.alpha.value)
    guard let low = values.min(), let high = values.max() else { return "not defined" }
    return "\(Words.fixed(low, 2)) to \(Words.fixed(high, 2))"
  }
}
