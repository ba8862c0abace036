import StudyModel
import StudyStore

/// Rejected rows of imports that stand, as far as they did not come in later.
///
/// The study does not hold rejected rows, so what can be known is what later files were. The file of
/// an import counts as mended when it came in again and the rows that had stood were there already;
/// what that import rejected is then told of itself. Rows of its file of rejected rows, which says of
/// itself what it is, count one for one; one that lost that is known by its name.
struct OpenRejects {
  /// An import with how many of its rejected rows are still out.
  struct Entry: Equatable {
    var entry: ImportEntry
    var count: Int
  }

  private(set) var entries: [Entry] = []

  /// Goes through the imports that stand, oldest first.
  init(_ standing: [ImportEntry]) {
    for later in standing {
      close(by: later)
      if later.rowsRejected > 0 { entries.append(Entry(entry: later, count: later.rowsRejected)) }
    }
  }

  private mutating func close(by later: ImportEntry) {
    let met = later.rowsSkipped + later.rowsChanged
    entries.removeAll { open in
      let stood = open.entry.rowsKept + open.entry.rowsChanged + open.entry.rowsSkipped
      return open.entry.kind == later.kind && met >= stood
        && Self.whole(open.entry.file) == Self.whole(later.file)
    }
    // Of two files of one name, in two folders, the later one is the more likely to be mended.
    let place = entries.lastIndex { open in
      if let mended = later.mendsID { return open.entry.id == mended }
      return open.entry.kind == later.kind
        && open.entry.file == RejectsFile.origin(of: later.file)
    }
    guard let place else { return }
    entries[place].count -= later.rowsIn
    if entries[place].count <= 0 { entries.remove(at: place) }
  }

  /// The name of the file whose rejected rows a file holds, or those of its rejected rows.
  private static func whole(_ file: String) -> String {
    var name = file
    while let origin = RejectsFile.origin(of: name) { name = origin }
    return name
  }
}
