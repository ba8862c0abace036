import FileFormats
import StudyModel

/// The tables of a report in LaTeX, to be taken into a paper: number and title over each, a note under it.
///
/// They ask for the packages `booktabs` and `array`. A drawing is the table of its figures.
public enum ReportLaTeX {
  /// The tables, with a comment on what they were made from.
  public static func text(of document: ReportDocument) -> String {
    var lines = comment(document.title) + comment(document.made)
    if document.isDraft { lines += comment("Draft, to look at and not to hand on.") }
    if document.simulated { lines += comment("Simulated data.") }
    lines.append("% Needs \\usepackage{booktabs,array}; in UTF-8.")
    for figure in document.figures { lines += ["", ""] + table(figure.asTable) }
    return VisibleText.of(lines.joined(separator: "\n") + "\n")
  }

  private static func comment(_ text: String) -> [String] {
    text.split(whereSeparator: \.isNewline).map { "% \($0)" }
  }

  private static func table(_ figure: ReportFigure) -> [String] {
    let words = figure.words
    let columns = zip(words.columns, words.shares).map { column, share in
      let side = column.isNumber ? "\\raggedleft" : "\\raggedright"
      let width = "\\dimexpr\(Words.fixed(Double(share) / 100, 2))\\linewidth-2\\tabcolsep\\relax"
      return ">{\(side)\\arraybackslash}p{\(width)}"
    }
    func row(_ cells: [String]) -> String {
      cells.map { LaTeXText.escaped($0) }.joined(separator: " & ") + " \\\\"
    }
    let notes = ([figure.subtitle] + figure.notes).filter { !$0.isEmpty }
      .map { LaTeXText.escaped(Words.withStop($0)) }.joined(separator: " ")
    return [
      "\\begin{table}[p]", "\\caption{\(LaTeXText.escaped(figure.title))}",
      "\\label{tab:\(figure.number)}", words.isDense ? "\\scriptsize" : "\\footnotesize",
      "\\setlength{\\tabcolsep}{2pt}", "\\begin{tabular}{@{}\(columns.joined())@{}}", "\\toprule",
      row(words.columns.map(\.title)), "\\midrule",
    ] + words.rows.map(row) + [
      "\\bottomrule", "\\end{tabular}", "", "\\smallskip", "\\emph{Note.} \(notes)", "\\end{table}",
    ]
  }
}

/// Text that LaTeX takes as text, whatever stands in it.
enum LaTeXText {
  private static let signs: [Character: String] = [
    "\\": "\\textbackslash{}", "{": "\\{", "}": "\\}", "$": "\\$", "&": "\\&", "#": "\\#",
    "%": "\\%", "_": "\\_", "^": "\\textasciicircum{}", "~": "\\textasciitilde{}",
    "<": "\\textless{}", ">": "\\textgreater{}", "|": "\\textbar{}", "\"": "\\textquotedbl{}",
    "−": "\\ensuremath{-}", "→": "\\ensuremath{\\rightarrow}", "≥": "\\ensuremath{\\geq}",
    "≤": "\\ensuremath{\\leq}", "×": "\\ensuremath{\\times}", "–": "--", "…": "\\ldots{}",
    // At the head of a row a bracket would be taken for an option of the line before.
    "[": "{[}", "]": "{]}", "\u{00AD}": "\\-", "\u{00A0}": "~",
  ]

  /// Text inside a line: line ends become spaces.
  static func escaped(_ text: String) -> String {
    text.map { $0.isNewline ? " " : signs[$0] ?? String($0) }.joined()
  }
}
