import FileFormats
import StudyModel

/// A report as a plain page that another program makes a text document of, with the drawings that it shows.
public struct WordPage: Sendable {
  /// A drawing that the page shows as a picture.
  public struct Drawing: Sendable, Hashable {
    /// What the file of the picture is called, without its ending.
    public var name: String
    /// The drawing.
    public var svg: String
  }

  /// The page: headings, paragraphs by the names of their styles, tables, pictures.
  public let html: String
  /// The drawings, in the order of the page.
  public let drawings: [Drawing]

  /// The page of a report.
  ///
  /// - Parameters:
  ///   - document: The report.
  ///   - known: A line among the properties of the document, by which it is known again.
  ///   - templates: What pages are made with.
  ///   - openTables: Whether the table of all figures stands under each drawing.
  public init(
    of document: ReportDocument, known: String, with templates: ReportTemplates,
    openTables: Bool = false
  ) {
    let view = PageView(
      openTables: openTables, folder: ReportTemplates.wordFolder,
      isBrief: document.length != .full, isForPaper: document.kind == .tables)
    html = VisibleText.of(
      templates.renderWord(view.page(document).merging(["known": known]) { $1 }))
    drawings = document.figures.compactMap { figure in
      FigureFile.drawing(of: figure.forPeople, with: templates).map {
        Drawing(name: figure.pictureName, svg: $0)
      }
    }
  }
}

extension ReportFigure {
  /// What a file of its picture is called, without its ending.
  fileprivate var pictureName: String { "figure-\(number)" }
}

/// What the figures of a plain page ask for.
extension PageView {
  /// A little narrower than a page between its margins; in brief more so, that all of it has room on two.
  private var pictureWidth: String { isBrief ? "12cm" : "15.5cm" }

  func plain(_ whole: ReportFigure) -> View {
    let figure = whole.isTable ? whole.asTable : whole.forPeople
    var (notes, table) = (figure.notes, openTables ? WordsTable(figure.table) : nil)
    switch figure.body {
    case .text(let words): table = WordsTable(words)
    case .matrix(let matrix):
      table = WordsTable(matrix)
      if let names = matrix.shortNames { notes.insert(names, at: 0) }
    case .strips, .trends, .multiples, .tree: break
    }
    return [
      "partial": partial(isForPaper ? "apa" : "figure"), "id": figure.id, "name": figure.name,
      "title": figure.title,
      "subtitle": figure.subtitle, "sentence": Words.withStop(figure.subtitle), "notes": notes,
      "picture": figure.isDrawn
        ? [
          "file": figure.pictureName + ".png", "width": pictureWidth,
          "spoken": "\(figure.title). \(figure.subtitle)",
        ] as View : false,
      "table": table.map(plain) ?? false,
    ]
  }

  private func plain(_ table: WordsTable) -> View {
    [
      "shares": table.shares, "dense": table.isDense,
      "columns": table.columns.map { ["title": $0.title, "number": $0.isNumber] as View },
      "rows": table.rows.map { row in
        [
          "cells": zip(row, table.columns).map {
            ["text": $0, "number": $1.isNumber] as View
          }
        ] as View
      },
    ]
  }
}
