import Exchange
import StudyModel
import StudyStore

/// Names that rows mention and the study did not have: nobody declares a phase, a coder or an
/// organization, so a slip of the pen makes another one.
struct MentionedNames {
  /// After some hundred new names what is wrong is no slip of the pen.
  private static let mostSearches = 300

  private let context: MergeContext
  private var searches = 0
  private var told: [Diagnostic] = []
  private var statesPhases = false
  private var waiting: Set<String> = []
  /// What each table had, and each name of this file once it was looked at.
  private var known: [NameTable: TwinNames] = [:]

  init(_ context: MergeContext) { self.context = context }

  /// Looks at the names that came with a batch.
  mutating func look(at batch: Incoming.Batch) throws {
    if case .phases = batch.content { statesPhases = true }
    let made = context.session.takeMadeNames()
    // Of two that came together the later one is held against the earlier.
    waiting = Set(made.map(\.name))
    for one in made {
      waiting.remove(one.name)
      guard searches < Self.mostSearches else { return }
      searches += 1
      let diagnostic = try diagnostic(one.table, one.name)
      known[one.table]?.add(one.name)
      guard var found = diagnostic else { continue }
      found.place.row = one.row
      told.append(found)
    }
  }

  /// What is to be told once the last row is in.
  func finish() throws -> [Diagnostic] {
    guard statesPhases else { return told }
    let stated = try context.session.statedPhases()
    return told
      + (try context.session.allNames(.phase)).filter { !stated.contains($0) }.map {
        Self.unstated($0, stated, "is in use, and is none of the phases that are stated")
      }
  }

  private mutating func diagnostic(_ table: NameTable, _ name: String) throws -> Diagnostic? {
    if let missing = Self.missing(name, table) { return missing }
    switch table {
    case .phase:
      let stated = try context.session.statedPhases()
      guard stated.isEmpty else {
        // A row that is corrected has another key: the wrong one would stay beside it.
        return Self.unstated(
          name, stated, "is none of the phases that are stated", means: .undoBeforeAgain)
      }
      return try twin(name, "phase", column: "phase", in: table)
    case .coder:
      return try Self.comma(name) ?? twin(name, "coder", column: "coder", in: table)
    case .organization:
      return try twin(name, "organization", column: "organization", in: table)
    // Codes and items are held against the framework.
    case .code, .item: return nil
    }
  }

  private static func unstated(
    _ name: String, _ stated: [String], _ what: String, means: Diagnostic.Means? = nil
  ) -> Diagnostic {
    Diagnostic(
      code: .unstatedPhase, severity: .warning, place: .init(column: "phase"), found: name,
      message:
        "phase \"\(name)\" \(what) (\(Words.quoted(stated.prefix(20))))",
      remedy: NearestName.remedy(
        name, among: stated, or: "state it with the phases: it counts as a phase of its own"),
      means: means)
  }

  /// That a name is what stands where there is none.
  private static func missing(_ name: String, _ table: NameTable) -> Diagnostic? {
    let what: String
    switch table {
    case .phase: what = "phase"
    case .coder: what = "coder"
    case .organization: what = "organization"
    case .code, .item: return nil
    }
    guard MissingWord.isOne(name) else { return nil }
    return Diagnostic(
      code: .missingWord, severity: .warning, place: .init(column: what), found: name,
      message: "\(what) \"\(name)\" is new, and is what programs write where there is nothing",
      remedy: "Empty the field and import again; or leave it, if it is a name.",
      means: table == .organization ? nil : .undoBeforeAgain)
  }

  private static func comma(_ name: String) -> Diagnostic? {
    guard name.contains(",") else { return nil }
    return Diagnostic(
      code: .commaInCoder, severity: .warning, place: .init(column: "coders"), found: name,
      message: "\"\(name)\" is taken for one coder, since only a semicolon parts coders",
      remedy: "If they are several, write a semicolon between them and import again.")
  }

  private mutating func twin(
    _ name: String, _ what: String, column: String, in table: NameTable
  ) throws -> Diagnostic? {
    guard let other = try names(of: table).twin(of: name) else { return nil }
    return Diagnostic(
      code: .twinName, severity: .warning, place: .init(column: column), found: name,
      message: "\(what) \"\(name)\" is new, and there is \"\(other)\"",
      remedy: "If they are one, write both alike and import again; else leave it.",
      // Somebody's organization is put right where he or she stands; of a coder and a phase both would stay.
      means: table == .organization ? nil : .undoBeforeAgain)
  }
}

extension MentionedNames {
  /// The names that a table had before those that are still to be looked at.
  private mutating func names(of table: NameTable) throws -> TwinNames {
    if let names = known[table] { return names }
    var all = try context.session.allNames(table)
    if table == .organization { all += try context.session.unnumberedOrganizations() }
    let names = TwinNames(all.filter { !waiting.contains($0) })
    known[table] = names
    return names
  }

  /// That answers took the place of others which a file of another name had brought.
  static func replaced(in context: MergeContext) -> [Diagnostic] {
    context.session.replacedResponses.sorted { $0.key < $1.key }.compactMap { id, replaced in
      guard let entry = context.standing.first(where: { $0.id == id }),
        entry.file != context.task.name, !context.mended.contains(id)
      else { return nil }
      let answers =
        replaced.count == 1
        ? "one respondent's answers take"
        : "the answers of \(Words.thousands(replaced.count)) respondents, this row's the first, take"
      return Diagnostic(
        code: .answersReplaced, severity: .note,
        place: .init(row: replaced.row, column: "respondent"),
        message: "\(answers) the place of those from \(entry.file), import \(id)",
        remedy: "If other people answered, give them other tokens.")
    }
  }
}
