import StudyModel

/// The distribution of answers, and how diverging bars of it lie on a strip.
extension FigureMaker {
  /// The shares of the answers; nil where they are hidden or not there.
  func shares(_ id: String) -> StripChart.Shares? {
    guard let points = reader.survey(id).figure?.points, points.count > 1 else { return nil }
    let all = points.reduce(0, +)
    guard all > 0 else { return nil }
    let share = { (range: Range<Int>) in 100 * Double(points[range].reduce(0, +)) / Double(all) }
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
    let low = labels.count > 3 ? "\(labels[0]), \(labels[1])" : "below the middle"
    let high =
      labels.count > 3
      ? "\(labels[labels.count - 2]), \(labels[labels.count - 1])" : "above the middle"
    var key = [KeyEntry(mark: .below, meaning: low), KeyEntry(mark: .above, meaning: high)]
    if let middle = layout.middle {
      key.append(
        KeyEntry(
          mark: .middle,
          meaning: (labels.count % 2 == 1 ? labels[labels.count / 2] : middle) + ", set apart"))
    }
    if ids.contains(where: { shares($0) == nil }) {
      key.append(KeyEntry(mark: .hatch, meaning: "no figure, with the reason"))
    }
    return key
  }

  func practicesTable(_ ids: [String]) -> DataTable {
    let labels = scaleLabels(ids)
    let points = ids.compactMap { reader.survey($0).figure?.points.count }.max() ?? labels.count
    let pointColumns = (0..<points).map { point in
      DataTable.Column.number(
        labels.count == points ? labels[point] : "Point \(point + 1)", "point\(point + 1)")
    }
    let columns: [DataTable.Column] =
      [.words("Practice", "construct")] + pointColumns
      + [
        .number("Answers", "answers"), .number("Score", "score"),
        .number("95% interval", "interval"), .words("Band", "band"),
      ] + Self.interviewColumns
    return DataTable(columns: columns, rows: ids.map { practiceCells($0, points) })
  }

  private func practiceCells(_ id: String, _ points: Int) -> [DataTable.Cell] {
    let isHidden = reader.survey(id).isHidden
    let survey = reader.survey(id).figure
    let mark = isHidden ? "[c]" : "[z]"
    let construct = reader.score.construct(id)
    let all = survey?.points.reduce(0, +) ?? 0
    let shares = (0..<points).map { point -> DataTable.Cell in
      guard let counts = survey?.points, counts.indices.contains(point), all > 0 else {
        return .mark(mark)
      }
      return .level(100 * Double(counts[point]) / Double(all))
    }
    return [.words(reader.name(id))] + shares + [
      reader.hidesAnswers ? .mark("[c]") : .count(survey?.n, else: mark),
      .level(construct?.score), .interval(construct?.interval),
      .words(bandWords(id)),
    ] + interviewCells(id)
  }

  /// The band in words with its reservation, for tables.
  func bandWords(_ id: String) -> String {
    guard let construct = reader.score.construct(id) else { return "no evidence" }
    let band = words.band(construct)
    return [band.word, band.small].compactMap { $0 }.joined(separator: ", ")
  }
}
