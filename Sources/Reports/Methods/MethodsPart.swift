import StudyModel

/// A part of the methods report: what is stated line by line, then tables.
///
/// The page, Markdown, CSV and JSON are all written from it, so that they cannot differ.
struct MethodsPart {
  /// One thing that is stated.
  struct Line {
    /// The name by which programs know it.
    var key: String
    /// The words for people.
    var label: String
    /// What is said, and the value behind it.
    var cell: DataTable.Cell
    /// Whether only programs are told: another line says it to people.
    var isForPrograms = false
  }

  /// A table with a row a thing.
  struct Table {
    /// The name by which programs know it.
    var key: String
    /// The finding, and what is counted.
    var title: String
    /// See `title`.
    var subtitle: String
    /// The columns.
    var columns: [DataTable.Column]
    /// Keys of columns that only the table of all figures has.
    var further: Set<String> = []
    /// Whether people read it as a list: the first column, and what is said of it.
    var isList = false
    /// The rows, each as long as `columns`.
    var rows: [[DataTable.Cell]]
    /// Notes under it.
    var notes: [String] = []
  }

  /// The id, an anchor on the page.
  var id: String
  /// What it is about, and what was found.
  var title: String
  /// See `title`.
  var heading: String
  /// How to read it.
  var reading: String?
  /// Paragraphs before everything else.
  var paragraphs: [String] = []
  /// Whether some of what the part tells is hidden from its reader.
  var isPartial = false
  /// What is stated.
  var lines: [Line] = []
  /// The tables.
  var tables: [Table] = []
  /// What to collect, where there is nothing.
  var missing: String?
  /// That it is hidden, where it is.
  var hidden: String?

  /// Says that there is nothing, or that it is hidden.
  mutating func none(_ nothing: Nothing, _ sight: Sight) {
    if sight.seesAll { missing = nothing.said(sight) } else { hidden = nothing.said(sight) }
  }

  /// The part as a section of a page.
  var section: Section {
    var section = Section(id: id, number: 0, title: title, heading: heading, reading: reading)
    section.blocks = paragraphs.map { .paragraph($0) }
    if let missing { section.blocks.append(.missing(missing)) }
    if let hidden { section.blocks.append(.hidden(hidden)) }
    let read = lines.filter { !$0.isForPrograms }
    let words = read.filter { !$0.isNumber }
    if !words.isEmpty {
      section.blocks.append(
        .notes(words.map { Note(term: $0.label, says: [$0.cell.text]) }))
    }
    let numbers = read.filter(\.isNumber)
    if !numbers.isEmpty { section.blocks.append(.figure(figure(of: numbers))) }
    section.blocks += tables.filter { !$0.rows.isEmpty }.map {
      $0.isList ? .notes($0.notesForPeople) : .figure($0.figure(in: id))
    }
    return section
  }

  private func figure(of numbers: [Line]) -> ReportFigure {
    let table = Table(
      key: "", title: "\(title), in numbers",
      subtitle: "Over the whole study" + (isPartial ? ", as far as it is shown" : ""),
      columns: [.words("What", "what"), .number("Number", "number")],
      rows: numbers.map { [.words($0.label), $0.cell] })
    return table.figure(in: id)
  }
}

extension MethodsPart.Line {
  /// Whether it is a number, or the mark that stands for one.
  var isNumber: Bool { cell.isFigure }
}

extension MethodsPart.Table {
  /// The rows as a list, and its notes.
  var notesForPeople: [Note] {
    rows.map { row in
      let says = row.dropFirst().filter { $0.mark == nil }.map(\.text)
      return Note(term: row.first?.text ?? "", says: says)
    } + (notes.isEmpty ? [] : [Note(term: "Note", says: notes)])
  }

  /// The table as a figure: the columns for people, and behind it all of them.
  func figure(in section: String) -> ReportFigure {
    let shown = columns.indices.filter { !further.contains(columns[$0].key) }
    return ReportFigure(
      section: section, number: 0, title: title, subtitle: subtitle,
      body: .text(
        TextTable(
          columns: shown.map { .init(title: columns[$0].title, isNumber: columns[$0].isNumber) },
          rows: rows.map { row in
            shown.map { TextTable.Cell(row[$0]) }
          })),
      notes: notes, table: DataTable(columns: columns, rows: rows))
  }
}

extension DataTable.Cell {
  /// What is made of something, or the mark of what is hidden.
  static func seen<Value>(_ seen: Seen<Value>, _ cell: (Value) -> Self) -> Self {
    seen.value.map(cell) ?? .mark(.hidden)
  }

  /// A number that may be hidden.
  static func count(_ number: Seen<Int>) -> Self { seen(number) { .count($0) } }

  /// A text over a value that programs read.
  static func words(_ text: String, count: Int) -> Self { Self(text: text, value: .count(count)) }
}
