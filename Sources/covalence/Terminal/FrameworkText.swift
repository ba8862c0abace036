import StudyModel
import StudyWorkflow

/// A framework in words.
enum FrameworkText {
  static func show(_ inHand: FrameworkInHand) {
    let framework = inHand.framework
    Output.result("\(framework.title) (\(framework.id) \(framework.version))")
    Output.result("SHA-256 \(inHand.sha256)")
    Output.result()
    Output.result(framework.summary)
    Output.result()
    for reference in framework.references { Output.result("\(reference.key): \(reference.text)") }
    Output.result()
    for root in framework.roots { show(root, framework, depth: 0) }
    if !framework.attributes.isEmpty {
      Output.result()
      Output.result("Attributes of cases:")
      for attribute in framework.attributes {
        let values =
          attribute.values.isEmpty
          ? attribute.kind.map { " (a \($0.rawValue))" } ?? ""
          : " (\(attribute.values.joined(separator: ", ")))"
        let told = attribute.isPublic ? "others may read it" : "for the researcher alone"
        Output.result("  \(attribute.id): \(attribute.name)\(values); \(told)")
      }
    }
    for questionnaire in framework.questionnaires {
      Output.result()
      Output.result(
        "Questionnaire \"\(questionnaire.title)\", \(questionnaire.items.count) items, \(questionnaire.scale.low) to \(questionnaire.scale.high)"
      )
      for item in questionnaire.items {
        Output.result("  \(item.id)\(item.reversed ? " (reversed)" : ""): \(item.wording)")
      }
    }
    for guide in framework.guides {
      Output.result()
      Output.result("Interview guide \"\(guide.title)\"")
      for topic in guide.topics { Output.result("  \(topic.ask)") }
    }
    if !framework.pillars.isEmpty {
      Output.result()
      Output.result("Pillars of health: \(framework.pillars.map(\.name).joined(separator: ", "))")
    }
    Output.result()
    Output.result(
      "\(framework.findings.count) finding rules, \(framework.recommendations.count) recommendations, \(framework.tables.count) tables"
    )
  }

  private static func show(_ construct: Construct, _ framework: Framework, depth: Int) {
    let indent = String(repeating: "  ", count: depth)
    Output.result(
      "\(indent)\(construct.id): \(construct.name) (\(construct.levels.joined(separator: ", ")); \(construct.source.place))"
    )
    Output.result("\(indent)    \(construct.definition)")
    if construct.childrenAreKinds {
      Output.result("\(indent)    Its children are kinds: it has no level of its own.")
    }
    for child in framework.children(of: construct.id) { show(child, framework, depth: depth + 1) }
  }
}
