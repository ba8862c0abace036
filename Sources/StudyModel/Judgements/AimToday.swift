/// Where a case stands today on what an action aims at: judged once, for whatever speaks of it.
///
/// Of several constructs the one that is furthest from the aim speaks for all, since each is to reach it.
public struct AimToday: Sendable, Hashable {
  /// Today's figure.
  public enum Figure: Sendable, Hashable {
    /// The share of respondents above the middle of the scale.
    case share(ShareAbove)
    /// The survey's level.
    case level(Double)
    /// Wanted minus received.
    case gap(Double)
  }

  /// The aim.
  public let aim: Aim
  /// The construct that is furthest from it; nil where nothing was asked of any.
  public let construct: String?
  /// How much of it there is today.
  public let now: Told<Figure, Alike>
  /// Whether the interviews contradict what the survey says of it.
  public let isContradicted: Bool
  /// Whether today's figure is told so roughly that it may be on either side of the aim.
  public let isTooRough: Bool
  /// Whether the aim is met; nil where that cannot be told, because a figure is hidden, absent or rough, or the
  /// interviews contradict it.
  public let isMet: Bool?

  /// Judges an aim by a case's scores, as its reader sees them.
  ///
  /// Where findings speak of some of the constructs, `spoken` of, these alone are looked at.
  public init(_ aim: Aim, spokenOf spoken: Set<String> = [], in score: SeenScore) {
    let meant = aim.of.filter(spoken.contains)
    let singles = (meant.isEmpty ? aim.of : meant).compactMap { id in
      score.construct(id).map { Single(of: $0, on: aim) }
    }
    let furthest = singles.filter { !$0.now.isAbsent }.min { $0.isFurther(than: $1) }
    self.aim = aim
    construct = furthest?.construct
    now = furthest?.now ?? .absent
    isContradicted = furthest?.isContradicted ?? false
    isTooRough = furthest?.isTooRough ?? false
    isMet = furthest?.isMet
  }

  /// Where one construct stands.
  private struct Single {
    let construct: String
    let now: Told<Figure, Alike>
    let isContradicted: Bool
    let isTooRough: Bool
    let isMet: Bool?

    init(of score: ConstructScore, on aim: Aim) {
      construct = score.id
      now = Self.now(score, aim.measure)
      isContradicted = score.convergence == .dissonance
      let reached =
        switch now {
        case .shown(let figure): figure.reaches(aim.goal)
        case .inWords(let alike): alike.reaches(aim)
        case .hidden, .absent: nil as Bool?
        }
      isMet = reached == true && isContradicted ? nil : reached
      isTooRough = if case .shown = now { reached == nil } else { false }
    }

    private static func now(
      _ score: ConstructScore, _ measure: Aim.Measure
    ) -> Told<Figure, Alike> {
      switch measure {
      case .level: return score.survey.map { Figure.level($0.score) }
      case .gap:
        // Nothing is said in words of a gap: it is shown or is not.
        if let gap = score.gap.figure { return .shown(.gap(gap.gap)) }
        return score.gap.isHidden ? .hidden : .absent
      case .agree:
        switch score.survey {
        case .shown(let figure):
          if let share = ShareAbove(figure) { return .shown(.share(share)) }
          return figure.told == nil ? .absent : .hidden
        case .inWords(let alike): return .inWords(alike)
        case .hidden: return .hidden
        case .absent: return .absent
        }
      }
    }

    /// Whether it is further from the aim than another: what is missed before what cannot be told, and that
    /// before what is met.
    func isFurther(than other: Single) -> Bool {
      (rank, reach) < (other.rank, other.reach)
    }

    private var rank: Int { isMet == false ? 0 : isMet == nil ? 1 : 2 }

    private var reach: Double {
      switch now {
      case .shown(.gap(let gap)): -gap
      case .shown(let figure): figure.number
      case .inWords(let alike): alike.level
      case .hidden, .absent: .infinity
      }
    }
  }
}

extension AimToday {
  /// How far today's figure is from the aim, in per cent or points, as both are printed; nil where that is not
  /// told.
  public var missing: Double? {
    let today: Double? =
      switch now {
      case .shown(let figure): NineDecimals.rounded(figure.number).rounded(.toNearestOrAwayFromZero)
      case .inWords(let alike): alike.level
      case .hidden, .absent: nil
      }
    let goal = Double(aim.goal)
    return today.map { if case .gap = aim.measure { $0 - goal } else { goal - $0 } }
  }
}

extension AimToday.Figure {
  /// The number, in per cent or points.
  public var number: Double {
    switch self {
    case .share(let share): share.percent
    case .level(let level): level
    case .gap(let gap): gap
    }
  }

  /// Whether it reaches a goal, both as they are printed: nobody is to read "now 67%, aim 67%" of what is missed.
  ///
  /// Nil of a share that is told so roughly that it stands for some that do and some that do not.
  fileprivate func reaches(_ goal: Int) -> Bool? {
    let printed = NineDecimals.rounded(number).rounded(.toNearestOrAwayFromZero)
    switch self {
    case .gap: return printed < Double(goal)
    case .level: return printed >= Double(goal)
    case .share(let share):
      let reach = share.reach
      if printed - reach >= Double(goal) - 0.5 { return true }
      return reach > 0.5 && printed + reach > Double(goal) - 0.5 ? nil : printed >= Double(goal)
    }
  }
}

extension Alike {
  /// Whether what nearly all say reaches an aim; nil where the words cover both.
  fileprivate func reaches(_ aim: Aim) -> Bool? {
    let goal = Double(aim.goal)
    switch aim.measure {
    case .agree: return level > 50
    case .level:
      return range.lowerBound >= goal ? true : range.upperBound < goal ? false : nil
    case .gap: return nil
    }
  }
}
