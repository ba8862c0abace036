import StudyModel

/// How agreement was measured, in sentences that a paper can take over: the agreement report and the
/// methods report say them.
struct AgreementWords {
  let maker: AgreementPage

  private var input: AgreementInput { maker.input }

  /// The sentences.
  var forPaper: [String] {
    Self.measured(coders: input.coders.count, sources: input.sharedSources, before: settled)
      + awaited + [
        "Over all \(Words.count(input.byCode.count, "code")) and \(Words.count(input.pooled.units, "unit")) alpha was \(Self.said(input.pooled.alpha)); it was \(range) code by code.",
        Self.intervals(input.plan, generator: input.generator), Self.judged, disputes,
      ]
  }

  private static func measured(coders: Int, sources: Int, before: String) -> [String] {
    [
      "\(Words.capitalized(Words.spelled(coders))) coders coded independently; \(Words.count(sources, "source")) \(sources == 1 ? "was" : "were") read by two or more of them.",
      "Agreement was measured before any \(before) with Krippendorff’s alpha for nominal data (Krippendorff 2011).",
      "The unit is a source and a code: whether the code was applied anywhere in the source.",
      "A code that a coder did not apply in a source he or she had read counts as “no”; sources a coder had not read are missing.",
    ]
  }

  private static func intervals(_ plan: StudyAgreement.Plan, generator: String) -> String {
    "Intervals are percentile bootstrap intervals over whole sources (\(Words.thousands(plan.replicates)) replicates; generator \(generator), seed \(plan.seed))."
  }

  private static let judged =
    "Codes marked, or left out, in fewer than \(AgreementRow.fewest) sources were not judged."

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

  /// Alpha with its interval, in a sentence.
  private static func said(_ alpha: AgreementValue) -> String {
    let interval = alpha.interval.map {
      ", 95% interval \(Words.fixed($0.low, 2)) to \(Words.fixed($0.high, 2))"
    }
    return value(alpha) + (interval ?? "")
  }

  /// Alpha, or why there is none.
  static func value(_ alpha: AgreementValue) -> String {
    alpha.value.map { Words.fixed($0, 2) }
      ?? "not defined" + (alpha.reason.map { " (\($0))" } ?? "")
  }

  /// The lowest and the highest alpha of the codes that can be judged.
  var range: String {
    let values = maker.judged.compactMap(\.alpha.value)
    guard let low = values.min(), let high = values.max() else { return "not defined" }
    return "\(Words.fixed(low, 2)) to \(Words.fixed(high, 2))"
  }
}
