/// A segment that stands after consensus, as evidence for a construct: what counts of outcomes and
/// labels are made from.
public struct StandingSegment: Sendable, Hashable {
  /// The case; nil for evidence on the whole set (`*`).
  public var caseID: String?
  /// The phase; nil where none is stated.
  public var phase: String?
  /// The source.
  public var source: String
  /// What the source is.
  public var kind: Source.Kind
  /// Where in the source.
  public var span: Span
  /// The construct its code stands for.
  public var construct: String

  /// Creates a standing segment; codes that say what was wanted make none.
  public init(
    caseID: String?, phase: String? = nil, source: String, kind: Source.Kind, span: Span,
    construct: String
  ) {
    self.caseID = caseID
    self.phase = phase
    self.source = source
    self.kind = kind
    self.span = span
    self.construct = construct
  }
}

extension CasePhase {
  /// That of a segment.
  public init(of segment: StandingSegment) {
    self.init(caseID: segment.caseID, phase: segment.phase)
  }
}

extension StandingSegment {
  /// The constructs for which there is evidence on the whole set only, in the framework's order: no
  /// case can be compared by them.
  public static func setOnly(
    in segments: [StandingSegment], framework: Framework
  ) -> [String] {
    let inCases = Set(segments.filter { $0.caseID != nil }.map(\.construct))
    let inSet = Set(segments.filter { $0.caseID == nil }.map(\.construct))
    return framework.constructs.map(\.id).filter { inSet.contains($0) && !inCases.contains($0) }
  }
}
