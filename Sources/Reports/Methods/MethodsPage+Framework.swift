import StudyModel

/// The study, its framework and the program.
extension MethodsPage {
  var frameworkPart: MethodsPart {
    let origin = input.framework.origin
    var part = MethodsPart(
      id: "study", title: "Study and framework",
      heading: origin == .asShipped
        ? "The framework is the one that ships, unchanged" : originHeading, reading: nil)
    part.lines = [
      line("title", "Study", .words(study.title)),
      line(
        study.hash.isOfReport ? "studyHmacSha256" : "studySha256",
        "Study \(study.hash.name)", .words(study.hash.text)),
      line("program", "Program", .words("Covalence \(study.toolVersion)")),
      line("lastImport", "Last import", lastImport),
      line(
        "cases", "Cases",
        .words(
          report.cases.isEmpty ? "none" : Words.list(report.cases.map(\.name)),
          count: report.cases.count)),
    ]
    if !report.phases.isEmpty {
      part.lines.append(
        line(
          "phases", "Phases",
          .words(Words.list(report.phases.map(phase)), count: report.phases.count)))
    }
    part.lines += [
      line("framework", "Framework", .words("\(framework.title) (\(framework.id))")),
      line("frameworkVersion", "Its version", .words(framework.version)),
      line("frameworkSha256", "Its SHA-256", .words(report.frameworkHash)),
      line("frameworkOrigin", "Origin", .words(originHeading + ".")),
    ]
    if let main = framework.references.first {
      part.lines.append(line("reference", "Paper", .words(reference(main))))
    }
    part.lines += [
      line("generator", "Random numbers", .words(input.generator)),
      line("seed", "Seed", .words(String(input.seed))),
    ]
    part.tables = [references, changes]
    return part
  }

  func line(_ key: String, _ label: String, _ cell: DataTable.Cell) -> MethodsPart.Line {
    MethodsPart.Line(key: key, label: label, cell: cell)
  }

  /// When the last import that stands came in.
  private var lastImport: DataTable.Cell {
    guard let imports = input.imports.value else {
      return .mark(.hidden, after: Shorthand.hidden.meaning)
    }
    return imports.filter { $0.undoneAt == nil }.map(\.at).max().map {
      DataTable.Cell(text: Self.day($0), value: .text($0))
    } ?? .mark(.notAvailable, after: "none")
  }

  private func phase(_ phase: Phase) -> String {
    let dates = [phase.from, phase.to].compactMap { $0 }.map(Words.date)
    return phase.name + (dates.isEmpty ? "" : " (\(dates.joined(separator: " to ")))")
  }

  func reference(_ reference: Reference) -> String {
    Words.withStop(reference.text) + (reference.doi.map { " doi \($0)" } ?? "")
  }

  /// How the framework stands to the one that ships, as a sentence without its stop.
  var originHeading: String {
    switch input.framework.origin {
    case .asShipped: "It is the one that ships with the program, unchanged"
    case .own: "The framework is the study’s own; none of that id ships with the program"
    case .changed(let from, let changes):
      "The framework differs from the one that ships (version \(from)) in \(Words.count(changes.count, "thing"))"
    }
  }

  private var references: MethodsPart.Table {
    MethodsPart.Table(
      key: "references", title: "Further publications the framework rests on",
      subtitle: "Beside the paper it comes from",
      columns: [.words("Key", "key"), .words("Publication", "text"), .words("DOI", "doi")],
      isList: true,
      rows: framework.references.enumerated().dropFirst().map { place, item in
        [
          DataTable.Cell(text: "Reference \(place + 1)", value: .text(item.key)),
          .words(Words.withStop(item.text)),
          item.doi.map { .words($0) } ?? .mark(.notAvailable),
        ]
      })
  }

  /// What the study changed of the framework: against the shipped one, and from version to version.
  private var changes: MethodsPart.Table {
    var rows: [[DataTable.Cell]] = []
    if case .changed(let from, let changes) = input.framework.origin {
      rows += changes.map { [.words($0), .words("against version \(from) that ships")] }
    }
    for (before, after) in zip(input.framework.versions, input.framework.versions.dropFirst()) {
      rows += after.changes.map {
        [
          .words($0),
          .words("version \(before.version) to \(after.version), on \(Self.day(after.at))"),
        ]
      }
    }
    return MethodsPart.Table(
      key: "frameworkChanges", title: "What was changed of the framework",
      subtitle: "Part by part; what is marked * may change scores",
      columns: [.words("Change", "change"), .words("Where", "where")], rows: rows)
  }
}
