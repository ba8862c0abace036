/// The people behind what a report for other eyes shows of one case and phase.
///
/// They are known by salted digests, never by name: enough to tell how many came or went since, and
/// nothing else. There are two of each: one of the person together with what he or she said, so that one
/// who answers anew counts as one who went and one who came; and one of what was said alone, by which
/// people are known again whose names changed.
public struct PublishedBase: Sendable, Hashable {
  /// Somebody behind a statistic.
  public struct Member: Sendable, Hashable, Comparable {
    /// The digest of the person, and of what he or she contributes.
    public var person: UInt64
    /// The digest of the contribution alone; nil where it is too little to know anybody by.
    public var content: UInt64?

    /// Creates a member.
    public init(person: UInt64, content: UInt64?) {
      (self.person, self.content) = (person, content)
    }

    /// In the order of the persons.
    public static func < (left: Member, right: Member) -> Bool {
      (left.person, left.content ?? 0) < (right.person, right.content ?? 0)
    }
  }

  /// The people behind one statistic.
  public struct People: Sendable, Hashable {
    /// What they are behind.
    public var statistic: Statistic
    /// Their digests, in ascending order.
    public var members: [Member]

    /// Creates a set of people; the order of the members does not matter.
    public init(_ statistic: Statistic, _ members: [Member]) {
      self.statistic = statistic
      self.members = members.sorted()
    }
  }

  /// The case.
  public var caseID: String
  /// The phase; nil where none is stated.
  public var phase: String?
  /// The people, a statistic each, in a fixed order.
  public var people: [People]

  /// Creates a base.
  public init(caseID: String, phase: String?, people: [People]) {
    self.caseID = caseID
    self.phase = phase
    self.people = people
  }
}
