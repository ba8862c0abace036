extension InterviewFigure {
  /// What was counted of a construct's interviews.
  public struct Counts: Sendable, Hashable {
    /// Informants with at least one standing unit.
    public var informants: Int
    /// Informants with a weighted unit.
    public var measured: Int
    /// Interviewees of the case and phase.
    public var interviewees: Int
    /// Interviewees among the informants: the k of "k of n interviewees".
    public var speaking: Int
    /// Standing units.
    public var mentions: Int
    /// Informants with a contrary unit.
    public var contrary: Int
    /// Whether somebody speaks for and somebody against.
    public var contested: Bool
    /// Units at exactly half the votes.
    public var unresolved: Int
    /// The grade; nil for parents.
    public var grade: Grade?
    /// For parents.
    public var repertoire: Repertoire?
    /// Whether all its standing units were coded by one coder only.
    public var oneCoderOnly: Bool
    /// Whether it is there; of a parent, the first of what is said of its parts.
    public var presence: Presence

    /// Creates counts.
    public init(
      informants: Int, measured: Int, interviewees: Int, speaking: Int, mentions: Int,
      contrary: Int, contested: Bool, unresolved: Int, grade: Grade?, presence: Presence,
      repertoire: Repertoire? = nil, oneCoderOnly: Bool = false
    ) {
      self.informants = informants
      self.measured = measured
      self.interviewees = interviewees
      self.speaking = speaking
      self.mentions = mentions
      self.contrary = contrary
      self.contested = contested
      self.unresolved = unresolved
      self.grade = grade
      self.repertoire = repertoire
      self.oneCoderOnly = oneCoderOnly
      self.presence = presence
    }
  }

  /// How many of a parent's children somebody spoke of.
  public struct Repertoire: Sendable, Hashable {
    /// Children with an informant.
    public var spoken: Int
    /// The framework's children.
    public var of: Int

    /// Creates a repertoire.
    public init(spoken: Int, of: Int) {
      self.spoken = spoken
      self.of = of
    }
  }
}
