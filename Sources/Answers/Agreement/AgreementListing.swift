import FileFormats
import Statistics
import StudyModel

/// The figures of agreement of a plain table, each under its name, in the order they are told.
public struct AgreementListing: Sendable, Hashable {
  /// Facts before the figures: coders, units, scale, procedure, seed.
  var facts: [JSONValue.Member]
  /// The figures.
  public var figures: [AgreementRecord]
  /// Figures by code, pair and so on.
  public var groups: [Group] = []
  /// Sentences to print under the figures.
  public var notes: [String] = []
  /// What was not declared of the table, for want of which figures have no value or say less.
  public var undeclared: Set<Declaration> = []

  /// What can be declared of a table.
  public enum Declaration: Sendable, Hashable, CaseIterable {
    /// The values there are, in order.
    case scale
    /// Where texts begin and end.
    case extents
  }

  /// Figures about one thing.
  public struct Group: Sendable, Hashable {
    /// What they are about.
    public var key: String
    /// Who and how often.
    var facts: [JSONValue.Member]
    /// The figures.
    public var figures: [AgreementRecord]
    /// Groups within, such as pairs of coders.
    public var groups: [Group] = []

    /// What is counted of it, by name.
    public var counts: [(name: String, count: Int)] {
      facts.compactMap { fact in
        if case .integer(let count) = fact.value { (fact.key, count) } else { nil }
      }
    }

    var json: JSONValue {
      .object(
        [.init("key", .string(key))] + facts + [
          .init("figures", .array(figures.map(\.json)))
        ] + (groups.isEmpty ? [] : [.init("groups", .array(groups.map(\.json)))]))
    }
  }

  /// How the intervals of alpha were made.
  static func facts(_ choice: BootstrapChoice) -> [JSONValue.Member] {
    [
      .init("intervalMethod", .string(choice.procedure.rawValue)),
      .init("replicates", .integer(choice.replicates)),
      .init("generator", .string(SeededGenerator.name)), .init("seed", .seed(choice.seed)),
    ]
  }

  /// How the intervals of alpha were made, in a sentence.
  static func sentence(_ choice: BootstrapChoice) -> String {
    guard choice.replicates > 0 else { return "No interval of alpha was simulated." }
    let how =
      switch choice.method {
      case .units: "units drawn with replacement"
      case .cells2011:
        "cells of the coincidence matrix drawn as KALPHA does, which is too narrow with three or more coders"
      case .pairs2016:
        "pairs within units drawn (Krippendorff 2016), which is too narrow with three or more coders"
      }
    return
      "Intervals of alpha: 95%, \(choice.replicates) replicates, \(how), seed \(choice.seed)."
  }
}

extension Answer {
  /// Agreement of a plain table.
  public static func agreement(_ listing: AgreementListing) -> Answer {
    Answer(
      .object(
        [.init("ok", .bool(true))] + listing.facts
          + [.init("figures", .array(listing.figures.map(\.json)))]
          + (listing.groups.isEmpty
            ? [] : [.init("groups", .array(listing.groups.map(\.json)))])
          + [.init("notes", .strings(listing.notes))]))
  }
}
