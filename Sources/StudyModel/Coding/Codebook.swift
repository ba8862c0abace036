/// What the names of codes mean, so that codings and decisions are read by their meaning.
///
/// Two names of one construct are one meaning everywhere: in units, agreement, disagreements and counts.
/// A meaning is called by the code that it has in every framework: the construct's id, with `.desired`
/// where it says that a form of value was wanted. Scoring specification, section 1, "Meaning".
public struct Codebook: Sendable, Hashable {
  /// The least ratio of intersection to union of two codings of one unit; see
  /// ``ScoringRules/unitOverlap``.
  public let leastOverlap: Double
  /// The meanings of the names that a framework lists.
  private let listed: [String: [String]]

  /// The names of a framework.
  public init(_ framework: Framework) {
    leastOverlap = framework.scoring.unitOverlap
    listed = framework.codes.mapValues { $0.map(\.code) }
  }

  /// No names: every code is a meaning of its own.
  public init(leastOverlap: Double = ScoringRules().unitOverlap) {
    self.leastOverlap = leastOverlap
    listed = [:]
  }

  /// The meanings of a code: those it is listed with, else itself.
  public func meanings(of code: String) -> [String] { listed[code] ?? [code] }

  /// Codings by their meanings, one each.
  func read(_ codings: [Coding]) -> [Coding] {
    guard !listed.isEmpty else { return codings }
    return codings.flatMap { coding -> [Coding] in
      guard let meanings = listed[coding.code] else { return [coding] }
      return meanings.map { meaning in
        var read = coding
        read.code = meaning
        return read
      }
    }
  }

  /// Decisions by the meanings of the units they are on, one each.
  func read(_ decisions: [Adjudication]) -> [Adjudication] {
    guard !listed.isEmpty else { return decisions }
    return decisions.flatMap { decision in
      meanings(of: decision.code).map { meaning in
        var read = decision
        read.code = meaning
        return read
      }
    }
  }
}
