import Statistics
import StudyModel

/// The learning chain: a bar a step in causal order, and what is lost between two.
extension FigureMaker {
  /// A step with its share of respondents above the middle of the scale.
  private struct Step {
    var id: String
    var label: String
    /// How many of how many; nil where that is not told.
    var count: (part: Int, all: Int)?
    /// The share as it is told to others than the researcher.
    var told: SeenShare?
    var share: Double
    var interval: Interval?

    init?(id: String, label: String, survey: SurveyFigure) {
      self.id = id
      self.label = label
      switch survey.answers {
      case .told(let answers):
        guard let above = answers.above else { return nil }
        told = above
        share = above.percent
        interval = answers.aboveInterval
      case .counted(let counts):
        let all = counts.above + counts.middle + counts.below
        guard all > 0 else { return nil }
        count = (counts.above, all)
        share = 100 * Double(counts.above) / Double(all)
        interval = WilsonInterval.share(successes: counts.above, of: all).map {
          Interval(low: 100 * $0.lowerBound, high: 100 * $0.upperBound)
        }
      }
    }

    /// `39%`, or as much as is told.
    var words: String {
      switch told {
      case .quarter(let quarter): AnswerShares.words(quarter)
      case .percent(let percent): ToldShare(percent).words(unit: "%")
      case nil: Words.whole(share) + "%"
      }
    }

    /// `15% to 28%`, or as much as is told.
    var range: String? {
      guard let interval else { return nil }
      guard interval.about == nil else { return Words.interval(interval) }
      guard told != nil else {
        return "\(Words.whole(interval.low))% to \(Words.whole(interval.high))%"
      }
      return [interval.low, interval.high].map { ToldShare($0).words(unit: "%") }
        .joined(separator: " to ")
    }

    /// The interval as it is drawn: 5 or less begins at 0, and 95 or more ends at 100.
    var drawn: Interval? {
      guard told != nil, let interval, interval.about == nil else { return interval }
      return Interval(
        low: interval.low <= Limits.leastShare ? 0 : interval.low,
        high: interval.high >= Limits.mostShare ? 100 : interval.high)
    }

    /// Whether what is told may stand for another share.
    var isRough: Bool {
      switch told {
      case .quarter: true
      case .percent(let percent): ToldShare(percent).isRough
      case nil: false
      }
    }
  }

  /// A share as it stands beside its bar, in the signs of the answers' bars: on a narrow page there is no
  /// room for words.
  private static func beside(_ step: Step) -> String {
    guard case .quarter(let quarter) = step.told else { return step.words }
    return switch quarter {
    case ...1: "¼ or less"
    case 2: "about ½"
    default: "¾ or more"
    }
  }

  /// The figure; nil where fewer than two steps have answers.
  func chain(_ part: ReportSection.Part) -> ReportFigure? {
    let steps = part.of.enumerated().map { index, id -> (id: String, label: String, step: Step?) in
      let label = part.labels.indices.contains(index) ? part.labels[index] : reader.plainName(id)
      let step = reader.survey(id).figure.flatMap { Step(id: id, label: label, survey: $0) }
      return (id, label, step)
    }
    let known = steps.compactMap(\.step)
    let ids = part.of
    guard known.count > 1 else { return nil }
    let losses = zip(steps, steps.dropFirst()).map { before, after -> Double? in
      guard let first = before.step, let second = after.step else { return nil }
      return first.share - second.share
    }
    let isWhole = losses.allSatisfy { $0 != nil }
    let rounded = losses.compactMap { $0.map(NineDecimals.rounded) }
    let largest = isWhole ? rounded.max() : nil
    let isAlone = rounded.count { $0 == largest } == 1
    let rows = steps.enumerated().map { index, entry -> StripChart.Row in
      var row = entry.step.map(chainRow) ?? emptyStep(entry.id, entry.label)
      if index < losses.count {
        row.drop = drop(
          losses[index], largest, isAlone: isAlone, from: steps[index], to: steps[index + 1])
      }
      return row
    }
    let chart = StripChart(
      rowHeader: "Step", scale: .share, columns: ["Above the middle\n(95% interval)"],
      layout: .chain,
      groups: [StripChart.Group(title: nil, note: nil, rows: rows)])
    return make(
      chainTitle(steps, losses, largest),
      EvidenceWords.subtitle([
        "Per cent of respondents above the middle of the scale, with 95% interval",
        weighed(ids.compactMap { reader.survey($0).figure }), reader.phaseLabel,
        words.answers(ids.compactMap { reader.survey($0).figure?.n }),
      ]),
      key: [KeyEntry(mark: .bar, meaning: "above the middle, with its 95% interval")]
        + alikeKey(ids),
      body: .strips(chart),
      notes: shareNote(ids) + roughNote(ids) + alikeNote(ids)
        + hiddenNote(ids.contains { reader.survey($0).isHidden })
        + interviewNote(ids),
      table: chainTable(steps.map { ($0.id, $0.label, $0.step) }), constructs: ids)
  }

  private func chainRow(_ step: Step) -> StripChart.Row {
    var marks: [StripChart.Mark] = [.bar(step.share)]
    if let interval = step.drawn { marks.append(.whisker(interval)) }
    let count = step.count.flatMap { $0.all < 50 ? "\($0.part) of \($0.all)" : nil }
    return StripChart.Row(
      label: step.label, small: reader.name(step.id), strong: true, marks: marks,
      cells: [
        .init(
          main: Self.beside(step), trail: count,
          small: step.range)
      ])
  }

