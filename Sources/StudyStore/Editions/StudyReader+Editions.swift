import Foundation
import GRDB
public import StudyModel

extension StudyReader {
  /// The editions, oldest first.
  ///
  /// - Throws: `StudyFileError.damaged` where one names a report or eyes that there are none of.
  public func editions() throws -> [Edition] {
    try Row.fetchAll(db, sql: "SELECT \(Edition.columns) FROM edition ORDER BY id").map {
      try Edition(row: $0)
    }
  }

  /// What was ever published, a case and phase each, oldest first.
  ///
  /// - Throws: `StudyFileError.damaged` where a row does not hold what it says.
  public func publishedStates() throws -> [PublishedState] {
    let editions = Dictionary(
      try self.editions().map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var states: [PublishedState] = []
    for row in try Row.fetchAll(
      db,
      sql: """
        SELECT \(StoredPeople.columns), r.editionID FROM editionBase b
        JOIN editionRestsOn r ON r.baseID = b.id ORDER BY b.id, r.editionID
        """)
    {
      let id: Int64 = row[0]
      guard let edition = editions[row[6]] else {
        throw DamagedRow("editionBase", id, "is of no edition")
      }
      if states.last?.id == id {
        states[states.count - 1].editions.append(edition)
      } else {
        states.append(
          PublishedState(id: id, base: try PublishedBase(row: row), editions: [edition]))
      }
    }
    return states
  }

  /// The bases of an edition, by number.
  func bases(ofEdition id: Int64) throws -> Set<Int64> {
    Set(
      try Int64.fetchAll(
        db, sql: "SELECT baseID FROM editionRestsOn WHERE editionID = ?", arguments: [id]))
  }

  /// The cases and phases that an edition shows, with how many people each rests on.
  public func cells(ofEdition id: Int64) throws -> [PublishedBase] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT \(StoredPeople.columns) FROM editionBase b
        JOIN editionRestsOn r ON r.baseID = b.id WHERE r.editionID = ? ORDER BY b.id
        """, arguments: [id]
    ).map { try PublishedBase(row: $0) }
  }
}

extension PublishedBase {
  /// Reads a row of `StoredPeople.columns`.
  fileprivate init(row: Row) throws {
    guard let people = StoredPeople.read(row[3], row[4] as Data, row[5] as Data) else {
      throw DamagedRow("editionBase", row[0] as Int64, "does not hold the people it says")
    }
    self.init(caseID: row[1], phase: row[2], people: people)
  }
}

extension Edition {
  static let columns =
    "id, at, toolVersion, report, audience, caseCode, phase, rules, studyHash, republished"

  init(row: Row) throws {
    let (kind, name): (String, String) = (row[3], row[4])
    guard let report = ReportKind(rawValue: kind) else {
      throw DamagedRow("edition", row[0] as Int64, "is of \"\(kind)\", which is no report")
    }
    guard let audience = Audience(rawValue: name) else {
      throw DamagedRow("edition", row[0] as Int64, "is for \"\(name)\", whom nobody knows")
    }
    self.init(
      id: row[0],
      entry: EditionEntry(
        at: row[1], toolVersion: row[2], report: report, audience: audience, caseID: row[5],
        phase: row[6], rules: row[7], studyHash: row[8], republished: row[9]))
  }
}
