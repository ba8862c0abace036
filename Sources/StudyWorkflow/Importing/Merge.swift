import Exchange
import StudyModel
import StudyStore

/// Brings rows of one kind into the study: every check against the study is here, and none knows what
/// kind of file the rows came in.
///
/// Rows are handed over in order within one transaction; what a merge writes stands or falls with the
/// import.
protocol Merge {
  /// What a row says.
  associatedtype Value: Sendable

  init(_ context: MergeContext) throws

  /// Stores one row, or adds to the row's problems why it cannot stand.
  mutating func merge(_ value: Value, _ row: inout RowProblems) throws -> RowFate

  /// What is to be told about the file as a whole once the last row is in.
  mutating func finish() throws -> [Diagnostic]

  /// How many distinct things the rows spoke of, by the names of the import's JSON.
  var counts: [String: Int] { get }
}

extension Merge {
  mutating func finish() throws -> [Diagnostic] { [] }

  /// Stores the rows of a batch.
  mutating func merge(_ rows: [Incoming.Row<Value>], _ fates: inout RowFates) throws {
    for incoming in rows {
      var row = RowProblems(row: incoming.row, incoming.problems)
      let fate = try merge(incoming.value, &row)
      // Of what is there already everything was told when it came in.
      fates.add(
        incoming.row, row.stands ? fate : .rejected, row.stands && fate == .same ? [] : row.all)
    }
  }
}

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
    case .cases(let rows): try merge(rows, &cases, &fates)
    case .participants(let rows): try merge(rows, &participants, &fates)
    case .phases(let rows): try merge(rows, &phases, &fates)
    case .coders(let rows): try merge(rows, &coders, &fates)
    case .codes(let rows): try merge(rows, &codes, &fates)
    case .sources(let rows):
      // Codings that wait are of texts as they were.
      try codings?.flush()
      try merge(rows, &sources, &fates)
      codings?.forgetSources()
    case .decisions(let rows):
      try codings?.flush()
      try merge(rows, &decisions, &fates)
    case .invited(let rows): try merge(rows, &invited, &fates)
    case .events(let rows): try merge(rows, &events, &fates)
    case .partners(let rows): try merge(rows, &partners, &fates)
    case .codings(let batch):
      var merge = try codings.take() ?? CodingMerge(context)
      try merge.merge(batch, &fates)
      codings = merge
    case .responses(let batch):
      var merge = try responses.take() ?? ResponseMerge(context)
      try merge.merge(batch, &fates)
      responses = merge
    }
  }

  private func merge<One: Merge>(
    _ rows: [Incoming.Row<One.Value>], _ merge: inout One?, _ fates: inout RowFates
  ) throws {
    var own = try merge.take() ?? One(context)
    try own.merge(rows, &fates)
    merge = own
  }

  /// Stores what waits, and tells what is to be told of the file as a whole.
  mutating func finish() throws -> [Diagnostic] {
    var told = try codings?.finish() ?? []
    told += try codes?.finish() ?? []
    told += try sources?.finish() ?? []
    told += try decisions?.finish() ?? []
    told += try responses?.finish() ?? []
    return told
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

/// Keys that came before in the file.
struct SeenKeys {
  private var rows: [[String]: Int] = [:]
  var count: Int { rows.count }

  /// Tells where a key came before, unless the row cannot stand anyway.
  mutating func refuseTwice(
    _ key: String, of column: String, in others: [String] = [], _ row: inout RowProblems
  ) {
    guard row.stands else { return }
    let whole = others + [key]
    guard let first = rows[whole] else {
      rows[whole] = row.row
      return
    }
    row.add(
      .keyTwice, column: column, found: key, "the same \(column) is in row \(first)",
      "Either remove one of the two rows or give one another \(column).")
  }
}
