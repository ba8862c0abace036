import StudyModel

/// A case's figures as one reader may see them: what is shown, what is hidden, what is silent.
///
/// Every part of a report asks here, so that a hidden figure cannot reach a page by another way.
struct CaseView {
  let input: ReportInput
  let subject: Case
  let score: SeenScore

  var eyes: Eyes { input.eyes }

  var framework: Framework { input.framework }

  /// Whether the interviews enter no figure, for there are too few.
  var hidesInterviewees: Bool { score.interviewees.isHidden }

  /// Whether what the interviews say is told: of enough people, or of few who agreed.
  var showsInterviews: Bool { !hidesInterviewees || score.hasAgreed }

  /// Whether the numbers of answers and organizations are hidden.
  var hidesAnswers: Bool { score.responses.isHidden }

  /// Whether people were interviewed, hidden ones included.
  var hasInterviewees: Bool { score.interviewees != .shown(0) }

  func name(_ id: String) -> String { framework.construct(id)?.name ?? id }

  func plainName(_ id: String) -> String { framework.construct(id)?.plainName ?? id }

  /// The plain words under a name, where they say more than the name.
  func gloss(_ id: String) -> String? {
    guard let construct = framework.construct(id) else { return nil }
    let same = construct.plainName.lowercased() == construct.name.lowercased()
    return same ? nil : construct.plainName
  }

  func survey(_ id: String) -> Told<SurveyFigure, Alike> {
    score.construct(id)?.survey ?? .absent
  }

  /// What the interviews and documents say; nil where the case has no source.
  func interviews(_ id: String) -> InterviewFigure? {
    score.construct(id)?.interview
  }

  /// What they say, where somebody spoke of it.
  func spoken(_ id: String) -> InterviewFigure? {
    interviews(id).flatMap { $0.isSpoken ? $0 : nil }
  }

  /// Survey and interviews, `31 / 83`, where they differ so far that no number stands for both; nil elsewhere.
  func apart(_ id: String) -> String? {
    guard let construct = score.construct(id), construct.bandReason == .sourcesDiffer,
      let survey = survey(id).figure, let interviews = construct.interview?.score
    else { return nil }
    return "\(Words.whole(survey.score)) / \(Words.whole(interviews))"
  }

  /// The score of both sources with its interval, as files hold it: for others than the researcher, as on the page,
  /// none where the two differ so far that no number stands for both.
  func joined(_ construct: ConstructScore) -> (score: Double?, interval: Interval?) {
    let isApart = !eyes.seeEverything && construct.bandReason == .sourcesDiffer
    return isApart ? (nil, nil) : (construct.score, construct.interval)
  }

  func gap(_ id: String) -> Told<ValueGap, Never> { score.construct(id)?.gap ?? .absent }

  /// The change of the survey's level since the phase before.
  func change(_ id: String) -> Told<SurveyChange, Never> {
    score.change?.construct(id)?.survey ?? .absent
  }

  /// How the change of the survey's level since the phase before reads; nil where none is shown.
  func changeReading(_ id: String) -> ChangeReading? { score.change?.construct(id)?.reading }

  /// The change of what the same people say in interviews since the phase before.
  func interviewsChange(_ id: String) -> InterviewChange? {
    score.change?.construct(id)?.interviews
  }

  /// Whether the case has any survey figure, hidden ones included.
  var hasSurvey: Bool {
    hidesAnswers || score.constructs.contains { !$0.survey.isAbsent }
  }

  /// Whether the case has any source.
  var hasInterviews: Bool { score.constructs.contains { $0.interview != nil } }

  /// The reader of the phase asked for or, without one, of the last that has evidence.
  ///
  /// ``Phase/notStated`` asks for evidence without a phase, which is taken of itself only where there
  /// is no other.
  static func chosen(_ readers: [CaseView], phase: String?) -> CaseView? {
    if let phase { return readers.last { ($0.score.phase ?? Phase.notStated) == phase } }
    let timed = readers.filter { $0.score.phase != nil }
    return timed.last(where: \.hasEvidence) ?? readers.last(where: \.hasEvidence) ?? timed.last
      ?? readers.last
  }

  /// Whether the case has anything in this phase, shown or not.
  var hasEvidence: Bool { hasSurvey || hasInterviews }

  /// Whether nothing in the case has a level.
  var isPresenceOnly: Bool {
    hasInterviews && !hidesInterviewees && !hasSurvey
      && !score.constructs.contains { $0.score != nil }
  }

  /// The leaves that these constructs stand for, each once.
  func leaves(_ ids: [String]) -> [String] {
    var seen: Set<String> = []
    return ids.flatMap { framework.leaves(under: $0).map(\.id) }.filter { seen.insert($0).inserted }
  }

  /// These constructs and everything under them.
  func family(_ ids: [String]) -> Set<String> {
    var all = Set(ids)
    for construct in framework.constructs {
      if let parent = construct.parent, all.contains(parent) { all.insert(construct.id) }
    }
    return all
  }

  /// Whether the interviews say of a form of value that it is wanted.
  func wish(_ id: String) -> Wish { score.construct(id)?.wish ?? .notWanted }

  /// The phase as a person would say it.
  var phaseLabel: String? {
    guard let name = score.phase else { return input.hasPhases ? Phase.notStated : nil }
    return Self.label(ofPhase: name, among: input.phases)
  }

  /// `3` as `phase 3`, `2 maturing` as `phase 2 (maturing)`: what phases are sorted by is no name; one that says
  /// what it is stays.
  static func label(ofPhase name: String, among phases: [Phase]) -> String {
    let parts = name.split(separator: " ", maxSplits: 1).map(String.init)
    guard let number = parts.first.flatMap({ Int($0) }) else { return name }
    guard parts.count > 1 else { return "phase \(name)" }
    // `6 months in` is a name, unless it is the sixth.
    let place = phases.firstIndex { $0.name == name }.map { $0 + 1 }
    return place == number ? "phase \(number) (\(parts[1]))" : name
  }

  /// The constructs of these of which coders often read the code differently, in the framework's order: where
  /// the case has no interviews nothing rests on them.
  func oftenDiffering(_ ids: some Sequence<String>) -> [String] {
    guard !input.agreement.isEmpty else { return [] }
    let low = input.oftenDiffering
    let asked = Set(ids)
    return framework.constructs.map(\.id).filter {
      asked.contains($0) && low.contains($0) && spoken($0) != nil
    }
  }

  /// Whether two coders or more read a source of this case and phase, as far as is told.
  var isReadByTwo: Bool { score.codingCover.value.map { $0.two + $0.more > 0 } ?? false }

  /// The line on agreement between coders that covers a construct and is too low to lean on.
  func lowAgreement(on ids: Set<String>) -> AgreementLine? {
    input.agreement.first { line in
      guard line.row.standing == .judged(.low) else { return false }
      return !family(line.constructs).isDisjoint(with: ids)
    }
  }
}
