import Exchange
import StudyModel

extension RowProblems {
  /// Warns of facts of a case that are not what the framework says they are: it prints them under its
  /// own name for them, orders cases by them and asks for them in its rules.
  mutating func check(_ attributes: [Attribute], by framework: Framework) {
    for attribute in attributes where !attribute.value.isEmpty {
      let declared = framework.attributes.first {
        Attribute.plain($0.id) == Attribute.plain(attribute.name)
      }
      guard let declared, !declared.allows(attribute.value) else { continue }
      add(
        .otherAttribute, severity: .warning, column: attribute.name, found: attribute.value,
        "\"\(attribute.value)\" is not what the framework has for \"\(declared.name)\", which is \(declared.allowed)",
        "Correct it\(NearestName.hint(attribute.value, among: declared.values)): it is printed under that name, and no rule that asks for it meets it."
      )
    }
  }
}
