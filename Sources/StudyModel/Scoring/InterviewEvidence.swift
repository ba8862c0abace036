/// What interviews, documents and case analyses say, summed per case, phase, construct and informant.
///
/// Sources stream through one at a time; what is kept grows with the informants and constructs
/// spoken of, not with the codings. One value holds the evidence under one rule of consensus.
/// Scoring specification, section 2.
public struct InterviewEvidence: Sendable {
  /// The cases and phases.
  public let cells: StudyCells
  /// The rule of consensus.
  public let rule: ConsensusRule
  /// Standing units whose code the framework does not know; they are no evidence.
  public private(set) var unmappedUnits = 0
  /// Sources of no case or phase of the study, such as evidence for the whole set; they are not used.
  public private(set) var sourcesOutside = 0

  let framework: Framework
  let tree: ConstructTree
  private(set) var evidence: [CellEvidence]
  private let codebook: Codebook
  private let meanings: [String: Meaning]
  private let convenors: Set<Person>
  private let agreed: Set<Person>

  private var rules: ScoringRules { framework.scoring }

  /// A person in a case: the same pseudonym in another case is somebody else.
  private struct Person: Hashable, Sendable {
    var caseID: String
    var id: String
  }

  /// A code's construct by number, and whether the code says that it is wanted.
  private struct Meaning: Sendable {
    var construct: Int
    var desired: Bool
  }

  /// Starts without evidence.
  ///
  /// - Parameters:
  ///   - framework: The framework, whose codes and rules count.
  ///   - cells: The cases and phases.
  ///   - participants: Those who take part; of them it matters who convenes, and who agreed to
  ///     being told of although few were interviewed.
  ///   - rule: The rule of consensus.
  public init(
    framework: Framework, cells: StudyCells, participants: some Sequence<Participant>,
    rule: ConsensusRule = .majority
  ) {
    self.cells = cells
    self.rule = rule
    self.framework = framework
    let tree = ConstructTree(framework)
    self.tree = tree
    convenors = Set(
      participants.lazy.filter(\.isConvenor).map { Person(caseID: $0.caseID, id: $0.id) })
    agreed = Set(
      participants.lazy.filter(\.hasAgreed).map { Person(caseID: $0.caseID, id: $0.id) })
    evidence = Array(repeating: CellEvidence(constructs: tree.ids.count), count: cells.count)
    for person in convenors {
      for cell in cells.cells(ofCase: person.caseID) { evidence[cell].isConvenorKnown = true }
    }
    var meanings = tree.index.mapValues { Meaning(construct: $0, desired: false) }
    for form in tree.forms {
      let code = CodeMeaning(construct: tree.ids[form], desired: true).code
      if meanings[code] == nil { meanings[code] = Meaning(construct: form, desired: true) }
    }
    self.meanings = meanings
    codebook = Codebook(framework)
  }

  /// Takes in a source with its codings and decisions.
  public mutating func add(_ coded: CodedSource) {
    add(Consensus(of: coded, by: codebook))
  }

  /// Takes in a source whose units are formed already, so that several rules can share them.
  public mutating func add(_ consensus: Consensus) {
    let source = consensus.source
    guard let cell = source.caseID.flatMap({ cells.cell(caseID: $0, phase: source.phase) }) else {
      sourcesOutside += 1
      return
    }
    let kind = kind(of: source)
    if consensus.isNewest {
      evidence[cell].count(consensus)
      if source.coders.isEmpty, !source.isOfNobody {
        evidence[cell].isReadingNamed = false
      }
      if !consensus.coded.barelyHandedIn.isEmpty { evidence[cell].isBarelyHandedIn = true }
    }
    let informant = evidence[cell].register(Informant(of: source), kind: kind)
    if source.hasUnnamedSpeaker { evidence[cell].unnamed.insert(informant) }
    if let caseID = source.caseID, let id = source.participant,
      agreed.contains(Person(caseID: caseID, id: id))
    {
      evidence[cell].agreed.insert(informant)
    }
    for unit in consensus.eachUnit(under: rule) where unit.stands || unit.state == .unresolved {
      if !unit.stands { evidence[cell].unresolvedUnits += 1 }
      guard let meaning = meanings[unit.code] else {
        if unit.stands { unmappedUnits += 1 }
        continue
      }
      if meaning.desired {
        if !unit.stands {
          evidence[cell].openWishes.insert(meaning.construct)
        } else if unit.valence != .contrary {
          evidence[cell].wanted[meaning.construct, default: []].insert(informant)
        }
      } else {
        evidence[cell].constructs[meaning.construct].add(
          unit, of: source.kind, informant: informant, topWeight: rules.topWeight)
      }
    }
  }

  /// The number of the construct that a code is evidence for; nil where it is for none.
  func construct(ofCode code: String) -> Int? {
    meanings[code].flatMap { $0.desired ? nil : $0.construct }
  }

  private func kind(of source: Source) -> InformantKind {
    guard let participant = source.participant else { return .document }
    let person = source.caseID.map { Person(caseID: $0, id: participant) }
    return person.map(convenors.contains) == true ? .convenor : .interviewee
  }
}

