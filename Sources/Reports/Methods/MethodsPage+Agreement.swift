import StudyModel

/// Agreement before any decision: the figures of the agreement report, from the same input.
extension MethodsPage {
  var agreementPart: MethodsPart {
    var part = MethodsPart(
      id: "agreement", title: "Agreement", heading: Nothing.agreement.said(agreementSight),
      reading: nil)
    switch input.agreement {
    case .hidden, .shown(nil): part.none(Nothing.agreementWhy, agreementSight)
    case .shown(let agreement?):
      let alpha = agreement.pooled.alpha
      part.heading =
        "Alpha over all codes is \(AgreementWords.value(alpha))"
        + (alpha.value == nil ? "" : ", before any disagreement was settled")
      part.reading =
        "Code by code, by family and by pair of coders it is in the agreement report."
      part.lines = lines(alpha) + lines(of: agreement)
    }
    return part
  }

  /// All of how coders agree; nil for others than the researcher.
  var agreement: AgreementInput? { input.agreement.value ?? nil }

  private var unitOfAgreement: MethodsPart.Line {
    line("unit", "Unit", .words("A source and a code: is the code anywhere in it?"))
  }

  private func lines(_ alpha: AgreementValue) -> [MethodsPart.Line] {
    let interval = alpha.interval
    return [
      line(
        "alpha", "Krippendorff’s alpha, nominal",
        DataTable.Cell(
          text: AgreementWords.value(alpha),
          small: interval.map {
            "95% interval \(Words.fixed($0.low, 2)) to \(Words.fixed($0.high, 2))"
          }, value: alpha.value.map { .number($0) } ?? .none, isFigure: alpha.value != nil)),
      .init(
        key: "alphaLow", label: "", cell: .fixed(interval?.low, 2), isForPrograms: true),
      .init(
        key: "alphaHigh", label: "", cell: .fixed(interval?.high, 2), isForPrograms: true),
      unitOfAgreement,
    ]
  }

  private func lines(of input: AgreementInput) -> [MethodsPart.Line] {
    let maker = AgreementPage(input: input)
    return [
      line("units", "Units", .count(input.pooled.units)),
      line("codes", "Codes", .count(input.byCode.count)),
      line("coders", "Coders", .count(input.coders.count)),
      line("sharedSources", "Sources two or more have read", .count(input.sharedSources)),
      line(
        "missing", "Missing values",
        .words("A source that a coder has not read; read and not coded is a no.")),
      line("range", "Alpha by code", .words(AgreementWords(maker: maker).range)),
      line(
        "codesFrom080", "Codes at \(AgreementLevel.reliableSaid) and over", .count(maker.good.count)
      ),
      line(
        "codesUnder0667", "Codes under \(AgreementLevel.tentativeSaid)", .count(maker.low.count)),
      line(
        "codesTooFew", "Codes with too few units to judge, or no alpha", .count(maker.rare.count)),
      line("replicates", "Replicates of the intervals", .count(input.plan.replicates)),
      line("seed", "Seed", .words(String(input.plan.seed))),
    ]
  }

  /// How much is seen of how coders agree.
  var agreementSight: Sight { input.agreement.isHidden ? .hidden : .whole }

  /// How much is seen of what coders differ on: nothing by others, where there is anything.
  var disputesSight: Sight {
    if isOpen { return .whole }
    guard case .shown(nil) = input.agreement else { return .hidden }
    return .whole
  }

  var disputesPart: MethodsPart {
    var part = MethodsPart(
      id: "disagreements", title: "Disagreements and decisions",
      heading: Nothing.disputable.said(disputesSight), reading: nil)
    guard let counts = agreement?.disputes else {
      part.none(Nothing.disputableWhy, disputesSight)
      if isOpen { part.tables = [decisions] }
      return part
    }
    part.heading =
      counts.disputed == 0
      ? "Coders differ on no unit"
      : "\(Words.thousands(counts.disputed)) of \(Words.count(counts.units, "unit")) were disputed; \(Words.thousands(counts.open)) \(counts.open == 1 ? "is" : "are") open"
    part.lines = disputeLines(counts)
    part.tables = [kinds, decisions, open, sensitivity]
    return part
  }

  private func disputeLines(_ counts: DisputeCounts) -> [MethodsPart.Line] {
    let standing = input.decisions.map { $0.count { $0.standing == .stands } }
    let settled = counts.disputed - counts.open
    var lines = [
      line("units", "Units anybody marked in sources two or more have read", .count(counts.units)),
      line("disputed", "Disputed", .count(counts.disputed)),
      line("settled", "Settled by a decision", .count(settled)),
    ]
    lines += Adjudication.Decision.allCases.map {
      line(
        Self.done[$0] ?? "", Words.capitalized(Self.done[$0] ?? ""), .count(counts.decided[$0] ?? 0)
      )
    }
    lines += [
      line("open", "Open", .count(counts.open)),
      line(
        "leftOut", "Left out of scores, at exactly half of the coders",
        report.consensus == .majority
          ? .count(input.coding.map { $0.count(of: .unresolved) })
          : .mark(.notApplicable)),
      line("decisionsInAll", "Decisions in all", .count(input.decisions.map(\.count))),
      line("decisionsInForce", "In force", .count(standing)),
      line(
        "decisionsElsewhere", "Of these on units that were not disputed",
        .count(standing.map { max(0, $0 - settled) })),
    ]
    if !made.isEmpty {
      lines.append(line("decidedWhen", "When", .words(Words.capitalized(period))))
    }
    let deciders = made.map(\.by)
    if !deciders.isEmpty {
      let by = Dictionary(grouping: deciders) { $0 }.mapValues(\.count)
      lines.append(
        line(
          "decidedBy", "By whom",
          .words(
            Words.list(
              by.sorted { $0.key < $1.key }.map {
                "\($0.key.isEmpty ? "not stated" : $0.key) (\($0.value))"
              }))))
    }
    if let takenBack = input.decisionsTakenBack.value, takenBack > 0 {
      lines.append(line("decisionsTakenBack", "Decisions taken back", .count(takenBack)))
    }
    return lines
  }

