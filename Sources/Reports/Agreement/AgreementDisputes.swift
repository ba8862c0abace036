import StudyModel

/// The section on disputed units: what kind, what a decision settled, what is open.
struct AgreementDisputes {
  let maker: AgreementPage

  private var input: AgreementInput { maker.input }

  var section: Section {
    let counts = input.disputes
    var section = Section(
      id: "disputes", number: 0, title: "Disputed units",
      heading: counts.disputed == 0
        ? "Coders differ on no unit"
        : "Coders differ on \(Words.thousands(counts.disputed)) of \(Words.count(counts.units, "unit")); \(Words.thousands(counts.open)) \(counts.open == 1 ? "is" : "are") open",
      reading: nil)
    guard counts.disputed > 0 else {
      section.blocks = [.paragraph("There is nothing to decide.")]
      return section
    }
    section.blocks = [.figure(kinds), .means(means)]
    if !input.open.isEmpty { section.blocks.append(.figure(open)) }
    return section
  }

  static let words: [Disagreement.Kind: String] = [
    .unitizing: "one coder marked it, another left it out", .code: "another code on the same words",
    .weight: "different weights", .valence: "different valences",
  ]

  private var kinds: ReportFigure {
    let kinds = Disagreement.Kind.allCases.map { ($0, input.disputes.byKind[$0] ?? 0) }
    return ReportFigure(
      section: "disputes", number: 0, title: "What coders differ about",
      subtitle:
        "\(Words.capitalized(Words.count(input.disputes.disputed, "disputed unit"))) of \(Words.count(input.disputes.units, "unit")) that anybody marked; one may have several kinds",
      body: .text(
        TextTable(
          columns: [.init(title: "Kind"), .init(title: "Units", isNumber: true)],
          rows: kinds.map {
            [
              TextTable.Cell(text: Words.capitalized(Self.words[$0.0] ?? ""), small: $0.0.rawValue),
              TextTable.Cell(text: Words.thousands($0.1), small: nil),
            ]
          })),
      table: DataTable(
        columns: [.words("Kind", "kind"), .number("Units", "units")],
        rows: kinds.map { [.words($0.0.rawValue), .count($0.1)] }))
  }

  private var means: Means {
    let counts = input.disputes
    let decided = Adjudication.Decision.allCases.compactMap { decision -> String? in
      let number = counts.decided[decision] ?? 0
      let word = [.accept: "accepted", .reject: "rejected", .change: "changed"][decision] ?? ""
      return number == 0 ? nil : "\(Words.thousands(number)) \(word)"
    }
    let settled = counts.disputed - counts.open
    return Means(
      label: "What this means", warns: counts.open > 0,
      says: [
        settled == 0
          ? "No decision has been made yet."
          : "\(Words.capitalized(Words.count(settled, "unit"))) \(settled == 1 ? "was" : "were") settled by a decision: \(Words.list(decided)).",
        counts.open == 0
          ? "Nothing is open."
          : "\(Words.capitalized(Words.count(counts.open, "unit"))) \(counts.open == 1 ? "is" : "are") open. What exactly half of the coders marked is left out of scores until it is decided.",
      ])
  }

  private var open: ReportFigure {
    let units = input.open.prefix(12)
    func did(_ unit: AgreementInput.OpenUnit) -> String {
      unit.disagreement.accounts.map { account in
        let who = account.coder
        if account.coding != nil { return "\(who) marked it" }
        guard !account.instead.isEmpty else { return "\(who) left it out" }
        return
          "\(who) put \(Words.list(account.instead.map { Words.inSentence(maker.code($0.code)) }))"
      }.joined(separator: "; ")
    }
    func beside(_ unit: AgreementInput.OpenUnit) -> String {
      unit.agreedBeside == 0
        ? "nothing else coders agree on" : Words.count(unit.agreedBeside, "agreed unit")
    }
    return ReportFigure(
      section: "disputes", number: 0, title: "Decide these first",
      subtitle:
        "Open units on whether a code is there; first those whose case has least else that coders agree on; \(units.count) of \(input.open.count) shown",
      body: .text(
        TextTable(
          columns: [
            .init(title: "Code"), .init(title: "Where"), .init(title: "What coders did"),
            .init(title: "Beside it in the case"),
          ],
          rows: units.map { unit in
            let item = unit.disagreement
            return [
              TextTable.Cell(text: maker.code(item.code), small: nil),
              TextTable.Cell(
                text: unit.caseName,
                small: "\(item.source), \(item.span.start) to \(item.span.end)"),
              TextTable.Cell(text: did(unit), small: nil),
              TextTable.Cell(text: beside(unit), small: nil),
            ]
          })),
      table: DataTable(
        columns: [
          .words("Code", "code"), .words("Case", "case"), .words("Source", "source"),
          .number("Start", "start"), .number("End", "end"),
          .words("Kinds", "kinds"), .words("What coders did", "did"),
          .number("Agreed units beside", "agreedBeside"),
        ],
        rows: units.map { unit in
          let item = unit.disagreement
          return [
            .words(maker.code(item.code)), .words(unit.caseName),
            .words(item.source),
            .count(item.span.start),
            .count(item.span.end),
            .words(item.kinds.map(\.rawValue).joined(separator: ", ")), .words(did(unit)),
            .count(unit.agreedBeside),
          ]
        }))
  }
}
