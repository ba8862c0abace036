import StudyModel

/// Reads `tables.yaml`: matrices, cycles, checklists and the like.
struct ModelTableReader {
  let context: ReadingContext

  init(_ context: ReadingContext) { self.context = context }

  func read(_ file: MapReader) {
    var taken: [String: Int] = [:]
    for node in file.list("tables") {
      let required = ["id", "title", "columns", "rows"]
      guard
        let map = MapReader(
          node, what: "table", keys: required + ["source"], required: required, log: context.log)
      else { continue }
      let id = context.uniqueID(map, what: "table", taken: &taken) ?? ""
      let columns = map.texts("columns")
      context.framework.tables.append(
        ModelTable(
          id: id, title: map.string("title"), columns: columns,
          rows: map.list("rows", mayBeEmpty: false).map { row($0, columns: columns.count) },
          source: context.citation(map.node("source"))))
    }
  }

  /// A row; an empty cell is written as `""`.
  private func row(_ node: YAMLNode, columns: Int) -> [String] {
    let cells = node.elements.map { cell in
      cell.text == "" ? "" : MapReader.text(cell, log: context.log) ?? ""
    }
    if cells.count != columns {
      context.log.error(
        .frameworkCount, at: node.place,
        "the row has \(cells.count) of the table's \(columns) cells",
        "Write a cell a column, \"\" for an empty one.")
    }
    return cells
  }
}
