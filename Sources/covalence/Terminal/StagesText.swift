import StudyModel
import StudyWorkflow

/// What differs from one round of coding, or version of the codebook, to the next.
enum StagesText {
  static func show(_ answer: StudyAgreementAnswer) {
    for stage in answer.stages {
      guard let difference = stage.difference else { continue }
      Output.result()
      Output.result("\(stage.pooled.key), less \(difference.from), all codes:")
      Output.results(table(difference).lines)
      Output.result(difference.drawingText)
      if stage.hasOtherCoders { Output.result("Other coders took part: they differ too.") }
      if !stage.unsharedCodes.isEmpty {
        let count = stage.unsharedCodes.count
        Output.result(
          "\(Words.count(count, "code was", "codes were")) used in one of the two only, so what was coded differs too: compare code by code."
        )
      }
      Output.result()
      byCode(stage, difference.from, answer.stages)
    }
    let alone = answer.stages.filter { !$0.isComparable }
    guard !alone.isEmpty else { return }
    Output.result()
    Output.result(
      "Without a source that two coders coded, so nothing to compare: \(alone.map(\.pooled.key).joined(separator: ", "))."
    )
  }

  private static func table(_ difference: AgreementDifference) -> TextTable {
    var table = TextTable(["", "difference", "95% interval", ""], right: [1])
    for (name, value) in difference.figures {
      table.add([name, signed(value.value), interval(value), value.reason ?? ""])
    }
    return table
  }

  private static func byCode(
    _ stage: AgreementStage, _ from: String, _ stages: [AgreementStage]
  ) {
    let earlier = stages.first { $0.pooled.key == from }?.byCode ?? []
    var table = TextTable(
      ["alpha of", from, stage.pooled.key, "difference", "95% interval", ""], right: [1, 2, 3])
    for row in stage.byCode {
      let before = earlier.first { $0.key == row.key }
      let change = stage.byCodeDifference[row.key]
      table.add([
        row.key, plain(before), plain(row), signed(change?.alpha.value),
        change.map { interval($0.alpha) } ?? "",
        stage.redefined[row.key] != nil ? "definition changed" : "",
      ])
    }
    Output.results(table.lines)
  }

  /// The alpha of a row, marked where there is too little to judge by.
  private static func plain(_ row: AgreementRow?) -> String {
    guard let row, let value = row.alpha.value else { return "" }
    return StudyAgreementText.two(value) + (row.isRare ? " \(Shorthand.unreliable.rawValue)" : "")
  }

  private static func signed(_ value: Double?) -> String {
    guard let value else { return "" }
    let text = StudyAgreementText.two(value)
    return value > 0 ? "+\(text)" : text
  }

  private static func interval(_ value: AgreementValue) -> String {
    value.interval.map {
      "\(StudyAgreementText.two($0.low)) to \(StudyAgreementText.two($0.high))"
    } ?? ""
  }
}
