/// A unit on which coders who worked alone differ, with what each of them did.
///
/// Units are those of the scoring specification, section 1. The coders compared are those who have handed in,
/// see ``Consensus/coders``. A source that only one coder read has no disagreements. Decisions change nothing
/// here: one that settles the unit stands beside it.
public struct Disagreement: Sendable, Hashable {
  /// In what way coders differ; one unit may have several kinds.
  public enum Kind: String, Sendable, Hashable, CaseIterable, Comparable {
    /// A coder marked it and another did not, and put no other code of his own there.
    case unitizing
    /// A coder put another code there instead.
    case code
    /// Coders gave it different weights; a weight not given differs from none.
    case weight
    /// Coders gave it different valences; a valence not given is `supporting`.
    case valence

    /// Orders as listed.
    public static func < (left: Kind, right: Kind) -> Bool {
      (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
    }
  }

  /// What one coder did about the unit.
  public struct Account: Sendable, Hashable {
    /// The coder.
    public var coder: String
    /// The coder's coding in the unit; nil where the coder left it out.
    public var coding: Coding?
    /// Where the coder left it out: the codings put there instead, by span and code.
    ///
    /// Such a coding overlaps one of the unit's by the least ratio of units, has another code, and
    /// is in no unit with a coder of this one: who agree on that other code do not mistake it.
    public var instead: [Coding]

    /// Creates an account.
    public init(coder: String, coding: Coding?, instead: [Coding] = []) {
      self.coder = coder
      self.coding = coding
      self.instead = instead
    }
  }

  /// The source.
  public var source: String
  /// The code of the unit.
  public var code: String
  /// The span of the unit, from the first start to the last end, which a decision names.
  public var span: Span
  /// In what ways coders differ, in the order of ``Kind``; never empty.
  public var kinds: [Kind]
  /// What each coder did, by name.
  public var accounts: [Account]
  /// The decision that settled it; nil while it is open.
  public var decision: Adjudication?

  /// Creates a disagreement.
  public init(
    source: String, code: String, span: Span, kinds: [Kind], accounts: [Account],
    decision: Adjudication? = nil
  ) {
    self.source = source
    self.code = code
    self.span = span
    self.kinds = kinds
    self.accounts = accounts
    self.decision = decision
  }

  /// The coders who marked the unit.
  public var markedBy: [String] { accounts.filter { $0.coding != nil }.map(\.coder) }

  /// The codes put there instead, by name.
  public var rivals: [String] {
    Set(accounts.flatMap { $0.instead.map(\.code) }).sorted()
  }
}
