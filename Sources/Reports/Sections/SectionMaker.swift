import StudyModel

/// The sections that the framework lays out, or one a root where it lays out none.
struct SectionMaker {
  let reader: CaseView
  let findings: [Finding]

  /// The layout: the framework's, or one section a root and one that joins the sources.
  static func layout(of framework: Framework) -> [ReportSection] {
    guard framework.sections.isEmpty else { return framework.sections }
    let roots = framework.roots.map { root in
      ReportSection(
        id: root.id, title: root.name, heading: root.name, reading: SectionReading(root.definition),
        parts: [ReportSection.Part(figure: .levels, title: root.name, of: [root.id])],
        whenEmpty:
          "Code interviews for \(Words.inSentence(root.name)), or ask about it in a survey.")
    }
    let asked = framework.items.map(\.construct)
    guard !asked.isEmpty else { return roots }
    var seen: Set<String> = []
    let of = asked.filter { seen.insert($0).inserted }
    let joint = ReportSection(
      id: "joint", title: "Do the sources agree?", heading: "Survey and interviews side by side",
      reading: "Each row sets what the survey says beside what interviewees say.",
      parts: [ReportSection.Part(figure: .joint, title: "", of: of)],
      whenEmpty: "Collect both interviews and survey answers to set them side by side.")
    return roots + [joint]
  }

  var sections: [Section] {
    var printed = Printed()
    return Self.layout(of: reader.framework).map { section($0, &printed) }
  }

  /// What sections before have printed, and none need print again.
  private struct Printed {
    var quotes: Set<String> = []
    var reservations: Set<String> = []
  }

  private func section(_ layout: ReportSection, _ printed: inout Printed) -> Section {
    let own = findings.filter { $0.section == layout.id }
    let (drawn, isAsLaidOut) = blocks(layout)
    var section = Section(
      id: layout.id, number: 0, title: layout.title,
      heading: drawn.isEmpty ? layout.heading : SaidTogether.heading(own) ?? layout.heading,
      reading: drawn.isEmpty || !isAsLaidOut ? nil : reading(layout))
    guard !drawn.isEmpty else {
      let sight = reader.sight(reader.family(layout.parts.flatMap(\.of)))
      section.blocks = [.none(Words.withStop(layout.whenEmpty), sight)]
      return section
    }
    section.blocks = drawn
    let ids = reader.family(layout.parts.flatMap(\.of))
    let forms = layout.parts.filter { $0.figure == .wantedAndReceived }.flatMap(\.of)
    let value = ValuePanels(reader: reader, forms: reader.leaves(forms))
    let panels = value.panels
    if !panels.isEmpty { section.blocks.append(.panels(panels)) }
    section.blocks += Self.means(
      own.filter { !value.says($0) }, of: reader.framework,
      reservations: reservations(ids).filter { printed.reservations.insert($0).inserted })
    section.blocks += quotes(on: ids, under: own, already: &printed)
    return section
  }

  /// Quotes that illustrate the heading: on what its finding speaks of, else that there is none; of a section
  /// without a finding on any of its constructs.
  private func quotes(
    on ids: Set<String>, under findings: [Finding], already printed: inout Printed
  ) -> [Block] {
    let headed = SaidTogether.all(findings).first { $0.heading != nil }
    let spoken = headed.map { reader.family($0.restsOn.constructs).intersection(ids) } ?? []
    let quotes = QuoteChoice(reader: reader).quotes(
      on: spoken.isEmpty ? ids : spoken, already: &printed.quotes)
    if !quotes.isEmpty { return [.quotes(quotes)] }
    // Where nothing is quoted at all, no section need say so.
    let isQuoted = reader.input.quotes.contains {
      $0.caseID == reader.subject.id && $0.phase == reader.score.phase
    }
    guard !spoken.isEmpty, isQuoted else { return [] }
    let names = reader.framework.constructs.map(\.id).filter(spoken.contains)
      .filter { reader.framework.isLeaf($0) }.map { Words.inSentence(reader.name($0)) }
    // To others a cleared one may not be shown, beside what is hidden.
    let may = reader.eyes.seeEverything ? "No cleared quote on" : "No quote may be shown on"
    let none = "\(may) \(Words.list(names, atMost: 3))."
    return names.isEmpty || !printed.reservations.insert(none).inserted ? [] : [.paragraph(none)]
  }

