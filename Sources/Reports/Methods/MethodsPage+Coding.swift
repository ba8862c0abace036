import StudyModel

/// What was coded, and how codings became units.
extension MethodsPage {
  /// The leaves of the framework that some code with a coding stands for, and those none does.
  func constructsUsed(_ names: SeenMethods.CodingNames) -> (used: Int, never: [Construct]) {
    let leaves = framework.constructs.filter { framework.isLeaf($0.id) }
    let never = leaves.filter { !names.constructs.contains($0.id) }
    return (leaves.count - never.count, never)
  }

  /// Whether any coding is counted.
  var hasCodings: Bool { input.coding.value.map { $0.codings > 0 } ?? false }

  var codingPart: MethodsPart {
    var part = MethodsPart(
      id: "coding", title: "Coding", heading: Nothing.coding.said(.whole), reading: nil)
    if let coding = input.coding.value, coding.codings == 0 {
      part.missing = "Codings: import what the coders put on the sources."
      return part
    }
    let isOfOne = input.reading.value?.coders == 1
    part.lines =
      (isOfOne ? [] : [unit]) + [
        line(
          "consensus", "Consensus",
          DataTable.Cell(
            text: MethodSentences.consensus(report.consensus),
            value: .text(report.consensus.rawValue)
          ))
      ]
    guard let reading = input.reading.value else {
      part.heading = "Sources were coded; how many is hidden"
      part.paragraphs = [
        "Who read what is told of cases and phases with \(rules.suppressIntervieweesBelow) interviewees or more, and where the study names the coders of each source: else it would follow from what was marked. Here it is hidden."
      ]
      return part
    }
    part.lines += coverLines(reading.cover)
    guard let coding = reading.coding.value else {
      part.heading = Nothing.coding.said(.hidden)
      part.paragraphs = [
        "What was coded how often, and what became of it, would tell of single interviews beside what is told of all."
      ]
      return part
    }
    part.heading =
      "\(Words.count(coding.codings, "coding")) by \(Words.count(reading.coders, "coder")) became \(Words.count(coding.allUnits, "unit"))"
    part.lines += codingLines(coding)
    part.tables = [coders(coding), units(coding)]
    return part
  }

  /// When codings of several coders are one.
  private var unit: MethodsPart.Line {
    line(
      "unitOverlap", "A unit",
      DataTable.Cell(
        text:
          "Codings of one code by different coders are one unit where their intersection over their union is at least \(Words.short(rules.unitOverlap)).",
        value: .number(rules.unitOverlap)))
  }

  private func coverLines(_ cover: CodingCover) -> [MethodsPart.Line] {
    [
      line("sourcesNotRead", "Sources nobody has read", .count(cover.none)),
      line("sourcesReadByOne", "Sources one coder has read", .count(cover.one)),
      line("sourcesReadByTwo", "Sources two coders have read", .count(cover.two)),
      line("sourcesReadByMore", "Sources more have read", .count(cover.more)),
    ]
  }

  private func codingLines(_ coding: SeenMethods.Coding) -> [MethodsPart.Line] {
    var lines = [
      line("codings", "Codings", .count(coding.codings)),
      line("weighted", "Codings with a weight", .count(coding.weighted)),
    ]
    // Which codes few people's words were given is for the researcher.
    lines += coding.names.value.map(codeLines) ?? []
    lines += [
      line("standing", "Units that stand", .count(coding.standing)),
      line(
        "standingOnOneCoder", "Of these on the word of one coder, undecided",
        .count(coding.standingOnOne)),
    ]
    if let lost = input.lostSegments.value, lost > 0 {
      lines.append(
        line("lostSegments", "Segments not found again in a corrected transcript", .count(lost)))
    }
    if let others = input.otherWords.value, others > 0 {
      lines.append(
        line("otherWords", "Segments with other words than their transcript", .count(others)))
    }
    return lines
  }

  private func codeLines(_ names: SeenMethods.CodingNames) -> [MethodsPart.Line] {
    let (used, never) = constructsUsed(names)
    return [
      line("codesUsed", "Codes used", .count(names.codes)),
      line(
        "constructsUsed", "Constructs coded",
        .words("\(used) of \(used + never.count) without others under them", count: used)),
      line(
        "constructsNeverUsed", "Never coded",
        .words(
          never.isEmpty ? "none" : Words.list(never.map(\.name), atMost: 24), count: never.count)),
      line("unmapped", "Unmapped codes", unmapped),
    ]
  }

  private var unmapped: DataTable.Cell {
    guard let codes = report.unmapped.value else {
      return .mark(.hidden, after: Shorthand.hidden.meaning)
    }
    return .words(
      codes.isEmpty
        ? "none"
        : Words.list(
          codes.map { "\($0.code) (\(Words.count($0.codings, "coding")))" }, atMost: 24),
      count: codes.count)
  }

  private func coders(_ coding: SeenMethods.Coding) -> MethodsPart.Table {
    MethodsPart.Table(
      key: "coders", title: "Coders", subtitle: "As they are called in the study",
      columns: [
        .words("Coder", "coder"), .number("Sources read", "sources"),
        .number("Codings", "codings"),
      ],
      rows: coding.names.value.map { names in
        names.coders.map { [.words($0.name), .count($0.sources), .count($0.codings)] }
      } ?? [])
  }

  private static let states: [(ConsensusUnit.State, String, String)] = [
    (.agreed, "agreed", "Enough coders marked it"),
    (.accepted, "accepted", "A decision accepted it"),
    (.changed, "changed", "A decision changed it"),
    (.rejected, "rejected", "A decision rejected it"),
    (.unresolved, "unresolved", "Exactly half of the coders, no decision: left out"),
    (.notAgreed, "notAgreed", "Too few coders, no decision: left out"),
  ]

  private func units(_ coding: SeenMethods.Coding) -> MethodsPart.Table {
    MethodsPart.Table(
      key: "units", title: "What became of the units",
      subtitle:
        "All \(Words.count(coding.allUnits, "unit")), by the rule \(report.consensus.rawValue)",
      columns: [.words("What", "state"), .number("Units", "units")],
      rows: Self.states.map { state, key, says in
        [DataTable.Cell(text: says, value: .text(key)), .count(coding.count(of: state))]
      })
  }
}
