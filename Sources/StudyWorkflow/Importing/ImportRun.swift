import Exchange
import FileFormats
import StudyModel
import StudyStore

/// One pass over a file: batches go to the merges of their kind; counts, messages and rejected rows are
/// gathered, and the verdict is at the end.
struct ImportRun {
  /// How many rows a dry run shows.
  private static let mostShown = 100

  private let context: MergeContext
  private let reader: any IncomingReader
  private var bytesRead = 0
  private var entry: ImportEntry
  private var merges: Merges
  private var messages: MessageLedger
  private var report: ImportReport
  private var rejects: RejectedRows?
  private var fates = RowFates()
  private var mentioned: MentionedNames

  /// What was found so far.
  var told: [Diagnostic] { messages.told(in: context.task.name) }

  init(_ context: MergeContext, _ reader: any IncomingReader, entry: ImportEntry) {
    self.context = context
    self.reader = reader
    self.entry = entry
    merges = Merges(context)
    mentioned = MentionedNames(context)
    messages = MessageLedger(isStrict: context.options.strict)
    report = ImportReport(entry: entry)
    report.keptColumns = reader.keptColumns.map(\.name)
    report.leftOut = reader.leftOut
    report.columns = reader.columns
  }

  /// Reads every row.
  ///
  /// - Throws: `DiagnosticsError` at a fault of the file itself, after which nothing can be told
  ///   of the rows that follow; what was found before is in ``told``.
  mutating func readAll(_ progress: (ImportProgress) throws -> Void) throws {
    var kept = try KeptRows(context.session, columns: report.keptColumns)
    try reader.read { batch in
      try Task.checkCancellation()
      fates.removeAll()
      try merges.merge(batch.content, &fates)
      try mentioned.look(at: batch)
      try take(batch, &kept)
      bytesRead = batch.bytesRead
      try progress(self.progress)
    }
    try kept.flush()
    let file = context.task.name
    if entry.rowsIn == 0 {
      messages.add(
        Diagnostic(
          code: .noRows, severity: .warning, place: .init(file: file),
          message: "the file has a header and no rows",
          remedy: "Look whether it is the right one and was written whole."), by: reader)
    }
    if report.rowsUndecided > 0, report.rowsUndecided == entry.rowsIn {
      messages.add(
        Diagnostic(
          code: .noneDecided, severity: .warning, place: .init(file: file, column: "decision"),
          message: "no row of the sheet is decided",
          remedy: "Fill in \"decision\", and bring the sheet in then."), by: reader)
    }
    for problem in try merges.finish() { messages.add(problem, by: reader) }
    for problem in try mentioned.finish() + MentionedNames.replaced(in: context) {
      messages.add(problem, by: reader)
    }
    for note in reader.ending?.notes ?? [] { messages.add(note, by: reader) }
  }

  /// Asks whether to go on for the last time, before anything stays.
  func askLast(_ progress: (ImportProgress) throws -> Void) throws {
    try Task.checkCancellation()
    var last = self.progress
    last.isLast = true
    try progress(last)
  }

  private var progress: ImportProgress {
    ImportProgress(rows: entry.rowsIn, bytes: bytesRead, totalBytes: reader.byteCount)
  }

  /// Counts the rows of a batch and keeps what is to be told, kept as text, or handed back.
  private mutating func take(_ batch: Incoming.Batch, _ kept: inout KeptRows) throws {
    entry.rowsIn += fates.all.count
    for (row, fate) in fates.all {
      switch fate {
      case .kept: entry.rowsKept += 1
      case .changed: entry.rowsChanged += 1
      case .same:
        if entry.rowsSkipped == 0 { report.firstSkipped = Int(row) }
        entry.rowsSkipped += 1
      case .undecided:
        if report.rowsUndecided == 0 { report.firstUndecided = Int(row) }
        report.rowsUndecided += 1
      case .rejected: entry.rowsRejected += 1
      }
    }
    for (_, problems) in fates.told {
      for problem in problems { messages.add(problem, by: reader) }
    }
    try keepTexts(batch, &kept)
    try keepRejects(batch)
    if context.task.isDryRun, report.preview.count < Self.mostShown { show(batch) }
  }

  /// Keeps the texts of columns that the layout does not know, of rows that came in.
  private func keepTexts(_ batch: Incoming.Batch, _ kept: inout KeptRows) throws {
    let columns = reader.keptColumns
    guard !columns.isEmpty, let table = batch.table else { return }
    var place = 0
    try table.forEachRecord { record throws in
      guard place < fates.all.count, Int(fates.all[place].row) == record.row else { return }
      let fate = fates.all[place].fate
      place += 1
      guard fate == .kept || fate == .changed else { return }
      kept.begin(row: record.row)
      for column in columns { kept.add(record.bytes(at: column.index)) }
      try kept.end()
    }
  }

