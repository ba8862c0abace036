internal import Statistics

/// What others than the researcher are told of how coders agree: one figure over all codes together, and a
/// word a code.
///
/// How often coders marked a code, on how many units they differ and what became of these would, held beside
/// what is told of interviews in words and numbers of people, tell of one person's passage. So of a code there
/// is a word, and no number but that over codes together.
public struct ToldAgreement: Sendable, Hashable {
  /// Of fewer codes together nothing is told: the figure over all would be that of one.
  public static let fewestCodes = 5

  /// A code, with what agreement on it allows.
  public struct Code: Sendable, Hashable {
    /// The code, as the framework names it.
    public let key: String
    /// The name for people.
    public let name: String
    /// Its definition in the framework.
    public let definition: String?
    /// What agreement on it allows.
    public let standing: AgreementRow.Standing
  }

  /// How the figure was made.
  public let plan: StudyAgreement.Plan
  /// The generator of random numbers.
  public let generator = SeededGenerator.name
  /// How many coders read the sources that count.
  public let coders: Int
  /// The sources that count, each read by two or more.
  public let sources: Int
  /// Krippendorff's alpha over all codes that are told, before any decision, to two decimals; the unit is a
  /// source and a code.
  public let alpha: AgreementValue
  /// The codes, in the order of the framework.
  public let codes: [Code]

  /// Forms it; nothing where fewer than ``fewestCodes`` codes may be told.
  ///
  /// - Parameters:
  ///   - told: The material of which they may be told; see ``AgreementMaterial/told(_:_:)``.
  ///   - framework: The framework.
  ///   - plan: How the interval is made.
  public init?(_ told: AgreementMaterial, framework: Framework, plan: StudyAgreement.Plan) {
    guard told.codes.count >= Self.fewestCodes else { return nil }
    // Of a single code the interval is nobody's concern.
    var single = plan
    single.replicates = 0
    self.plan = plan
    coders = told.coders.count
    sources = told.entries.count
    alpha = StudyAgreement(told, framework: framework, plan: plan).pooled.alpha.rounded
    codes = StudyAgreement(told, framework: framework, plan: single).byCode.map { row in
      Code(key: row.key, name: row.name, definition: row.definition, standing: row.standing)
    }
  }

  /// The codes of some standing.
  public func codes(_ standing: AgreementRow.Standing...) -> [Code] {
    codes.filter { standing.contains($0.standing) }
  }

  /// The codes that can be judged.
  public var judged: [Code] { codes.filter { $0.standing != .unjudged } }
}

extension AgreementMaterial {
  /// The material of which others than the researcher may be told: each code where its word is told, in the
  /// cases and phases where two coders or more read the interviews of enough people, or nobody speaks.
  ///
  /// Who is not named is in no word, and in nothing here.
  ///
  /// - Parameters:
  ///   - codes: The codes of which others are told in each case and phase.
  ///   - limits: The limits; that of interviewees counts.
  /// - Returns: The sources in which some code may be told, on these codes.
  public func told(_ codes: ToldCodes, _ limits: Limits) -> AgreementMaterial {
    let named = only { !$0.hasUnnamedSpeaker }
    let people = Dictionary(grouping: named.entries) { CasePhase(of: $0.source) }
      .mapValues { Set($0.compactMap(\.source.person)).count }
    return named.only { source in
      let place = CasePhase(of: source)
      return !codes.hasPeople(at: place) || (people[place] ?? 0) >= limits.interviewees
    }.limited(to: codes.contains)
  }

  /// The sources in which some codes count, on these codes alone: what is left out was not asked.
  private func limited(to isTold: (String, CasePhase) -> Bool) -> AgreementMaterial {
    var told: [CasePhase: Set<String>] = [:]
    return AgreementMaterial(
      entries: entries.compactMap { entry in
        let place = CasePhase(of: entry.source)
        let own = told[place] ?? Set(codes.filter { isTold($0, place) })
        told[place] = own
        return own.isEmpty ? nil : entry.only(codes: own)
      })
  }
}

extension AgreementMaterial.Entry {
  /// The source as some codes alone tell of it, without disagreements, which are the researcher's; what is not
  /// among them was not asked in it.
  fileprivate func only(codes told: Set<String>) -> Self {
    Self(
      source: source, coders: coders, presence: presence.mapValues { $0.intersection(told) },
      codings: codings.filter { told.contains($0.code) },
      units: units.filter { told.contains($0.code) }, length: length, traces: traces, asked: told)
  }
}
