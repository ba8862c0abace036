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
      "rows": .array(
        comparison.rows.map { row in
          [
            "construct": .string(row.construct),
            "cells": .array(zip(cases, row.cells).map { json($0, $1) }),
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
