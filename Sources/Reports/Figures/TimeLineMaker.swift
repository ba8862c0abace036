import StudyModel

/// What happened in a case, beside the phases in which evidence was collected: a row each, in time.
struct TimeLineMaker {
  /// The reader of the phase that the report is of.
  let reader: CaseView
  /// The phases up to the report's own that have evidence here, in time.
  let phases: [Phase]
  /// The section that it stands in.
  let section: String

  /// A phase or an event, on the days that it covers.
  private struct Row {
    var days: ClosedRange<Int>
    var event: CaseEvent?
    var phase: Phase?

    /// A phase stands before what happened on the day on which it begins.
    func isBefore(_ other: Row) -> Bool {
      (days.lowerBound, phase == nil ? 1 : 0) < (other.days.lowerBound, other.phase == nil ? 1 : 0)
    }
  }

  /// So many events are drawn; of more the last ones, and all stand in the table.
  private static let mostDrawn = 20

  /// The time line; nil without an event in the time up to the end of the report's phase.
  var figure: ReportFigure? {
    let events = self.events
    guard !events.isEmpty else { return nil }
    let periods = phases.compactMap { phase in
      Self.days(of: phase).map { Row(days: $0, phase: phase) }
    }
    let all = Self.inTime(events + periods)
    let drawn = Self.inTime(events.suffix(Self.mostDrawn) + periods)
    guard let axis = TimeAxis(drawn.map(\.days)) else { return nil }
    return ReportFigure(
      section: section, number: 0, title: title(events),
      subtitle: "Events on record, with the phases in which evidence was collected",
      key: [
        KeyEntry(mark: .received, meaning: "event"),
        KeyEntry(mark: .interval, meaning: "within which it lies"),
        KeyEntry(mark: .span, meaning: "phase"),
      ],
      body: .strips(
        StripChart(
          rowHeader: "What happened", scale: .time(axis), columns: ["When"], layout: .plain,
          groups: [.init(rows: drawn.map { row($0, axis) })])),
      notes: notes(events, undrawn: events.count - min(events.count, Self.mostDrawn)),
      table: table(all))
  }

  private var events: [Row] {
    let last = phases.last.flatMap(Self.days)?.upperBound
    let own = reader.input.events.filter { $0.caseID == reader.subject.id }
    let rows = own.compactMap { event in
      CalendarDay.days(of: event.date).map { Row(days: $0, event: event) }
    }
    return Self.inTime(rows.filter { row in last.map { row.days.lowerBound <= $0 } ?? true })
  }

  private static func inTime(_ rows: [Row]) -> [Row] {
    rows.enumerated().sorted { left, right in
      left.element.isBefore(right.element)
        || (!right.element.isBefore(left.element) && left.offset < right.offset)
    }.map(\.element)
  }

  private static func days(of phase: Phase) -> ClosedRange<Int>? {
    let ends = [phase.from, phase.to].compactMap(\.self).compactMap(CalendarDay.days)
    guard let first = ends.map(\.lowerBound).min(), let last = ends.map(\.upperBound).max() else {
      return nil
    }
    return first...last
  }

  private func title(_ events: [Row]) -> String {
    // Others may be told of some alone, and of how many more is not told.
    let all =
      Words.count(events.count, "event") + (reader.eyes.seeEverything ? "" : " told here")
    guard phases.count > 1, let before = phases.dropLast().last, let end = Self.days(of: before)
    else {
      return "\(Words.capitalized(all)) so far, beside the evidence"
    }
    let since = events.count { $0.days.lowerBound > end.upperBound }
    // A year or a month may hold the end of the phase.
    let open = events.count {
      $0.days.lowerBound <= end.upperBound && $0.days.upperBound > end.upperBound
    }
    let label = CaseView.label(ofPhase: before.name, among: reader.input.phases)
    let rest = open == 0 ? "" : "; of \(open) the date does not tell"
    guard since == 0 else { return "\(since) of \(all) came after the end of \(label)\(rest)" }
    let none = events.count == 1 && open == 0 ? "not" : "none"
    return "\(Words.capitalized(all)), \(none) after the end of \(label)\(rest)"
  }

  private func row(_ row: Row, _ axis: TimeAxis) -> StripChart.Row {
    let place = axis.place(of: row.days)
    let days = StripChart.Cell(main: when(row), isWord: true)
    guard row.event != nil else {
      return .init(label: label(row), strong: true, marks: [.span(place)], cells: [days])
    }
    let isExact = row.days.count == 1
    return .init(
      label: label(row), small: small(row),
      marks: (isExact ? [] : [.band(place)]) + [.disc((place.low + place.high) / 2)],
      cells: [days])
  }

  private func label(_ row: Row) -> String {
    if let event = row.event { return event.event }
    return row.phase.map {
      Words.capitalized(CaseView.label(ofPhase: $0.name, among: reader.input.phases))
    } ?? ""
  }

  private func small(_ row: Row) -> String? {
    guard let event = row.event else { return nil }
    let parts = [event.kind, isForResearcherAlone(event) ? "not cleared for others" : ""]
      .filter { !$0.isEmpty }
    return parts.isEmpty ? nil : parts.joined(separator: "; ")
  }

  private func when(_ row: Row) -> String {
    if let event = row.event { return Words.date(event.date) }
    return [row.phase?.from, row.phase?.to].compactMap(\.self).map(Words.date)
      .joined(separator: " to ")
  }

  private func isForResearcherAlone(_ event: CaseEvent) -> Bool {
    reader.eyes.seeEverything && event.clear != true
  }

  private func notes(_ events: [Row], undrawn: Int) -> [String] {
    var notes = [
      "That something came before a change does not tell that it brought the change about."
    ]
    if undrawn > 0 {
      notes.append(
        "\(Words.count(undrawn, "earlier event")) are in the table of all figures alone.")
    }
    let kept = events.compactMap(\.event).count(where: isForResearcherAlone)
    if kept > 0 {
      notes.append(
        "Not cleared for others: \(kept) of \(events.count), which no report for others shows.")
    }
    return notes
  }

  private func table(_ rows: [Row]) -> DataTable {
    DataTable(
      columns: [.words("What happened", "event"), .words("When", "date"), .words("Kind", "kind")],
      rows: rows.map { row in
        [
          .words(label(row)),
          DataTable.Cell(
            text: when(row),
            value: .text(
              row.event?.date
                ?? [row.phase?.from, row.phase?.to].compactMap(\.self).joined(separator: "/"))),
          .words(row.event == nil ? "phase" : row.event?.kind ?? ""),
        ]
      })
  }
}
