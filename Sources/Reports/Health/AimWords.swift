import StudyModel

/// Today's figure and the aim, as a convenor would read them aloud.
struct AimWords {
  let today: AimToday
  let framework: Framework

  /// Both; nil where nothing was asked of it.
  var line: ActionLine.AimLine? {
    now.map { ActionLine.AimLine(now: $0 + ofWhat + doubt, goal: goal) }
  }

  private var now: String? {
    switch today.now {
    case .shown(.share(let share)): share.words + counted(share)
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

  /// Which of several it is; nothing where the aim is of one thing, which the sign names.
  private var ofWhat: String {
    guard today.aim.of.count > 1, !today.now.isHidden,
      let construct = today.construct.flatMap(framework.construct)
    else { return "" }
    return " (" + Words.inSentence(construct.plainName) + ")"
  }

  private var doubt: String { today.isContradicted ? ", though interviews contradict it" : "" }

  private var goal: String {
    switch today.aim.measure {
    case .agree: "\(today.aim.goal)%"
    case .level: "\(today.aim.goal) of 100"
    case .gap: "under \(today.aim.goal) short"
    }
  }
}
