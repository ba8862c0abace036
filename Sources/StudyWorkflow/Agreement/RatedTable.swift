import Exchange
public import FileFormats
public import StudyModel

/// A table of ratings, codes or spans that belongs to no study, with what is declared of it.
///
/// ```swift
/// var table = RatedTable(.bytes(upload), name: "ratings.csv")
/// table.categories = ["no", "yes"]
/// let (result, diagnostics) = try table.ratings(plan)
/// ```
public struct RatedTable: Sendable {
  /// The table; what is declared of it is part of it.
  private var table: AgreementTable

  /// Prepares a table, CSV or a workbook, of which nothing is declared; `name` is what messages call it.
  public init(_ bytes: ByteSource, name: String) { table = AgreementTable(bytes, name: name) }

  /// Prepares a table that was handed over as bytes.
  public init(_ bytes: [UInt8], name: String) { self.init(.bytes(bytes), name: name) }

  /// The sheet of a workbook; nil for the first that can be seen.
  public var sheet: String? {
    get { table.sheet }
    set { table.sheet = newValue }
  }
  /// Whether blanks around a field are dropped; otherwise they belong to it.
  public var trims: Bool {
    get { table.trims }
    set { table.trims = newValue }
  }
  /// The scale, in order; nil where none is declared.
  public var categories: [String]? {
    get { table.categories }
    set { table.categories = newValue }
  }
  /// The codes, in order; nil for those in the table.
  public var codes: [String]? {
    get { table.codes }
    set { table.codes = newValue }
  }
  /// The coders, in order; nil for those in the table.
  public var coders: [String]? {
    get { table.coders }
    set { table.coders = newValue }
  }
  /// Where each document begins and ends; nil where that is not declared.
  public var documents: [DocumentExtent]? {
    get { table.documents }
    set { table.documents = newValue }
  }

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
    let found = try table.ratings(plan, isWide: isWide)
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
    try table.multilabel(bootstrap)
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
    try table.spans(thresholds: thresholds, gamma: gamma)
  }
}
