import Exchange
public import StudyModel

/// A table of ratings, codes or spans that belongs to no study, named by its path, with what is declared
/// of it.
///
/// What is declared is a list with commas between, or the path of a file.
public struct RatedTable: Sendable {
  /// The file, CSV or a workbook; `-` is standard input.
  public var path: String
  /// The sheet of a workbook; nil for the first that can be seen.
  public var sheet: String?
  /// Whether blanks around a field are dropped; otherwise they belong to it.
  public var trims = false
  /// The scale, in order.
  public var categories: String?
  /// The codes, in order.
  public var codes: String?
  /// The coders, in order.
  public var coders: String?
  /// Where each document begins and ends: a file.
  public var documents: String?

  /// Names a table of which nothing is declared.
  public init(path: String) { self.path = path }

  /// Every figure of agreement of ratings, `unit,coder,value`.
  ///
  /// - Parameters:
  ///   - plan: What is asked.
  ///   - isWide: Whether units are rows and coders columns.
  /// - Returns: The figures, with warnings and notes.
  /// - Throws: `Failure` and `DiagnosticsError` where the table or what is declared cannot be used.
  public func ratings(
    _ plan: RatingsAgreement.Plan, isWide: Bool = false
  ) throws -> (result: RatingsAgreement, diagnostics: [Diagnostic]) {
    let found = try table().ratings(plan, isWide: isWide)
    if let positive = plan.positive { try Self.require(positive, in: found.result) }
    return found
  }

  /// Makes sure that a category can count as positive: that there is such a one, and one other.
  private static func require(_ positive: String, in result: RatingsAgreement) throws {
    let scale = result.categories
    guard scale.count == 2, scale.contains(positive) else {
      let shown = scale.prefix(20).map { "\"\($0)\"" }.joined(separator: ", ")
      throw Failure(
        .usage, .outsideScale,
        scale.contains(positive)
          ? "\"\(positive)\" cannot count as positive: the scale has \(scale.count) values"
          : "\"\(positive)\" cannot count as positive: it is not in the scale (\(shown))",
        remedy: "Name one of a scale of two values, or none.", found: positive)
    }
  }

  /// Every figure where a unit may have several codes, `unit,coder,code`.
  ///
  /// - Returns: The figures, with warnings and notes.
  /// - Throws: `Failure` and `DiagnosticsError` where the table or what is declared cannot be used.
  public func multilabel(
    _ bootstrap: BootstrapChoice
  ) throws -> (result: MultilabelAgreement, diagnostics: [Diagnostic]) {
    try table().multilabel(bootstrap)
  }

  /// Every figure about stretches of text, `document,coder,code,start,end`.
  ///
  /// - Parameters:
  ///   - thresholds: The least overlaps, in per cent, at which segments agree as MAXQDA counts it.
  ///   - gamma: How gamma is computed; nil to leave it out.
  /// - Returns: The figures, with warnings and notes.
  /// - Throws: `Failure` and `DiagnosticsError` where the table or what is declared cannot be used.
  public func spans(
    thresholds: [Int], gamma: GammaChoice?
  ) throws -> (result: SpansAgreement, diagnostics: [Diagnostic]) {
    try table().spans(thresholds: thresholds, gamma: gamma)
  }

  private func table() throws -> AgreementTable {
    try AgreementTable(
      path: path, sheet: sheet, trims: trims,
      declaring: .init(
        categories: categories, codes: codes, coders: coders, documents: documents))
  }
}
