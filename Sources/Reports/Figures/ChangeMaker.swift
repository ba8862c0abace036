import StudyModel

/// What changed since the phase before: a table with intervals, who was compared, and what is clear.
struct ChangeMaker {
  /// The reader of the later phase.
  let reader: CaseView

  /// The figure; nil where none of the constructs has a level in both phases.
  ///
  /// Whatever is counted as changed clearly has a row, followed or not: what is said of all must stand there.
  func figure(_ followed: [String]) -> ReportFigure? {
    guard let change = reader.score.change else { return nil }
    let others = (all + wholes).filter {
      reader.change($0).figure?.clear == true && !followed.contains($0)
    }
    let rows =
      followed.filter {
        !reader.change($0).isAbsent || reader.interviewsChange($0) != nil
      } + others
    guard !rows.isEmpty else { return nil }
    let hasInterviews = rows.contains { reader.interviewsChange($0) != nil }
    let since = CaseView.label(ofPhase: change.since, among: reader.input.phases)
    var columns = [
      TextTable.Column(title: "Construct"), .init(title: "Change (95% interval)"),
      .init(title: "Reading, and who was compared"),
    ]
    if hasInterviews { columns.append(.init(title: "Interviews")) }
    return ReportFigure(
      section: "trend", number: 0, title: heading(since: since),
      subtitle: EvidenceWords.subtitle([
        "Change of the level in points, survey", "\(since) to \(reader.phaseLabel ?? "now")",
      ]),
      body: .text(
        TextTable(columns: columns, rows: rows.map { row($0, hasInterviews: hasInterviews) })),
      notes: notes(rows, hasInterviews: hasInterviews),
      table: table(rows, hasInterviews: hasInterviews), constructs: rows)
  }

  /// All constructs without others under them, of which what rose and fell is counted: a parent moves with its parts.
  private var all: [String] {
    reader.framework.constructs.map(\.id).filter(reader.framework.isLeaf)
  }

  /// What rose and what fell clearly, of all that was asked in both phases.
  func heading(since: String) -> String {
    let known = all.compactMap { reader.change($0).figure }
    let sight = reader.changeSight(all)
    let hasInterviews = all.contains { reader.interviewsChange($0) != nil }
    guard !known.isEmpty else {
      if hasInterviews {
        return "What the same people say in interviews since \(since), which has no interval"
      }
      return sight == .absent
        ? "Levels of the interviews alone since \(since), of which no change is told"
        : Nothing.change.said(sight)
    }
    // Of a whole more people answered than of any of its parts.
    if !wholes.isEmpty {
      let said = [ChangeReading.rose, .fell].compactMap { reading -> String? in
        let names = moved(reading, among: wholes).map { Words.inSentence(reader.name($0)) }
        return names.isEmpty ? nil : "\(Words.list(names)) \(reading.rawValue)"
      }
      return
        "\(Words.capitalized(Words.list(said))) clearly in the survey since \(since), and nothing under it"
    }
    // On so few an interval spans nearly any change.
    guard
      known.contains(where: {
        $0.interval != nil && ($0.n >= Limits.fewAnswers || $0.clear == true)
      })
    else {
      return sight.seesAll && reader.eyes.seeEverything
        ? "Too few answered twice to tell whether anything changed since \(since)"
        : "Whether anything changed since \(since) cannot be told from what may be shown"
    }
    let (up, down) = (moved(.rose).count, moved(.fell).count)
    let judged = known.count { $0.clear != nil }
    guard up + down > 0 else {
      let when = "\(hasInterviews ? " in the survey" : "") since \(since)"
      return judged == known.count
        ? Nothing.clearChange.said(sight) + when
        : "No clear change\(when) in the \(judged) of \(known.count) of which it can be told"
    }
    let all = sight.seesAll ? "\(known.count)" : "\(known.count) shown"
    guard !reader.eyes.seeEverything else {
      return
        "\(up == 0 ? "None" : "\(up)") of \(all) rose clearly in the survey since \(since), \(down == 0 ? "none" : "\(down)") fell\(named)"
    }
    // Of rounded figures with rough intervals it does not follow that nothing else changed.
    let counts =
      up == 0
      ? "\(down) of \(all) fell clearly in the survey since \(since)"
      : "\(up) of \(all) rose clearly in the survey since \(since)"
        + (down == 0 ? "" : ", \(down) fell")
    return counts + named + "; no other clear change can be told"
  }

