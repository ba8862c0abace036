import Exchange
import StudyModel
import StudyStore

/// What every merge works with.
struct MergeContext {
  let session: ImportSession
  let framework: Framework
  let task: ImportTask
  /// The imports that stand, newest last.
  let standing: [ImportEntry]
  /// Whether rows are stored in bulk, which fails at the first that is not new.
  let isBulk: Bool
  /// What the study has, the rows of this import included.
  let known: KnownNames
  /// The codes of this import that the framework does not know.
  let unmapped: UnmappedCodes
  /// The import whose rejected rows the file brings back, and those whose rejected rows that one did.
  let mended: [Int64]

  /// Gathers it; `origins` are the files whose rejected rows the file says it holds.
  init(
    session: ImportSession, framework: Framework, task: ImportTask, standing: [ImportEntry],
    origins: [String], isBulk: Bool
  ) {
    self.session = session
    self.framework = framework
    self.task = task
    self.standing = standing
    self.isBulk = isBulk
    known = KnownNames(session)
    unmapped = UnmappedCodes(framework)
    var mended: [Int64] = []
    // Of two files of one name the later one is the more likely to be mended.
    var next = standing.last {
      $0.kind == task.kind && $0.rowsRejected > 0 && origins.contains($0.file)
    }
    while let entry = next, !mended.contains(entry.id) {
      mended.append(entry.id)
      next = standing.first { $0.id == entry.mendsID }
    }
    self.mended = mended
  }

  var options: ImportOptions { task.options }

  /// The newest import that stands and brought the same bytes as the same kind.
  func known(_ entry: ImportEntry) -> ImportEntry? {
    guard !entry.digest.isEmpty else { return nil }
    return standing.last { $0.kind == entry.kind && $0.digest == entry.digest && $0.rowsIn > 0 }
  }
}
