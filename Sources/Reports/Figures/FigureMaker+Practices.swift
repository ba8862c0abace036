import StudyModel

/// Practices: diverging bars of the answers, grouped by element, with who speaks of them.
extension FigureMaker {
  /// The figure; nil where no practice shows the distribution of its answers.
  func practices(_ part: ReportSection.Part) -> ReportFigure? {
    let groups = elements(part.of)
    let ids = groups.flatMap(\.leaves)
    guard ids.contains(where: { shares($0) != nil }) else { return nil }
    let shown = ids.compactMap { reader.survey($0).figure }
    let layout = diverging(ids)
    let chart = StripChart(
      rowHeader: "Practice", scale: .diverging(layout), columns: ["Interviews", bandHeader],
      layout: .practices,
      groups: groups.map { group in
        StripChart.Group(
          title: group.title.map { reader.name($0) }, note: group.title.flatMap(reading),
          rows: group.leaves.map(practiceRow))
      })
    let isHidden = ids.contains { reader.survey($0).isHidden }
    return make(
      practicesTitle(ids),
      EvidenceWords.subtitle([
        ids.contains { shares($0)?.isRough == true }
          ? "About how large a part of the answers" : "Per cent of answers", weighed(shown),
        reader.phaseLabel, words.answers(shown.map(\.n)),
        words.interviews,
      ]),
      key: practicesKey(layout, ids) + alikeKey(ids), body: .strips(chart),
      notes: bandNote(ids) + gradeNote + shareNote(ids) + roughNote(ids) + alikeNote(ids)
        + hiddenNote(isHidden)
        + interviewNote(ids),
      table: practicesTable(ids), constructs: part.of + ids)
  }

  /// The header over bands.
  var bandHeader: String { reader.eyes.seeGrades ? "Band and grade" : "Band" }

  /// The leaves, under the children of what the part names.
  func elements(_ ids: [String]) -> [(title: String?, leaves: [String])] {
    var groups: [(title: String?, leaves: [String])] = []
    for group in eachElement(ids) {
      if group.title == nil, let last = groups.last, last.title == nil {
        groups[groups.count - 1].leaves += group.leaves
      } else {
        groups.append(group)
      }
    }
    return groups
  }

  private func eachElement(_ ids: [String]) -> [(title: String?, leaves: [String])] {
    ids.flatMap { id -> [(title: String?, leaves: [String])] in
      let children = reader.framework.children(of: id)
      guard !children.isEmpty else { return [(nil, [id])] }
      guard children.contains(where: { !reader.framework.isLeaf($0.id) }) else {
        return [(ids.count > 1 ? id : nil, children.map(\.id))]
      }
      return children.map { child in
        (child.id, reader.framework.leaves(under: child.id).map(\.id))
      }
    }
  }

  /// What is said of an element, in a line: how its practices stand.
  private func reading(_ element: String) -> String? {
    let leaves = reader.framework.leaves(under: element).map(\.id)
    let bands = leaves.compactMap { reader.score.construct($0)?.band }
    guard !bands.isEmpty else { return nil }
    let parts = Band.allCases.reversed().compactMap { band -> String? in
      let count = bands.filter { $0 == band }.count
      return count == 0 ? nil : "\(count) \(Self.plural(band, count))"
    }
    let left = leaves.count - bands.count
    let isKnown = sight(ofThoseWithoutBand: leaves).seesAll
    let own = reader.score.construct(element).flatMap { whole in
      whole.score.flatMap { score in
        whole.band.map { "scores \(Words.whole(score)), \($0.rawValue): " }
      }
    }
    return (own ?? "")
      + Words.list(
        parts
          + (left > 0
            ? [
              isKnown
                ? "\(left) without a band" : "\(left) without a band that is shown"
            ] : []))
  }

  /// How much is seen of what would give a band to those that have none: where all have one, nothing is
  /// hidden of it.
  private func sight(ofThoseWithoutBand ids: [String]) -> Sight {
    reader.scoreSight(ids.filter { reader.score.construct($0)?.band == nil })
  }

  static func plural(_ band: Band, _ count: Int) -> String {
    switch band {
    case .strength: count == 1 ? "strength" : "strengths"
    case .developing: "developing"
    case .concern: count == 1 ? "concern" : "concerns"
    }
  }

  private func practiceRow(_ id: String) -> StripChart.Row {
    let construct = reader.score.construct(id)
    let band = construct.map(words.band) ?? ("No band", words.noEvidence(id).text)
    var row = StripChart.Row(
      label: reader.name(id), small: reservation(id, band.small), marks: [],
      cells: [interviewCell(id), gradeCell(id, band.word)])
    if let shares = shares(id), shares.isRough {
      row.marks = [.answers(shares)]
      row.spoken = reader.survey(id).figure?.shares.map(Self.inWords)
    } else if let shares = shares(id) {
      row.marks = [.answers(shares)]
      row.spoken =
        "above the middle \(Words.whole(shares.above))%, middle \(Words.whole(shares.middle))%, below \(Words.whole(shares.below))%"
    } else {
      row.hatched = words.noSurvey(id)
    }
    if let alike = reader.survey(id).saying {
      row.hatched = nil
      row.marks = [.alike(alike)]
      row.small = [alike.rawValue, row.small].compactMap { $0 }.joined(separator: "; ")
    }
    return row
  }

