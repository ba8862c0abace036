import Answers
import StudyModel

/// Figures of agreement as a person reads them.
enum AgreementText {
  static func show(_ listing: AgreementListing, _ diagnostics: [Diagnostic], json: Bool) {
    for diagnostic in diagnostics { DiagnosticText.say(diagnostic) }
    if json {
      Output.answer(.agreement(listing))
      return
    }
    table(listing.figures)
    for group in listing.groups { show(group, under: nil) }
    Output.result()
    for note in listing.notes { Output.result(note) }
    for declaration in AgreementListing.Declaration.allCases
    where listing.undeclared.contains(declaration) {
      Output.result(Hint.declaring(declaration))
    }
  }

  private static func show(_ group: AgreementListing.Group, under parent: String?) {
    Output.result()
    let counts = group.counts.map { "\($0.name) \($0.count)" }
    let name = parent.map { "\($0), \(group.key)" } ?? group.key
    Output.result(name + (counts.isEmpty ? "" : ": " + counts.joined(separator: ", ")))
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
        record.observed.map(number) ?? "", record.expected.map(number) ?? "",
        record.reason ?? "",
      ])
    }
    Output.results(table.lines)
  }

  /// Four decimals, with the minus of the page; whole numbers of replicates and the like as they are.
  static func number(_ value: Double) -> String {
    if abs(value) > 1, Int(exactly: value) != nil { return Words.whole(value) }
    return Words.fixed(value, 4)
  }
}
