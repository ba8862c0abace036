import FileFormats
import StudyModel

/// A figure of a report as a drawing of its own, for a paper or a slide: its titles, key, drawing and notes, with
/// what it was made from.
public enum FigureFile {
  /// The drawing; nil of a table of words and of a matrix, which are tables elsewhere.
  ///
  /// - Parameters:
  ///   - figure: The figure.
  ///   - document: The report that it stands in.
  ///   - templates: Where the style of the marks is.
  /// - Returns: A document of SVG 1.1 with its own style, in the light colours.
  public static func svg(
    of figure: ReportFigure, in document: ReportDocument, with templates: ReportTemplates
  ) -> String? {
    let figure = figure.forPeople
    var canvas = FigureCanvas()
    canvas.say("\(figure.name). \(figure.title)", .title)
    canvas.say(figure.subtitle, .subtitle)
    canvas.skip(6)
    guard draw(figure, on: &canvas) else { return nil }
    canvas.skip(6)
    for note in figure.notes { canvas.say(note, .small) }
    canvas.say(source(document), .small)
    return text(canvas, of: figure, with: templates)
  }

  /// The key and what is drawn alone, for a page that says the rest in words; nil as above.
  static func drawing(of figure: ReportFigure, with templates: ReportTemplates) -> String? {
    var canvas = FigureCanvas()
    guard draw(figure, on: &canvas) else { return nil }
    return text(canvas, of: figure, with: templates)
  }

  /// Sets the key and what is drawn; false of what is a table.
  private static func draw(_ figure: ReportFigure, on canvas: inout FigureCanvas) -> Bool {
    guard figure.isDrawn else { return false }
    canvas.draw(key: figure.key)
    switch figure.body {
    case .strips(let chart): canvas.draw(chart)
    case .trends(let panels): canvas.draw(panels)
    case .multiples(let panels): canvas.draw(panels)
    case .tree(let tree): canvas.draw(tree)
    case .text, .matrix: break
    }
    return true
  }

  private static func text(
    _ canvas: FigureCanvas, of figure: ReportFigure, with templates: ReportTemplates
  ) -> String {
    VisibleText.of(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        + canvas.document(title: "\(figure.name). \(figure.title)", style: templates.figureStyle)
        .markup.description + "\n")
  }

  /// Of what, made by what, from what; that a draft is one.
  private static func source(_ document: ReportDocument) -> String {
    (document.isDraft ? "Draft, to look at and not to hand on. " : "")
      + "\(document.title). \(document.made)"
  }
}