  /// How to read a section, of the evidence that there is on what it shows.
  private func reading(_ layout: ReportSection) -> String? {
    let ids = reader.family(layout.parts.flatMap(\.of))
    return layout.reading.text(
      hasSurvey: ids.contains { reader.survey($0).sight == .whole },
      hasInterviewees: reader.hasInterviewees
        && ids.contains { reader.interviews($0)?.sight == .whole })
  }

  /// The figures and lists of a section, and whether every figure is the one that the layout asks for;
  /// lists that follow each other stand side by side.
  private func blocks(_ layout: ReportSection) -> (blocks: [Block], isAsLaidOut: Bool) {
    let maker = FigureMaker(reader: reader, section: layout.id)
    var blocks: [Block] = []
    var panels: [Panel] = []
    var isAsLaidOut = true
    let flush = { (blocks: inout [Block], panels: inout [Panel]) in
      if !panels.isEmpty { blocks.append(.panels(panels)) }
      panels = []
    }
    for part in layout.parts {
      switch maker.block(part, titled: layout.parts.count > 1) {
      case .panel(let panel): panels.append(panel)
      case .wordsInstead(let panel):
        panels.append(panel)
        isAsLaidOut = false
      case .figure(let figure):
        flush(&blocks, &panels)
        blocks.append(.figure(figure))
      case .levelsInstead(let figure):
        flush(&blocks, &panels)
        blocks.append(.figure(figure))
        isAsLaidOut = false
      case nil: continue
      }
    }
    flush(&blocks, &panels)
    return (blocks, isAsLaidOut)
  }

  /// What a section's figures lean on and should not be leant on for.
  private func reservations(_ ids: Set<String>) -> [String] {
    var says: [String] = []
    if reader.hasInterviews, reader.oftenDiffering(ids).isEmpty,
      let line = reader.lowAgreement(on: ids), let alpha = line.row.alpha.value
    {
      says.append(
        "Coders often read these codes differently (alpha \(Words.fixed(alpha, 2)) for \(Words.inSentence(line.row.name)), under \(AgreementLevel.tentativeSaid)): "
          + "treat what the interviews say here as a starting point for discussion.")
    }
    let differing = reader.oftenDiffering(ids).map { Words.inSentence(reader.name($0)) }
    if !differing.isEmpty {
      says.append(
        "Coders often read these codes differently, so lean less on what the interviews say of them: \(Words.list(differing, atMost: 6))."
      )
    }
    return says
  }

  /// What the findings say, a block; a warning where the first is one.
  static func means(
    _ findings: [Finding], of framework: Framework, reservations: [String] = []
  ) -> [Block] {
    let says = SaidTogether.sentences(findings, of: framework, atMost: 5)
    guard !says.isEmpty else {
      return reservations.isEmpty
        ? []
        : [.means(Means(label: "Read with care", warns: true, says: reservations))]
    }
    let warns = findings.first.map { $0.tone == .shortfall || $0.tone == .caution } ?? false
    let said = SaidTogether.all(findings).filter { says.contains($0.sentence(framework)) }
    return [
      .means(
        Means(
          label: "What this means", warns: warns, says: Self.paragraphs(says),
          reservations: reservations, restsOn: said.map(\.restsOn)))
    ]
  }

  /// Three sentences a paragraph at most, and a long one by itself.
  private static func paragraphs(_ says: [String]) -> [String] {
    var paragraphs: [[String]] = []
    for sentence in says {
      if let last = paragraphs.last, last.count < 3,
        (last + [sentence]).map(\.count).reduce(0, +) <= Self.longest
      {
        paragraphs[paragraphs.count - 1].append(sentence)
      } else {
        paragraphs.append([sentence])
      }
    }
    return paragraphs.map { $0.joined(separator: " ") }
  }

  /// So many characters a paragraph of several sentences has at most.
  private static let longest = 400
}
