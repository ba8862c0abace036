import StudyModel

/// Change from phase to phase: small drawings on the same scale.
struct TrendMaker {
  /// The reader of the phase that the report is of.
  let reader: CaseView
  /// A reader a phase, in time, up to the report's own.
  let phases: [CaseView]

  /// The id of the section.
  static let id = "trend"

  /// What is followed: the forms of value, else the children of the roots.
  private var followed: [String] {
    let forms = reader.framework.valueForms.map(\.id)
    if !forms.isEmpty { return forms }
    let roots = reader.framework.roots.flatMap { root in
      let children = reader.framework.children(of: root.id).map(\.id)
      return children.isEmpty ? [root.id] : children
    }
    return roots
  }

  /// The section.
  func section(findings: [Finding], number: Int) -> Section {
    var section = Section(
      id: Self.id, number: number, title: "Change over time",
      heading: heading, reading: nil)
    let events = timeLine
    guard hasSeveral else {
      section.blocks = [.paragraph(oneBlock)] + events
      return section
    }
    let ids = followed.filter { id in
      phases.contains { level($0, id) != nil || !$0.survey(id).isAbsent }
    }
    section.blocks =
      if ids.contains(where: isFollowed) {
        // What the heading names is drawn, whatever is followed.
        [.figure(figure((ChangeMaker(reader: reader).headed + ids).eachOnce))]
      } else if isOfInterviewsAlone {
        [
          .paragraph(
            "Of interviews others than the researcher are told no change: whoever spoke in both phases could be known by it."
          )
        ]
      } else {
        [
          sight.seesAll
            ? .missing(Nothing.changeWhy.whole) : .hidden(Nothing.changeWhy.said(sight))
        ]
      }
    let said = findings.flatMap(\.constructs).filter { id in
      !ids.contains(id) && (!reader.change(id).isAbsent || reader.interviewsChange(id) != nil)
    }
    section.blocks += changes(ids + said.eachOnce)
    section.blocks += contradicted.map { [.paragraph($0)] } ?? []
    section.blocks += events
    section.blocks += SectionMaker.means(findings, of: reader.framework)
    return section
  }

  /// What happened, where it is on record.
  private var timeLine: [Block] {
    let known = reader.input.phases.filter { phase in
      phases.contains { $0.score.phase == phase.name && $0.hasEvidence }
    }
    return TimeLineMaker(reader: reader, phases: known, section: Self.id).figure.map {
      [.figure($0)]
    } ?? []
  }

  /// What changed clearly in the survey and is no finding, since interviews contradict a level it goes from or to.
  private var contradicted: String? {
    let names = reader.framework.constructs.map(\.id).filter { id in
      reader.framework.isLeaf(id) && reader.changeReading(id) == .contradicted
    }.map { Words.inSentence(reader.name($0)) }
    guard !names.isEmpty else { return nil }
    return
      "Interviews and survey contradict each other on \(Words.list(names)), so that nothing is concluded from how \(names.count == 1 ? "its" : "their") survey level changed."
  }

  /// Whether more than one phase has evidence, shown or not.
  private var hasSeveral: Bool { phases.filter(\.hasEvidence).count > 1 }

  /// Whether a construct has a level in more than one phase.
  private func isFollowed(_ id: String) -> Bool {
    phases.filter { level($0, id) != nil }.count > 1
  }

  /// Whether nothing but interviews could have changed, of which others are told no change.
  private var isOfInterviewsAlone: Bool { !reader.eyes.seeEverything && !reader.hasSurvey }

  private var isTimeless: Bool { reader.score.phase == nil && reader.input.hasPhases }

  /// A table a change, the latest first; what one notes the others need not note again.
  ///
  /// The title of the latest stands on the first screen, and may stand over the section.
  private func changes(_ ids: [String]) -> [Block] {
    var noted: Set<String> = []
    return phases.reversed().compactMap { phase in
      guard var figure = ChangeMaker(reader: phase).figure(ids) else { return nil }
      if figure.title == heading {
        figure.title = "What is followed through the phases, and what else changed clearly"
      }
      figure.notes = figure.notes.filter { noted.insert($0).inserted }
      return .figure(figure)
    }
  }

  private var oneBlock: String {
    if isTimeless {
      return
        "This evidence states no phase, so it is part of no change over time. If that is not "
        + "meant, take the files back, state the phase in them and import them again."
    }
    let only = phases.first(where: \.hasEvidence) ?? phases.first
    let label = only?.phaseLabel.map { ", \(Words.inSentence($0))" } ?? ""
    return
      "There is one phase so far\(label). Collect the same answers and interviews again, in a year or after "
      + "a change, and this section will show what moved."
  }

  /// How many changed clearly, of how many; or why that is not told.
  var heading: String {
    guard hasSeveral else { return isTimeless ? "No phase stated" : "One phase so far" }
    guard let change = reader.score.change,
      followed.contains(where: isFollowed)
        || change.constructs.contains(where: { $0.reading != nil })
    else {
      return isOfInterviewsAlone
        ? "Change is told of the survey alone, which was not made in this phase"
        : Nothing.change.said(sight)
    }
    return ChangeMaker(reader: reader).heading(
      since: CaseView.label(ofPhase: change.since, among: reader.input.phases))
  }

