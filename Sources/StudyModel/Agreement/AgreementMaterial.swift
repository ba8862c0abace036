/// What coders who worked alone did with each source that two or more of them read.
///
/// What a coder has read is explicit: see ``Consensus/coders``. Read and not coded is a no; not read, or
/// not handed in, is missing. Codings count by their meaning. Decisions are no part of it.
public struct AgreementMaterial: Sendable {
  /// One source.
  public struct Entry: Sendable {
    /// The source.
    public var source: Source
    /// Those who read it, by name; two or more.
    public var coders: [String]
    /// All their codings.
    public var codings: [Coding]
    /// The units: the code, and who marked it.
    public let units: [(code: String, coders: Set<String>)]
    /// The units on which they differ.
    public var disagreements: [Disagreement]
    /// The codes each put somewhere in it.
    public var presence: [String: Set<String>]
    /// The length of the transcript, or the longest end where there is none.
    public var length: Int
    /// The places in ``units`` of those of each code.
    let unitsByCode: [String: [Int]]

    init(
      source: Source, coders: [String], presence: [String: Set<String>], codings: [Coding] = [],
      units: [(code: String, coders: Set<String>)] = [], disagreements: [Disagreement] = [],
      length: Int = 0
    ) {
      self.source = source
      self.coders = coders
      self.codings = codings
      self.units = units
      self.disagreements = disagreements
      self.presence = presence
      self.length = length
      unitsByCode = Dictionary(grouping: units.indices) { units[$0].code }
    }
  }

  /// The sources, in the order in which they came.
  public private(set) var entries: [Entry] = []
  /// Sources that fewer than two coders read.
  private var singles: [Source] = []
  /// Of coders who are registered for sources and have not handed in: the sources, by coder.
  private var awaited: [String: Set<String>] = [:]
  /// The codes anybody put in a source of ``entries``, by name.
  public private(set) var codes: [String] = []
  /// The coders of ``entries``, by name.
  public private(set) var coders: [String] = []

  /// Gathers sources.
  ///
  /// - Parameters:
  ///   - sources: The sources with their codings; an older version of a source comes as one more.
  ///   - present: Only these coders count, for a state in which others had not coded yet; nil for all.
  ///   - lengths: The lengths of transcripts, by source.
  ///   - codebook: What the names of codes mean, and which codings are one unit.
  public init(
    _ sources: [CodedSource], among present: Set<String>? = nil, lengths: [String: Int] = [:],
    codebook: Codebook = Codebook()
  ) {
    var gathering = Gathering(lengths: lengths)
    for coded in sources {
      var coded = coded
      if let present {
        guard !coded.codings.isEmpty else { continue }
        coded.source.coders = coded.source.coders.filter(present.contains)
      }
      gathering.add(
        Consensus(of: coded, by: codebook), leastOverlap: codebook.leastOverlap)
    }
    self = gathering.material
  }

  /// How many sources fewer than two coders read.
  public var singleCount: Int { singles.count }

  /// Who has not handed in sources that they are registered for.
  public var notHandedIn: [NotHandedIn] { NotHandedIn.all(awaited.mapValues(\.count)) }

  init(entries: [Entry], singles: [Source] = [], awaited: [String: Set<String>] = [:]) {
    self.entries = entries
    self.singles = singles
    self.awaited = awaited
    codes = entries.reduce(into: Set<String>()) { codes, entry in
      for marked in entry.presence.values { codes.formUnion(marked) }
    }.sorted()
    coders = Set(entries.flatMap(\.coders)).sorted()
  }

  /// Gathers sources as they go by, their units formed already.
  public struct Gathering: Sendable {
    private var entries: [Entry] = []
    private var singles: [Source] = []
    private var awaited: [String: Set<String>] = [:]
    private let lengths: [String: Int]
    private let depth: Depth

    /// How much is kept of each source.
    public enum Depth: Sendable, Hashable {
      /// Everything.
      case everything
      /// Which codes each coder put in it, which agreement by sources asks for; no codings, units or
      /// disagreements.
      case presence
    }

    /// Begins with none; `lengths` are those of transcripts, by source.
    public init(lengths: [String: Int], depth: Depth = .everything) {
      self.lengths = lengths
      self.depth = depth
    }

    /// What was gathered.
    public var material: AgreementMaterial {
      AgreementMaterial(entries: entries, singles: singles, awaited: awaited)
    }

    /// Takes in a source; ``AgreementMaterial/init(_:among:lengths:codebook:)`` says with what.
    public mutating func add(_ consensus: Consensus, leastOverlap: Double) {
      let source = consensus.source
      for coder in consensus.notHandedIn { awaited[coder, default: []].insert(source.id) }
      guard consensus.coders.count > 1 else {
        singles.append(source)
        return
      }
      var presence: [String: Set<String>] = [:]
      for coding in consensus.codings { presence[coding.coder, default: []].insert(coding.code) }
      guard depth == .everything else {
        entries.append(
          Entry(
            source: source, coders: consensus.coders.sorted(), presence: presence))
        return
      }
      let codings = Array(consensus.codings)
      let longest = codings.map(\.span.end).max() ?? 0
      entries.append(
        Entry(
          source: source, coders: consensus.coders.sorted(), presence: presence,
          codings: codings,
          units: consensus.eachMarkedUnit(under: .majority).lazy.filter { !$0.codings.isEmpty }
            .map { ($0.codedAs, Set($0.coders)) },
          disagreements: Disagreement.all(in: consensus, leastOverlap: leastOverlap),
          length: max(longest, lengths[source.id] ?? 0)))
    }
  }

  /// The disagreements of all sources, in their order.
  public var disagreements: [Disagreement] { entries.flatMap(\.disagreements) }
}

/// What agreement is asked of.
public enum AgreementBasis: String, Sendable, Hashable, CaseIterable {
  /// Whether a code is anywhere in a source: has true negatives, so alpha and kappa can be had.
  case sources
  /// Units of the scoring specification: what nobody marked is not counted.
  case segments
  /// Characters of the text, as NVivo counts.
  case characters
}
