import Answers
import FileFormats
import StudyModel
import StudyWorkflow

/// Figures of agreement as a person reads them.
enum AgreementText {
  static func show(_ result: (answer: AgreementAnswer, diagnostics: [Diagnostic]), json: Bool) {
    for diagnostic in result.diagnostics { DiagnosticText.say(diagnostic) }
    if json {
      Output.answer(.agreement(result.answer))
      return
    }
    table(result.answer.figures)
    for group in result.answer.groups { show(group, under: nil) }
    Output.result()
    for note in result.answer.notes { Output.result(note) }
  }

  private static func show(_ group: AgreementAnswer.Group, under parent: String?) {
    Output.result()
    let facts = group.facts.compactMap { fact -> String? in
      if case .integer(let number) = fact.value { "\(fact.key) \(number)" } else { nil }
    }
    let name = parent.map { "\($0), \(group.key)" } ?? group.key
    Output.result(name + (facts.isEmpty ? "" : ": " + facts.joined(separator: ", ")))
    table(group.figures)
    for inner in group.groups { show(inner, under: name) }
  }

  private static func table(_ records: [AgreementRecord]) {
    var table = TextTable(
      ["figure", "value", "s.e.", "95% interval", "observed", "expected", ""], right: [1, 2, 4, 5])
    for record in records {
      table.add([
        record.label, record.value.map(number) ?? "undefined",
        record.standardError.map(number) ?? "",
        record.interval.map { "\(number($0.lowerBound)) to \(number($0.upperBound))" } ?? "",
        part(record, ["po", "do"]), part(record, ["pe", "de"]), record.reason ?? "",
      ])
    }
    Output.results(table.lines)
  }

  private static func part(_ record: AgreementRecord, _ keys: [String]) -> String {
    for member in record.more where keys.contains(member.key) {
      if case .number(let value) = member.value { return number(value) }
    }
    return ""
  }

  /// Four decimals, with the minus of the page; whole numbers of replicates and the like as they are.
  static func number(_ value: Double) -> String {
    if abs(value) > 1, Int(exactly: value) != nil { return Words.whole(value) }
    return Words.fixed(value, 4)
  }
}
