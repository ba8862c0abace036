/// What others than the researcher are told of how coders agree: a word over all codes together, where it rests
/// on many.
///
/// Agreement is of before decisions, words and numbers of people are of after them: held beside each other they
/// tell of the passage that a decision moved. Any figure is the numbers that it is made of: alpha to two decimals
/// over 150 sources and codes leaves one or two numbers of disputes where coders agree well, and less that of a
/// part the disputes of the rest. So others have a word of three, in each case and phase on ``fewestUnits``.
public struct ToldAgreement: Sendable, Hashable {
  /// A case and phase with fewer sources and codes counts not, and of published sources all with fewer.
  public static let fewestUnits = 150

  /// How many coders read the sources that count.
  public let coders: Int
  /// The sources that count, each read by two or more.
  public let sources: Int
  /// What Krippendorff's alpha over all codes that are told allows, before any decision; the unit is a source and
  /// a code.
  ///
  /// Where alpha is not defined nothing tells coders apart from chance: it is low.
  public let level: AgreementLevel

  /// Takes what is known of it.
  public init(coders: Int, sources: Int, level: AgreementLevel) {
    (self.coders, self.sources, self.level) = (coders, sources, level)
  }

  /// Forms it; nothing where no source counts.
  ///
  /// - Parameters:
  ///   - told: The material of which they may be told; see ``ToldMaterial``.
  ///   - framework: The framework.
  public init?(_ told: AgreementMaterial, framework: Framework) {
    guard !told.entries.isEmpty else { return nil }
    coders = told.coders.count
    sources = told.entries.count
    level =
      StudyAgreement(told, framework: framework, plan: .init(replicates: 0)).pooled.alpha.level
      ?? .low
  }
}

/// The material of which others than the researcher may be told how coders agree: the codes whose word is told,
/// in the cases and phases where two coders or more read the interviews of enough people, on enough sources and
/// codes.
///
/// A code counts also where nobody marked it: which of those told were not is not told. Who is not named is in no
/// word, and in nothing here. Where no interview counts, sources of cases in which nobody speaks do, by the codes
/// that somebody marked in such sources, where there are enough of them. The two are never told as one: how coders
/// agree on what is published everybody may count, and as it grows it would measure the rest.
public struct ToldMaterial: Sendable {
  /// The interviews that count.
  public let interviews: AgreementMaterial
  /// What is published, in cases in which nobody speaks.
  private let published: AgreementMaterial
  private let codes: ToldCodes

  /// Takes of what coders did the part that may be told.
  ///
  /// - Parameters:
  ///   - material: What they did with the sources of which others may be told.
  ///   - codes: The codes of which others are told in each case and phase.
  ///   - limits: The limits; that of interviewees counts.
  public init(_ material: AgreementMaterial, _ codes: ToldCodes, _ limits: Limits) {
    self.codes = codes
    let spoken = Dictionary(grouping: material.entries.filter { $0.source.participant != nil }) {
      CasePhase(of: $0.source)
    }
    let counted = spoken.flatMap { place, own -> [AgreementMaterial.Entry] in
      let told = codes.told(at: place)
      let people = Set(own.compactMap(\.source.person)).count
      guard people >= limits.interviewees, own.count * told.count >= ToldAgreement.fewestUnits
      else { return [] }
      return own.map { $0.only(codes: told) }
    }
    interviews = AgreementMaterial(entries: counted.sorted { $0.source.id < $1.source.id })
    published = material.only {
      !$0.mayBeSomebodys && !codes.hasPeople(at: CasePhase(of: $0))
    }
  }

  /// The material of some of the sources; none where nothing may be told.
  public func only(_ isTaken: (Source) -> Bool) -> AgreementMaterial {
    let spoken = interviews.only(isTaken)
    guard spoken.entries.isEmpty else { return spoken }
    let open = published.only(isTaken).entries
    let used = Set(open.flatMap { $0.presence.values.flatMap(\.self) })
      .filter(codes.standsForSomething)
    guard open.count * used.count >= ToldAgreement.fewestUnits else { return AgreementMaterial([]) }
    return AgreementMaterial(entries: open.map { $0.only(codes: used) })
  }
}

extension AgreementMaterial.Entry {
  /// The source as some codes alone tell of it, by where they are; what is not among them was not asked in it.
  fileprivate func only(codes told: Set<String>) -> Self {
    Self(
      source: source, coders: coders, presence: presence.mapValues { $0.intersection(told) },
      asked: told)
  }
}
