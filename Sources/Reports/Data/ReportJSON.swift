public import FileFormats
public import StudyModel

/// A report as JSON: its words, its figures at full precision, null where there is none.
public enum ReportJSON {
  /// The health report.
  public static func value(of report: HealthReport) -> JSONValue {
    value(.health, report.input, report.document, report.readers)
  }

  /// The comparison.
  public static func value(of report: CompareReport) -> JSONValue {
    let readers = report.scores.compactMap { score in
      report.input.cases.first { $0.id == score.caseID }.map {
        CaseView(input: report.input, subject: $0, score: score)
      }
    }
    let common = value(.comparison, report.input, report.document, readers)
    guard case .object(let members) = common else { return common }
    return .object(members + [.init("dispersion", DispersionTable.json(report.dispersions))])
  }

  private static func value(
    _ kind: ReportKind, _ input: ReportInput, _ document: ReportDocument, _ readers: [CaseView]
  ) -> JSONValue {
    .object(
      head(kind, of: input) + [
        .init("headline", .string(document.headline)), .init("lead", .optional(document.lead)),
        .init(
          "restsOn", document.headRestsOn.map { restsOn($0, input.eyes.seeEverything) } ?? .null),
        .init(
          "facts",
          .array(
            (document.facts + [document.line].compactMap { $0 })
              .map { fact($0, seesEvidence: input.eyes.seeEverything) })),
        .init(
          "sections",
          .array(
            document.sections.map { section($0, seesEvidence: input.eyes.seeEverything) })),
        .init("cases", .array(readers.map(SeenScoreJSON.value))),
      ])
  }

  /// The members by which JSON is known as that of a report.
  public static func opening(_ kind: ReportKind) -> [JSONValue.Member] {
    [.init("ok", .bool(true)), .init("report", .string(kind.rawValue))]
  }

  /// What every report begins with: which it is, for whom, of what study and by what framework.
  static func head(_ kind: ReportKind, of input: ReportInput) -> [JSONValue.Member] {
    head(
      kind, for: input.eyes, of: input.study,
      by: [
        .init(
          "framework",
          [
            "id": .string(input.framework.id), "version": .string(input.framework.version),
            "sha256": .string(input.frameworkHash),
          ]),
        .init("consensus", .string(input.consensus.rawValue)),
      ])
  }

  /// The same with what figures rest on.
  static func head(
    _ kind: ReportKind, for eyes: Eyes, of study: StudyFacts, by rules: [JSONValue.Member] = []
  ) -> [JSONValue.Member] {
    opening(kind) + [
      .init("for", .string(eyes.audience.rawValue)),
      .init(
        "study",
        [
          "title": .string(study.title), "simulated": .bool(study.simulated),
          "source": .optional(study.source),
          study.hash.key: .string(study.hash.text),
        ]),
    ] + rules + [
      .init("version", .string(study.toolVersion)), .init("date", .string(study.date)),
    ]
  }

  /// A fact of the page's head.
  static func fact(_ fact: ReportDocument.Fact, seesEvidence: Bool = false) -> JSONValue {
    [
      "label": .string(fact.label), "claim": .string(fact.claim), "detail": .optional(fact.detail),
      "restsOn": fact.restsOn.map { restsOn($0, seesEvidence) } ?? .null,
    ]
  }

  /// What a sentence rests on; the figures in words for the researcher alone, who sees them all.
  private static func restsOn(_ resting: Resting, _ seesEvidence: Bool) -> JSONValue {
    .object(
      [
        .init("rule", .string(resting.rule)), .init("constructs", .strings(resting.constructs)),
        .init("streams", .strings(resting.streams.map(\.rawValue).sorted())),
      ] + (seesEvidence ? [.init("evidence", .strings(resting.evidence))] : []))
  }

  static func section(_ section: Section, seesEvidence: Bool = false) -> JSONValue {
    [
      "id": .string(section.id), "number": .integer(section.number),
      "title": .string(section.title),
      "heading": .string(section.heading), "reading": .optional(section.reading),
      "blocks": .array(section.blocks.map { block($0, seesEvidence) }),
    ]
  }

  private static func block(_ block: Block, _ seesEvidence: Bool) -> JSONValue {
    switch block {
    case .figure(let figure): self.figure(figure)
    case .panels(let panels): ["kind": "lists", "lists": .array(panels.map(panel))]
    case .means(let means):
      [
        "kind": "means", "label": .string(means.label), "warns": .bool(means.warns),
        "says": .strings(means.says),
        "reservations": .strings(means.reservations),
        "restsOn": .array(means.restsOn.map { restsOn($0, seesEvidence) }),
      ]
    case .quotes(let quotes):
      [
        "kind": "quotes",
        "quotes": .array(
          quotes.map { ["text": .string($0.text), "attribution": .string($0.attribution)] }),
      ]
    case .actions(let title, let actions):
      ["kind": "actions", "title": .optional(title), "actions": .array(actions.map(\.json))]
    case .notes(let notes):
      [
        "kind": "notes",
        "notes": .array(notes.map { ["term": .string($0.term), "says": .strings($0.says)] }),
      ]
    case .paragraph(let text): ["kind": "paragraph", "text": .string(text)]
    case .missing(let text): ["kind": "missing", "collect": .string(text)]
    case .hidden(let text): ["kind": "hidden", "text": .string(text)]
    }
  }

  private static func panel(_ panel: Panel) -> JSONValue {
    [
      "title": .string(panel.title), "tag": .optional(panel.tag?.text),
      "text": .optional(panel.text),
      "entries": .array(
        panel.entries.map { ["value": .string($0.value), "text": .string($0.text)] }),
    ]
  }

  private static func figure(_ figure: ReportFigure) -> JSONValue {
    let columns = figure.table.columns
    return [
      "kind": "figure", "name": .string(figure.name), "title": .string(figure.title),
      "subtitle": .string(figure.subtitle),
      "notes": .strings(figure.notes),
      "rows": .array(
        figure.table.rows.map { row in
          .object(zip(columns, row).map { JSONValue.Member($0.key, value(of: $1)) })
        }),
    ]
  }

  static func value(of cell: DataTable.Cell) -> JSONValue {
    switch cell.value {
    case .none: .null
    case .text(let text): .string(text)
    case .number(let number): .number(number)
    case .count(let number): .integer(number)
    case .estimate(let level, let low, let high):
      ["level": .number(level), "low": .optional(low), "high": .optional(high)]
    case .interval(let low, let high): .array([.number(low), .number(high)])
    }
  }
}
