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
  /// Columns of the layout that the file does not have: what is there of them stays.
  let absent: Set<String>
  /// The fields of this import that are empty where something was.
  let emptied = EmptiedFields()
  /// The codes of this import that the framework does not know.
  let unmapped: UnmappedCodes
  /// The import whose rejected rows the file brings back, and those whose rejected rows that one did.
  let mended: [Int64]

  /// Gathers it, with what the reader knows of the file.
  init(
    session: ImportSession, framework: Framework, task: ImportTask, standing: [ImportEntry],
    reader: any IncomingReader, isBulk: Bool
  ) {
    let origins = reader.origins
    absent = reader.absent
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

  /// What a row says in a column, or what was there where the file does not have the column; what is lost
  /// by an empty field is noted.
  func told<Value>(_ column: String, _ value: Value?, before: Value?, row: Int) -> Value? {
    if absent.contains(column) { return value ?? before }
    if value == nil, before != nil { emptied.note(column, row: row) }
    return value
  }

  /// A note that names coders who have not handed in sources that they are registered for; none before
  /// anybody has.
  func notHandedIn() throws -> [Diagnostic] {
    guard try session.reader.hasCodings(),
      let sentence = NotHandedIn.sentence(try session.reader.notHandedIn())
    else { return [] }
    return [
      Diagnostic(
        code: .notHandedIn, severity: .note, place: .init(file: task.name), message: sentence,
        remedy:
          "They have no vote there until they do. Who read a source and found nothing is named in the column \"read\" of the sources."
      )
    ]
  }

  /// Attributes as a row has them in the place of those that were there; others stay.
  func told(_ attributes: [Attribute], before: [Attribute], row: Int) -> [Attribute] {
    var all = before
    for attribute in attributes {
      guard let place = all.firstIndex(where: { $0.name == attribute.name }) else {
        all.append(attribute)
        continue
      }
      if attribute.value.isEmpty, !all[place].value.isEmpty {
        emptied.note(attribute.name, row: row)
      }
      all[place] = attribute
    }
    return all
  }

  /// The newest import that stands and brought the same bytes as the same kind.
  func known(_ entry: ImportEntry) -> ImportEntry? {
    guard !entry.digest.isEmpty else { return nil }
    return standing.last { $0.kind == entry.kind && $0.digest == entry.digest && $0.rowsIn > 0 }
  }
}
