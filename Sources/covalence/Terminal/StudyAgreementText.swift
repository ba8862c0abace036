import StudyModel
import StudyWorkflow

/// Agreement of a study as a person reads it.
enum StudyAgreementText {
  static func show(_ answer: StudyAgreementAnswer) {
    let unit =
      switch answer.plan.basis {
      case .sources: "whether a code is anywhere in a source"
      case .segments: "units of text that anybody marked; what nobody marked is not counted"
      case .characters:
        "characters; a text is as long as its transcript or, without one, as its longest span"
      }
    Output.result("\(answer.coders.joined(separator: ", ")): \(unit)")
    Output.result(
      "\(Words.count(answer.sources.shared, "source")) read by two or more coders, \(answer.sources.single) by one or none"
        + (answer.asOf.map { ", as of \($0)" } ?? ""))
    if let awaited = NotHandedIn.sentence(answer.notHandedIn) {
      Output.result("\(awaited); that is missing here, and no \u{201C}no\u{201D}.")
    }
    if answer.grouping == .confusion {
      confusion(answer)
    } else {
      headline(answer)
      Output.result()
      table(answer.rows + [answer.pooled], answer)
      if !answer.stages.isEmpty { StagesText.show(answer) }
      if answer.grouping != .code {
        Output.result()
        Output.result(
          answer.stages.isEmpty
            ? "By code, without which the pooled line says little:"
            : "All codings that stand, by code:")
        table(answer.byCode, answer)
      }
    }
    Output.result()
    notes(answer)
  }

  /// How well, on which codes not, and what to talk about.
  private static func headline(_ answer: StudyAgreementAnswer) {
    let standing = AgreementStanding(answer.byCode)
    guard answer.grouping == .code, !standing.judged.isEmpty else { return }
    Output.result()
    let (low, differing) = (standing.low, standing.differing)
    let interval = answer.pooled.alpha.interval.map { " (\(two($0.low)) to \(two($0.high)))" } ?? ""
    Output.result(
      "Alpha is \(text(answer.pooled.alpha))\(interval) over all codes. Of \(standing.judged.count) codes that can be judged \(standing.reliable.count) reach \(AgreementLevel.reliableSaid) and \(low.count) stay under \(AgreementLevel.tentativeSaid)"
        + (differing.count < low.count
          ? ", \(low.count - differing.count) of them by prevalence alone [p]." : "."))
    if !differing.isEmpty {
      let names = differing.prefix(3).map { "\($0.key) \(text($0.alpha))" }
      Output.result("Coders differ most on \(names.joined(separator: ", ")).")
    }
    if let pair = answer.confusions.first {
      Output.result(
        "Mixed up most: \(pair.first) and \(pair.second), \(Words.count(pair.count, "time")) ('covalence agree --by confusion')."
      )
    }
  }

  private static func table(_ rows: [AgreementRow], _ answer: StudyAgreementAnswer) {
    var table = TextTable(
      [
        "", "alpha", "95% interval", "kappa", "AC1", "positive", "agree", "marked", "all",
        "applied", "needed", "",
      ],
      right: [1, 3, 4, 5, 6, 7, 8, 10])
    for row in rows {
      let alpha = row.alpha
      table.add([
        row.key, text(alpha), alpha.interval.map { "\(two($0.low)) to \(two($0.high))" } ?? "",
        text(row.kappa), text(row.ac1), text(row.positive), text(row.percent),
        String(row.marked), String(row.markedByAll),
        row.applied.map { String($0.count) }.joined(separator: "/"),
        row.unitsNeeded.map(String.init) ?? "",
        row.tooFew ?? row.lowByPrevalence
          ?? (alpha.value == nil && answer.plan.basis == .sources ? alpha.reason ?? "" : ""),
      ])
    }
    Output.results(table.lines)
  }

  private static func confusion(_ answer: StudyAgreementAnswer) {
    Output.result()
    guard !answer.confusions.isEmpty else {
      Output.result("No two codes were put on the same words by different coders.")
      return
    }
    var table = TextTable(["code", "mistaken for", "times", "sources"], right: [2, 3])
    for pair in answer.confusions {
      table.add([pair.first, pair.second, String(pair.count), String(pair.sources)])
    }
    Output.results(table.lines)
  }

  private static func notes(_ answer: StudyAgreementAnswer) {
    let disputes = answer.disputes
    let kinds = Disagreement.Kind.allCases.map { "\($0.rawValue) \(disputes.byKind[$0] ?? 0)" }
    Output.result(
      "\(disputes.disputed) of \(disputes.units) units are disputed (\(kinds.joined(separator: ", "))); \(disputes.disputed - disputes.open) decided, \(disputes.open) open. Decisions never raise these figures."
    )
    if answer.plan.basis == .sources {
      if !answer.undefined.isEmpty {
        Output.result(
          "Without an alpha: " + answer.undefined.map(\.key).joined(separator: ", ") + ".")
      }
      Output.result(
        "Interval of alpha: 95%, \(answer.plan.replicates) replicates over whole sources, seed \(answer.plan.seed). 'needed': units to be double-coded for an interval \(answer.plan.width) wide."
      )
      Output.result(
        "Benchmarks, stated beside and not stamped on: Krippendorff \(AgreementLevel.reliableSaid) to rely on, \(AgreementLevel.tentativeSaid) for tentative conclusions; Landis & Koch 0.61 substantial, 0.81 almost perfect."
      )
    }
    Output.result(
      "\(Shorthand.unreliable.rawValue): marked, or left out, in fewer than \(AgreementRow.fewest) units, too few to judge by. 'all': marked by everybody who read the source."
        + (answer.byCode.contains { $0.lowByPrevalence != nil }
          ? " [p]: alpha is low though coders seldom differ and AC1 is \(AgreementLevel.tentativeSaid) or over."
          : ""))
  }

  private static func text(_ value: AgreementValue) -> String { value.value.map(two) ?? "" }

  static func two(_ value: Double) -> String {
    Words.fixed(value, 2)
  }
}
