/// A CSV file taken apart by its header, filled in and put together again: what a person does with
/// a spreadsheet between export and import.
struct SheetTable {
  var header: [String]
  var rows: [[String]]

  init(_ text: String) {
    let all = Self.records(text)
    header = all.first ?? []
    rows = Array(all.dropFirst())
  }

  /// The cell of a row under a header.
  subscript(row: Int, name: String) -> String {
    get { header.firstIndex(of: name).map { rows[row][$0] } ?? "" }
    set { if let column = header.firstIndex(of: name) { rows[row][column] = newValue } }
  }

  var text: String {
    ([header] + rows).map { row in
      row.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",") + "\n"
    }.joined()
  }

  private static func records(_ text: String) -> [[String]] {
    var records: [[String]] = []
    var (record, field) = ([String](), "")
    var isQuoted = false
    var characters = text.unicodeScalars.makeIterator()
    var next = characters.next()
    while let character = next {
      next = characters.next()
      switch character {
      case "\"" where isQuoted && next == "\"":
        field += "\""
        next = characters.next()
      case "\"": isQuoted.toggle()
      case "," where !isQuoted:
        record.append(field)
        field = ""
      case "\n" where !isQuoted:
        records.append(record + [field])
        (record, field) = ([], "")
      default: field.unicodeScalars.append(character)
      }
    }
    return records
  }
}
