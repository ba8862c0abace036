import FileFormats
import StudyModel

// What is to be told of a header, and of a map that goes with it.
extension Diagnostic {
  static func doubledColumn(
    _ duplicate: TableHeader.Duplicate, file: String, row: Int
  ) -> Diagnostic {
    let letters = duplicate.columns.map { TableHeader.letters(ofColumn: $0) }
    return Diagnostic(
      code: .columnTwice, severity: .error,
      place: Place(file: file, row: row, column: duplicate.name),
      found: duplicate.name,
      message:
        "the header names \"\(duplicate.name)\" more than once (columns \(letters.joined(separator: ", ")))",
      remedy: "Either remove or rename all but one of them.")
  }

  static func missingColumn(
    _ name: String, among free: [String], header: TableHeader, file: String
  ) -> Diagnostic {
    let near = NearestName.of(name, among: free)
    let found = Words.quoted(header.names.filter { !$0.isEmpty }.prefix(12))
    var missing = Diagnostic(
      code: .missingColumn, severity: .error,
      place: Place(file: file, row: header.row, column: name),
      message: "there is no column \"\(name)\"; the header has \(found)",
      remedy: near.map { "Either rename \"\($0)\" to \"\(name)\" or say that it is this one." }
        ?? "Either add the column or say which one it is.")
    missing.means = .mapColumns
    return missing
  }

  /// A line of the map is of a column that this file does not have: an error where the column is needed,
  /// or where a heading is so like it that the line is likely misspelt.
  static func unmappedColumn(
    ours: String, theirs: String, near: String?, isNeeded: Bool, row: Int, file: String
  ) -> Diagnostic {
    Diagnostic(
      code: .mappedColumn, severity: isNeeded ? .error : .warning,
      place: Place(file: file, row: row, column: theirs), found: theirs,
      message:
        "the map says that \"\(ours)\" is in column \"\(theirs)\", which the header does not have",
      remedy: near.map { "Did you mean \"\($0)\"? If not, take the line out of the map." }
        ?? (isNeeded
          ? "Correct the map."
          : "If the file should have it, correct the map; if it has none, nothing is lost."))
  }

  /// A line of the map is of a column that the layout does not have: an error, unless another layout has
  /// it, so that the map may be for several files.
  static func notOurs(
    _ ours: String, theirs: String, _ layout: Layout, _ named: [String], isOfAnother: Bool,
    isThere: Bool, file: String
  ) -> Diagnostic {
    let known = layout.columns + (layout == .survey ? named : [])
    let items = layout == .survey && !named.isEmpty ? ", and the ids of items" : ""
    let what = isOfAnother && isThere ? ", so that \"\(theirs)\" is kept as text" : ""
    let columns = "Its columns are \(layout.columns.joined(separator: ", "))\(items)."
    return Diagnostic(
      code: .mapsNothing, severity: isOfAnother ? .warning : .error,
      place: Place(file: file, column: theirs), found: ours,
      message: "the map names \"\(ours)\", which is no column of \(layout.rawValue)\(what)",
      remedy: isOfAnother
        ? "If the map is for other files as well, nothing is lost. \(columns)"
        : NearestName.question(ours, among: known)
          ?? "\(columns) Correct the line, or take it out of the map.")
  }

  /// Two lines of a map are of one column.
  static func mappedTwice(_ what: String, _ column: String, _ file: String) -> Diagnostic {
    Diagnostic(
      code: .mappedTwice, severity: .error, place: Place(file: file, column: column),
      message: "the map says that \(what)", remedy: "Take one of the two lines out of the map.")
  }

  /// A column is named as one of ours is, and the map says that ours is another.
  static func overshadowed(
    _ ours: String, by theirs: String, isOfLayout: Bool, row: Int, file: String
  ) -> Diagnostic {
    Diagnostic(
      code: .columnTwice, severity: isOfLayout ? .warning : .error,
      place: Place(file: file, row: row, column: ours), found: ours,
      message:
        "the map says that \"\(ours)\" is in column \"\(theirs)\", and the header has a column \"\(ours)\" as well"
        + (isOfLayout ? ", which is not taken for it" : ""),
      remedy: "Take the line out of the map, or rename the column that is not meant.")
  }

  /// A column that the layout does not know is named nearly like one that the file lacks.
  static func likeOurs(
    _ name: String, _ near: String, header: String, isAttribute: Bool, row: Int, file: String
  ) -> Diagnostic {
    var like = Diagnostic(
      code: .likeColumn, severity: .warning, place: Place(file: file, row: row, column: header),
      found: name,
      message:
        "\"\(name)\" is no column of this layout and \(isAttribute ? "becomes an attribute" : "is kept as text")",
      remedy: "If it is \"\(near)\", rename it or say that it is this one, and import again.")
    like.means = .mapColumns
    return like
  }
}
