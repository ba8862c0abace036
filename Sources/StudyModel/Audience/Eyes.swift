/// Whose eyes a result is for: the one place that decides what a reader may see.
///
/// The researcher sees everything. For everyone else results are formed anew from the evidence that may
/// be shown, so that nothing published changes when only hidden evidence changes. Scoring
/// specification, section 7.
public struct Eyes: Sendable, Hashable {
  /// Who reads.
  public let audience: Audience
  /// The one case that a convenor reads about; nil where all may be read about.
  public let caseID: String?

  /// The researcher's.
  public static let researcher = Eyes(audience: .researcher, caseID: nil)
  /// The working group's.
  public static let workingGroup = Eyes(audience: .workingGroup, caseID: nil)

  /// The convenor's of a case.
  public static func convenor(of caseID: String) -> Eyes {
    Eyes(audience: .convenor, caseID: caseID)
  }

  private init(audience: Audience, caseID: String?) {
    self.audience = audience
    self.caseID = caseID
  }

  /// Whether these are the researcher's, who sees everything.
  public var seeEverything: Bool { audience == .researcher }

  /// Whether files, their hashes, sources and codes of the study's own may be named.
  public var nameFiles: Bool { seeEverything }

  /// Whether grades, roles and how far evidence is to be believed may be told.
  public var seeGrades: Bool { seeEverything }

  /// Whether single segments and disagreements may be pointed at.
  public var seeSegments: Bool { seeEverything }

  /// Whether anything of a case may be told.
  public func see(case id: String) -> Bool { caseID == nil || caseID == id }

  /// Whether a case's attribute may be told: to others, where the framework declares it public.
  public func see(attribute name: String, of framework: Framework) -> Bool {
    seeEverything
      || framework.attributes.contains {
        $0.isPublic && Attribute.plain($0.id) == Attribute.plain(name)
      }
  }

  /// A case with the attributes that may be told.
  public func see(_ item: Case, of framework: Framework) -> Case {
    var seen = item
    seen.attributes = item.attributes.filter { see(attribute: $0.name, of: framework) }
    return seen
  }

  /// Whether a passage may be quoted: to others where it was cleared.
  public func mayQuote(isCleared: Bool) -> Bool { seeEverything || isCleared }

  /// Whether an event may be told: to others where it was cleared, for a line of text may name anybody.
  public func see(_ event: CaseEvent) -> Bool {
    see(case: event.caseID) && (seeEverything || event.clear == true)
  }

  /// Whether evidence for the whole set may be told that comes from such a source: to others not what
  /// somebody may have said, for how many people that were nobody can count.
  public func see(ofSet kind: Source.Kind) -> Bool {
    caseID == nil && (seeEverything || !kind.mayBeConfidential)
  }

  /// The scores as these eyes see them, in their order; those of other cases are left out.
  public func see(_ raw: RawScores) -> SeenScores {
    guard !seeEverything else {
      return SeenScores(by: self, raw.scores.map { SeenScore($0, formed: .asTheyAre) })
    }
    let forming = SeenForming(raw)
    let own = raw.scores.filter { see(case: $0.caseID) }
    return SeenScores(
      by: self,
      SeenForming.withChanges(own.map(forming.score), raw: own, survey: raw.survey))
  }
}