  /// The constructs with others under them that changed clearly, where none without did.
  private var wholes: [String] {
    guard moved(.rose).isEmpty, moved(.fell).isEmpty else { return [] }
    let ids = reader.framework.constructs.map(\.id).filter { !reader.framework.isLeaf($0) }
    return moved(.rose, among: ids) + moved(.fell, among: ids)
  }

  /// How many of those that are drawn changed clearly; what is drawn, where that is of none known.
  func title(of ids: [String]) -> String {
    let known = ids.compactMap { reader.change($0).figure }
    guard known.contains(where: { $0.clear != nil }) else { return "The level in each phase" }
    let (up, down) = (
      moved(.rose, among: ids).count, moved(.fell, among: ids).count
    )
    if ids.count == 1, let reading = ids.first.flatMap(reader.changeReading) {
      switch reading {
      case .rose, .fell: return "The one drawn here \(reading.rawValue) clearly"
      case .notClear, .contradicted, .untold:
        return "Whether the one drawn here changed is not clear"
      }
    }
    let counts = [(up, "rose"), (down, "fell")].filter { $0.0 > 0 }.map {
      "\($0.0) \($0.1) clearly"
    }
    return counts.isEmpty
      ? reader.eyes.seeEverything
        ? "None of the \(ids.count) drawn here changed clearly"
        : "No clear change can be told of the \(ids.count) drawn here"
      : "Of the \(ids.count) drawn here \(Words.list(counts))"
  }

  /// Which fell, or which rose where nothing fell, where they are few: those that the heading names.
  var headed: [String] {
    let down = moved(.fell)
    let told = down.isEmpty ? moved(.rose) : down
    return told.count <= Self.mostNames ? told : []
  }

  private var named: String {
    headed.isEmpty ? "" : ": " + Words.list(headed.map { Words.inSentence(reader.name($0)) })
  }

  private static let mostNames = 4

  /// Of so many changes with an interval one is expected to be clear by chance, or more.
  private static let manyJudged = 20

  /// What rose clearly, or fell, and is not contradicted, of all or of some.
  private func moved(_ reading: ChangeReading, among ids: [String]? = nil) -> [String] {
    (ids ?? all).filter { reader.changeReading($0) == reading }
  }

  /// A change in a few words, such as `+12, clear`; nil without one.
  func short(_ id: String) -> String? {
    switch reader.change(id) {
    case .hidden: Shorthand.hidden.rawValue
    case .absent: nil
    case .shown(let change): "\(Words.signed(change.change)), \(certainty(change, of: id))"
    }
  }

  private func certainty(_ change: SurveyChange, of id: String) -> String {
    if change.pairing == .none { return change.pairing.rawValue }
    return switch reader.changeReading(id) {
    case .rose, .fell: "clear"
    case .contradicted: Self.unsettled
    case .notClear: "not clear"
    case .untold, nil: "cannot tell"
    }
  }

  /// Of a clear change of the survey that interviews leave open.
  private static let unsettled = "not settled"

  private func row(_ id: String, hasInterviews: Bool) -> [TextTable.Cell] {
    var cells = [TextTable.Cell(text: reader.name(id), small: reader.gloss(id))]
    switch reader.change(id) {
    case .hidden:
      cells += [.hidden, .hidden]
    case .absent:
      cells += [.mark(.notApplicable), .mark(.notApplicable)]
    case .shown(let change):
      let interval =
        change.interval.map(Words.signedInterval)
        ?? (change.pairing == .none ? nil : Shorthand.notAvailable.after("no interval"))
      cells += [
        .init(text: Words.signed(change.change), small: interval),
        .init(
          text: "", small: compared(change),
          tags: reader.changeReading(id).map { [Self.tag($0)] } ?? []),
      ]
    }
    guard hasInterviews else { return cells }
    return cells + [
      reader.interviewsChange(id).map {
        .init(text: Words.signed($0.change), small: $0.n == 1 ? "1 person" : "\($0.n) people")
      } ?? .mark(.notApplicable)
    ]
  }

  /// `19 respondents`, `7 organisations, 5 of them by the same people`, or `not paired`.
  private func compared(_ change: SurveyChange) -> String {
    guard change.pairing != .none else { return Self.words(change.pairing) }
    let units = "\(Words.thousands(change.n)) \(Self.words(change.pairing))"
    guard let byToken = change.byToken, byToken > 0 else { return units }
    return byToken == change.n
      ? "\(units), by the same people" : "\(units), \(byToken) of them by the same people"
  }

