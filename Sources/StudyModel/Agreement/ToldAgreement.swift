internal import Statistics

/// What others than the researcher are told of how coders agree: one figure over all codes together, where it
/// rests on many, and the codes that coders often read differently.
///
/// Agreement is of before decisions, words and numbers of people are of after them: held beside each other they
/// tell of the passage that a decision moved. On few sources and codes alpha is the numbers it is made of: of
/// 25, two decimals leave one number of disputes. On ``fewestUnits`` some hundred pairs of numbers give each
/// figure of two decimals, and none of them can be taken off what is told of the interviews.
public struct ToldAgreement: Sendable, Hashable {
  /// On fewer sources and codes nothing is told.
  public static let fewestUnits = 150
  /// A case and phase in which fewer codes are told counts not: less what is told of others, the figure over
  /// all would be that of a code.
  public static let fewestCodes = 5
  /// Below this the figure is told as such: where hardly anything is marked, or nearly all of it, few pairs of
  /// numbers give so low a one.
  public static let least = 0.5
  /// From so many sources on the interval is told; of fewer it tells in how many of them coders differ.
  static let fewestOfInterval = 20

  /// A code that coders often read differently.
  public struct Code: Sendable, Hashable {
    /// The code, as the framework names it.
    public let key: String
    /// The name for people.
    public let name: String
    /// Its definition in the framework.
    public let definition: String?
  }

  /// How the figure was made.
  public let plan: StudyAgreement.Plan
  /// The generator of random numbers.
  public let generator = SeededGenerator.name
  /// How many coders read the sources that count.
  public let coders: Int
  /// The sources that count, each read by two or more.
  public let sources: Int
  /// Krippendorff's alpha over all codes that are told, before any decision.
  ///
  /// To two decimals, with its interval on many sources; without a value where it is under ``least``. The unit is
  /// a source and a code.
  public let alpha: AgreementValue
  /// The codes that are too low to lean on, though not by prevalence, and on which coders differ in the
  /// interviews of enough people; in the order of the framework.
  public let differing: [Code]

  /// Whether alpha is high enough to rely on.
  public var isReliable: Bool {
    alpha.value.map { NineDecimals.isAtLeast($0, AgreementRow.reliable) } ?? false
  }

  /// Forms it; nothing where it would rest on few, or alpha is not defined.
  ///
  /// - Parameters:
  ///   - told: The material of which they may be told; see ``AgreementMaterial/told(_:_:)``.
  ///   - framework: The framework.
  ///   - limits: The limits; that of interviewees counts.
  ///   - plan: How the interval is made.
  public init?(
    _ told: AgreementMaterial, framework: Framework, limits: Limits, plan: StudyAgreement.Plan
  ) {
    let pooled = StudyAgreement(told, framework: framework, plan: plan).pooled
    guard told.unitsAsked >= Self.fewestUnits, let value = pooled.alpha.value else { return nil }
    var single = plan
    single.replicates = 0
    self.plan = plan
    coders = told.coders.count
    sources = told.entries.count
    var alpha = pooled.alpha.rounded
    if sources < Self.fewestOfInterval { alpha.interval = nil }
    self.alpha =
      NineDecimals.isLess(value, than: Self.least) ? AgreementValue(why: .below(Self.least)) : alpha
    let disputed = told.peopleDisputed
    differing = StudyAgreement(told, framework: framework, plan: single).byCode.compactMap { row in
      guard row.standing == .low, (disputed[row.key]?.count ?? 0) >= limits.interviewees else {
        return nil
      }
      return Code(key: row.key, name: row.name, definition: row.definition)
    }
  }
}

extension AgreementMaterial {
  /// The material of which others than the researcher may be told: the codes whose word is told, in the cases
  /// and phases where enough such codes are told and two coders or more read the interviews of enough people, or
  /// where nobody speaks.
  ///
  /// A code counts also where nobody marked it: which of those told were not is not told. Who is not named is
  /// in no word, and in nothing here.
  ///
  /// - Parameters:
  ///   - codes: The codes of which others are told in each case and phase.
  ///   - limits: The limits; that of interviewees counts.
  /// - Returns: The sources in which codes may be told, on these codes.
  public func told(_ codes: ToldCodes, _ limits: Limits) -> AgreementMaterial {
    let named = only { !$0.hasUnnamedSpeaker }
    let people = Dictionary(grouping: named.entries) { CasePhase(of: $0.source) }
      .mapValues { Set($0.compactMap(\.source.person)).count }
    var asked: [CasePhase: Set<String>] = [:]
    return AgreementMaterial(
      entries: named.entries.compactMap { entry in
        let place = CasePhase(of: entry.source)
        if let count = codes.count(at: place) {
          guard count >= ToldAgreement.fewestCodes, (people[place] ?? 0) >= limits.interviewees
          else { return nil }
        }
        let own = asked[place] ?? codes.told(at: place, of: self.codes)
        asked[place] = own
        return entry.only(codes: own)
      })
  }

  /// On how many sources and codes that are asked in them a figure over all codes rests.
  fileprivate var unitsAsked: Int { entries.reduce(0) { $0 + ($1.asked?.count ?? codes.count) } }

  /// The people in whose interviews coders differ on a code, by code.
  fileprivate var peopleDisputed: [String: Set<String>] {
    entries.reduce(into: [:]) { people, entry in
      guard let person = entry.source.person else { return }
      for code in codes where entry.asks(code) {
        let marked = entry.coders.count { entry.presence[$0]?.contains(code) ?? false }
        if marked > 0, marked < entry.coders.count { people[code, default: []].insert(person) }
      }
    }
  }
}

extension AgreementMaterial.Entry {
  /// The source as some codes alone tell of it, without disagreements, which are the researcher's; what is not
  /// among them was not asked in it.
  fileprivate func only(codes told: Set<String>) -> Self {
    Self(
      source: source, coders: coders, presence: presence.mapValues { $0.intersection(told) },
      codings: codings.filter { told.contains($0.code) },
      units: units.filter { told.contains($0.code) }, length: length, asked: told)
  }
}
