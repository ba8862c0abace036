import FileFormats
public import StudyModel

extension Answer {
  /// What stopped the work.
  public static func failure(_ diagnostics: [Diagnostic]) -> Answer {
    Answer(["ok": .bool(false), "diagnostics": .array(diagnostics.map(json))])
  }

  /// A diagnostic; `sheet` and `cell` only where it is about a workbook.
  static func json(_ diagnostic: Diagnostic) -> JSONValue {
    let place = diagnostic.place
    var members: [JSONValue.Member] = [
      .init("code", .string(diagnostic.code.rawValue)),
      .init("severity", .string(diagnostic.severity.rawValue)),
      .init("file", .optional(place.file)), .init("row", .optional(place.row)),
      .init("column", .optional(place.column)), .init("found", .optional(diagnostic.found)),
      .init("message", .string(diagnostic.message)), .init("remedy", .string(diagnostic.remedy)),
    ]
    if let sheet = place.sheet {
      members += [.init("sheet", .string(sheet)), .init("cell", .optional(place.cell))]
    }
    return .object(members)
  }
}
