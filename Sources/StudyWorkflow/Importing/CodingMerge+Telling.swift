import Exchange
import StudyModel
import StudyStore

/// A coding by its names, for messages.
struct CodingName {
  let source: String
  let coder: String
  let code: String
  let span: Span

  init(_ row: Incoming.Codings.Row, _ names: Incoming.Codings.Names, _ span: Span) {
    source = names.source(of: row)
    coder = names.coder(of: row)
    code = names.code(of: row)
    self.span = span
  }

  /// Who has what where.
  var text: String {
    "\"\(coder)\" has \"\(code)\" on \(span.start) to \(span.end) of \"\(source)\" already"
  }
}

extension RowProblems {
  mutating func tellUnregistered(_ coder: String, _ source: ImportSession.StoredSource) {
    add(
      .unregisteredCoder, column: "coder", found: coder,
      "coder \"\(coder)\" is not among those registered for \"\(source.code)\" (\(Words.quoted(source.coders)))",
      NearestName.remedy(
        coder, among: source.coders, or: "register the coder in the sources file"))
  }

  mutating func tellConflict(
    _ coding: CodingName, given: (Double?, Valence?), has: (Double?, Valence?), row: Int,
    importID: Int64?
  ) {
    let place = importID.map { "import \($0), row \(row)" } ?? "row \(row)"
    add(
      .codedOtherwise, column: "weight", found: Self.words(given),
      "\(coding.text), with \(Self.words(has)) (\(place)), and a coder codes a span once",
      importID.map {
        "Either remove this row, or, if the whole source was coded anew, let all earlier codings of it give way, or take import \($0) back first."
      } ?? "Keep one of the two rows.", means: importID.map(Diagnostic.Means.replaceCodings))
  }

  mutating func tellOtherRound(
    _ coding: CodingName, round: String, importID: Int64, row: Int
  ) {
    add(
      .otherRound, column: "code", found: coding.code,
      "\(coding.text), from round \(round) (import \(importID), row \(row)), and it cannot stand twice",
      "Either let the earlier codings give way, if the source was coded anew: they are kept for their round. Or remove this row."
    )
  }

  /// Weight and valence in words.
  private static func words(_ given: (weight: Double?, valence: Valence?)) -> String {
    let number = given.weight.map { "weight \($0.plain)" } ?? "no weight"
    return "\(number), \(given.valence?.rawValue ?? "no valence")"
  }
}
