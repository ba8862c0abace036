import Foundation
import StudyModel

/// The people of a base as they are kept: what each set is behind, with their number, as JSON; and their
/// digests, of all sets one after the other, eight bytes each: those of persons, and in the same order
/// those of what they said.
struct StoredPeople {
  /// What is read of a base, in order.
  static let columns = "b.id, b.caseCode, b.phase, b.statistics, b.members, b.contents"

  /// What is kept where somebody contributed too little to be known by.
  private static let noContent: UInt64 = 0

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
    contents = Self.data(
      people.lazy.flatMap { $0.members.lazy.map { $0.content ?? Self.noContent } })
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
      PublishedBase.Member(person: $0, content: $1 == noContent ? nil : $1)
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
