import FileFormats
import StudyModel
import StudyStore

/// One pass over a file: counts, diagnostics, rejected rows, and the verdict at the end.
struct ImportRun {
  /// Diagnostics beyond this number are counted and not kept: a wrong column gives one a row.
  static let mostDiagnostics = 1000

  private let context: ImportContext
  private var entry: ImportEntry
  private var importer: any RowImporter
  private var diagnostics: [Diagnostic] = []
  private var droppedDiagnostics = 0
  private var hasWarnings = false
  private var firstSkipped: Int?
  private var undecided: (count: Int, first: Int?) = (0, nil)
  private var rejects: RejectsFile?

  init(_ context: ImportContext, entry: ImportEntry, importer: any RowImporter) {
    self.context = context
    self.entry = entry
    self.importer = importer
  }

  /// Reads every row.
  ///
  /// - Throws: `DiagnosticsError` at a fault of the file itself, after which nothing can be told
  ///   of the rows that follow.
  mutating func readAll(_ reader: CSVReader) throws {
    let columns = importer.keptColumns
    var kept = try KeptRows(context.session, columns: columns.map(\.name))
    do {
      try reader.read(parallel: true) { record in
        guard !record.isBlank else { return }
        entry.rowsIn += 1
        switch try importer.add(record) {
        case .kept(let problems):
          entry.rowsKept += 1
          if !problems.isEmpty { tell(problems, of: reader) }
        case .changed(let problems):
          entry.rowsChanged += 1
          if !problems.isEmpty { tell(problems, of: reader) }
        case .same:
          if entry.rowsSkipped == 0 { firstSkipped = record.row }
          entry.rowsSkipped += 1
          return
        case .undecided(let problems):
          undecided = (undecided.count + 1, undecided.first ?? record.row)
          if !problems.isEmpty { tell(problems, of: reader) }
          return
        case .rejected(let problems):
          entry.rowsRejected += 1
          tell(problems, of: reader)
          try reject(record, problems, header: reader.header)
          return
        }
        kept.begin(row: record.row)
        for column in columns { kept.add(record.bytes(at: column.index)) }
        try kept.end()
      }
    } catch let error as CSVError {
      throw DiagnosticsError(diagnostics + [Diagnostic(error, file: context.request.fileName)])
    }
    try kept.flush()
    if entry.rowsIn == 0 {
      tell(
        [
          Diagnostic(
            code: "CSV-022", severity: .warning, place: .init(file: context.request.fileName),
            message: "the file has a header and no rows",
            remedy: "Look whether it is the right one and was written whole.")
        ], of: reader)
    }
    tell(try importer.finish(), of: reader)
    let notes = reader.summary?.notes ?? []
    tell(notes.map { Diagnostic($0, file: context.request.fileName) }, of: reader)
  }

  /// What becomes of the import.
  mutating func outcome(
    _ reader: CSVReader
  ) throws -> StudyFile.ImportOutcome<ImportReport> {
    if let summary = reader.summary {
      entry.sha256 = summary.sha256 ?? ""
      entry.bytes = summary.byteCount
    }
    if droppedDiagnostics > 0 {
      diagnostics.append(
        Diagnostic(
          code: "CSV-021", severity: .note, place: .init(file: context.request.fileName),
          message: "\(droppedDiagnostics) more messages are not shown",
          remedy: "Mend what is shown first."))
    }
    let isStrict = context.request.strict && hasWarnings
    let isGood = entry.rowsRejected == 0 && !isStrict
    let rejectsPath = try rejects.map { try $0.close() }
    var report = ImportReport(
      ending: .imported, layout: context.request.layout, entry: entry, diagnostics: diagnostics,
      keptColumns: importer.keptColumns.map(\.name), rejectsPath: rejectsPath,
      counts: importer.counts)
    report.firstSkipped = firstSkipped
    (report.rowsUndecided, report.firstUndecided) = undecided
    // The same file again, of which nothing is new: sources, whose transcripts are other files and
    // so had to be read, standard input, and good rows whose rejects were not mended.
    let mayKeep = entry.rowsRejected == 0 || context.request.keepGood
    if entry.rowsKept + entry.rowsChanged == 0, mayKeep, let known = context.known(entry) {
      report.ending = .known(known.id, at: known.at)
      report.entry = known
      return .discard(report)
    }
    if context.request.dryRun {
      report.ending = .tried
      return .discard(report)
    }
    let keepsNothing = entry.rowsKept + entry.rowsChanged == 0
    if !isGood, !context.request.keepGood || isStrict || keepsNothing {
      report.ending = .refused
      return .discard(report)
    }
    report.ending = isGood ? .imported : .importedGood
    report.entry.id = context.session.importID
    return .keep(report, entry)
  }

  private mutating func tell(_ problems: [Diagnostic], of reader: CSVReader) {
    for problem in problems {
      var problem = problem.located(in: reader)
      if problem.severity == .warning {
        hasWarnings = true
        if context.request.strict { problem.severity = .error }
      }
      if diagnostics.count < Self.mostDiagnostics {
        diagnostics.append(problem)
      } else {
        droppedDiagnostics += 1
      }
    }
  }

  private mutating func reject(
    _ record: borrowing CSVRecord, _ problems: [Diagnostic], header: CSVHeader
  ) throws {
    guard !context.request.dryRun else { return }
    if rejects == nil {
      rejects = try RejectsFile(
        RejectsFile.target(context.request.rejectsFile, input: context.request.path),
        header: header)
    }
    try rejects?.add(record, problems)
  }
}
