public import Exchange
public import FileFormats
public import StudyModel
import StudyStore

/// A file to be brought into a study: what it is, what was said about it, and what is to be done.
///
/// Nothing here is a command line or a folder. A front hands over bytes or the path of a file, or a
/// reader of another format; progress, rejected rows and the answer come as values.
///
/// ```swift
/// var task = ImportTask(.codings, .bytes(upload), name: "ana.csv", time: now)
/// task.options.coder = "ana"
/// task.isDryRun = true
/// let preview = try task.run(in: study)
/// ```
public struct ImportTask: Sendable {
  /// What the file is called, in messages and in the list of imports.
  public var name: String
  /// What was said about it.
  public var options = ImportOptions()
  /// Whether everything is tried and nothing stays.
  public var isDryRun = false
  /// Whether respondents' tokens are kept as hashes, with the key in a file beside the study, which is
  /// made where there is none.
  public var hashesTokens = false
  /// The key, once it is found.
  private(set) var tokenKey: TokenKey?
  /// Opens the transcripts that a table names; nil: none may be opened.
  public var texts: TranscriptOpener?
  /// Whether somebody named the folder of the transcripts.
  public var namesTexts = false
  /// When the import is done, in ISO 8601.
  public var time: String

  /// What the file holds, by the name under which the list of imports has it.
  let kind: String
  let source: Source

  /// Where the values come from.
  enum Source: Sendable {
    /// A table of one of the product's own layouts.
    case table(Layout, ByteSource)
    /// Any other format: a reader, made anew for each pass over the file.
    case reader(@Sendable (ImportOptions, Framework) throws -> any IncomingReader)
  }

  /// Prepares a table of one of the product's own layouts, CSV or a workbook.
  public init(_ layout: Layout, _ bytes: ByteSource, name: String, time: String) {
    (self.name, self.time) = (name, time)
    kind = layout.rawValue
    source = .table(layout, bytes)
  }

  /// Prepares a table that was handed over as bytes, CSV or a workbook.
  public init(_ layout: Layout, _ bytes: [UInt8], name: String, time: String) {
    self.init(layout, .bytes(bytes), name: name, time: time)
  }

  /// Prepares a file of another format.
  ///
  /// - Parameters:
  ///   - kind: The name of the format in the list of imports.
  ///   - name: What the file is called.
  ///   - time: When the import is done, in ISO 8601.
  ///   - reader: Opens the file; called again where it has to be read a second time.
  public init(
    kind: String, name: String, time: String,
    reader: @escaping @Sendable (ImportOptions, Framework) throws -> any IncomingReader
  ) {
    (self.name, self.time, self.kind) = (name, time, kind)
    source = .reader(reader)
  }

  /// Brings the file in: whole, or, with `keepGood`, its good rows; or not at all.
  ///
  /// It can be stopped: `progress` may throw, and a cancelled task ends it with `CancellationError`,
  /// both looked at after every batch of some thousand rows and once more before anything stays. The
  /// study then is as it was.
  ///
  /// - Parameters:
  ///   - study: The study.
  ///   - progress: Told how far it is, from the beginning again where rows are not all new and the
  ///     file is read a second time, with care.
  ///   - rejects: Handed the rejected rows, where there are any, before anything stays; what it throws
  ///     undoes the import, so that no row is lost from sight, and is told after what is wrong with
  ///     the rows. Not called for a dry run, whose report
  ///     has them.
  /// - Returns: What came in, or would, with everything that is to be told.
  /// - Throws: `DiagnosticsError` where the file cannot be read as what it should be;
  ///   `StudyFileError` where the study cannot be written; `Failure` where temporary files cannot be;
  ///   what the closures throw.
  public func run(
    in study: Study, progress: (ImportProgress) throws -> Void = { _ in },
    rejects: (RejectedRows) throws -> Void = { _ in }
  ) throws -> ImportReport {
    // Mostly a file that is known need not wait for whoever writes.
    let known = try study.file.read { reader in
      try beginning(after: reader.imports(), in: study).known
    }
    if let known { return ImportReport(known: known) }
    // What is only tried is done to a copy, so that nobody is locked out meanwhile.
    let file = isDryRun ? try study.file.scratchCopy() : study.file
    // What was found until something failed.
    var told: [Diagnostic] = []
    func pass(isBulk: Bool) throws -> ImportReport {
      told = []
      return try file.importing(entry) { session in
        // Whatever rows are judged by is read here, where the study is this import's own: another
        // program may have changed any of it while this one waited.
        let imports = try session.earlierImports()
        let (task, known) = try beginning(after: imports, in: study)
        if let known { return .discard(ImportReport(known: known)) }
        let framework = try study.snapshot(session.reader).framework
        let reader = try task.open(framework, awaiting: imports)
        let context = MergeContext(
          session: session, framework: framework, task: task,
          standing: imports.filter { $0.undoneAt == nil }, reader: reader, isBulk: isBulk)
        var run = ImportRun(context, reader, entry: task.entry)
        defer { told = run.told }
        try run.readAll(progress)
        try run.askLast(progress)
        let outcome = try run.outcome(rejects)
        guard case .keep(var report, let entry) = outcome else { return outcome }
        report.tokenKeyPath = try task.tokenKey?.keep(ofStudy: study.file.path)
        return .keep(report, entry)
      }
    }
    // Nearly every import brings new rows only. One that does not is undone and done again with
    // care, which takes a second look at the file.
    var report: ImportReport
    do {
      do {
        report = try pass(isBulk: isRepeatable)
      } catch is RowConflict {
        report = try pass(isBulk: false)
      }
    } catch {
      throw Self.failed(error, after: told)
    }
    if report.saysWhoMayBeQuoted, report.entry.id > 0 {
      report.quotes = try study.file.read { try $0.passageClearance() }
    }
    return report
  }

