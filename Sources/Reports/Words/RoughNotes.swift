import StudyModel

/// What is said under a figure in which others than the researcher are told something roughly.
struct RoughNotes {
  /// How many answers, or pairs, stand behind each figure that is shown, with its interval.
  let told: [(n: Int, interval: Interval?)]
  /// Whether some count as fewer than they are, since organizations weigh the same.
  private var weighFew = false
  /// Whether some are of many respondents who weigh alike, whose own spread is not told.
  private var goesByNumber = false

  /// Of the levels of the survey.
  init(_ figures: [SurveyFigure]) {
    told = figures.map { ($0.n, $0.interval) }
    weighFew = figures.contains(where: \.weighsFew)
    goesByNumber = figures.contains {
      $0.weighting == .respondents && $0.n >= Limits.fewAnswers && $0.interval?.about != nil
    }
  }

  /// Of what was wanted and received.
  init(_ gaps: [ValueGap]) {
    told = gaps.map { ($0.n, $0.interval) }
    weighFew = gaps.contains(where: \.weighsFew)
    goesByNumber = gaps.contains {
      $0.organizations == 0 && $0.n >= Limits.fewAnswers && $0.interval?.about != nil
    }
  }

  /// Of changes; one that is not paired is the difference of two levels.
  init(_ changes: [SurveyChange]) {
    told = changes.filter { $0.pairing != .none }.map { ($0.n, $0.interval) }
    goesByNumber = changes.contains {
      $0.pairing == .respondents && $0.n >= Limits.fewAnswers && $0.interval?.about != nil
    }
  }

  private init(told: [(n: Int, interval: Interval?)]) { self.told = told }

  /// Both together.
  static func + (left: RoughNotes, right: RoughNotes) -> RoughNotes {
    var both = RoughNotes(told: left.told + right.told)
    both.weighFew = left.weighFew || right.weighFew
    both.goesByNumber = left.goesByNumber || right.goesByNumber
    return both
  }

  /// The notes: none where every figure is whole and every interval has two ends, and for the researcher.
  ///
  /// - Parameters:
  ///   - eyes: Who reads.
  ///   - what: What is told to the next ten, such as `level`.
  ///   - on: What it stands on, such as `answers`.
  /// - Returns: A sentence a kind of roughness that stands in the figure.
  func notes(
    for eyes: Eyes, _ what: String = "level", on: String = "answers"
  ) -> [String] {
    guard !eyes.seeEverything else { return [] }
    var notes: [String] = []
    if told.contains(where: { $0.n < Limits.fewAnswers }) {
      notes.append(
        "A \(what) on fewer than \(Limits.fewAnswers) \(on) is told to the next 10, and its interval is that of so many answers spread evenly over the scale."
      )
    }
    if weighFew {
      notes.append(
        "Where organisations weigh the same and some have few respondents, a \(what) is told to the next 10, and its interval by the number of organisations alone."
      )
    }
    if told.contains(where: { $0.interval?.about != nil }) {
      notes.append(
        "“About ±”: half the width of an interval on few answers or organisations, rounded up.")
    }
    if goesByNumber {
      notes.append(
        "Where respondents weigh alike, it is that of so many answers spread evenly over the scale: their own would tell who said what."
      )
    }
    return notes
  }
}
