import Foundation
import GRDB
public import StudyModel

extension StudyReader {
  /// The editions, oldest first.
  ///
  /// - Throws: `StudyFileError.damaged` where one names eyes that there are none of.
  public func editions() throws -> [EditionEntry] {
    try Row.fetchAll(db, sql: "SELECT \(EditionEntry.columns) FROM edition ORDER BY id").map {
      try EditionEntry(row: $0)
    }
  }

  /// What was ever published of some cases and phases, oldest first.
  ///
  /// - Throws: `StudyFileError.damaged` where a row does not hold what it says.
  public func publishedStates(ofCase caseID: String, phase: String?) throws -> [PublishedState] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT b.id, b.statistics, b.members, max(r.editionID) AS newest FROM editionBase b
        JOIN editionRestsOn r ON r.baseID = b.id
        WHERE b.caseCode = ? AND b.phase IS ? GROUP BY b.id ORDER BY b.id
        """, arguments: [caseID, phase]
    ).map { row in
      let newest: Int64 = row["newest"]
      let edition = try Row.fetchOne(
        db, sql: "SELECT \(EditionEntry.columns) FROM edition WHERE id = ?", arguments: [newest])
      guard let edition,
        let people = StoredPeople.read(row["statistics"], row["members"] as Data)
      else {
        throw DamagedRow("editionBase", row["id"] as Int64, "does not hold the people it says")
      }
      return PublishedState(
        id: row["id"], base: PublishedBase(caseID: caseID, phase: phase, people: people),
        edition: try EditionEntry(row: edition))
    }
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
        SELECT b.caseCode, b.phase, b.statistics, b.members, b.id FROM editionBase b
        JOIN editionRestsOn r ON r.baseID = b.id WHERE r.editionID = ? ORDER BY b.id
        """, arguments: [id]
    ).map { row in
      guard let people = StoredPeople.read(row[2], row[3] as Data) else {
        throw DamagedRow("editionBase", row[4] as Int64, "does not hold the people it says")
      }
      return PublishedBase(caseID: row[0], phase: row[1], people: people)
    }
  }
}

extension StudyReader {
  /// The organizations' names by their numbers.
  public func organizationNames() throws -> [Int64: String] { try names("organization") }
}

extension EditionEntry {
  static let columns =
    "id, at, toolVersion, report, audience, caseCode, phase, rules, studyHash, republished"

  init(row: Row) throws {
    let name: String = row[4]
    guard let audience = Audience(rawValue: name) else {
      throw DamagedRow("edition", row[0] as Int64, "is for \"\(name)\", whom nobody knows")
    }
    self.init(
      at: row[1], toolVersion: row[2], report: row[3], audience: audience, caseID: row[5],
      phase: row[6], rules: row[7], studyHash: row[8], republished: row[9])
    id = row[0]
  }
}

/// The people of a base as they are kept: what each set is behind, with their number, as JSON; and the
/// digests of all sets one after the other, eight bytes each.
struct StoredPeople {
  private struct Line: Codable {
    var name: String
    var count: Int
  }

  var statistics: String
  var members: Data

  init(_ people: [PublishedBase.People]) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let lines = people.map { Line(name: $0.statistic.name, count: $0.members.count) }
    statistics = String(decoding: try encoder.encode(lines), as: UTF8.self)
    members = Data(capacity: people.reduce(0) { $0 + 8 * $1.members.count })
    for set in people {
      for member in set.members {
        withUnsafeBytes(of: member.littleEndian) { members.append(contentsOf: $0) }
      }
    }
  }

  /// Reads what was kept; nil where it does not hold what it says.
  static func read(_ statistics: String, _ members: Data) -> [PublishedBase.People]? {
    guard let lines = try? JSONDecoder().decode([Line].self, from: Data(statistics.utf8)),
      lines.allSatisfy({ $0.count >= 0 && $0.count <= members.count }),
      lines.reduce(0, { $0 + $1.count }) * 8 == members.count
    else { return nil }
    var people: [PublishedBase.People] = []
    var rest = members[...]
    for line in lines {
      guard let statistic = PublishedBase.Statistic(name: line.name) else { return nil }
      let own = Data(rest.prefix(8 * line.count))
      rest = rest.dropFirst(8 * line.count)
      let digests = own.withUnsafeBytes { bytes in
        (0..<line.count).map { place -> UInt64 in
          UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 8 * place, as: UInt64.self))
        }
      }
      people.append(PublishedBase.People(statistic, digests))
    }
    return people
  }
}
