/// What the figure templates ask for.
extension PageView {
  func figure(_ whole: ReportFigure) -> View {
    let figure = whole.forPeople
    return [
      "partial": "figure", "id": figure.id, "name": figure.name, "title": figure.title,
      "subtitle": figure.subtitle, "style": figure.isTable ? "words" : "card",
      "keep": isKept(figure),
      "key": figure.key.isEmpty ? false : ["entries": figure.key.map(key)] as View,
      "body": body(figure), "notes": figure.notes,
      "table": figure.table.rows.isEmpty || figure.isItsOwnTable ? false : table(figure),
    ]
  }

  /// Whether the drawing is kept on one printed page.
  private func isKept(_ figure: ReportFigure) -> Bool {
    switch figure.body {
    case .strips(let chart): chart.groups.reduce(0) { $0 + $1.rows.count } <= 9
    case .tree, .trends: true
    case .matrix(let matrix): matrix.groups.reduce(0) { $0 + $1.rows.count } <= 9
    case .text(let table): table.rows.count <= 9 && table.columns.count < 4
    case .multiples: false
    }
  }

  private func key(_ entry: KeyEntry) -> View {
    [
      "mark": Self.slot(KeyDrawing.drawing(entry.mark)?.markup),
      "swatch": KeyDrawing.swatch(entry.mark).map { ["class": $0] as View as Any } ?? false,
      "meaning": entry.meaning,
    ]
  }

  private func body(_ figure: ReportFigure) -> View {
    switch figure.body {
    case .strips(let chart): strips(chart, figure)
    case .text(let table): text(table, figure)
    case .matrix(let matrix): self.matrix(matrix, figure)
    case .trends(let panels):
      [
        "partial": "trends",
        "panels": panels.map { panel in
          [
            "name": panel.name, "from": Self.slot(panel.from), "to": panel.to,
            "change": Self.slot(panel.change),
            "drawing": TrendDrawing(panel: panel).drawing.markup,
          ] as View
        },
      ]
    case .multiples(let panels): ["partial": "multiples", "panels": panels.map(multiple)]
    case .tree(let tree):
      ["partial": "tree", "leaves": tree.leaves, "drawing": CaseDrawing.tree(tree).markup]
    }
  }

  private func multiple(_ panel: MultiplePanel) -> View {
    let isGone = panel.hatched != nil
    return [
      "name": panel.name, "subtitle": panel.subtitle,
      "rows": isGone
        ? []
        : panel.rows.map { row in
          ["name": row.name, "drawing": CaseDrawing.multiple(row).markup, "text": row.text] as View
        },
      "axis": isGone ? false : ["drawing": CaseDrawing.multipleAxis.markup] as View,
      "gone": panel.hatched.map {
        ["drawing": CaseDrawing.hatchedPanel, "text": $0] as View as Any
      } ?? false,
    ]
  }

  private func table(_ figure: ReportFigure) -> View {
    let columns = figure.table.columns
    return [
      "open": openTables, "name": figure.name,
      "columns": columns.map { ["title": $0.title, "number": $0.isNumber] as View },
      "rows": figure.table.rows.map { row in
        [
          "label": row.first?.text ?? "",
          "cells": zip(row, columns).dropFirst().map { cell, column in
            ["text": cell.text, "small": Self.slot(cell.small), "number": column.isNumber] as View
          },
        ] as View
      },
    ]
  }
}