  /// What was compared, as pages spell it.
  private static func words(_ pairing: SurveyChange.Pairing) -> String {
    pairing == .organizations ? "organisations" : pairing.rawValue
  }

  private static func tag(_ reading: ChangeReading) -> Tag {
    switch reading {
    case .rose: Tag(text: "clear rise", tone: .agrees)
    case .fell: Tag(text: "clear fall", tone: .warns)
    case .notClear: Tag(text: "not clear")
    case .contradicted: Tag(text: unsettled, tone: .warns)
    case .untold: Tag(text: "cannot tell")
    }
  }

  private func notes(_ ids: [String], hasInterviews: Bool) -> [String] {
    let pairings = Set(ids.compactMap { reader.change($0).figure?.pairing })
    var notes: [String] = []
    if !pairings.isDisjoint(with: [.respondents, .organizations]) {
      notes.append(
        "Those who answered in both phases are compared with themselves. A change is clear where its interval lies wholly on one side of zero."
      )
    }
    if pairings.contains(.organizations) {
      notes.append(
        "An organisation counts once: by those of its people who answered in both phases or, where nobody did, by the means of whoever answered."
      )
    }
    let others = all.count { reader.change($0).figure != nil && !ids.contains($0) }
    if others > 0 {
      notes.append(
        "No clear change can be told of \(Words.count(others, "construct")) more that \(others == 1 ? "was" : "were") asked in both phases."
      )
    }
    let judged = all.count { reader.change($0).figure?.clear != nil }
    if judged >= Self.manyJudged {
      notes.append(
        "\(judged) changes have an interval; by chance alone about one in twenty would be clear."
      )
    }
    if pairings.contains(.none) {
      notes.append(
        reader.eyes.seeEverything
          ? "Not paired: fewer than three respondents or organisations can be found in both phases, so this is the difference of two levels. Part of it may be that others answered."
          : "Not paired: too few answered in both phases for their change to be told, those who did are not the same few in every step, or what nearly all of them say would be known by it. So this is the difference of the two levels that are shown. Part of it may be that others answered."
      )
    }
    if hasInterviews {
      notes.append(
        "Interviews: how what the same people say changed. They are chosen, not sampled, so there is no interval."
      )
    }
    if ids.contains(where: { reader.change($0).isHidden }) {
      let least = reader.framework.scoring.suppressAnswersBelow
      notes.append(
        "\(Shorthand.hidden.key) so that nobody can be identified: a level on fewer than \(least) answers, or one that is told in words, in one of the phases."
      )
    }
    notes += RoughNotes(ids.compactMap { reader.change($0).figure }).notes(
      for: reader.eyes, "change", on: "respondents or organisations")
    if !reader.eyes.seeEverything, pairings.contains(.respondents) {
      notes.append(
        "Where a few answered in one phase only, the change and both levels are of those who answered in both."
      )
    }
    return notes
  }

  private func table(_ ids: [String], hasInterviews: Bool) -> DataTable {
    let columns: [DataTable.Column] = [
      .words("Construct", "construct"), .number("Change", "change"),
      .number("95% interval", "interval"), .words("Compared", "pairing"), .number("Pairs", "n"),
      .words("Clear", "clear"),
    ]
    let ofInterviews: [DataTable.Column] = [
      .number("Interviews", "interviews"), .number("People", "people"),
    ]
    let rows = ids.map { id -> [DataTable.Cell] in
      let mark = reader.change(id).isHidden ? Shorthand.hidden : .notApplicable
      let change = reader.change(id).figure
      return [
        .words(reader.name(id)), .signed(change?.change, else: mark),
        .interval(
          change?.interval, signed: true, else: change == nil ? mark : .notAvailable),
        change.map {
          .init(text: Self.words($0.pairing), value: .text($0.pairing.rawValue))
        } ?? .mark(mark), .count(change?.n, else: mark),
        change?.clear.map { .words($0 ? "yes" : "no") }
          ?? .mark(change == nil ? mark : .notAvailable),
      ] + (hasInterviews ? interviews(id) : [])
    }
    return DataTable(columns: columns + (hasInterviews ? ofInterviews : []), rows: rows)
  }

  private func interviews(_ id: String) -> [DataTable.Cell] {
    let change = reader.interviewsChange(id)
    return [
      .signed(change?.change, else: .notApplicable), .count(change?.n, else: .notApplicable),
    ]
  }
}