  /// How much is seen of how levels changed: what only one phase has cannot have changed.
  private var sight: Sight {
    Sight(
      followed.map { id -> Sight in
        let there = phases.filter { $0.sight([id]) != .absent }
        guard there.count > 1 else { return .absent }
        if isFollowed(id) { return .whole }
        return there.contains { !$0.scoreSight([id]).seesAll } ? .hidden : .absent
      })
  }

  /// The level of the survey, where a phase asks for it; else that of the interviews: one line is of one
  /// measure.
  private func level(_ reader: CaseView, _ id: String) -> Double? {
    phases.contains { !$0.survey(id).isAbsent }
      ? reader.survey(id).figure?.score : reader.interviews(id)?.score
  }

  private func figure(_ ids: [String]) -> ReportFigure {
    let panels = ids.map(panel)
    let answered = phases.map { phase -> String in
      let numbers = ids.compactMap { phase.survey($0).figure?.n }
      let label = phase.phaseLabel ?? ""
      guard !phase.hidesAnswers, let most = numbers.max() else { return label }
      let isEach = numbers.allSatisfy { $0 == most }
      return "\(label) (\(isEach ? "" : "up to ")\(Words.count(most, "answer")) a line)"
    }
    let hasWanted = panels.contains { $0.wanted != nil }
    let others = reader.framework.constructs.map(\.id).filter { id in
      // One table is of one measure.
      reader.framework.isLeaf(id) && !ids.contains(id) && isFollowed(id)
        && phases.contains { !$0.survey(id).isAbsent }
    }
    let tabled = ids + others
    return ReportFigure(
      section: "trend", number: 0, title: ChangeMaker(reader: reader).title(of: ids),
      subtitle: "From 0 to 100 with 95% interval; " + Words.list(answered),
      key: [KeyEntry(mark: .trend, meaning: "received")]
        + (hasWanted ? [KeyEntry(mark: .wantedNow, meaning: "wanted now")] : []),
      body: .trends(panels),
      notes: FigureMaker(reader: reader, section: "trend").hiddenNote(
        tabled.contains { id in phases.contains { $0.survey(id).isHidden } })
        + (others.isEmpty
          ? []
          : [
            "The table of all figures on the web page has \(Words.count(others.count, "construct")) more, all phases side by side."
          ])
        + [
          reader.eyes.seeEverything
            ? "A line is broken where a phase has no figure."
            : "A line is broken where a phase has no figure, or one that is hidden or told in words."
        ]
        + RoughNotes(phases.flatMap { phase in tabled.compactMap { phase.survey($0).figure } })
        .notes(for: reader.eyes),
      table: table(tabled), constructs: ids)
  }

  private func panel(_ id: String) -> TrendPanel {
    let points = phases.enumerated().map { index, phase -> TrendPanel.Point in
      let level = level(phase, id)
      let absent =
        phase.survey(id).isAbsent
        ? "not asked" : phase.survey(id).mark(silent: .notAvailable).text
      return TrendPanel.Point(
        phase: phase.score.phase.flatMap { Int($0) == nil ? nil : $0 } ?? String(index + 1),
        level: level,
        interval: phase.survey(id).figure?.interval ?? nil, absent: level == nil ? absent : nil,
        alike: phase.survey(id).saying)
    }
    let wanted = reader.gap(id).figure?.desired
    let spoken = zip(phases, points).map { phase, point in
      "\(phase.phaseLabel ?? "") \(point.level.map(Words.whole) ?? point.absent ?? "")"
    }
    let known = points.compactMap(\.level)
    let change = ChangeMaker(reader: reader).short(id)
    return TrendPanel(
      name: reader.name(id), from: known.count > 1 ? known.first.map(Words.whole) : nil,
      to: known.last.map(Words.whole) ?? reader.survey(id).mark(silent: .notAvailable).text,
      points: points, change: change, wanted: wanted,
      spoken: "\(reader.name(id)): received \(spoken.joined(separator: ", "))"
        + (change.map { "; change \($0)" } ?? "")
        + (wanted.map { "; wanted \(Words.whole($0))" } ?? ""))
  }

  private func table(_ ids: [String]) -> DataTable {
    var columns: [DataTable.Column] = [.words("Construct", "construct")]
    for (index, phase) in phases.enumerated() {
      let label = Words.capitalized(phase.phaseLabel ?? "phase \(index + 1)")
      columns.append(.number(label, "phase\(index + 1)"))
    }
    columns.append(.number("Wanted", "wanted"))
    let rows = ids.map { id -> [DataTable.Cell] in
      var cells: [DataTable.Cell] = [.words(reader.name(id))]
      for phase in phases {
        let mark = phase.survey(id).mark(silent: .notApplicable)
        cells.append(
          .estimate(level(phase, id), phase.survey(id).figure?.interval ?? nil, else: mark))
      }
      return cells + [
        .level(
          reader.gap(id).figure?.desired,
          else: reader.gap(id).markOfNumber(silent: .notApplicable))
      ]
    }
    return DataTable(columns: columns, rows: rows)
  }
}
