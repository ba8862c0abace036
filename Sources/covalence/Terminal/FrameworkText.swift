import FileFormats
import StudyModel
import StudyStore
import StudyWorkflow

/// A framework in words and as JSON.
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
    for child in framework.children(of: construct.id) { show(child, framework, depth: depth + 1) }
  }

  static func json(_ inHand: FrameworkInHand) -> JSONValue {
    let framework = inHand.framework
    return [
      "ok": .bool(true), "id": .string(framework.id), "version": .string(framework.version),
      "title": .string(framework.title), "summary": .string(framework.summary),
      "sha256": .string(inHand.sha256),
      "references": .array(
        framework.references.map {
          ["key": .string($0.key), "text": .string($0.text), "doi": .optional($0.doi)]
        }),
      "constructs": .array(framework.constructs.map(json)),
      "items": .array(
        framework.items.map {
          [
            "id": .string($0.id), "construct": .string($0.construct),
            "aspect": .string($0.aspect.rawValue), "wording": .string($0.wording),
            "reversed": .bool($0.reversed), "low": .integer($0.scale.low),
            "high": .integer($0.scale.high),
          ]
        }),
      "pillars": .strings(framework.pillars.map(\.id)),
      "findings": .strings(framework.findings.map(\.id)),
      "recommendations": .array(
        framework.recommendations.map {
          ["id": .string($0.id), "action": .string($0.action), "who": .strings($0.who)]
        }),
    ]
  }

  private static func json(_ construct: Construct) -> JSONValue {
    [
      "id": .string(construct.id), "name": .string(construct.name),
      "plainName": .string(construct.plainName), "kind": .string(construct.kind),
      "levels": .strings(construct.levels), "definition": .string(construct.definition),
      "inclusion": .strings(construct.inclusion), "exclusion": .strings(construct.exclusion),
      "parent": .optional(construct.parent), "source": .string(construct.source.place),
    ]
  }
}