  private mutating func keepRejects(_ batch: Incoming.Batch) throws {
    guard fates.rejectedCount > 0 else { return }
    if rejects == nil {
      rejects = RejectedRows(
        columns: reader.columns, passedOver: reader.passedOver, origin: context.task.name)
    }
    for (place, problems) in fates.told where fates.all[place].fate == .rejected {
      let row = Int(fates.all[place].row)
      let reasons = problems.filter { $0.severity == .error }.map { problem in
        let column = reader.located(problem).place.column.map { "\($0): " } ?? ""
        return "\(column)\(problem.message). \(problem.remedy)"
      }
      try rejects?.add(
        .init(row: row, fields: batch.fields(row: row), reasons: reasons))
    }
  }

  private mutating func show(_ batch: Incoming.Batch) {
    for (row, fate) in fates.all.prefix(Self.mostShown - report.preview.count) {
      report.preview.append(
        .init(row: Int(row), fields: batch.fields(row: Int(row)), fate: fate))
    }
  }

  /// Warns where the file came in before as somebody else's, or of another case or phase: a slip of the hand makes two
  /// coders who agree on everything.
  private mutating func noteSameFile() {
    guard entry.rowsKept > 0, let same = context.known(entry) else { return }
    func said(_ options: ImportOptions) -> [String?] {
      [options.coder, options.caseID, options.phase]
    }
    guard said(same.options) != said(context.options) else { return }
    let told = zip(["coder", "case", "phase"], said(same.options)).compactMap { name, value in
      value.map { "\(name) \"\($0)\"" }
    }
    messages.add(
      Diagnostic(
        code: .sameFileOtherwise, severity: .warning, place: .init(file: context.task.name),
        message:
          "byte for byte the file of import \(same.id) (\(same.file)), which came in \(told.isEmpty ? "as it says itself" : "with \(Words.list(told))")",
        remedy: "If it is the wrong file, take this import back."), by: reader)
  }

  /// What becomes of the import.
  mutating func outcome(
    _ keep: (RejectedRows) throws -> Void
  ) throws -> StudyFile.ImportOutcome<ImportReport> {
    if let ending = reader.ending {
      entry.digest = context.task.digest(ofFile: ending.sha256)
      entry.bytes = ending.byteCount
    }
    noteSameFile()
    let options = context.options
    let isStrict = options.strict && messages.hasWarnings
    let isGood = entry.rowsRejected == 0 && !isStrict
    entry.mendsID = context.mended.first
    report.entry = entry
    report.diagnostics = told
    report.saysWhoMayBeQuoted = merges.saysWhoMayBeQuoted
    report.isGood = !messages.hasErrors
    report.rejects = rejects
    report.counts = merges.counts
    if let rejects, !context.task.isDryRun { try keep(rejects) }
    // The same file again, of which nothing is new: sources, whose transcripts are other files and
    // so had to be read, standard input, and good rows whose rejects were not mended.
    let mayKeep = entry.rowsRejected == 0 || options.keepGood
    let keepsNothing = entry.rowsKept + entry.rowsChanged == 0
    // Mended rows that are there count for the import that rejected them last.
    let mendsAnew = entry.mendsID != nil && context.known(entry)?.mendsID != entry.mendsID
    if keepsNothing, mayKeep, !mendsAnew, let known = context.known(entry) {
      report.ending = .known(known.id, at: known.at)
      report.entry = known
      return .discard(report)
    }
    if context.task.isDryRun {
      report.ending = .tried
      return .discard(report)
    }
    if isGood, keepsNothing, entry.rowsSkipped == 0 {
      report.ending = .nothing
      return .discard(report)
    }
    if !isGood, !options.keepGood || isStrict || keepsNothing {
      report.ending = .refused
      return .discard(report)
    }
    report.ending = isGood ? .imported : .importedGood
    report.entry.id = context.session.importID
    report.diagnostics = report.diagnostics.map { $0.afterComing(as: report.entry.id) }
    if report.counts["documents"] != nil { report.diagnostics += try context.notHandedIn() }
    return .keep(report, entry)
  }
}

extension Incoming.Batch {
  /// The fields of a row as they stood; empty where there is no table.
  fileprivate func fields(row: Int) -> [String] {
    var fields: [String] = []
    table?.withRecord(row: row) { fields = $0.strings }
    return fields
  }
}

extension Diagnostic {
  /// The message of an import that came in under a number: where its file should come in anew, it has to
  /// be taken back before.
  fileprivate func afterComing(as id: Int64) -> Diagnostic {
    guard means == .undoBeforeAgain else { return self }
    var told = self
    told.remedy += " Take import \(id) back before."
    told.means = .undoImport(id)
    return told
  }
}
