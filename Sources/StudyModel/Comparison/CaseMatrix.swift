/// Constructs by cases: what each case has of each construct.
public struct CaseMatrix: Sendable, Hashable {
  /// One construct in one case.
  public struct Cell: Sendable, Hashable {
    /// What the interviews say; nil where the case has no source.
    public var presence: Presence?
    /// Informants and standing units; nil without a source, and where numbers are hidden.
    public var informants: Int?
    /// See `informants`.
    public var mentions: Int?
    /// The score; nil without any level.
    public var score: Double?
    /// The level of the interviews; nil without a weighted unit.
    public var interviewLevel: Double?
    /// The level of the survey.
    public var survey: Told<Double, Alike>
    /// The band; nil without one.
    public var band: Band?
    /// Whether a source on the whole case (a case analysis, a published table) states it.
    public var isStated: Bool

    /// Creates a cell; whatever is absent stays nil.
    public init(
      presence: Presence? = nil, informants: Int? = nil, mentions: Int? = nil,
      score: Double? = nil, interviewLevel: Double? = nil,
      survey: Told<Double, Alike> = .absent, band: Band? = nil, isStated: Bool = false
    ) {
      self.presence = presence
      self.informants = informants
      self.mentions = mentions
      self.score = score
      self.interviewLevel = interviewLevel
      self.survey = survey
      self.band = band
      self.isStated = isStated
    }
  }

  /// A construct's cells, in the order of the cases.
  public struct Row: Sendable, Hashable {
    /// The construct.
    public var construct: String
    /// A cell a case.
    public var cells: [Cell]

    /// Creates a row.
    public init(construct: String, cells: [Cell]) {
      self.construct = construct
      self.cells = cells
    }
  }

  /// The cases, in order.
  public var cases: [Case]
  /// A row a construct, in the order asked for.
  public var rows: [Row]

  /// Lays scores out as a matrix.
  ///
  /// A case without a score has empty cells; of several scores of a case the first counts, so give
  /// those of one phase.
  ///
  /// - Parameters:
  ///   - scores: The cases' scores, as the reader may see them.
  ///   - cases: The cases to show.
  ///   - constructs: The constructs to show, in order.
  ///   - order: The order of the cases.
  ///   - segments: Standing segments, for what case analyses state; may be empty.
  public init(
    scores: [SeenScore], cases: [Case], constructs: [String], order: CaseOrder = .asGiven,
    segments: [StandingSegment] = []
  ) {
    let sorted = order.sorted(cases)
    let byCase = Dictionary(
      scores.map { ($0.caseID, $0.score) }, uniquingKeysWith: { first, _ in first })
    let stated = Set(
      segments.compactMap { segment in
        segment.kind == .caseAnalysis
          ? segment.caseID.map { Place(caseID: $0, construct: segment.construct) } : nil
      })
    self.cases = sorted
    rows = constructs.map { construct in
      Row(
        construct: construct,
        cells: sorted.map { item in
          var cell = byCase[item.id].map { Cell($0, construct) } ?? Cell()
          cell.isStated = stated.contains(Place(caseID: item.id, construct: construct))
          return cell
        })
    }
  }

  private struct Place: Hashable {
    var caseID: String
    var construct: String
  }

  /// The cell of a construct and a case; nil where the matrix has not both.
  public func cell(_ construct: String, _ caseID: String) -> Cell? {
    guard let row = rows.first(where: { $0.construct == construct }),
      let column = cases.firstIndex(where: { $0.id == caseID })
    else { return nil }
    return row.cells[column]
  }
}

extension CaseMatrix.Cell {
  /// The cell of a construct as a case's scores have it.
  init(_ score: CaseScore, _ id: String) {
    let construct = score.construct(id)
    let figure = construct?.interview
    self.init(
      presence: figure?.presence, informants: figure?.informants,
      mentions: figure?.counts?.mentions,
      score: construct?.score, interviewLevel: figure?.score,
      survey: construct?.survey.map(\.score) ?? .absent, band: construct?.band)
  }
}
