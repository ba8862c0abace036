/// Counts codings by two things, source by source.
///
/// Names are numbered once a source, so that a count looks at no text but the code's.
public struct CodeCount: Sendable {
  struct Key: Hashable, Sendable {
    var row: Int
    var column: Int
  }

  struct Field: Sendable {
    var codings = 0
    var informants: Set<Int> = []
  }

  /// An informant of a case, in whatever phase.
  private struct Speaker: Hashable, Sendable {
    var caseID: String?
    var informant: Informant
  }

  /// Things by number, such as the names of a dimension.
  private struct Names<Name: Hashable & Sendable>: Sendable {
    private(set) var all: [Name] = []
    private var numbers: [Name: Int] = [:]

    mutating func number(_ name: Name) -> Int {
      if let number = numbers[name] { return number }
      numbers[name] = all.count
      all.append(name)
      return all.count - 1
    }
  }

  let rows: CodeMatrix.Dimension
  let columns: CodeMatrix.Dimension
  private(set) var fields: [Key: Field] = [:]
  private(set) var isInterviewee: [Bool] = []
  private var rowsMet = Names<String>()
  private var columnsMet = Names<String>()
  /// Per source: its row and column, -1 where it has none, and its informant.
  private var places: [(row: Int, column: Int, informant: Int)] = []

  var rowNames: [String] { rowsMet.all }
  var columnNames: [String] { columnsMet.all }

  /// Starts without codings.
  ///
  /// - Parameters:
  ///   - rows: What the rows are.
  ///   - columns: What the columns are.
  ///   - sources: The sources of the study.
  ///   - participants: Those of the study, for their roles.
  ///   - hasPhases: Whether the study has phases, so that a source without one states none.
  public init(
    rows: CodeMatrix.Dimension, columns: CodeMatrix.Dimension, sources: [Source],
    participants: [Participant], hasPhases: Bool
  ) {
    (self.rows, self.columns) = (rows, columns)
    let roles = Dictionary(
      participants.map { (Self.name($0.id, of: $0.caseID), $0.role.rawValue) },
      uniquingKeysWith: { first, _ in first })
    var informants = Names<Speaker>()
    for source in sources {
      let participant = source.participant.map { Self.name($0, of: source.caseID ?? "") }
      func name(_ dimension: CodeMatrix.Dimension) -> String? {
        switch dimension {
        case .codes: nil
        case .cases: source.caseID
        case .participants: participant
        case .roles: participant.flatMap { roles[$0] }
        case .phases: source.phase ?? (hasPhases ? Phase.notStated : nil)
        }
      }
      let informant = informants.number(
        Speaker(caseID: source.caseID, informant: Informant(of: source)))
      if informant == isInterviewee.count { isInterviewee.append(participant != nil) }
      places.append(
        (
          name(rows).map { rowsMet.number($0) } ?? -1,
          name(columns).map { columnsMet.number($0) } ?? -1, informant
        ))
    }
  }

  /// Takes in the codings that a source, by its place, has with a code.
  ///
  /// They are left out where the source has no name in a dimension: no case, no participant
  /// or, in a study without phases, no phase.
  public mutating func add(source: Int, code: String, count: Int) {
    guard places.indices.contains(source) else { return }
    var (row, column) = (places[source].row, places[source].column)
    let informant = places[source].informant
    if rows == .codes { row = rowsMet.number(code) }
    if columns == .codes { column = columnsMet.number(code) }
    guard row >= 0, column >= 0 else { return }
    let key = Key(row: row, column: column)
    fields[key, default: Field()].codings += count
    fields[key]?.informants.insert(informant)
  }

  /// A participant's pseudonym is unique in the case.
  private static func name(_ participant: String, of caseID: String) -> String {
    "\(caseID) \(participant)"
  }
}
