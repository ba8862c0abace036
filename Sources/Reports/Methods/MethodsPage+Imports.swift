import StudyModel

/// The files the study was made from, and the commands that make it again.
extension MethodsPage {
  var importsPart: MethodsPart {
    var part = MethodsPart(
      id: "imports", title: "Imports", heading: "The files are for the researchers", reading: nil)
    guard let imports = input.imports.value else {
      part.paragraphs = [
        "Their names, sizes and hashes would tell of what is hidden. The researchers’ report has them, with the commands that make the study again."
      ]
      return part
    }
    let standing = imports.filter { $0.undoneAt == nil }
    let undone = imports.count - standing.count
    part.heading =
      imports.isEmpty
      ? "Nothing has been imported"
      : "\(Words.capitalized(Words.count(standing.count, "import"))) \(standing.count == 1 ? "makes" : "make") the study"
        + (undone == 0
          ? "" : "; \(Words.thousands(undone)) \(undone == 1 ? "was" : "were") taken back")
    guard !imports.isEmpty else {
      part.missing = "The study’s files: cases, sources and codings, or survey answers."
      return part
    }
    part.lines = [
      line("imports", "Imports that stand", .count(standing.count)),
      line("takenBack", "Imports taken back", .count(undone)),
      line("rows", "Rows read", .count(standing.reduce(0) { $0 + $1.rowsIn })),
      line("rejected", "Rows rejected", .count(standing.reduce(0) { $0 + $1.rowsRejected })),
      line(
        "keptGood", "Imports whose good rows came in without the others",
        .count(standing.count(where: \.options.keepGood))),
    ]
    part.tables = [importTable(imports), commandTable(standing)]
    part.reading =
      "The same files in the same order give a study with the same content and the same figures. The commands that do it again are below, from an empty folder with the files in it."
    return part
  }

  private func importTable(_ imports: [ImportEntry]) -> MethodsPart.Table {
    let columns: [DataTable.Column] = [
      .words("Import", "import"), .words("File", "file"),
      .words("Holds", "kind"), .words("When", "at"), .number("Rows", "rows"),
      .number("New", "kept"), .number("Changed", "changed"),
      .number("There already", "skipped"), .number("Rejected", "rejected"),
      .words("State", "state"), .words("SHA-256", "sha256"),
      .words("Options", "options"),
    ]
    return MethodsPart.Table(
      key: "files", title: "Files, in the order in which they came in",
      subtitle: "Rows read, new, changed, there already word for word, and rejected",
      columns: columns, further: ["file", "sha256", "options", "changed", "skipped"],
      rows: imports.map { entry in
        let options = ImportCommandLine(entry: entry).options
        return [
          DataTable.Cell(text: String(entry.id), value: .count(Int(entry.id)), isFigure: true),
          .words(entry.file),
          .words(entry.kind), DataTable.Cell(text: Self.day(entry.at), value: .text(entry.at)),
          .count(entry.rowsIn), .count(entry.rowsKept), .count(entry.rowsChanged),
          .count(entry.rowsSkipped), .count(entry.rowsRejected), state(entry),
          .words(entry.isDigestKeyed ? "HMAC \(entry.digest)" : entry.digest),
          options.isEmpty ? .mark(.notApplicable) : .words(options),
        ]
      })
  }

  private func state(_ entry: ImportEntry) -> DataTable.Cell {
    if let undone = entry.undoneAt {
      return DataTable.Cell(
        text: "taken back on \(Self.day(undone))", value: .text("taken back"))
    }
    return DataTable.Cell(
      text: entry.options.keepGood ? "stands, its good rows" : "stands",
      value: .text(entry.options.keepGood ? "good rows" : "stands"))
  }

  private func commandTable(_ standing: [ImportEntry]) -> MethodsPart.Table {
    let commands = MethodsCommands(input: input, title: study.title, standing: standing)
    return MethodsPart.Table(
      key: "commands", title: "The commands that do it again",
      subtitle:
        "From an empty folder with the files in it; imports that were taken back are left out",
      columns: [.words("Step", "step"), .words("Command", "command")], isList: true,
      rows: commands.lines.enumerated().map { place, command in
        [
          DataTable.Cell(text: "Step \(place + 1)", value: .count(place + 1)), .words(command),
        ]
      },
      notes: commands.notes)
  }
}

/// The commands that make the study and its figures again.
struct MethodsCommands {
  let input: SeenMethods
  /// The title of the study.
  let title: String
  /// The imports that stand.
  let standing: [ImportEntry]

  private static let study = "study.covalence"

  var lines: [String] {
    let report = input.report
    var steps: [(at: String, command: String)] = []
    for (place, version) in input.framework.versions.enumerated() {
      steps.append(
        (
          version.at,
          place == 0
            ? "covalence init \(Self.study) --framework \(ShellWords.quoted(framework)) --title \(ShellWords.quoted(title))"
            : "covalence framework update \(ShellWords.quoted(framework)) -s \(Self.study)"
        ))
    }
    // What came in at the same time as a framework came after it; sorting keeps the order.
    for entry in standing {
      steps.append((entry.at, ImportCommandLine(entry: entry).command(study: Self.study)))
    }
    let ordered = steps.enumerated().sorted {
      ($0.element.at, $0.offset) < ($1.element.at, $1.offset)
    }.map(\.element.command)
    let consensus = "--consensus \(report.consensus.rawValue) --seed \(input.seed)"
    return ordered + [
      "covalence score -s \(Self.study) \(consensus) --json",
      "covalence report methods -s \(Self.study) \(consensus) --for researcher",
    ]
  }

  var notes: [String] {
    var notes: [String] = []
    if input.framework.origin == .own {
      notes.append("The framework is the study’s own: name the folder that holds it.")
    } else if input.framework.versions.count > 1 {
      notes.append("Each version of the framework has to be at hand when it is put in force.")
    }
    if standing.contains(where: { !$0.options.map.isEmpty }) {
      notes.append(
        "Where columns were mapped, the map is in the options of the import: write it into a file.")
    }
    if standing.contains(where: { $0.options.asWritten != nil }) {
      notes.append(
        "Where OPTIONS stands, an earlier version kept the options as one line: put in what the table of imports has, each value in quotation marks."
      )
    }
    return notes
  }

  private var framework: String {
    input.framework.origin == .own ? "FOLDER" : input.report.framework.id
  }
}