  /// Quarters of the answers in words.
  private static func inWords(_ shares: AnswerShares) -> String {
    guard case .quarters(let below, let middle, let above) = shares else { return "" }
    return
      "above the middle \(AnswerShares.words(above)), middle \(AnswerShares.words(middle)), below \(AnswerShares.words(below))"
  }

  /// What to bear in mind about a row.
  func reservation(_ id: String, _ small: String?) -> String? {
    var parts = small.map { [$0] } ?? []
    if let figure = reader.spoken(id) {
      if figure.counts?.contested == true { parts.append("sources do not agree") }
    } else if reader.survey(id).figure != nil, reader.hasInterviews, !reader.hidesInterviewees {
      switch reader.interviews(id)?.sight {
      case .hidden: parts.append("interviews: little heard")
      case .undecided: parts.append("coders differ on whether anybody spoke of it")
      case .absent, .whole, .part, nil: parts.append("survey only")
      }
    }
    return parts.isEmpty ? nil : parts.joined(separator: "; ")
  }

  func interviewCell(_ id: String) -> StripChart.Cell {
    guard let figure = reader.interviews(id) else {
      return .figure(.notAvailable, small: "no interviews")
    }
    guard figure.heard == nil else {
      let bearing = words.bearing(figure)
      return words.speaking(figure).map { .figure($0, small: bearing) }
        ?? .figure(.hidden, small: bearing)
    }
    return .figure(words.speaking(figure) ?? "", small: words.segments(figure))
  }

  func gradeCell(_ id: String, _ word: String) -> StripChart.Cell {
    guard reader.eyes.seeGrades, let figure = reader.interviews(id), let grade = figure.grade else {
      return .word(word, pips: nil, small: nil)
    }
    return .word(word, pips: words.pips(grade), small: words.bearing(figure))
  }

  private func practicesTitle(_ ids: [String]) -> String { bandsTitle(ids, "practices") }

  /// How many rows are strengths and concerns.
  func bandsTitle(_ ids: [String], _ rows: String) -> String {
    let bands = ids.compactMap { reader.score.construct($0)?.band }
    let strengths = bands.filter { $0 == .strength }.count
    let concerns = bands.filter { $0 == .concern }.count
    let sight = sight(ofThoseWithoutBand: ids)
    guard !bands.isEmpty else { return Nothing.band.said(sight) }
    if bands.count == 1, ids.count > 1,
      let only = ids.first(where: { reader.score.construct($0)?.band != nil })
    {
      return
        "\(reader.name(only)) is the only one with a band\(sight.seesAll ? "" : " shown"): \(bands[0].rawValue)"
    }
    let all =
      sight.seesAll ? "\(ids.count) \(rows)" : "\(bands.count) \(rows) with a band shown"
    let first =
      strengths == 0
      ? "None of \(all) is a strength"
      : "\(strengths) of \(all) \(strengths == 1 ? "is a strength" : "are strengths")"
    return concerns == 0
      ? first + ", " + Nothing.concern.said(sight)
      : first + "; \(concerns) \(concerns == 1 ? "is a concern" : "are concerns")"
  }

  /// How bands are formed, where there is one: of both sources only where both are there.
  func bandNote(_ ids: [String]) -> [String] {
    let rows = ids.map(reader.score.construct)
    guard rows.contains(where: { $0?.band != nil }) else { return [] }
    let rules = reader.framework.scoring
    let (low, high) = (Words.whole(rules.developingFrom), Words.whole(rules.strengthFrom))
    let joins = rows.contains { $0?.interview?.score != nil && $0?.survey.figure != nil }
    var says =
      "\(joins ? "Band joins both sources" : "Band"): strength (\(high) and over), developing (\(low) to under \(high)), concern (under \(low))"
    if rows.contains(where: { $0?.band != nil && $0?.borderline == true }) {
      says += "; close to the line where a threshold lies inside the interval"
    }
    if rows.contains(where: { $0?.band == nil && $0?.bandReason != .sourcesDiffer }) {
      says += "; none where there is too little to go on"
    }
    return [says + "."] + apartNote(ids)
  }

  /// What two numbers in place of a score are, where a row has them.
  func apartNote(_ ids: [String]) -> [String] {
    guard let example = ids.lazy.compactMap(reader.apart).first else { return [] }
    return [
      "\(example): survey / interviews. They differ so far that no number, and no band, stands for both."
    ]
  }

  var gradeNote: [String] {
    reader.eyes.seeGrades
      ? [
        "Grade is how far interviews bear it out: triangulated (convenor and participants), "
          + "corroborated (two or more), case analysis (researchers’ account of the whole case), "
          + "single (one), absent (nobody)."
      ]
      : []
  }
}
