/// How many outcomes each case has, and how many labels they carry.
///
/// An outcome is a standing segment on a form of value; a segment with two codes is one outcome with
/// two labels. Segments of one source under different codes are one outcome where they overlap as
/// much as codings of one unit must: coders rarely mark the very same letters.
public struct OutcomeCounts: Sendable, Hashable {
  /// The counts of one case.
  public struct Count: Sendable, Hashable {
    /// The case; nil for sources on the whole set.
    public var caseID: String?
    /// Standing segments on a form of value.
    public var outcomes: Int
    /// Outcomes times the forms each is coded with.
    public var labels: Int

    /// Creates a count.
    public init(caseID: String?, outcomes: Int, labels: Int) {
      self.caseID = caseID
      self.outcomes = outcomes
      self.labels = labels
    }
  }

  /// A count a case, in the order given; cases without an outcome have 0.
  public let cases: [Count]
  /// All cases together; sources on the whole set are not in it.
  public let total: Count

  /// Counts outcomes and labels.
  public init(segments: [StandingSegment], cases: [Case], framework: Framework) {
    let forms = Set(framework.valueForms.map(\.id))
    let onForms = segments.filter { forms.contains($0.construct) }
    let byCase = Dictionary(grouping: onForms, by: \.caseID)
    let counts = cases.map { item in
      Self.count(
        byCase[item.id] ?? [], caseID: item.id, overlap: framework.scoring.unitOverlap)
    }
    self.cases = counts
    total = Count(
      caseID: nil, outcomes: counts.map(\.outcomes).reduce(0, +),
      labels: counts.map(\.labels).reduce(0, +))
  }

  private struct Outcome {
    var source: String
    var span: Span
    var constructs: Set<String>
  }

  private static func count(
    _ segments: [StandingSegment], caseID: String, overlap: Double
  ) -> Count {
    var outcomes: [Outcome] = []
    // The longest outcome of the source at hand: what begins further back reaches no segment.
    var longest = 0
    let ordered = segments.sorted {
      ($0.source, $0.span, $0.construct) < ($1.source, $1.span, $1.construct)
    }
    let least = NineDecimals.rounded(overlap)
    for segment in ordered {
      // Two standing segments under one code are two things said, however near.
      if outcomes.last?.source != segment.source { longest = 0 }
      let joined = Self.last(of: outcomes, within: longest, joining: segment, least: least)
      longest = max(longest, segment.span.length)
      if let joined {
        outcomes[joined].constructs.insert(segment.construct)
      } else {
        outcomes.append(
          Outcome(source: segment.source, span: segment.span, constructs: [segment.construct]))
      }
    }
    return Count(
      caseID: caseID, outcomes: outcomes.count,
      labels: outcomes.map(\.constructs.count).reduce(0, +))
  }

  /// The last outcome of its source that a segment is one with.
  private static func last(
    of outcomes: [Outcome], within longest: Int, joining segment: StandingSegment, least: Double
  ) -> Int? {
    for place in outcomes.indices.reversed() {
      let outcome = outcomes[place]
      guard outcome.source == segment.source,
        segment.span.start - outcome.span.start <= longest
      else { return nil }
      if !outcome.constructs.contains(segment.construct),
        NineDecimals.rounded(outcome.span.overlap(with: segment.span)) >= least
      {
        return place
      }
    }
    return nil
  }
}
