import FileFormats
import StudyModel

/// A report as Markdown: the same words and figures, every drawing as its table.
public enum ReportMarkdown {
  /// The text of a report, with a line feed at the end.
  public static func text(of document: ReportDocument) -> String {
    var lines =
      document.isDraft ? ["> **Draft.** To look at, not to hand on: no edition was kept.", ""] : []
    if document.simulated {
      lines += ["> **Simulated data.** Everything below was made up by a program.", ""]
    }
    lines += [
      begun(document.masthead.joined(separator: " · ")), "", "# " + escaped(document.headline),
      "",
    ]
    if let lead = document.lead { lines += [begun(lead), ""] }
    if let source = document.source { lines += [begun(source), ""] }
    lines += (document.facts + [document.line].compactMap { $0 }).map { fact in
      let detail = fact.detail.map { " " + escaped($0) } ?? ""
      return "- **\(escaped(fact.label)):** \(escaped(Words.withStop(fact.claim)))\(detail)"
    }
    lines.append("")
    for section in document.sections { lines += self.section(section) }
    lines.append(begun(document.closing))
    return VisibleText.of(lines.joined(separator: "\n") + "\n")
  }

  private static func section(_ section: Section) -> [String] {
    var lines = [
      "## \(section.number). \(escaped(section.title)): \(escaped(section.heading))", "",
    ]
    if let reading = section.reading { lines += [begun(reading), ""] }
    for block in section.blocks { lines += self.block(block) }
    return lines
  }

  private static func block(_ block: Block) -> [String] {
    switch block {
    case .figure(let figure): self.figure(figure)
    case .panels(let panels): panels.flatMap(panel)
    case .means(let means):
      ["**\(escaped(means.label)).**", ""]
        + (means.says + means.reservations).flatMap { [begun($0), ""] }
    case .quotes(let quotes):
      quotes.flatMap { ["> “\(escaped($0.text))”", "> — \(escaped($0.attribution))", ""] }
    case .actions(let title, let actions):
      (title.map { ["**\(escaped($0))**", ""] } ?? []) + actions.flatMap(action)
    case .notes(let notes):
      notes.flatMap { note in
        ["**\(escaped(note.term)).** " + note.says.map(escaped).joined(separator: " "), ""]
      }
    case .paragraph(let text): [begun(text), ""]
    case .missing(let text): ["*Nothing to show yet.* " + escaped(text), ""]
    case .hidden(let text): ["*Hidden.* " + escaped(text), ""]
    }
  }

  private static func action(_ action: ActionLine) -> [String] {
    let aim = action.aim.map { ["   - " + escaped($0.text)] } ?? []
    return [
      "\(action.number). **\(escaped(action.action))** (\(escaped(Words.list(action.who))))",
      "   - Why: " + action.why.map { escaped($0.text) }.joined(separator: " "),
      "   - How you would know: " + escaped(action.sign),
    ] + aim + ["   - Rests on: " + escaped(action.basis), ""]
  }

  private static func panel(_ panel: Panel) -> [String] {
    var lines = ["**\(escaped(panel.title))**"]
    if let tag = panel.tag { lines[0] += " (\(escaped(tag.text)))" }
    lines.append("")
    if let text = panel.text { lines += [begun(text), ""] }
    lines += panel.entries.map { "- **\(escaped($0.value))** \(escaped($0.text))" }
    return lines + (panel.entries.isEmpty ? [] : [""])
  }

  private static func figure(_ whole: ReportFigure) -> [String] {
    let figure = whole.asTable
    var lines = ["**\(figure.name). \(escaped(figure.title))**", "", begun(figure.subtitle), ""]
    lines += table(figure.words)
    for note in figure.notes { lines += ["", begun(note)] }
    return lines + [""]
  }

  private static func table(_ table: WordsTable) -> [String] {
    let head = "| " + table.columns.map { escaped($0.title) }.joined(separator: " | ") + " |"
    let rule =
      "| " + table.columns.map { $0.isNumber ? "---:" : "---" }.joined(separator: " | ") + " |"
    return [head, rule] + table.rows.map { "| " + $0.map(escaped).joined(separator: " | ") + " |" }
  }

  /// A text that begins a line.
  private static func begun(_ text: String) -> String { MarkdownText.begun(text) }

  private static func escaped(_ text: String) -> String { MarkdownText.escaped(text) }
}