  /// The decisions that are shown.
  var made: [SeenMethods.Decision] { input.decisions.value ?? [] }

  static let done: [Adjudication.Decision: String] = [
    .accept: "accepted", .reject: "rejected", .change: "changed",
  ]

  /// `on 10 March 2026` or `from 10 March 2026 to 12 March 2026`.
  var period: String {
    let days = made.map { String($0.at.prefix(10)) }.filter { !$0.isEmpty }.sorted()
    guard let first = days.first, let last = days.last else { return "at times not stated" }
    return first == last
      ? "on \(Words.date(first))" : "from \(Words.date(first)) to \(Words.date(last))"
  }

  private var kinds: MethodsPart.Table {
    MethodsPart.Table(
      key: "kinds", title: "Disputed units by kind, and what became of them",
      subtitle: "One unit may be of several kinds and then counts in each",
      columns: [
        .words("Kind", "kind"), .number("Disputed", "disputed"), .number("Accepted", "accepted"),
        .number("Rejected", "rejected"), .number("Changed", "changed"), .number("Open", "open"),
      ],
      rows: shownDisputes.map { disputes in
        Disagreement.Kind.allCases.map { kind in
          let row = disputes[kind]
          return [
            DataTable.Cell(
              text: Words.capitalized(AgreementDisputes.words[kind] ?? ""), small: kind.rawValue,
              value: .text(kind.rawValue)), .count(row.disputed),
            .count(row.decided[.accept] ?? 0), .count(row.decided[.reject] ?? 0),
            .count(row.decided[.change] ?? 0), .count(row.open),
          ]
        }
      } ?? [])
  }

  /// The disputed units, where there are any and they are shown.
  private var shownDisputes: DisputeTable? {
    input.disputes.value.flatMap { $0.isEmpty ? nil : $0 }
  }

  private var decisions: MethodsPart.Table {
    func count(
      _ decision: Adjudication.Decision, _ isIn: (DecisionRecord.Standing) -> Bool
    ) -> DataTable.Cell {
      .count(made.count { $0.decision == decision && isIn($0.standing) })
    }
    return MethodsPart.Table(
      key: "decisions", title: "Decisions",
      subtitle:
        "Every decision that came in; of several on one unit the last by time counts",
      columns: [
        .words("Decision", "decision"), .number("In force", "inForce"),
        .number("Replaced by a later one", "superseded"),
        .number("Without effect", "withoutEffect"),
      ],
      rows: made.isEmpty
        ? []
        : Adjudication.Decision.allCases.map { decision in
          [
            DataTable.Cell(
              text: Words.capitalized(Self.done[decision] ?? ""), value: .text(decision.rawValue)),
            count(decision) { $0 == .stands },
            count(decision) { if case .superseded = $0 { true } else { false } },
            count(decision) { $0 == .withoutEffect },
          ]
        },
      notes: ["Without effect: a decision to change or reject where there is no such unit."])
  }

  private var open: MethodsPart.Table {
    let open = shownDisputes?.open ?? []
    return MethodsPart.Table(
      key: "openByCode", title: "What is still open, code by code",
      subtitle:
        "\(Words.capitalized(Words.count(open.reduce(0) { $0 + $1.units }, "unit"))), most first; at half: exactly half of the coders marked it",
      columns: [
        .words("Code", "name"), .words("Code as in the files", "code"),
        .number("Open", "open"), .number("At half", "atHalf"),
      ],
      further: ["code"],
      rows: open.map {
        [
          .words(name(ofCode: $0.code)), .words($0.code), .count($0.units), .count($0.atHalf),
        ]
      })
  }

  private var sensitivity: MethodsPart.Table {
    MethodsPart.Table(
      key: "otherRules", title: "What another rule of consensus would change",
      subtitle:
        "Scores of constructs, cases and phases; scored by the rule \(report.consensus.rawValue)",
      columns: [
        .words("Rule", "rule"), .number("Scores", "scores"),
        .number("Scores that would differ", "scoresChanged"),
        .number("Bands that would differ", "bandsChanged"),
      ],
      rows: input.sensitivity.value.map { changes in
        changes.map {
          [
            .words($0.rule.rawValue), .count($0.scores), .count($0.scoresChanged),
            .count($0.bandsChanged),
          ]
        }
      } ?? [],
      notes: [
        "any: one coder is enough. unanimous: all coders had to mark it. majority: more than half."
      ])
  }
}
