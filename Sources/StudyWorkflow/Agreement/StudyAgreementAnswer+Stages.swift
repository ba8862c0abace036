import FileFormats
import StudyModel

extension StudyAgreementAnswer {
  /// A round or a version as JSON: its row, what differs from the one before, and both by code.
  static func stage(_ stage: AgreementStage) -> JSONValue {
    let more: [JSONValue.Member] = [
      .init("coders", .strings(stage.coders)), .init("sources", .integer(stage.sharedSources)),
      .init("difference", difference(of: stage)),
      .init("redefinedCodes", .strings(stage.redefined.keys.sorted())),
      .init("groups", .array(stage.byCode.map { code($0, in: stage) })),
    ]
    return .object(members(stage.pooled) + more)
  }

  private static func difference(of stage: AgreementStage) -> JSONValue {
    guard let difference = stage.difference else { return .null }
    let more: [JSONValue.Member] = [
      .init("codesInOneOnly", .strings(stage.unsharedCodes)),
      .init("otherCoders", .bool(stage.hasOtherCoders)),
    ]
    return .object(members(difference, coders: stage.pooled.applied.count) + more)
  }

  private static func code(_ row: AgreementRow, in stage: AgreementStage) -> JSONValue {
    let difference: JSONValue =
      stage.byCodeDifference[row.key].map {
        .object(members($0, coders: row.applied.count))
      } ?? .null
    let more: [JSONValue.Member] = [
      .init("redefined", .bool(stage.redefined[row.key] != nil)),
      .init("difference", difference),
    ]
    return .object(members(row) + more)
  }

  private static func members(
    _ difference: AgreementDifference, coders: Int
  ) -> [JSONValue.Member] {
    let values = [
      difference.percent, difference.positive, difference.alpha, difference.kappa, difference.ac1,
    ]
    let records = zip(
      figures(values[0], values[1], values[2], values[3], values[4], coders: coders), values
    ).map { record, value in
      record.with([
        .init("intervalReason", .optional(value.value == nil ? nil : value.reason))
      ])
    }
    return [
      .init("from", .string(difference.from)),
      .init("drawing", .string(difference.drawing.rawValue)),
      .init("sourcesInBoth", .integer(difference.sharedSources)),
      .init("sourcesBeforeOnly", .integer(difference.sourcesBefore)),
      .init("sourcesAfterOnly", .integer(difference.sourcesAfter)),
      .init("figures", .array(records.map(\.json))),
    ]
  }
}
