import StudyModel

extension StudyEvidence {
  /// Makes sure that there is something to score.
  ///
  /// - Throws: `Failure` that says what is missing, and how to bring it in.
  public func requireEvidence() throws {
    guard cases.isEmpty || !hasEvidence else { return }
    throw cases.isEmpty
      ? Failure.noCases
      : Failure(
        .data, .noEvidence, "The study has cases and no evidence yet",
        remedy: "Bring in interviews, by their sources and codings, or answers to a survey.")
  }

  /// Makes sure that some case states an attribute, by which cases can be ordered.
  ///
  /// - Throws: `Failure` with the attributes that cases state.
  public func require(attribute name: String) throws {
    try Self.require(attribute: name, of: cases)
  }

  /// The same of cases with the attributes that may be told: all of them, or those that are public.
  ///
  /// Of others nothing is said, not that they are there.
  static func require(attribute name: String, of cases: [Case], areAll: Bool = true) throws {
    guard !cases.contains(where: { $0.attribute(name) != nil }) else { return }
    var known: [String] = []
    var met: Set<String> = []
    for attribute in cases.flatMap(\.attributes)
    where !attribute.value.isEmpty && met.insert(attribute.name).inserted {
      known.append(attribute.name)
    }
    let some = Words.quoted(known.prefix(10))
    throw Failure(
      .data, .noSuchAttribute,
      "No case of the study has an attribute \"\(name)\"\(areAll ? "" : " that others may be told")",
      remedy: NearestName.question(name, among: known)
        ?? (known.isEmpty
          ? "Attributes are further columns of the file of cases." : "They have \(some).")
          + (areAll ? "" : " Others are told what the framework declares public."),
      found: name)
  }

  /// Makes sure that scores are of a phase; the name of what states none is ``Phase/notStated``.
  ///
  /// - Throws: `Failure` with the phases there are.
  public func require(phase name: String) throws {
    let known = scoredPhases.map { $0 ?? Phase.notStated }
    guard !known.contains(name) else { return }
    throw Failure(
      .data, .noSuchPhase, "No evidence of the study is of phase \"\(name)\"",
      remedy: NearestName.question(name, among: known)
        ?? (scoredPhases == [nil]
          ? "None states a phase." : "There is \(Words.quoted(known))."),
      found: name)
  }
}
