import StudyModel

/// What was coded, and how codings became units.
extension MethodsPage {
  /// The leaves of the framework that some code with a coding stands for, and those none does.
  var constructsUsed: (used: Int, never: [Construct]) {
    let leaves = framework.constructs.filter { framework.isLeaf($0.id) }
    let never = leaves.filter { input.constructCodings[$0.id] == nil }
    return (leaves.count - never.count, never)
  }

  /// What counts of the study are of: for others of the cases and codes that are shown.
  var ofShown: String { isOpen || input.countsAll ? "" : " of the cases and codes shown" }

  /// How much is seen of what was coded: others are told of some codes and sources.
  var codingSight: Sight {
    isOpen || input.countsAll
      ? .whole : input.hidesCoding || input.hidesCodings ? .hidden : .part
  }

  var codingPart: MethodsPart {
    let coding = input.coding
    var part = MethodsPart(
      id: "coding", title: "Coding",
      heading: input.hidesCoding
        ? "Sources were coded; how many is hidden"
        : coding.codings == 0
          ? input.hidesCodings ? Nothing.coding.hidden : Nothing.coding.whole
          : "\(Words.count(coding.codings, "coding"))\(ofShown) by \(Words.count(coding.coders.count, "coder")) became \(Words.count(coding.allUnits, "unit"))",
      reading: nil)
    guard coding.codings > 0 || codingSight == .hidden else {
      part.missing = "Codings: import what the coders put on the sources."
      return part
    }
    part.lines = [
      line(
        "unitOverlap", "A unit",
        DataTable.Cell(
          text:
            "Codings of one code by different coders are one unit where their intersection over their union is at least \(Words.short(rules.unitOverlap)).",
          value: .number(rules.unitOverlap))),
      line(
        "consensus", "Consensus",
        DataTable.Cell(
          text: MethodSentences.consensus(report.consensus), value: .text(report.consensus.rawValue)
        )),
    ]
    guard codingSight != .hidden else {
      part.paragraphs = [
        input.hidesCoding
          ? "No case and phase has \(rules.suppressIntervieweesBelow) interviewees or more: numbers of sources, codings and units are hidden."
          : "No code is in enough sources of the cases shown: numbers of codings and units are hidden."
      ]
      return part
    }
    if codingSight == .part {
      part.paragraphs = [
        "Counted are codings and units of the cases shown, and of the codes that enough of their sources hold."
          + (input.leavesOutSingle
            ? " Sources that one coder read are so few that what was coded in them is not counted."
            : "")
      ]
    }
    part.lines += codingLines
    part.tables = [coders, units]
    return part
  }

  /// All sources by how many coders have read them: for others the sum of the rows that are shown.
  var cover: CodingCover { isOpen ? input.coding.cover : input.total.cover }

  private var codingLines: [MethodsPart.Line] {
    let (coding, cover) = (input.coding, cover)
    let (used, never) = constructsUsed
    let unmapped = report.unmapped
    let all = [
      line("codings", "Codings", .count(coding.codings)),
      line("weighted", "Codings with a weight", .count(coding.weighted)),
      line("codesUsed", "Codes used", .count(coding.codes.count)),
      line(
        "constructsUsed", "Constructs coded",
        .words("\(used) of \(used + never.count) without others under them", count: used)),
      line(
        "constructsNeverUsed", "Never coded",
        .words(
          never.isEmpty ? "none" : Words.list(never.map(\.name), atMost: 24), count: never.count)),
      line(
        "unmapped", "Unmapped codes",
        .words(
          unmapped.isEmpty
            ? "none"
            : input.hidesNames
              ? Words.thousands(unmapped.count)
              : Words.list(
                unmapped.map { "\($0.code) (\(Words.count($0.codings, "coding")))" }, atMost: 24),
          count: unmapped.count)),
      line("sourcesNotRead", "Sources nobody has read", .count(cover.none)),
      line("sourcesReadByOne", "Sources one coder has read", .count(cover.one)),
      line("sourcesReadByTwo", "Sources two coders have read", .count(cover.two)),
      line("sourcesReadByMore", "Sources more have read", .count(cover.more)),
      line("standing", "Units that stand", .count(coding.standing)),
      line(
        "standingOnOneCoder", "Of these on the word of one coder, undecided",
        .count(coding.standingOnOne)),
    ]
    // Which codes few people's words were given is for the researcher.
    let byCode: Set = ["codesUsed", "constructsUsed", "constructsNeverUsed", "unmapped"]
    var lines = input.hidesNames ? all.filter { !byCode.contains($0.key) } : all
    if input.lostSegments > 0 {
      lines.append(
        line(
          "lostSegments", "Segments not found again in a corrected transcript",
          .count(input.lostSegments)))
    }
    if input.otherWords > 0 {
      lines.append(
        line(
          "otherWords", "Segments with other words than their transcript",
          .count(input.otherWords)))
    }
    return lines
  }

  private var coders: MethodsPart.Table {
    let coding = input.coding
    return MethodsPart.Table(
      key: "coders", title: "Coders", subtitle: "As they are called in the study",
      columns: [
        .words("Coder", "coder"), .number("Sources read", "sources"),
        .number("Codings", "codings"),
      ],
      rows: input.hidesNames
        ? []
        : coding.coders.map {
          [.words($0), .count(coding.readBy[$0] ?? 0), .count(coding.codingsBy[$0] ?? 0)]
        })
  }

  private static let states: [(ConsensusUnit.State, String, String)] = [
    (.agreed, "agreed", "Enough coders marked it"),
    (.accepted, "accepted", "A decision accepted it"),
    (.changed, "changed", "A decision changed it"),
    (.rejected, "rejected", "A decision rejected it"),
    (.unresolved, "unresolved", "Exactly half of the coders, no decision: left out"),
    (.notAgreed, "notAgreed", "Too few coders, no decision: left out"),
  ]

  private var units: MethodsPart.Table {
    let coding = input.coding
    return MethodsPart.Table(
      key: "units", title: "What became of the units",
      subtitle:
        "All \(Words.count(coding.allUnits, "unit")), by the rule \(report.consensus.rawValue); those a decision made without a coding are among them",
      columns: [.words("What", "state"), .number("Units", "units")],
      rows: Self.states.map { state, key, says in
        [DataTable.Cell(text: says, value: .text(key)), .count(coding.units[state] ?? 0)]
      })
  }
}
