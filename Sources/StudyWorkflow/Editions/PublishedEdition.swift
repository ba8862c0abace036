public import StudyModel
import StudyStore

/// A report that was published for others than the researcher, and the people it rests on.
public struct PublishedEdition: Sendable {
  /// What was published, to whom and when.
  public var entry: Edition
  /// The people behind it, a case and phase each.
  public var bases: [PublishedBase]

  /// How many people of a kind it rests on; nil for none.
  public func count(of statistic: PublishedBase.Statistic) -> Int? {
    let counts = bases.compactMap { $0.count(of: statistic) }
    return counts.isEmpty ? nil : counts.reduce(0, +)
  }
}

extension PublishedBase {
  /// How many people of a kind stand behind it; nil for none.
  public func count(of statistic: Statistic) -> Int? {
    let counts = people.filter { $0.statistic == statistic }.map(\.members.count)
    return counts.isEmpty ? nil : counts.reduce(0, +)
  }
}

extension Study {
  /// What was published for others than the researcher, the oldest first.
  public func editions() throws -> [PublishedEdition] {
    try file.read { reader in
      try reader.editions().map {
        PublishedEdition(entry: $0, bases: try reader.cells(ofEdition: $0.id))
      }
    }
  }
}
