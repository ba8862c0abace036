/// Responses as rows of answers, known again by most of them, whatever respondents and phases are called and
/// whichever columns came or went.
struct ResponseRows {
  /// Each row's answers, as digests in ascending order.
  private let rows: [[UInt64]]
  /// So many rows are looked for: of many, a part tells as well whether they return.
  private static let most = 200
  /// Of so many answers a row is known again by four in five; of fewer, by all, and never of one or two.
  private static let telling = 8
  private static let fewest = 3

  /// Makes rows of the members of ``PublishedBase/Statistic/parts`` that are not another edition's under the
  /// same names; a row's members bear the same person.
  init(_ members: [PublishedBase.Member], without known: [PublishedBase.Member]) {
    let known = Set(known.map(\.person))
    rows = Dictionary(grouping: members.filter { !known.contains($0.person) }, by: \.person)
      .sorted { $0.key < $1.key }.map { $0.value.compactMap(\.content).sorted() }
  }

  /// Whether these rows may be those of another edition: of long ones half must return, of short ones, which
  /// are easily given twice, three in four.
  ///
  /// The time it takes grows with the rows, and not with their square.
  func areAmong(_ other: ResponseRows) -> Bool {
    let (few, many) = rows.count <= other.rows.count ? (self, other) : (other, self)
    let sought = few.rows.prefix(Self.most)
    guard !sought.isEmpty else { return false }
    var holders: [UInt64: [Int]] = [:]
    for (place, row) in many.rows.enumerated() {
      for answer in row { holders[answer, default: []].append(place) }
    }
    var isTaken = Array(repeating: false, count: many.rows.count)
    var found = 0
    for row in sought {
      var common = Array(repeating: 0, count: many.rows.count)
      for answer in row { for place in holders[answer] ?? [] { common[place] += 1 } }
      let best = common.indices.filter {
        !isTaken[$0] && Self.isSame(common[$0], of: min(row.count, many.rows[$0].count))
      }.max { common[$0] < common[$1] }
      if let best {
        isTaken[best] = true
        found += 1
      }
    }
    let areLong = 2 * sought.count { $0.count >= Self.telling } >= sought.count
    return areLong ? 2 * found >= sought.count : 4 * found >= 3 * sought.count
  }

  private static func isSame(_ common: Int, of answers: Int) -> Bool {
    guard answers >= fewest else { return false }
    return answers >= telling ? 5 * common >= 4 * answers : common == answers
  }
}
