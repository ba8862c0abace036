import StudyModel
import StudyStore

/// The cases and phases of a study by the numbers that its rows name them by.
struct StudyPlaces: Sendable {
  /// The cases, in the order in which they came in.
  let cases: [Case]
  /// All phases, in time.
  let phases: [Phase]
  /// Whether any case of the study has a source or a response.
  let hasEvidence: Bool
  /// Cases by phases, as scores are laid out.
  let cells: StudyCells
  /// The number of the case asked for; nil where all were.
  let onlyCase: Int64?
  private let caseAt: [Int64: Int]
  private let phaseAt: [Int64: Int]
  private let noPhase: Int?

  /// The phases that become columns of ``cells``.
  enum Columns {
    /// Those that evidence states, and nil after them where some states none.
    case inUse
    /// All of them, and nil.
    case all
  }

  /// Reads them; with `caseID` the cells are of this case alone, and no other has a place.
  init(_ reader: StudyReader, columns: Columns, caseID: String? = nil) throws {
    let all = try reader.cases()
    let numbered = caseID.map { id in all.filter { $0.case.id == id } } ?? all
    let byNumber = try reader.phases()
    cases = all.map(\.case)
    phases = byNumber.values.sorted { $0.isBefore($1) }
    let used = try reader.phasesInUse()
    hasEvidence = !used.isEmpty
    let cells = StudyCells(
      cases: numbered.map(\.case.id),
      phases: columns == .all
        ? phases.map(\.name) + [nil] : Self.names(of: used, byNumber))
    self.cells = cells
    caseAt = Dictionary(
      numbered.enumerated().map { ($0.element.number, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    phaseAt = byNumber.compactMapValues { cells.index(ofPhase: $0.name) }
    noPhase = cells.index(ofPhase: nil)
    onlyCase = caseID == nil ? nil : numbered.first?.number
  }

  /// The same in memory of its own, for a thread of its own: threads that count references of the same
  /// memory slow each other down.
  func copy() -> StudyPlaces { StudyPlaces(copying: self) }

  private init(copying other: StudyPlaces) {
    cases = other.cases
    hasEvidence = other.hasEvidence
    phases = other.phases
    onlyCase = other.onlyCase
    cells = StudyCells(cases: other.cells.cases.map { $0 }, phases: other.cells.phases.map { $0 })
    caseAt = Dictionary(uniqueKeysWithValues: other.caseAt.map { ($0.key, $0.value) })
    phaseAt = Dictionary(uniqueKeysWithValues: other.phaseAt.map { ($0.key, $0.value) })
    noPhase = other.noPhase
  }

  /// The place of a case by its number.
  func place(ofCase number: Int64) -> Int? { caseAt[number] }

  /// The place of a phase by its number; that of no phase for nil.
  ///
  /// Nil where there is no such column, which the store refuses before.
  func place(ofPhase number: Int64?) -> Int? {
    guard let number else { return noPhase }
    return phaseAt[number]
  }

  /// The place of a phase that is stated by its number.
  func place(ofStated number: Int64?) -> Int? { number.flatMap { phaseAt[$0] } }

  /// The phases as scores name them: those in use, in time (by name where no order is given); nil
  /// after them where some evidence states none.
  private static func names(of used: Set<Int64?>, _ phases: [Int64: Phase]) -> [String?] {
    let names = used.compactMap { $0 }.compactMap { phases[$0] }.sorted { $0.isBefore($1) }
      .map(\.name)
    guard !names.isEmpty else { return [] }
    return names + (used.contains(nil) ? [nil] : [])
  }
}

/// A participant of a case, by whose pseudonym he is known there.
struct Speaker: Hashable, Sendable {
  /// The case.
  var caseID: String
  /// The pseudonym.
  var participant: String
}
