import Foundation
import GRDB
public import StudyModel

extension StudyReader {
  /// The editions, oldest first.
  ///
  /// - Throws: `StudyFileError.damaged` where one names a report or eyes that there are none of.
  public func editions() throws -> [EditionEntry] {
    try Row.fetchAll(db, sql: "SELECT \(EditionEntry.columns) FROM edition ORDER BY id").map {
      try EditionEntry(row: $0)
    }
  }

  /// What was ever published, a case and phase each, oldest first.
  ///
  /// - Throws: `StudyFileError.damaged` where a row does not hold what it says.
  public func publishedStates() throws -> [PublishedState] {
    let editions = Dictionary(
      try self.editions().map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return try Row.fetchAll(
      db,
      sql: """
        SELECT \(StoredPeople.columns), max(r.editionID) FROM editionBase b
        JOIN editionRestsOn r ON r.baseID = b.id GROUP BY b.id ORDER BY b.id
        """
    ).map { row in
      guard let edition = editions[row[6]] else {
        throw DamagedRow("editionBase", row[0] as Int64, "is of no edition")
      }
      return PublishedState(id: row[0], base: try PublishedBase(row: row), edition: edition)
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

extension StudyReader {
  /// The organizations' names by their numbers.
  public func organizationNames() throws -> [Int64: String] { try names("organization") }
}

extension EditionEntry {
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
      at: row[1], toolVersion: row[2], report: report, audience: audience, caseID: row[5],
      phase: row[6], rules: row[7], studyHash: row[8], republished: row[9])
    id = row[0]
  }
}

/// The people of a base as they are kept: what each set is behind, with their number, as JSON; and their
/// digests, of all sets one after the other, eight bytes each: those of persons, and in the same order
/// those of what they said.
struct StoredPeople {
  /// What is read of a base, in order.
  static let columns = "b.id, b.caseCode, b.phase, b.statistics, b.members, b.contents"

  private struct Line: Codable {
    var name: String
    var count: Int
  }

  var statistics: String
  var members: Data
  var contents: Data

  init(_ people: [PublishedBase.People]) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let lines = people.map { Line(name: $0.statistic.name, count: $0.members.count) }
    statistics = String(decoding: try encoder.encode(lines), as: UTF8.self)
    members = Self.data(people.lazy.flatMap { $0.members.lazy.map(\.person) })
    contents = Self.data(people.lazy.flatMap { $0.members.lazy.map(\.content) })
  }

  private static func data(_ digests: some Sequence<UInt64>) -> Data {
    var data = Data()
    for digest in digests {
      withUnsafeBytes(of: digest.littleEndian) { data.append(contentsOf: $0) }
    }
    return data
  }

  /// Reads what was kept; nil where it does not hold what it says.
  static func read(
    _ statistics: String, _ members: Data, _ contents: Data
  ) -> [PublishedBase.People]? {
    guard let lines = try? JSONDecoder().decode([Line].self, from: Data(statistics.utf8)),
      lines.allSatisfy({ $0.count >= 0 && $0.count <= members.count }),
      lines.reduce(0, { $0 + $1.count }) * 8 == members.count, contents.count == members.count
    else { return nil }
    var people: [PublishedBase.People] = []
    var all = zip(digests(members), digests(contents)).map {
      PublishedBase.Member(person: $0, content: $1)
    }[...]
    for line in lines {
      guard let statistic = PublishedBase.Statistic(name: line.name) else { return nil }
      people.append(PublishedBase.People(statistic, Array(all.prefix(line.count))))
      all = all.dropFirst(line.count)
    }
    return people
  }

  private static func digests(_ data: Data) -> [UInt64] {
    data.withUnsafeBytes { bytes in
      (0..<bytes.count / 8).map {
        UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 8 * $0, as: UInt64.self))
      }
    }
  }
}
