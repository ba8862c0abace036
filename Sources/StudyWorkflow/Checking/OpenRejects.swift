import StudyModel
import StudyStore

/// Rejected rows of imports that stand, as far as they did not come in later.
///
/// The study does not hold rejected rows, so what can be known is what later files were. The file of
/// an import counts as mended when it came in again and the rows that had stood were there already;
/// what that import rejected is then told of itself. Rows of its file of rejected rows, which says of
/// itself what it is, count one for one; one that lost that is known by its name. What came in of the
/// rejected rows of an import that was taken back counts for the same file, once that is there again.
struct OpenRejects {
  /// An import with how many of its rejected rows are still out.
  struct Entry: Equatable {
    var entry: ImportEntry
    var count: Int
  }

  /// Those that have some, of imports that stand, oldest first.
  var entries: [Entry] { all.filter { $0.entry.undoneAt == nil && $0.count > 0 } }

  private var all: [Entry] = []

  /// Goes through all imports, oldest first, those taken back included: what later files mended of one
  /// that was taken back is mended of the same file when that comes in again.
  init(_ imports: [ImportEntry]) {
    for later in imports {
      if later.undoneAt == nil { close(by: later) }
      guard later.rowsRejected > 0 else { continue }
      let earlier = all.last { $0.entry.undoneAt != nil && $0.entry.isSameFile(as: later) }
      all.append(Entry(entry: later, count: earlier?.count ?? later.rowsRejected))
    }
  }

  private mutating func close(by later: ImportEntry) {
    let met = later.rowsSkipped + later.rowsChanged
    for place in all.indices where all[place].entry.undoneAt == nil {
      let open = all[place].entry
      let stood = open.rowsKept + open.rowsChanged + open.rowsSkipped
      if open.kind == later.kind, met >= stood, Self.whole(open.file) == Self.whole(later.file) {
        all[place].count = 0
      }
    }
    // Of two files of one name, in two folders, the later one is the more likely to be mended.
    let place = all.lastIndex { open in
      guard open.count > 0 else { return false }
      if let mended = later.mendsID { return open.entry.id == mended }
      return open.entry.kind == later.kind
        && open.entry.file == RejectsFile.origin(of: later.file)
    }
    guard let place else { return }
    all[place].count = max(0, all[place].count - later.rowsIn)
  }

  /// The name of the file whose rejected rows a file holds, or those of its rejected rows.
  private static func whole(_ file: String) -> String {
    var name = file
    while let origin = RejectsFile.origin(of: name) { name = origin }
    return name
  }
}

extension ImportEntry {
  /// Whether another brought the same bytes in the same way, so that the same rows were rejected.
  fileprivate func isSameFile(as other: ImportEntry) -> Bool {
    kind == other.kind && digest == other.digest && options == other.options
      && rowsRejected == other.rowsRejected
  }
}
