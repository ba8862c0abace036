/// How a construct changed since the phase before, as a rule may read it.
extension CaseReading {
  /// A change in points, later minus earlier, by one stream.
  struct Change {
    var points: Double
    /// Whose level changed.
    var stream: EvidenceStream
    /// Of interviews, how many people spoke in both phases.
    var people = 0
    /// What it may be: one that is not clear anything its interval holds; nil where nobody can tell.
    var range: ClosedRange<Double>?
    /// Whether it is told to the next ten.
    var isRough = false
    /// Which way it went.
    var reading: ChangeReading

    /// `+12 points in the survey`, or as much as is told.
    var words: String {
      let points = (isRough ? "about " : "") + Words.signed(points) + " points in "
      return switch (stream, people) {
      case (.survey, _): points + "the survey"
      case (.interviews, 1): points + "interviews with the same person"
      case (.interviews, _): points + "interviews with the same \(people) people"
      }
    }
  }

  /// The change of a construct: of the survey where both phases asked, else of what the same people say in
  /// interviews.
  ///
  /// Nil where there is neither, where it is hidden, and where the streams of one of the phases contradict
  /// each other: a change of one of them would then be taken for one of the thing.
  func change(_ id: String) -> Change? {
    guard let row = score.change?.construct(id), !row.isContradicted else { return nil }
    return switch row.survey {
    case .shown(let survey):
      row.reading.map {
        Change(survey, reading: $0, isRough: tellsTens && survey.n < Limits.fewAnswers)
      }
    case .hidden, .inWords: nil
    case .absent:
      row.interviews.map { Change($0, isThin: construct(id)?.bandReason == .tooLittleEvidence) }
    }
  }

  /// Whether what rests on few is told to the next ten.
  private var tellsTens: Bool {
    switch formed {
    case .asTheyAre: false
    case .forOthers: true
    }
  }

  /// The constructs without others under them of which the survey's change is clear, and as many more as may be, being hidden.
  ///
  /// Nil where the survey tells of no change.
  var clearChanges: ClosedRange<Double>? {
    let changes = (score.change?.constructs ?? []).filter { framework.isLeaf($0.id) }
      .map(\.survey).filter { !$0.isAbsent }
    guard !changes.isEmpty else { return nil }
    let clear = Double(changes.count { $0.figure?.clear == true })
    return clear...(clear + Double(changes.count(where: \.isHidden)))
  }
}

extension CaseReading.Change {
  /// A change of the survey's level; `isRough` where it is told to the next ten.
  fileprivate init(_ survey: SurveyChange, reading: ChangeReading, isRough: Bool) {
    let points = NineDecimals.rounded(survey.change)
    let range = survey.interval.map { min($0.low, points)...max($0.high, points) }
    self.init(
      points: survey.change, stream: .survey,
      range: survey.clear == true ? points...points : range, isRough: isRough, reading: reading)
  }

  /// A change of what the same people say; of what has too little evidence for a band nothing is concluded.
  fileprivate init(_ interviews: InterviewChange, isThin: Bool) {
    let points = NineDecimals.rounded(interviews.change)
    let reading = isThin ? .untold : interviews.reading
    self.init(
      points: interviews.change, stream: .interviews, people: interviews.n,
      range: reading == .untold ? nil : points...points, reading: reading)
  }
}