/// The evidence of one case and phase.
struct CellEvidence: Sendable {
  /// How many sources it has.
  private(set) var sources = 0
  /// The sources by how many coders have read them.
  private(set) var cover = CodingCover()
  /// The sources that coders who are registered for them have not handed in, by coder.
  private(set) var notHandedIn: [String: Int] = [:]
  /// The informants' kinds, by number; coded or not.
  private(set) var kinds: [InformantKind] = []
  /// Per construct, what was coded with it.
  var constructs: [ConstructEvidence]
  /// The informants who say of a form of value that it is wanted, by the form's number.
  var wanted: [Int: Set<Int>] = [:]
  /// The forms of value of which coders differ on whether somebody says that they are wanted.
  var openWishes: Set<Int> = []
  /// The units that wait for a decision, whatever their codes stand for.
  var unresolvedUnits = 0
  /// The interviewees who agreed that what is said may be told although few were interviewed.
  var agreed: Set<Int> = []
  /// The sources in which somebody may speak who is not named, by their numbers as informants.
  var unnamed: Set<Int> = []
  /// Whether the study names who codes each source in which somebody speaks: else who has read it follows
  /// from what was marked in it.
  var isReadingNamed = true
  /// Whether of a source in which somebody speaks a coder has handed in next to nothing.
  var isBarelyHandedIn = false
  /// Whether the study names who convenes the case, interviewed or not.
  var isConvenorKnown = false
  private var numbers: [Informant: Int] = [:]

  init(constructs: Int) {
    self.constructs = Array(repeating: ConstructEvidence(), count: constructs)
  }

  /// Counts a source.
  mutating func count(_ consensus: Consensus) {
    sources += 1
    cover.add(sourceReadBy: consensus.coders.count)
    for coder in consensus.notHandedIn { notHandedIn[coder, default: 0] += 1 }
  }

  /// Gives an informant's number.
  mutating func register(_ informant: Informant, kind: InformantKind) -> Int {
    if let number = numbers[informant] { return number }
    numbers[informant] = kinds.count
    kinds.append(kind)
    return kinds.count - 1
  }

  /// The number of an informant who was counted.
  func number(of informant: Informant) -> Int? { numbers[informant] }

  /// How many people were interviewed.
  var interviewees: Int { kinds.count { $0.isPerson } }

  /// How many of them convene.
  var convenors: Int { kinds.count { $0 == .convenor } }
}

/// What was coded with one construct in one case and phase.
struct ConstructEvidence: Sendable {
  /// What each informant says, by the informant's number.
  private(set) var accounts: [Int: InformantAccount] = [:]
  /// Standing units.
  private(set) var mentions = 0
  /// Units at exactly half the votes.
  private(set) var unresolved = 0
  /// Standing units that exactly one coder coded.
  private(set) var byOneCoder = 0

  init() {}

  /// What is summed elsewhere, of standing units alone.
  init(
    accounts: [Int: InformantAccount], mentions: Int, byOneCoder: Int, unresolved: Int = 0
  ) {
    self.accounts = accounts
    self.unresolved = unresolved
    self.mentions = mentions
    self.byOneCoder = byOneCoder
  }

  /// Takes in a unit that stands or is unresolved.
  mutating func add(
    _ unit: ConsensusUnit, of kind: Source.Kind, informant: Int, topWeight: Double
  ) {
    guard unit.stands else {
      unresolved += 1
      return
    }
    mentions += 1
    if unit.votes == 1 { byOneCoder += 1 }
    accounts[informant, default: InformantAccount()].add(unit, of: kind, topWeight: topWeight)
  }
}

extension InterviewEvidence {
  /// What one person says of one construct.
  public struct Statement: Sendable, Hashable {
    /// The pseudonym; of a source that does not name who speaks in it, the source.
    public var speaker: String
    /// The construct.
    public var construct: String
    /// How much of it, 0 to 1; nil where nothing was weighted.
    public var level: Double?
    /// Whether more speaks for it than against.
    public var speaksFor: Bool
  }

  /// The interviewees of a case and phase, coded or not, in the order in which they came in.
  public func interviewees(caseID: String, phase: String?) -> [String] {
    guard let cell = cells.cell(caseID: caseID, phase: phase) else { return [] }
    return evidence[cell].people.sorted { $0.key < $1.key }.map(\.value)
  }

  /// What is said in a case and phase by interviewees and in sources that do not name who speaks, by
  /// construct in the framework's order.
  public func statements(caseID: String, phase: String?) -> [Statement] {
    guard let cell = cells.cell(caseID: caseID, phase: phase) else { return [] }
    let people = evidence[cell].speakers
    return evidence[cell].constructs.enumerated().flatMap { number, construct in
      construct.accounts.sorted { $0.key < $1.key }.compactMap { informant, account in
        people[informant].map {
          Statement(
            speaker: $0, construct: tree.ids[number], level: account.level,
            speaksFor: account.speaksFor)
        }
      }
    }
  }
}

extension CellEvidence {
  /// Those who speak, named or not, by their numbers.
  var speakers: [Int: String] {
    var speakers = people
    for (informant, number) in numbers where unnamed.contains(number) {
      // A line feed is in no pseudonym, and none of a work is a source's.
      switch informant {
      case .source(let id): speakers[number] = "\n\(id)"
      case .work(let name): speakers[number] = "\n\n\(name)"
      case .participant: break
      }
    }
    return speakers
  }

  /// The pseudonyms of those who were interviewed, by their numbers.
  var people: [Int: String] {
    var people: [Int: String] = [:]
    for (informant, number) in numbers {
      if case .participant(let id) = informant { people[number] = id }
    }
    return people
  }
}
