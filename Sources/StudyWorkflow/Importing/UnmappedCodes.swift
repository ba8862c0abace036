import StudyModel

/// The codes that rows name and the framework does not know, each told once, whatever kinds of rows name
/// it: they are kept, and count for no construct.
final class UnmappedCodes {
  private struct Entry {
    var code: String
    var column: String
    var row: Int
    /// How many codings have it; nil where none came.
    var codings: Int?
  }

  private let framework: Framework
  private var entries: [Entry] = []
  /// Places among the entries.
  private var places: [String: Int] = [:]

  init(_ framework: Framework) { self.framework = framework }

  /// Takes in a code that a row names, unless the framework knows it or it came before.
  func note(_ code: String, column: String = "code", row: Int) {
    guard framework.meanings(ofCode: code).isEmpty, places[code] == nil else { return }
    places[code] = entries.count
    entries.append(Entry(code: code, column: column, row: row))
  }

  /// Takes in how many codings have a code, where it was noted.
  func count(_ codings: Int, of code: String) {
    guard let place = places[code] else { return }
    entries[place].codings = codings
  }

  /// A warning each, in the order in which they came first.
  var diagnostics: [Diagnostic] {
    let names = framework.constructs.map(\.id) + framework.codes.keys.sorted()
    var near = NearestNames()
    return entries.map { entry in
      let nearest = near.of(entry.code, "code", among: { names })
      let count = entry.codings.map { "(\(Words.count($0, "coding"))) " } ?? ""
      return Diagnostic(
        code: .unmappedCode, severity: .warning,
        place: .init(row: entry.row, column: entry.column), found: entry.code,
        message:
          "code \"\(entry.code)\" \(count)is not in \"\(framework.id)\" and counts for no construct",
        remedy: nearest.map { NearestName.remedy(nearest: $0, or: "leave it unmapped") }
          ?? "Either map it to a construct in the framework or leave it unmapped.",
        // A row with another code is another coding: the wrong one would stay beside it.
        means: nearest == nil ? nil : .undoBeforeAgain)
    }
  }
}
