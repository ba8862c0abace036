/// Gathers notes while a sheet is read.
struct SheetNotes: Sendable {
  private static let mostExamples = 5
  private(set) var all: [SheetNote] = []

  mutating func add(_ kind: SheetNote.Kind, sheet: String, cell: String, found: String = "") {
    let example = found.isEmpty ? cell : "\(cell) (\(found))"
    guard let place = all.firstIndex(where: { $0.kind == kind }) else {
      let first = cell.split(separator: ":").first.map(String.init) ?? cell
      all.append(SheetNote(kind: kind, sheet: sheet, count: 1, examples: [example], cell: first))
      return
    }
    all[place].count += 1
    if all[place].examples.count < Self.mostExamples { all[place].examples.append(example) }
  }
}
