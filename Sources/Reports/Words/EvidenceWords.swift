import StudyModel

/// How evidence is put into words: who spoke, how far it is borne out, what band it is in.
struct EvidenceWords {
  let reader: CaseView

  /// `4 of 6` interviewees, `2 sources` of what has none; nil where it is hidden: others than the
  /// researcher are told of two or more.
  func speaking(_ figure: InterviewFigure) -> String? {
    guard let voices = figure.voices else { return nil }
    guard voices.interviewees > 0 else { return Words.count(figure.informants ?? 0, "source") }
    return "\(voices.speaking) of \(voices.interviewees)"
  }

  /// `8 segments`, or nothing where numbers are hidden.
  func segments(_ figure: InterviewFigure) -> String? {
    reader.eyes.seeGrades ? figure.counts.map { Words.count($0.mentions, "segment") } : nil
  }

  /// The grade in a word.
  func grade(_ grade: Grade) -> String {
    grade == .agreed ? "case analysis" : grade.rawValue
  }

  /// How far it is borne out: the grade, or what others than the researcher are told in its place; nil
  /// for parents, and where nothing is told.
  func bearing(_ figure: InterviewFigure) -> String? {
    guard let heard = figure.heard else {
      // That nobody's word stands is no finding that it is absent.
      guard figure.grade == .absent else { return figure.grade.map(grade) }
      return figure.presence == .undecided ? "not settled" : "none"
    }
    return heard == .hidden ? nil : presence(figure).text
  }

  /// The filled pips of a grade, of three.
  func pips(_ grade: Grade) -> Int {
    switch grade {
    case .absent: 0
    case .single: 1
    case .agreed, .corroborated: 2
    case .triangulated: 3
    }
  }

  /// What the interviews say of presence, as a tag.
  func presence(_ figure: InterviewFigure) -> Tag {
    if let heard = figure.heard, case .borneOut(let side) = heard {
      return Tag(text: heard.words, tone: side == .for ? .agrees : .warns)
    }
    return switch figure.presence {
    case .evident: Tag(text: "evident", tone: .agrees)
    case .inPart: Tag(text: "in part", tone: .agrees)
    case .denied: Tag(text: "denied", tone: .warns)
    case .contested: Tag(text: "contested", tone: .warns)
    case .sourcesDiffer: Tag(text: Heard.sourcesDiffer.words, tone: .warns)
    case .undecided: Tag(text: Nothing.unsettled)
    case .notSpokenOf: Tag(text: "not spoken of", tone: .plain)
    case .littleHeard: Tag(text: "little heard", tone: .plain)
    case .heardFromMoreThanOne: Tag(text: "heard from more than one", tone: .agrees)
    case .hidden: .hidden
    }
  }

  /// The band in a word or two, and a reservation.
  func band(_ construct: ConstructScore) -> (word: String, small: String?) {
    if let band = construct.band {
      let close = construct.borderline == true ? "close to the line" : nil
      return (Words.capitalized(band.rawValue), close)
    }
    switch construct.bandReason {
    case .sourcesDiffer: return ("Sources differ", nil)
    case .tooLittleEvidence:
      // Grades are hidden from others: that there is too little is not known of what they see.
      return reader.scoreSight([construct.id]).seesAll
        ? ("No band", "too little evidence") : ("No band", "too little is shown for one")
    case .kinds: return ("No level", "kinds, not one thing")
    case nil: break
    }
    if reader.survey(construct.id).isHidden { return ("Hidden", nil) }
    guard let figure = construct.interview else {
      return ("No band", Nothing.evidence.said(reader.sight([construct.id])))
    }
    switch figure.heard {
    case .hidden: return ("Hidden", "too few interviews")
    case .littleHeard: return ("No band", "little heard")
    default: break
    }
    guard figure.isSpoken else {
      return ("No band", Nothing.evidence.said(reader.sight([construct.id])))
    }
    return (
      Words.capitalized(presence(figure).text),
      !figure.presenceOnly ? nil : figure.heard == nil ? "no level given" : "no level shown"
    )
  }

  /// Why a strip has no survey marks.
  func silentSurvey(_ id: String) -> String {
    let asked = reader.framework.items.contains { $0.construct == id && $0.aspect == .derived }
    if !reader.hasSurvey { return Self.unasked(asked, "no survey yet", "not asked") }
    return Self.unasked(asked, "no answers", "not asked in this survey")
  }

  private static func unasked(_ asked: Bool, _ none: String, _ notAsked: String) -> String {
    asked ? Shorthand.notAvailable.after(none) : Shorthand.notApplicable.after(notAsked)
  }

  /// Why there is no survey figure: hidden, told in words, or not there.
  func noSurvey(_ id: String) -> String {
    let stream = reader.survey(id)
    return stream.isHidden ? Shorthand.saidHidden : stream.said ?? silentSurvey(id)
  }

  /// What both streams together say of a construct, as a tag.
  func convergence(_ construct: ConstructScore) -> Tag {
    switch construct.convergence {
    case .agreement: Tag(text: "Agreement", tone: .agrees)
    case .partialAgreement: Tag(text: "Partial agreement", tone: .agrees)
    case .dissonance: Tag(text: "Dissonance", tone: .warns)
    case .undecidedInterviews: Tag(text: "Undecided: interviews", tone: .plain)
    case .silenceInterviews:
      Tag(
        text: reader.eyes.seeEverything ? "Silence: interviews" : "Survey alone", tone: .plain)
    case .silenceSurvey:
      Tag(
        text: reader.survey(construct.id).isHidden
          ? "Survey \(Shorthand.saidHidden)"
          : reader.eyes.seeEverything ? "Silence: survey" : "\(sources) alone",
        tone: .plain)
    case .tooLittle: Tag(text: "Too little to tell", tone: .plain)
    case nil: alone(construct)
    }
  }

  /// What the other stream is called.
  private var sources: String {
    reader.score.interviewees.value == 0 ? "Sources" : "Interviews"
  }

  /// That there is no evidence of a construct, where that is known.
  func noEvidence(_ id: String) -> Tag {
    Tag(text: Words.capitalized(Nothing.evidence.said(reader.sight([id]))))
  }

  /// Where nothing is said of both streams together: the one that is shown, or why none is.
  private func alone(_ construct: ConstructScore) -> Tag {
    let survey = reader.survey(construct.id)
    if survey.isHidden { return .hidden }
    guard let heard = construct.interview?.heard else {
      return survey.said == nil ? noEvidence(construct.id) : Tag(text: "Survey alone")
    }
    if survey.figure != nil || survey.said != nil { return Tag(text: "Survey alone") }
    return heard.isSpoken
      ? Tag(text: "\(sources) alone")
      : heard == .hidden ? .hidden : Tag(text: "Little heard")
  }

  /// `31 answers`, `29 to 31 answers a row`, or nothing where numbers are hidden.
  func answers(_ numbers: [Int]) -> String? {
    guard !reader.hidesAnswers, let least = numbers.min(), let most = numbers.max() else {
      return nil
    }
    return least == most
      ? Words.count(most, "answer") : "\(least) to \(most) answers a row"
  }

  /// `6 interviewees`, or nothing where there are none or numbers are hidden.
  var interviews: String? {
    guard let interviewees = reader.score.interviewees.value, interviewees > 0 else { return nil }
    return Words.count(interviewees, "interviewee")
  }

  /// The parts that are there, as the second title of a figure.
  static func subtitle(_ parts: [String?]) -> String {
    parts.compactMap { $0 }.joined(separator: ", ")
  }
}
