import StudyModel

/// The distribution of answers, and how diverging bars of it lie on a strip.
extension FigureMaker {
  /// The shares of the answers; nil where they are hidden or not there.
  func shares(_ id: String) -> StripChart.Shares? {
    guard let figure = reader.survey(id).figure, let shares = figure.shares else { return nil }
    guard case .points(let points) = shares else {
      let thirds = shares.thirds
      let isRough = if case .quarters = shares { true } else { false }
      return StripChart.Shares(
        lowest: 0, low: thirds.below, middle: thirds.middle, high: thirds.above, highest: 0,
        isRough: isRough, isTold: true)
    }
    let share = { (range: Range<Int>) in points[range].reduce(0, +) }
    let half = points.count / 2
    let upper = (points.count + 1) / 2
    return StripChart.Shares(
      lowest: share(0..<1), low: share(1..<max(1, half)), middle: share(half..<upper),
      high: share(upper..<max(upper, points.count - 1)),
      highest: share((points.count - 1)..<points.count))
  }

  /// The words of the scale the constructs' items share, lowest first; empty where it has none.
  func scaleLabels(_ ids: [String]) -> [String] {
    reader.framework.items.first { ids.contains($0.construct) && !$0.scale.labels.isEmpty }?
      .scale.labels ?? []
  }

  /// Zero line and unit, so that the longest bars and their figures fit side by side.
  func diverging(_ ids: [String]) -> StripChart.Diverging {
    let all = ids.compactMap(shares)
    let below = all.map(\.below).max() ?? 0
    let above = all.map(\.above).max() ?? 0
    let middle = all.map(\.middle).max() ?? 0
    let room = 100 - 9 - 9 - 9.0
    let unit = min(0.7, room / max(1, below + above + middle))
    let labels = scaleLabels(ids)
    let words = labels.count > 3
    return StripChart.Diverging(
      below: words ? Self.short(labels[1], else: "below") : "below",
      above: words ? Self.short(labels[labels.count - 2], else: "above") : "above",
      middle: middle == 0
        ? nil
        : words && labels.count % 2 == 1
          ? Self.short(labels[labels.count / 2], else: "middle") : "middle",
      zero: 9 + below * unit, apart: 9 + (below + above) * unit + 9, unit: unit)
  }

  /// A label that fits an axis: the whole, its first word, or another.
  private static func short(_ label: String, else other: String) -> String {
    let text = Words.inSentence(label)
    if text.count <= 12 { return text }
    let first = text.split(separator: " ").first.map(String.init) ?? other
    return first == "neither" ? first : other
  }

  func practicesKey(_ layout: StripChart.Diverging, _ ids: [String]) -> [KeyEntry] {
    let labels = scaleLabels(ids).map(Words.inSentence)
    // Others than the researcher are told one share below the middle and one above it.
    let isTold = ids.contains { shares($0)?.isTold == true }
    let join = isTold ? " or " : ", "
    let (last, isNamed) = (labels.count - 1, labels.count > 3)
    let low =
      isNamed
      ? (isTold ? [labels[1], labels[0]] : [labels[0], labels[1]]).joined(separator: join)
      : "below the middle"
    let high =
      isNamed ? [labels[last - 1], labels[last]].joined(separator: join) : "above the middle"
    var key = [
      KeyEntry(mark: isTold ? .belowTold : .below, meaning: low),
      KeyEntry(mark: isTold ? .aboveTold : .above, meaning: high),
    ]
    if let middle = layout.middle {
      key.append(
        KeyEntry(
          mark: .middle,
          meaning: (labels.count % 2 == 1 ? labels[labels.count / 2] : middle) + ", set apart"))
    }
    if ids.contains(where: { shares($0)?.isRough == true }) {
      key.append(
        KeyEntry(
          mark: .text,
          meaning:
            "≤¼, ½, ≥¾: about a quarter of the answers or less, a half, three quarters or more"))
    }
    if ids.contains(where: { shares($0) == nil && reader.survey($0).saying == nil }) {
      key.append(KeyEntry(mark: .hatch, meaning: "no figure, with the reason"))
    }
    return key
  }

  func practicesTable(_ ids: [String]) -> DataTable {
    let labels = scaleLabels(ids)
    let all = ids.compactMap { reader.survey($0).figure?.shares }
    let isRough = all.contains { if case .quarters = $0 { true } else { false } }
    let points =
      reader.eyes.seeEverything
      ? all.compactMap { if case .points(let points) = $0 { points.count } else { nil } }.max()
        ?? labels.count : nil
    let pointColumns =
      points.map { points in
        (0..<points).map { point in
          DataTable.Column.number(
            labels.count == points ? labels[point] : "Point \(point + 1)", "point\(point + 1)")
        }
      }
      ?? [
        ("Below the middle", "below"), ("At the middle", "middle"), ("Above the middle", "above"),
      ]
      .map { isRough ? .words($0, $1) : .number("\($0), %", $1) }
    let columns: [DataTable.Column] =
      [.words("Practice", "construct")] + alikeColumn(ids) + pointColumns
      + [
        .number("Answers", "answers"), .number("Score", "score"),
        .number("95% interval", "interval"), .words("Band", "band"),
      ] + interviewColumns
    return DataTable(
      columns: columns,
      rows: ids.map { practiceCells($0, points, among: ids) })
  }

  /// The cells of a practice, with the shares of so many points; nil for those of the thirds.
  private func practiceCells(
    _ id: String, _ points: Int?, among ids: [String]
  ) -> [DataTable.Cell] {
    let survey = reader.survey(id).figure
    let mark = reader.survey(id).markOfNumber(silent: .notApplicable)
    return [.words(reader.name(id))] + alikeCell(id, among: ids)
      + shareCells(survey, points, else: mark) + [
        reader.hidesAnswers ? .mark(.hidden) : .count(survey?.n, else: mark),
        scoreCell(id), scoreInterval(id), .words(bandWords(id)),
      ] + interviewCells(id)
  }

  private func shareCells(
    _ survey: SurveyFigure?, _ points: Int?, else mark: Shorthand
  ) -> [DataTable.Cell] {
    guard let points else {
      switch survey?.shares {
      case .points, nil: return Array(repeating: .mark(mark), count: 3)
      case .quarters(let below, let middle, let above):
        return [below, middle, above].map { .words(AnswerShares.words($0)) }
      case .thirds(let thirds):
        return [thirds.below, thirds.middle, thirds.above].map { .share($0) }
      }
    }
    return (0..<points).map { point in
      guard case .points(let all) = survey?.shares, all.indices.contains(point) else {
        return .mark(mark)
      }
      return .level(all[point])
    }
  }

  /// The band in words with its reservation, for tables.
  func bandWords(_ id: String) -> String {
    guard let construct = reader.score.construct(id) else { return words.noEvidence(id).text }
    let band = words.band(construct)
    return [band.word, band.small].compactMap { $0 }.joined(separator: ", ")
  }
}
