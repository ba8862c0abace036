public import StudyModel

/// The sources, who speaks in them, and who read and coded them.
extension SeenMethods {
  /// The sources of a case and phase.
  public struct MaterialRow: Sendable, Hashable {
    /// The case; nil for the whole set.
    public let caseID: String?
    /// The phase; nil where there is none.
    public let phase: String?
    /// What there is of it.
    public let material: Seen<Material>

    /// Creates a row.
    public init(caseID: String?, phase: String?, material: Seen<Material>) {
      self.caseID = caseID
      self.phase = phase
      self.material = material
    }
  }

  /// Some sources.
  public struct Material: Sendable, Hashable {
    /// The sources by kind.
    public var sources: [Source.Kind: Int] = [:]
    /// The people interviewed.
    public var people: Seen<People> = .hidden
    /// Sources whose transcript the study keeps.
    public var transcripts = 0
    /// Those of them with a segment whose words do not stand there.
    public var mismatched = 0
    /// The sources by how many coders have read them; to others than the researcher by how many are to, and
    /// hidden where the study does not name them: who has read would follow from what was marked.
    public var cover: Seen<CodingCover> = .shown(CodingCover())
    /// The same, by how many coders in all.
    public var coders: Seen<Int> = .shown(0)

    /// Begins with none.
    public init() {}

    /// All sources.
    public var count: Int { sources.values.reduce(0, +) }

    /// How many sources are of a kind.
    public func count(of kind: Source.Kind) -> Int { sources[kind] ?? 0 }
  }

  /// The people interviewed.
  public struct People: Sendable, Hashable {
    /// How many they are.
    public var interviewees: Int
    /// The organizations they belong to.
    public var organizations: Int
    /// How many have each role.
    public var roles: Seen<[Participant.Role: Int]>

    /// Creates people.
    public init(interviewees: Int, organizations: Int, roles: Seen<[Participant.Role: Int]>) {
      self.interviewees = interviewees
      self.organizations = organizations
      self.roles = roles
    }
  }

  /// Who read the sources, and what they coded.
  public struct Reading: Sendable {
    /// The sources by how many coders have read them.
    public let cover: CodingCover
    /// How many coders there are.
    public let coders: Int
    /// What was coded; hidden from others than the researcher where somebody speaks.
    public let coding: Seen<Coding>
    /// Who has not handed in sources that they are registered for; nobody for others than the researcher.
    public let notHandedIn: [NotHandedIn]

    /// Creates a reading.
    public init(
      cover: CodingCover, coders: Int, coding: Seen<Coding>, notHandedIn: [NotHandedIn] = []
    ) {
      self.notHandedIn = notHandedIn
      self.cover = cover
      self.coders = coders
      self.coding = coding
    }

    /// All sources.
    public var sources: Int { cover.none + cover.one + cover.two + cover.more }
  }

  /// What was coded, in numbers.
  public struct Coding: Sendable {
    /// All codings, and those of them with a weight.
    public let codings: Int
    /// See `codings`.
    public let weighted: Int
    /// The units by what became of them.
    public let units: [ConsensusUnit.State: Int]
    /// Units that stand as evidence.
    public let standing: Int
    /// Those of them on the word of a single coder, undecided.
    public let standingOnOne: Int
    /// Who coded what with which codes.
    public var names: Seen<CodingNames> = .hidden
    /// Decisions to change or reject that met no unit.
    public var decisionsWithoutEffect: Seen<Int> = .hidden

    /// Takes the numbers of an account, and no name.
    public init(_ account: CodingAccount) {
      codings = account.codings
      weighted = account.weighted
      units = account.units
      standing = account.standing
      standingOnOne = account.standingOnOne
    }

    /// All units.
    public var allUnits: Int { units.values.reduce(0, +) }

    /// How many units became something.
    public func count(of state: ConsensusUnit.State) -> Int { units[state] ?? 0 }
  }

  /// Who coded what with which codes.
  public struct CodingNames: Sendable, Hashable {
    /// A coder, with the sources read and the codings made.
    public struct Coder: Sendable, Hashable {
      /// What the coder is called.
      public let name: String
      /// The sources read.
      public let sources: Int
      /// The codings made.
      public let codings: Int
    }

    /// The coders, by name.
    public let coders: [Coder]
    /// How many codes were used.
    public let codes: Int
    /// The constructs that a code with a coding stands for.
    public let constructs: Set<String>

    /// Takes the names of an account.
    public init(_ account: CodingAccount, framework: Framework) {
      coders = account.coders.map {
        Coder(name: $0, sources: account.readBy[$0] ?? 0, codings: account.codingsBy[$0] ?? 0)
      }
      codes = account.codes.count
      constructs = Set(account.codes.keys.compactMap { framework.meaning(ofCode: $0)?.construct })
    }
  }
}