  private func emptyStep(_ id: String, _ label: String) -> StripChart.Row {
    if let alike = reader.survey(id).saying {
      return StripChart.Row(
        label: label, small: reader.name(id), strong: true, marks: [.alike(alike)],
        cells: [.figure("in words", small: alike.rawValue)])
    }
    return StripChart.Row(
      label: label, small: reader.name(id), strong: true, marks: [],
      hatched: words.noSurvey(id),
      cells: [.figure(reader.survey(id).markOfNumber(silent: .notApplicable))])
  }

  private func drop(
    _ loss: Double?, _ largest: Double?, isAlone: Bool,
    from: (id: String, label: String, step: Step?), to: (id: String, label: String, step: Step?)
  ) -> StripChart.Drop {
    guard let loss, let first = from.step, let second = to.step else {
      let sight = stepSight([from.id, to.id])
      return StripChart.Drop(
        points: sight.seesAll ? "Loss not known" : "Loss not told",
        says: Nothing.stepWhy.said(sight), isLargest: false)
    }
    let isRough = first.isRough || second.isRough
    guard NineDecimals.rounded(loss) > 0 else {
      return StripChart.Drop(
        points: isRough ? "No loss that can be told" : "Nothing lost",
        says: isRough ? roughly([first, second]) : nil, isLargest: false)
    }
    let isLargest = NineDecimals.rounded(loss) == largest
    var says = isLargest ? isAlone ? "the largest loss" : "as much as at another step" : nil
    if let a = first.interval, let b = second.interval, a.low <= b.high {
      says = [says, "the intervals overlap"].compactMap { $0 }.joined(separator: "; ")
    }
    let points = (isRough ? "about " : "") + Words.whole(loss)
    return StripChart.Drop(
      points: points == "1" ? "1 point lost" : "\(points) points lost", says: says,
      isLargest: isLargest)
  }

  /// Why it cannot be told whether anything is lost between two steps.
  private func roughly(_ steps: [Step]) -> String {
    let isInQuarters = steps.contains { if case .quarter = $0.told { true } else { false } }
    return isInQuarters
      ? "they are told to the nearest quarter" : "they are told as 5 or less, or 95 or more"
  }

  private func chainTitle(
    _ steps: [(id: String, label: String, step: Step?)], _ losses: [Double?], _ largest: Double?
  ) -> String {
    guard let largest else {
      return Nothing.step.said(stepSight(steps.map(\.id)))
    }
    guard largest > 0,
      let place = losses.firstIndex(where: { $0.map(NineDecimals.rounded) == largest })
    else {
      let isRough = steps.contains { $0.step?.isRough == true }
      return isRough
        ? "No loss from one step to the next can be told"
        : "Nothing is lost from one step to the next"
    }
    let places = losses.indices.filter { losses[$0].map(NineDecimals.rounded) == largest }
    guard places.count < 3 else { return "About the same is lost at \(places.count) steps" }
    let between = { (place: Int) in
      let names = [steps[place], steps[place + 1]].map { Words.inSentence(reader.name($0.id)) }
      return "between \(names[0]) and \(names[1])"
    }
    return "Most is lost \(between(place))"
      + places.dropFirst().map { ", and as much \(between($0))" }.joined()
  }

  /// How much of some steps is seen: what is told in words has no share either.
  private func stepSight(_ ids: [String]) -> Sight {
    Sight(ids.map { reader.survey($0).saying == nil ? reader.survey($0).sight : .hidden })
  }

  private func share(_ step: Step?, else mark: Shorthand) -> DataTable.Cell {
    guard let step else { return .mark(mark) }
    if case .quarter = step.told { return .words(step.words) }
    return step.told == nil ? .level(step.share) : .share(step.share)
  }

  private func interval(_ step: Step?, else mark: Shorthand) -> DataTable.Cell {
    guard let step, step.told != nil, let interval = step.interval, interval.about == nil else {
      return .interval(step?.interval, else: mark)
    }
    return .shares(interval)
  }

  private func chainTable(_ steps: [(String, String, Step?)]) -> DataTable {
    // Others are never told of how many of how many a share is.
    let isCounted = reader.eyes.seeEverything
    let ids = steps.map(\.0)
    let columns: [DataTable.Column] =
      [.words("Step", "step"), .words("Construct", "construct")] + alikeColumn(ids)
      + [.number("Above, %", "above"), .number("95% interval, %", "interval")]
      + (isCounted ? [.number("Count", "count"), .number("Of", "of")] : [])
      + [.number("Score", "score")] + interviewColumns
    return DataTable(
      columns: columns,
      rows: steps.map { id, label, step in
        let mark = reader.survey(id).markOfNumber(silent: .notApplicable)
        let counts: [DataTable.Cell] =
          isCounted
          ? [.count(step?.count?.part, else: mark), .count(step?.count?.all, else: mark)] : []
        let level = DataTable.Cell.level(
          reader.score.construct(id)?.score, else: scoreMark(id, silent: .notApplicable))
        return [.words(label), .words(reader.name(id))] + alikeCell(id, among: ids)
          + [share(step, else: mark), interval(step, else: mark)] + counts + [level]
          + interviewCells(id)
      })
  }
}
