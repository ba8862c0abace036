import StudyModel

/// What the templates of strips, word tables and matrices ask for.
extension PageView {
  func strips(_ chart: StripChart, _ figure: ReportFigure) -> View {
    let drawing = StripDrawing(scale: chart.scale)
    let span = chart.columns.count + 2
    return [
      "partial": "strips", "labelledBy": figure.id, "rowHeader": chart.rowHeader,
      "layout": layout(chart.layout), "axis": ["drawing": drawing.axis.markup] as View,
      "columns": chart.columns.enumerated().map { place, title in
        let lines = title.split(separator: "\n", maxSplits: 1).map(String.init)
        let isWord = chart.groups.first?.rows.first?.cells.dropFirst(place).first?.isWord ?? false
        return [
          "style": isWord ? "pres" : "num", "first": lines.first ?? "",
          "second": Self.slot(lines.count > 1 ? lines[1] : nil),

        ] as View
      },
      "groups": chart.groups.map { group in
        [
          "head": group.title.map { title in
            ["title": title, "note": Self.slot(group.note), "span": span] as View as Any
          } ?? false,
          "rows": group.rows.map { row($0, drawing, chart.layout, span) },
        ] as View
      },
    ]
  }

  private func layout(_ layout: StripChart.Layout) -> String {
    switch layout {
    case .wanted: "val two-num"
    case .practices: "prac"
    case .plain: "one"
    case .chain: "chain"
    }
  }

  private func row(
    _ row: StripChart.Row, _ drawing: StripDrawing, _ layout: StripChart.Layout, _ span: Int
  ) -> View {
    [
      "strong": row.strong, "label": row.label, "small": Self.slot(row.small),
      "drawing": drawing.strip(row).markup, "hatched": Self.slot(row.hatched),
      "spoken": Self.slot(row.spoken),
      "cells": row.cells.enumerated().map { place, item in
        let style =
          switch layout {
          case .wanted: place == 1 ? "gapc" : ""
          case .practices: "iv"
          case .plain, .chain: ""
          }
        return cell(item, style)
      },
      "drop": row.drop.map { drop in
        [
          "isLargest": drop.isLargest, "points": drop.points, "says": Self.slot(drop.says),
          "span": span, "drawing": ArrowDrawing.markup,
        ] as View as Any
      } ?? false,
    ]
  }

  private func cell(_ cell: StripChart.Cell, _ style: String) -> View {
    [
      "word": cell.isWord, "main": cell.main, "style": style, "lead": Self.slot(cell.lead),
      "trail": Self.slot(cell.trail), "small": Self.slot(cell.isWord ? nil : cell.small),
      "grade": cell.isWord && cell.small != nil
        ? [
          "pips": Self.slot(cell.pips.map { PipsDrawing.drawing($0).markup }),
          "text": cell.small ?? "",
        ] as View
        : false,
    ]
  }

  /// Of so many rows each is a card of lines on a narrow page; of more, a card of running words.
  private static let mostCards = 12

  func text(_ table: TextTable, _ figure: ReportFigure) -> View {
    [
      "partial": "texttable", "labelledBy": figure.id,
      "style": table.columns.count > 2
        ? "stack" + (table.rows.count > Self.mostCards ? " long" : "") : "pair",
      "columns": table.columns.map { ["title": $0.title, "number": $0.isNumber] as View },
      "rows": table.rows.map { row in
        [
          "label": row.first?.text ?? "", "small": Self.slot(row.first?.small),
          "cells": zip(row, table.columns).dropFirst().map { item, column in
            [
              "style": [column.isNumber ? "num" : nil, item.isHidden ? "hid" : nil].compactMap {
                $0
              }.joined(separator: " "),
              "title": column.title, "text": item.text, "small": Self.slot(item.small),
              "tags": item.tags.map { tag($0, named: item.isNamed) },
            ] as View
          },
        ] as View
      },
    ]
  }

  /// So many columns have room for names of the usual size.
  private static let mostLargeHeads = 6
  /// So many columns have room for whole names.
  private static let mostLongHeads = 12

  func matrix(_ matrix: MatrixChart, _ figure: ReportFigure) -> View {
    let span = matrix.columns.count + 1
    let isHeat = matrix.groups.contains {
      $0.rows.contains { $0.cells.contains { $0.interval != nil } }
    }
    return [
      "partial": "matrix", "labelledBy": figure.id, "columnCount": matrix.columns.count,
      "isHeat": isHeat, "isWide": matrix.columns.count > Self.mostLongHeads,
      "isMany": matrix.columns.count > Self.mostLargeHeads,
      "spans": matrix.spans.isEmpty
        ? false
        : [
          "label": matrix.spanLabel ?? "",
          "heads": matrix.spans.map { ["columns": $0.columns, "title": $0.title] as View },
        ] as View,
      "columns": matrix.columns.map { ["name": $0.name, "short": $0.short] as View },
      "groups": matrix.groups.map { group in
        [
          "head": group.title.map { ["title": $0, "span": span] as View as Any } ?? false,
          "rows": group.rows.map { row in
            ["label": row.label, "cells": row.cells.map { matrixCell($0, isTall: matrix.isTall) }]
              as View
          },
        ] as View
      },
    ]
  }

  private func matrixCell(_ cell: MatrixChart.Cell, isTall: Bool) -> View {
    let style = [
      "m", isTall ? nil : "one", cell.isHidden ? "hide" : "s\(cell.shade)",
      cell.isNamed ? "named" : nil, cell.isShaded ? "lv" : nil,
    ]
    return [
      "style": style.compactMap { $0 }.joined(separator: " "), "text": Self.breakable(cell.text),
      "mark": mark(cell), "small": Self.slot(cell.small),
      "before": Self.slot(cell.spoken),
      "hidden": Self.slot(cell.isHidden ? CaseDrawing.hatchedCell : nil),
      "rail": cell.interval.map {
        ["drawing": CaseDrawing.rail($0), "text": Words.interval($0)] as View as Any
      } ?? false,
    ]
  }

  /// A word of a cell that may be broken where it is longer than a narrow column.
  private static func breakable(_ text: String) -> String {
    text.replacing("interviewees", with: "inter\u{AD}viewees")
  }

  /// The mark in a cell of words; silence is a mark at every width, its word only heard.
  private func mark(_ cell: MatrixChart.Cell) -> Any {
    guard let presence = cell.presence else { return false }
    let isSilent = presence == .notSpokenOf
    return [
      "drawing": PresenceDrawing.drawing(presence).markup,
      "markStyle": isSilent ? "always" : "short",
      "wordStyle": isSilent ? "vh" : "long",
    ] as View
  }
}
