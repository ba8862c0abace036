import FileFormats
import StudyModel

/// A report as one self-contained page: no script, no request, light and dark, screen and print.
public enum ReportPage {
  /// The page of a report.
  ///
  /// `openTables` writes every table of figures open: what is closed is not printed.
  public static func html(
    of document: ReportDocument, with templates: ReportTemplates, openTables: Bool = false
  ) -> String {
    VisibleText.of(templates.render(PageView(openTables: openTables).page(document)))
  }
}

/// Turns a report's values into what the templates ask for; markup is made here and nowhere else.
///
/// Every dictionary names all the keys of its template, absent ones as `false`, so that a template
/// never finds an outer value by mistake.
struct PageView {
  let openTables: Bool
  /// The folder of the templates of its parts, with a slash; empty for those of a page.
  var folder = ""
  /// Whether it is of a report in brief.
  var isBrief = false
  /// Whether its tables are set as journals ask for it (APA 7, 7.8 to 7.15): number, title, table, note.
  var isForPaper = false

  typealias View = [String: Any]

  /// A slot that is only there with its text.
  static func slot(_ text: String?) -> Any {
    text.map { ["text": $0] as View } ?? false
  }

  /// A slot that is only there with its drawing.
  static func slot(_ drawing: Markup?) -> Any {
    drawing.map { ["drawing": $0] as View } ?? false
  }

  /// The template of a part.
  func partial(_ name: String) -> String { folder + name }

  func page(_ document: ReportDocument) -> View {
    let mark =
      (document.isDraft ? "Draft – " : "") + (document.simulated ? "Simulated data – " : "")
    return [
      "title": (document.isDraft ? "Draft: " : "") + document.title
        + (document.simulated ? " (simulated data)" : ""),
      "draft": document.isDraft, "brief": document.length != .full,
      "description": document.headline, "what": document.noun, "simulated": document.simulated,
      "pageLabel": Markup.cssString(mark + document.title),
      "masthead": document.masthead.enumerated().map { ["lead": $0 == 0, "text": $1] as View },
      "contents": document.sections.map { ["anchor": $0.id, "text": $0.title] as View },
      "isWide": document.kind == .comparison, "headline": document.headline,
      "lead": Self.slot(document.lead), "source": Self.slot(document.source),
      "facts": document.facts.map { fact($0, in: document) },
      "line": document.line.map { fact($0, in: document) as Any } ?? false,
      "sections": document.sections.map(section), "closing": document.closing,
    ]
  }

  private func fact(_ fact: ReportDocument.Fact, in document: ReportDocument) -> View {
    [
      "label": fact.label, "claim": fact.claim, "sentence": Words.withStop(fact.claim),
      "detail": Self.slot(fact.detail),
      "anchor": fact.anchor.flatMap(document.section).map { section in
        ["target": section.id, "number": section.number] as View as Any
      } ?? false,
    ]
  }

  private func section(_ section: Section) -> View {
    [
      "id": section.id, "number": section.number, "title": section.title,
      "heading": section.heading,
      "reading": Self.slot(section.reading), "blocks": section.blocks.map(block),
    ]
  }

  private func block(_ block: Block) -> View {
    switch block {
    case .figure(let figure): folder.isEmpty ? self.figure(figure) : plain(figure)
    case .panels(let panels): ["partial": partial("panels"), "panels": panels.map(panel)]
    case .means(let means):
      [
        "partial": partial("means"), "warns": means.warns, "label": means.label, "says": means.says,
        "reservations": means.reservations,
      ]
    case .quotes(let quotes):
      [
        "partial": partial("quotes"),
        "quotes": quotes.map { ["text": $0.text, "attribution": $0.attribution] as View },
      ]
    case .actions(let title, let lines):
      [
        "partial": partial("actions"), "heading": Self.slot(title),
        "start": lines.first?.number ?? 1,
        "before": (lines.first?.number ?? 1) - 1,
        "actions": lines.map { action($0, deep: title != nil) },
      ]
    case .notes(let notes):
      [
        "partial": partial("notes"),
        "notes": notes.map { ["term": $0.term, "says": $0.says] as View },
      ]
    case .paragraph(let text): ["partial": partial("paragraph"), "text": text]
    case .missing(let text):
      ["partial": partial("missing"), "label": "Nothing to show yet.", "text": text]
    case .hidden(let text): ["partial": partial("missing"), "label": "Hidden.", "text": text]
    }
  }

  private func action(_ line: ActionLine, deep: Bool) -> View {
    [
      "deep": deep, "action": line.action, "who": line.who, "together": Words.list(line.who),
      "basis": Self.slot(line.basis.isEmpty ? nil : line.basis), "why": line.why.map(reason),
      "sign": line.sign,
      "aim": line.aim.map { ["now": $0.named, "goal": $0.goal] as View as Any } ?? false,
    ]
  }

  private func reason(_ reason: ActionLine.Reason) -> View {
    [
      "says": reason.figure == nil ? reason.text : reason.says,
      "figure": reason.figure.map { ["target": $0.anchor, "name": $0.name] as View as Any }
        ?? false,
    ]
  }

  private func panel(_ panel: Panel) -> View {
    [
      "title": panel.title, "tag": panel.tag.map { tag($0) as Any } ?? false,
      "subtitle": Self.slot(panel.subtitle.isEmpty ? nil : panel.subtitle),
      "paragraph": Self.slot(panel.text),
      "list": panel.entries.isEmpty
        ? false
        : ["entries": panel.entries.map { ["value": $0.value, "text": $0.text] as View }] as View,
    ]
  }

  func tag(_ tag: Tag, named: Bool = false) -> View {
    let tone =
      switch tag.tone {
      case .plain: ""
      case .agrees: " b"
      case .warns: " a"
      }
    return ["tone": tone + (named ? " named" : ""), "text": tag.text]
  }
}
