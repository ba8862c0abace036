import StudyModel

/// The learning chain: a bar a step in causal order, and what is lost between two.
extension FigureMaker {
  /// A step with its label.
  private typealias Labelled = (step: LearningLoss.Step, label: String)

  /// The figure; nil where fewer than two steps have answers, and where a share is told to the nearest quarter: bars
  /// of the same length say nothing of where learning is lost, and levels do.
  func chain(_ part: ReportSection.Part) -> ReportFigure? {
    let ids = part.of
    let judged = LearningLoss(chain: ids, in: reader.score)
    let shares = judged.steps.compactMap(\.share)
    guard shares.count > 1, !shares.contains(where: \.isQuarter) else { return nil }
    let steps = judged.steps.enumerated().map { index, step -> Labelled in
      (step, part.labels.indices.contains(index) ? part.labels[index] : reader.plainName(step.id))
    }
    let rows = steps.enumerated().map { index, entry -> StripChart.Row in
      var row = chainRow(entry) ?? emptyStep(entry.step.id, entry.label)
      if judged.losses.indices.contains(index) { row.drop = drop(after: index, in: judged) }
      return row
    }
    let chart = StripChart(
      rowHeader: "Step", scale: .share, columns: ["Above the middle\n(95% interval)"],
      layout: .chain,
      groups: [StripChart.Group(title: nil, note: nil, rows: rows)])
    return make(
      chainTitle(judged, steps),
      EvidenceWords.subtitle([
        "Per cent of respondents above the middle of the scale, with 95% interval",
        weighed(ids.compactMap { reader.survey($0).figure }), reader.phaseLabel,
        words.answers(ids.compactMap { reader.survey($0).figure?.n }),
      ]),
      key: [KeyEntry(mark: .bar, meaning: "above the middle, with its 95% interval")]
        + alikeKey(ids),
      body: .strips(chart),
      notes: unsettledNote(judged) + shareNote(ids) + roughNote(ids) + alikeNote(ids)
        + hiddenNote(ids.contains { reader.survey($0).isHidden })
        + interviewNote(ids),
      table: chainTable(steps), constructs: ids)
  }

  private func chainRow(_ entry: Labelled) -> StripChart.Row? {
    guard let share = entry.step.share else { return nil }
    var marks: [StripChart.Mark] = [.bar(share.percent)]
    if let interval = share.drawn { marks.append(.whisker(interval)) }
    let count = share.count.flatMap { $0.all < 50 ? "\($0.part) of \($0.all)" : nil }
    return StripChart.Row(
      label: entry.label, small: reader.name(entry.step.id), strong: true, marks: marks,
      cells: [.init(main: share.signs, trail: count, small: share.range)])
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

  private func drop(after place: Int, in judged: LearningLoss) -> StripChart.Drop {
    let ends = [judged.steps[place], judged.steps[place + 1]]
    let loss = judged.losses[place]
    guard loss.points != nil else {
      let sight = stepSight(ends.map(\.id))
      return StripChart.Drop(
        points: sight.seesAll ? "Loss not known" : "Loss not told",
        says: Nothing.stepWhy.said(sight), isLargest: false)
    }
    guard let words = loss.words else {
      let isMore = (loss.points ?? 0) < 0
      return StripChart.Drop(
        points: loss.isRough ? "No loss that can be told" : "Nothing lost",
        says: loss.isRough
          ? roughly(ends.compactMap(\.share)) : isMore ? "more say this of the next step" : nil,
        isLargest: false)
    }
    let isLargest = judged.verdict == .most(after: place)
    let says =
      isLargest
      ? "the largest loss"
      : loss.isClear == false ? "not clear: that much may be chance" : nil
    return StripChart.Drop(points: words + " lost", says: says, isLargest: isLargest)
  }

  /// Why it cannot be told whether anything is lost between two steps.
  private func roughly(_ shares: [ShareAbove]) -> String {
    shares.contains { $0.step > 1 && !$0.isAtEnd }
      ? "they are told to the next 5%" : "they are told as 5 or less, or 95 or more"
  }

  /// What the figure shows, in the words of its rows.
  private func chainTitle(_ judged: LearningLoss, _ steps: [Labelled]) -> String {
    func said(_ place: Int) -> String {
      "\(steps[place].label): \(steps[place].step.share?.words ?? "")"
    }
    switch judged.verdict {
    case .most(let place): return "\(said(place)). \(said(place + 1))"
    case .clear(let places):
      return places.count == 1
        ? "\(said(places[0])). \(said(places[0] + 1))"
        : "Learning is lost at \(places.count) steps; at which most, cannot be told"
    case .noneClear: return "No loss from one step to the next is clear"
    case .unsettled: return "Where most is lost cannot be told: not every step has a band"
    case .rough: return "The shares are too rough to tell where most is lost"
    case .untold: return Nothing.step.said(stepSight(judged.steps.map(\.id)))
    }
  }

  /// Why levels stand where a chain would: none where it has no shares to draw.
  func noChainNote(_ part: ReportSection.Part) -> [String] {
    let shares = part.of.compactMap { reader.survey($0).figure.flatMap(ShareAbove.init) }
    guard part.figure == .chain, shares.contains(where: \.isQuarter) else { return [] }
    return [
      "How many lie above the middle is told too roughly here to say at which step most is lost."
    ]
  }

  /// Which steps have no band, so that nothing is concluded.
  private func unsettledNote(_ judged: LearningLoss) -> [String] {
    guard case .unsettled(let ids) = judged.verdict else { return [] }
    let names = Words.list(ids.map { Words.inSentence(reader.name($0)) })
    return [
      "No conclusion is drawn on where most is lost: \(names) \(ids.count == 1 ? "rests" : "rest") on too little, or on sources that differ."
    ]
  }

  /// How much of some steps is seen: what is told in words has no share either.
  private func stepSight(_ ids: [String]) -> Sight {
    Sight(ids.map { reader.survey($0).saying == nil ? reader.survey($0).sight : .hidden })
  }

  private func share(_ share: ShareAbove?, else mark: Shorthand) -> DataTable.Cell {
    guard let share else { return .mark(mark) }
    return share.told == nil ? .level(share.percent) : .share(share.percent)
  }

  private func interval(_ share: ShareAbove?, else mark: Shorthand) -> DataTable.Cell {
    guard let share, share.told != nil, let interval = share.interval, interval.about == nil else {
      return .interval(share?.interval, else: mark)
    }
    return .shares(interval)
  }

  private func chainTable(_ steps: [Labelled]) -> DataTable {
    // Others are never told of how many of how many a share is.
    let isCounted = reader.eyes.seeEverything
    let ids = steps.map(\.step.id)
    let columns: [DataTable.Column] =
      [.words("Step", "step"), .words("Construct", "construct")] + alikeColumn(ids)
      + [.number("Above, %", "above"), .number("95% interval, %", "interval")]
      + (isCounted ? [.number("Count", "count"), .number("Of", "of")] : [])
      + [.number("Score", "score")] + interviewColumns
    return DataTable(
      columns: columns,
      rows: steps.map { step, label in
        let (id, share) = (step.id, step.share)
        let mark = reader.survey(id).markOfNumber(silent: .notApplicable)
        let counts: [DataTable.Cell] =
          isCounted
          ? [.count(share?.count?.part, else: mark), .count(share?.count?.all, else: mark)] : []
        return [.words(label), .words(reader.name(id))] + alikeCell(id, among: ids)
          + [self.share(share, else: mark), interval(share, else: mark)] + counts + [
            scoreCell(id, silent: .notApplicable)
          ]
          + interviewCells(id)
      })
  }
}
