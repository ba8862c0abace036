import Exchange
import StudyModel

/// The merges of an import, each made when the first row of its kind comes.
struct Merges {
  private let context: MergeContext
  private var cases: CaseMerge?
  private var participants: ParticipantMerge?
  private var phases: PhaseMerge?
  private var coders: CoderMerge?
  private var codes: CodeMerge?
  private var sources: SourceMerge?
  private var codings: CodingMerge?
  private var decisions: DecisionMerge?
  private var responses: ResponseMerge?
  private var invited: InvitedMerge?
  private var events: EventMerge?
  private var partners: PartnerMerge?

  init(_ context: MergeContext) { self.context = context }

  /// Brings in a batch.
  mutating func merge(_ content: Incoming.Content, _ fates: inout RowFates) throws {
    switch content {
    case .cases(let rows): try Self.merge(rows, &cases, context, &fates)
    case .participants(let rows): try Self.merge(rows, &participants, context, &fates)
    case .phases(let rows): try Self.merge(rows, &phases, context, &fates)
    case .coders(let rows): try Self.merge(rows, &coders, context, &fates)
    case .codes(let rows): try Self.merge(rows, &codes, context, &fates)
    case .sources(let rows):
      // Codings that wait are of texts as they were.
      try codings?.flush()
      try Self.merge(rows, &sources, context, &fates)
      codings?.forgetSources()
    case .decisions(let rows):
      try codings?.flush()
      try Self.merge(rows, &decisions, context, &fates)
    case .invited(let rows): try Self.merge(rows, &invited, context, &fates)
    case .events(let rows): try Self.merge(rows, &events, context, &fates)
    case .partners(let rows): try Self.merge(rows, &partners, context, &fates)
    case .codings(let batch): try Self.merge(batch, &codings, context, &fates)
    case .responses(let batch): try Self.merge(batch, &responses, context, &fates)
    }
  }

  // Static, and in place: a method would hold a second copy of every merge for the time of the call,
  // and each would then copy its arrays at the first row it takes.
  private static func merge<One: Merge>(
    _ content: One.Content, _ merge: inout One?, _ context: MergeContext, _ fates: inout RowFates
  ) throws {
    if merge == nil { merge = try One(context) }
    try merge?.merge(content, &fates)
  }

  /// Stores what waits, and tells what is to be told of the file as a whole.
  mutating func finish() throws -> [Diagnostic] {
    func end(_ merge: inout (some Merge)?) throws -> [Diagnostic] { try merge?.finish() ?? [] }
    let told = [
      try end(&cases), try end(&participants), try end(&phases), try end(&coders),
      try end(&codes), try end(&codings), try end(&sources), try end(&decisions),
      try end(&responses), try end(&invited), try end(&events), try end(&partners),
    ]
    return context.unmapped.diagnostics + told.flatMap(\.self) + context.emptied.diagnostics
  }

  /// Whether any coding says whether its words may be quoted.
  var saysWhoMayBeQuoted: Bool { codings?.saysWhoMayBeQuoted ?? false }

  /// How many distinct things the rows spoke of.
  var counts: [String: Int] {
    let all: [[String: Int]?] = [
      cases?.counts, participants?.counts, phases?.counts, coders?.counts, codes?.counts,
      sources?.counts, codings?.counts, decisions?.counts, responses?.counts, invited?.counts,
      events?.counts, partners?.counts,
    ]
    return all.compactMap { $0 }.reduce(into: [:]) { sums, counts in
      // A source that is listed and coded is one document.
      sums.merge(counts) { max($0, $1) }
    }
  }
}
