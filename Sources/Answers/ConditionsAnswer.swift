import FileFormats
import Reports
import StudyModel
public import StudyWorkflow

extension Answer {
  /// What goes with an outcome, as some eyes see it.
  public static func conditions(_ conditions: ConditionsOfOutcome) -> Answer {
    let table = conditions.table
    return Answer([
      "ok": .bool(true), "framework": .string(conditions.framework.id),
      "phase": .optional(conditions.phase), "outcome": .string(table.outcome),
      "cases": [
        "found": cases(table, .found), "notFound": cases(table, .notFound),
        "unclear": cases(table, .unclear), "notTold": .strings(table.notTold),
      ],
      "conditions": .array(table.rows.map(json)),
    ])
  }

  private static func cases(_ table: OutcomeConditions, _ occurrence: Occurrence) -> JSONValue {
    .strings(table.cases[occurrence] ?? [])
  }

  private static func json(_ row: OutcomeConditions.Row) -> JSONValue {
    let (construct, attribute, value): (String?, String?, String?) =
      switch row.condition {
      case .construct(let id): (id, nil, nil)
      case .attribute(let id, let value): (nil, id, value)
      }
    return [
      "construct": .optional(construct), "attribute": .optional(attribute),
      "value": .optional(value),
      "whereFound": json(row.whereFound), "whereNotFound": json(row.whereNotFound),
      "levels": .array(row.levels.map(json)), "clear": .bool(row.isTelling),
    ]
  }

  private static func json(_ count: OutcomeConditions.Count) -> JSONValue {
    ["found": .integer(count.found), "of": .integer(count.of)]
  }

  private static func json(_ levels: OutcomeConditions.Levels) -> JSONValue {
    [
      "stream": .string(levels.stream.rawValue), "whereFound": json(levels.found),
      "whereNotFound": json(levels.notFound), "difference": .optional(levels.difference),
      "interval": .interval(levels.interval), "clear": .optional(levels.isClear),
    ]
  }

  private static func json(_ group: OutcomeConditions.Group) -> JSONValue {
    let figures = group.figures
    return [
      "cases": .strings(figures.cases), "mean": .optional(figures.mean),
      "sd": .optional(figures.sd), "interval": .interval(group.interval),
      "lowest": .optional(figures.lowest), "highest": .optional(figures.highest),
    ]
  }
}
