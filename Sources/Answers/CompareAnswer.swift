import FileFormats
import Reports
import StudyModel
public import StudyWorkflow

extension Answer {
  /// The cases side by side, as others see them.
  public static func comparison(_ comparison: CaseComparison) -> Answer {
    let (cases, outcomes) = (comparison.cases, comparison.outcomes)
    return Answer([
      "ok": .bool(true), "framework": .string(comparison.framework.id),
      "phase": .optional(comparison.phase),
      "cases": .array(
        cases.map { item in
          [
            "case": .string(item.id), "name": .string(item.name),
            "attributes": .object(
              item.attributes.map { .init($0.name, .string($0.value)) }),
          ]
        }),
      "groupedBy": .optional(comparison.grouping?.attribute),
      "groups": comparison.grouping == nil
        ? .null
        : .array(
          comparison.groups.map { group in
            ["value": .string(group.title), "cases": .strings(group.places.map { cases[$0].id })]
          }),
      "rows": .array(
        comparison.rows.map { row in
          [
            "construct": .string(row.construct),
            "cells": .array(zip(cases, row.cells).map { json($0, $1) }),
            "groups": comparison.grouping == nil
              ? .null
              : .array(
                comparison.groups.map { group in
                  json(LevelSpread(group.places.compactMap { row.cells[$0].score }), group)
                }),
          ]
        }),
      "dispersion": DispersionTable.json(comparison.dispersions),
      "statedForSet": .strings(comparison.statedForSet),
      "setOnly": comparison.setOnly.map { .strings($0) } ?? .null,
      "outcomes": [
        "outcomes": .optional(outcomes.total?.outcomes),
        "labels": .optional(outcomes.total?.labels),
        "cases": .array(
          outcomes.cases.map {
            [
              "case": .string($0.caseID), "outcomes": .optional($0.count?.outcomes),
              "labels": .optional($0.count?.labels),
            ]
          }),
      ],
    ])
  }

  /// How the scores of a group's cases lie; without one, all but its value and the number of cases is null.
  private static func json(_ spread: LevelSpread?, _ group: CaseGroup) -> JSONValue {
    [
      "value": .string(group.title), "scored": .integer(spread?.count ?? 0),
      "lowest": .optional(spread?.range.lowerBound), "median": .optional(spread?.median),
      "highest": .optional(spread?.range.upperBound),
    ]
  }

  private static func json(_ item: Case, _ cell: CaseMatrix.Cell) -> JSONValue {
    [
      "case": .string(item.id), "presence": .optional(cell.presence?.rawValue),
      "informants": .optional(cell.informants), "mentions": .optional(cell.mentions),
      "score": .optional(cell.score), "interviewLevel": .optional(cell.interviewLevel),
      "surveyLevel": .optional(cell.survey.figure), "band": .optional(cell.band?.rawValue),
      "surveyHidden": .bool(cell.survey.isHidden),
      "surveySays": .optional(cell.survey.saying?.rawValue), "stated": .bool(cell.isStated),
    ]
  }
}