  /// The import as the list of imports has it, before any row is read.
  private var entry: ImportEntry {
    var entry = ImportEntry(
      kind: kind, file: name, at: time, toolVersion: toolVersion, options: options)
    entry.round = options.round
    return entry
  }

  /// The task after some imports: with the key by which earlier tokens were hashed, where this one hashes
  /// any, and the import that brought the same file in the same way.
  private func beginning(
    after imports: [ImportEntry], in study: Study
  ) throws -> (task: ImportTask, known: ImportEntry?) {
    var task = self
    if hashesTokens {
      let marks = imports.filter { $0.undoneAt == nil }.compactMap(\.options.tokenKey)
      let key = try TokenKey.key(ofStudy: study.file.path, marks: marks)
      (task.tokenKey, task.options.tokenKey) = (key, key.mark)
    }
    return (task, task.knownImport(among: imports))
  }

  /// What stopped an import, after what was found until then: who mends the one should know of the other.
  private static func failed(_ error: any Error, after told: [Diagnostic]) -> any Error {
    guard let failure = Failure.known(error), !failure.diagnostics.isEmpty else { return error }
    if error is DiagnosticsError { return DiagnosticsError(told + failure.diagnostics) }
    var stopped = failure.diagnostics
    // An error of the study says itself what became of the study.
    if !(error is StudyFileError) {
      stopped[stopped.endIndex - 1].remedy += " Nothing was imported."
    }
    return Failure(failure.kind, told + stopped)
  }

  /// By what the file is known again: its SHA-256, or where tokens are hashed, an HMAC of it.
  func digest(ofFile sha256: String) -> String { tokenKey?.digest(ofFile: sha256) ?? sha256 }

  /// Opens the file; `imports` are those of the study, whose rejected rows it may hold.
  private func open(
    _ framework: Framework, awaiting imports: [ImportEntry]
  ) throws -> any IncomingReader {
    switch source {
    case .table(let layout, let bytes):
      try LayoutReader(
        layout, bytes, name: name, options: options, framework: framework,
        awaited: RejectsFile.awaited(imports, kind: kind, name: name))
    case .reader(let open): try open(options, framework)
    }
  }

  private var isRepeatable: Bool {
    switch source {
    case .table(_, let bytes): bytes.isRepeatable
    case .reader: true
    }
  }

  /// The import that brought the same bytes in the same way before, and still stands.
  ///
  /// Only the newest of its kind counts: after another file has changed what this one brought, it
  /// comes in again. So it does where rows of it were there already and an earlier import was taken
  /// back since, perhaps with those rows. A file of sources is read each time, since its transcripts
  /// are other files.
  private func knownImport(among imports: [ImportEntry]) -> ImportEntry? {
    guard case .table(let layout, let bytes) = source, layout != .sources,
      let size = bytes.byteCount
    else { return nil }
    let standing = imports.filter { $0.undoneAt == nil }
    let candidates = standing.filter {
      $0.kind == kind && $0.bytes == size && $0.rowsRejected == 0 && $0.options == options
    }
    // Only a file of the same size is read a first time for its hash.
    guard !candidates.isEmpty, let hash = bytes.sha256.map(digest(ofFile:)),
      let same = candidates.last(where: { $0.digest == hash })
    else { return nil }
    let changedSince = standing.contains {
      $0.id > same.id && $0.kind == same.kind && $0.rowsChanged > 0
    }
    // Mended rows belong to a file of rejected rows again, once that came in anew.
    let rejectedAnew = imports.first { $0.id == same.mendsID }.map { mended in
      standing.contains {
        $0.id > same.id && $0.kind == same.kind && $0.file == mended.file && $0.rowsRejected > 0
      }
    }
    let restedOnOthers =
      same.rowsSkipped > 0
      && imports.contains { $0.id < same.id && $0.kind == same.kind && $0.undoneAt != nil }
    return changedSince || restedOnOthers || rejectedAnew ?? false ? nil : same
  }
}
