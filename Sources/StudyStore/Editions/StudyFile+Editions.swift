import Foundation
import GRDB
public import StudyModel

extension StudyFile {
  /// Keeps an edition with the people behind it, in one transaction with the look at earlier ones.
  ///
  /// An edition of the same report in the same way, on the same people and with the same hash of what it
  /// shows, is that edition again: nothing is written then.
  ///
  /// - Parameters:
  ///   - entry: The edition.
  ///   - bases: The people behind it, a case and phase each; those behind nothing that is shown are
  ///     left out.
  ///   - digest: The digest of bytes, by which the same people are found again.
  ///   - judge: Looks at what was published earlier, and throws where the edition must not be.
  /// - Returns: The edition, with its number.
  /// - Throws: What `judge` throws, with nothing written; `StudyFileError`.
  public func keep(
    _ entry: EditionEntry, on bases: [PublishedBase], digest: ([UInt8]) -> [UInt8],
    judge: ([PublishedState]) throws -> Void
  ) throws -> Edition {
    let bases = bases.filter { !$0.people.isEmpty }
    return try write { db in
      let reader = StudyReader(db: db)
      let states = try reader.publishedStates()
      try judge(states)
      var numbers: Set<Int64> = []
      for base in bases {
        let known = states.first { $0.base == base }?.id
        numbers.insert(try known ?? Self.insert(base, digest: digest, db))
      }
      for same in try reader.editions().reversed() where same.entry.isSameReport(as: entry) {
        if try reader.bases(ofEdition: same.id) == numbers { return same }
      }
      return try Self.insert(entry, on: numbers, db)
    }
  }

  private static func insert(
    _ base: PublishedBase, digest: ([UInt8]) -> [UInt8], _ db: Database
  ) throws -> Int64 {
    let stored = try StoredPeople(base.people)
    let whole = [base.caseID, base.phase ?? "", stored.statistics].joined(separator: "\u{1F}")
    let hash = digest(
      Array(whole.utf8) + (base.phase == nil ? [0] : [1]) + stored.members + stored.contents)
    try db.execute(
      sql: """
        INSERT INTO editionBase (caseCode, phase, statistics, members, contents, digest)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        base.caseID, base.phase, stored.statistics, stored.members, stored.contents, Data(hash),
      ])
    return db.lastInsertedRowID
  }

  private static func insert(
    _ entry: EditionEntry, on bases: Set<Int64>, _ db: Database
  ) throws -> Edition {
    try db.execute(
      sql: """
        INSERT INTO edition
          (at, toolVersion, report, audience, caseCode, phase, rules, studyHash, republished)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        entry.at, entry.toolVersion, entry.report.rawValue, entry.audience.rawValue, entry.caseID,
        entry.phase, entry.rules, entry.studyHash, entry.republished,
      ])
    let kept = Edition(id: db.lastInsertedRowID, entry: entry)
    for base in bases.sorted() {
      try db.execute(
        sql: "INSERT INTO editionRestsOn (editionID, baseID) VALUES (?, ?)",
        arguments: [kept.id, base])
    }
    return kept
  }

  /// Sets the study's secret, which is otherwise random: for the samples that ship, which must be the
  /// same bytes whenever they are made.
  public func setSecret(_ bytes: [UInt8]) throws {
    try write { db in
      try db.execute(
        sql: "UPDATE secret SET value = ? WHERE name = 'study'", arguments: [Data(bytes)])
    }
  }
}
