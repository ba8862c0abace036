import StudyModel

/// Today's figure and the aim, as a convenor would read them aloud.
struct AimWords {
  let today: AimToday
  let framework: Framework

  /// Both; nil where nothing was asked of it.
  var line: ActionLine.AimLine? {
    now.map { now in
      ActionLine.AimLine(
        now: now + doubt, of: ofWhat, isOfSeveral: today.aim.of.count > 1, goal: goal)
    }
  }

  private var now: String? {
    switch today.now {
    case .shown(.share(let share)): share.signs + counted(share)
    case .shown(.level(let level)): Words.whole(level) + " of 100"
    case .shown(.gap(let gap)): Words.gap(gap)
    case .inWords(let alike): alike.rawValue
    case .hidden: Shorthand.saidHidden
    case .absent: nil
    }
  }

  /// Of fewer than 50 a count stands beside the per cent.
  private func counted(_ share: ShareAbove) -> String {
    share.count.flatMap { $0.all < 50 ? ", \($0.part) of \($0.all)" : nil } ?? ""
  }

  /// Of what the figure is.
  private var ofWhat: String? {
    guard !today.now.isHidden else { return nil }
    return today.construct.flatMap(framework.construct).map { Words.inSentence($0.plainName) }
  }

  private var doubt: String {
    (today.isTooRough ? ", too rough to tell whether the aim is met" : "")
      + (today.isContradicted ? ", though interviews contradict it" : "")
  }

  private var goal: String {
    switch today.aim.measure {
    case .agree: "\(today.aim.goal)%"
    case .level: "\(today.aim.goal) of 100"
    case .gap: "under \(today.aim.goal) short"
    }
  }
}
