public import StudyModel
import StudyStore

/// The health of a study: what is broken in it, and what waits for somebody.
public struct StudyCheck: Sendable {
  /// What is looked for, in order; by their names programs know it.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case integrity, damagedRows, orphans, lostSegments, otherWords, notHandedIn, unresolved
    case decisionsWithoutEffect, codedTwice, refusedQuotes, withoutPhase, withoutKind
    case withoutInterviewee, invitedInPart, rejectedRows, unmappedCodes, beyondFramework
  }

  /// One thing that was found.
  public struct Finding: Sendable {
    /// What it is.
    public var kind: Kind
    /// What was found, as a sentence; it says what to do.
    public var text: String
    /// How many were found.
    public var count: Int
    /// Which ones, each on a line of its own; the first hundred.
    public var places: [String]
    /// How many lines are left out.
    public var unlisted: Int
  }

  /// What was found; empty where the study is well.
  public var findings: [Finding]
  /// What should be looked at, though nothing in the study is wrong.
  public var warnings: [Diagnostic] = []

  /// Whether nothing was found.
  public var isWell: Bool { findings.isEmpty }

  private static let mostPlaces = 100

  fileprivate mutating func add(
    _ kind: Kind, _ places: [String], count: Int? = nil, one: String, many: String
  ) {
    let count = count ?? places.count
    guard count > 0 else { return }
    findings.append(
      Finding(
        kind: kind, text: count == 1 ? one : "\(count) \(many)", count: count,
        places: Array(places.prefix(Self.mostPlaces)),
        unlisted: max(0, places.count - Self.mostPlaces)))
  }
}

extension Study {
  /// Looks at everything that may be wrong; see ``StudySnapshot/check()``.
  public func check() throws -> StudyCheck { try read { try $0.check() } }
}

extension StudySnapshot {
  /// Looks at everything that may be wrong with the study, changing nothing.
  ///
  /// - Throws: `StudyFileError` where the file cannot be read at all.
  public func check() throws -> StudyCheck {
    var check = StudyCheck(findings: [], warnings: permissionWarnings())
    check.add(
      .integrity, try reader.integrityFaults(),
      one: "The file is damaged in one place. Restore a copy.",
      many: "places of the file are damaged. Restore a copy.")
    // Damage that was told may keep a part from being looked at, and none of the others.
    let rest = StudySnapshot(
      framework: framework, frameworkHash: frameworkHash, reader: reader.leavingOutDamage(),
      file: file, tell: tell)
    func part(_ look: (inout StudyCheck) throws -> Void) throws {
      do {
        try look(&check)
      } catch let error where StudyFile.isDamage(error) && !check.isWell {
        return
      }
    }
    try part(rest.checkRows)
    try part { rest.checkWords(try QuotedWords(rest.reader), &$0) }
    try part(rest.checkCoders)
    try part(rest.checkUnits)
    try part(rest.checkQuotes)
    try part(rest.checkPhases)
    try part(rest.checkKinds)
    try part(rest.checkInterviewees)
    try part(rest.checkInvited)
    try part { $0.warnings += [try rest.wideForOthers()].compactMap(\.self) }
    try part(rest.checkImports)
    try part(rest.checkFramework)
    return check
  }

  private func checkRows(_ check: inout StudyCheck) throws {
    check.add(
      .damagedRows, try reader.damagedRows(),
      one:
        "One row holds what no import writes; commands that need it end with an error. Restore a copy.",
      many:
        "rows hold what no import writes; commands that need them end with an error. Restore a copy."
    )
    let orphans = try reader.orphans()
    check.add(
      .orphans, orphans.map { "\($0.table): \($0.count)" },
      count: orphans.reduce(0) { $0 + $1.count },
      one: "One row names another that is not there, or serves none. Restore a copy.",
      many: "rows name others that are not there, or serve none. Restore a copy.")
  }

  private func permissionWarnings() -> [Diagnostic] {
    guard file.isReadableByOthers() else { return [] }
    return [
      Diagnostic(
        code: .readByOthers, severity: .warning,
        place: .init(file: file.path), message: "others on this machine may read the study",
        remedy: "If they should not, keep it to yourself.", means: .keepToOwner(path: file.path))
    ]
  }

  private struct QuotedWords {
    var lost: [StudyReader.PlacedSegment]
    var other: [StudyReader.PlacedSegment]

    init(_ reader: StudyReader) throws {
      lost = try reader.segmentsOfOldVersions()
      other = try reader.segmentsWithOtherWords()
    }
  }

  private func checkWords(_ words: QuotedWords, _ check: inout StudyCheck) {
    check.add(
      .lostSegments,
      words.lost.map {
        "\($0.source), version \($0.version), \($0.span.start) to \($0.span.end): \(Self.cut($0.text))"
      },
      one: "One coded segment is not in the newest transcript of its source. Code it again there.",
      many:
        "coded segments are not in the newest transcript of their source. Code them again there.")
    check.add(
      .otherWords,
      words.other.map {
        "\($0.source), \($0.span.start) to \($0.span.end): \(Self.cut($0.text))"
      },
      one:
        "The words of one segment are not those of its transcript. Either import the transcript that was coded, or take the codings back and give other places.",
      many:
        "segments have other words than their transcript. Either import the transcript that was coded, or take the codings back and give other places."
    )
  }

  private func checkCoders(_ check: inout StudyCheck) throws {
    guard try reader.hasCodings() else { return }
    let awaited = try reader.notHandedIn()
    check.add(
      .notHandedIn,
      awaited.map { "\($0.coder): \(Words.count($0.sources, "source"))" },
      one:
        "One coder has coded nothing in sources that he or she is registered for, and has no vote there. Import the codings, or name the coder in the column \"read\" of the sources.",
      many:
        "coders have coded nothing in sources that they are registered for, and have no vote there. Import their codings, or name them in the column \"read\" of the sources."
    )
  }

  private func checkUnits(_ check: inout StudyCheck) throws {
    var (unresolved, without, twice): ([String], [String], [String]) = ([], [], [])
    var barely: [String: Int] = [:]
    try forEachSource { consensus in
      if consensus.isNewest {
        for coder in consensus.coded.barelyHandedIn.intersection(consensus.coders) {
          barely[coder, default: 0] += 1
        }
      }
      let coders = Words.quoted(consensus.coders.sorted())
      for unit in consensus.units(under: .majority) where unit.state == .unresolved {
        unresolved.append(
          "\(consensus.source.id), \(unit.span.start) to \(unit.span.end), \(unit.code): \(Words.quoted(unit.coders)) of \(coders)"
        )
      }
      for decision in consensus.decisionsWithoutEffect {
        without.append(
          "\(consensus.source.id), \(decision.span.start) to \(decision.span.end), \(decision.code): \(decision.decision.rawValue) by \(decision.by) at \(decision.at)"
        )
      }
      twice += codedTwice(consensus.coded)
    }
    check.warnings += barelyHandedIn(barely)
    check.add(
      .codedTwice, twice,
      one:
        "One coder put two codes of one meaning on one segment; it counts once. Remove one of the two.",
      many:
        "times a coder put two codes of one meaning on one segment; they count once. Remove one of the two."
    )
    check.add(
      .unresolved, unresolved,
      one:
        "Half of the coders put one code where the others did not. Decide on it: it counts for nothing until then.",
      many:
        "times half of the coders put a code where the others did not. Decide on them: they count for nothing until then."
    )
    check.add(
      .decisionsWithoutEffect, without,
      one:
        "One decision to change or reject meets no coded unit. Correct its source, code, start or end.",
      many:
        "decisions to change or reject meet no coded unit. Correct their source, code, start or end."
    )
  }

  /// Coders of whom others than the researcher are not told that they have read all.
  private func barelyHandedIn(_ sources: [String: Int]) -> [Diagnostic] {
    guard !sources.isEmpty else { return [] }
    let coders = NotHandedIn.all(sources).map {
      "\(Words.quoted([$0.coder])) in \(Words.count($0.sources, "source"))"
    }
    return [
      Diagnostic(
        code: .barelyHandedIn, severity: .note, place: .init(file: file.path),
        message:
          "next to nothing was coded by \(Words.list(coders)); in reports for others than the researcher coding is not said to be finished",
        remedy: "Who has read a source whole is named in the column \"read\" of the sources.")
    ]
  }

  /// Segments on which one coder put several codes that stand for the same.
  private func codedTwice(_ coded: CodedSource) -> [String] {
    struct Place: Hashable {
      var span: Span
      var coder: String
      var meaning: CodeMeaning
    }
    var codes: [Place: Set<String>] = [:]
    for coding in coded.codings {
      for meaning in framework.meanings(ofCode: coding.code) {
        let place = Place(span: coding.span, coder: coding.coder, meaning: meaning)
        codes[place, default: []].insert(coding.code)
      }
    }
    return codes.filter { $0.value.count > 1 }
      .sorted { ($0.key.span, $0.key.coder) < ($1.key.span, $1.key.coder) }
      .map { place, codes in
        "\(coded.source.id), \(place.span.start) to \(place.span.end), \(place.coder): \(codes.sorted().joined(separator: ", "))"
      }
  }

  private func checkQuotes(_ check: inout StudyCheck) throws {
    check.add(
      .refusedQuotes,
      try reader.passageClearance().refused.map {
        "\($0.source), \($0.span.start) to \($0.span.end): \(Self.cut($0.text))"
      },
      one:
        "One passage is cleared by one coder and refused by another, and is not quoted outside the team. Ask them.",
      many:
        "passages are cleared by one coder and refused by another, and are not quoted outside the team. Ask them."
    )
    check.warnings += try quotesToAskFor()
  }

  private func checkPhases(_ check: inout StudyCheck) throws {
    let (sources, responses) = try reader.withoutPhase()
    check.add(
      .withoutPhase,
      sources.map { "source \($0)" }
        + responses.map { "\($0): \(Words.count($1, "response"))" },
      count: sources.count + responses.reduce(0) { $0 + $1.1 },
      one:
        "One source or response states no phase and is scored apart. If that is not meant, take its import back, state the phase and import again.",
      many:
        "sources and responses state no phase and are scored apart. If that is not meant, take their imports back, state the phase and import again."
    )
  }

  private func checkKinds(_ check: inout StudyCheck) throws {
    check.add(
      .withoutKind, try reader.sources().filter { $0.kind == .unstated }.map(\.id),
      one:
        "One source has neither a kind nor a participant, and others read as little of it as of an interview. If it is a document, an observation or a case analysis, say so in the sources and import them again.",
      many:
        "sources have neither a kind nor a participant, and others read as little of them as of interviews. If they are documents, observations or case analyses, say so in the sources and import them again."
    )
  }

  private func checkInterviewees(_ check: inout StudyCheck) throws {
    check.add(
      .withoutInterviewee, try reader.sources().filter(\.lacksInterviewee).map(\.id),
      one:
        "One interview names no participant and counts as one with somebody else, whose role nobody knows. Name who was interviewed in the sources and import them again.",
      many:
        "interviews name no participant; each counts as one with somebody else, whose role nobody knows. Name who was interviewed in the sources and import them again."
    )
  }

  private func checkInvited(_ check: inout StudyCheck) throws {
    let invitations = Invitations.byPlace(try reader.invited())
    guard !invitations.isEmpty else { return }
    let answers = Dictionary(grouping: try reader.answeringOrganizations(), by: \.place)
    let faults = answers.compactMap { place, rows in
      invitations[place]?.fault(
        Dictionary(rows.map { ($0.organization, $0.responses) }, uniquingKeysWith: +)
      ).map { [place.caseID, place.phase].compactMap { $0 }.joined(separator: ", ") + ": " + $0 }
    }
    check.add(
      .invitedInPart, faults.sorted(),
      one:
        "For one case and phase it is not known how many were invited in all. Import the missing numbers, or one for the case as a whole.",
      many:
        "cases and phases for which it is not known how many were invited in all. Import the missing numbers, or one for the case as a whole."
    )
  }

  private func checkImports(_ check: inout StudyCheck) throws {
    let open = OpenRejects(try reader.imports()).entries
    check.add(
      .rejectedRows,
      open.map {
        "import \($0.entry.id), \($0.entry.kind) from \($0.entry.file): \($0.count) of \($0.entry.rowsIn) rows"
      },
      count: open.reduce(0) { $0 + $1.count },
      one:
        "One row did not come in. Mend it in the file of rejected rows, or in its own, and import that; or remove it from its own and import that again.",
      many:
        "rows did not come in. Mend them in the file of rejected rows, or in their own, and import that; or remove them from their own and import that again."
    )
    let unmapped = try reader.codeCounts().filter { framework.meanings(ofCode: $0.key).isEmpty }
    check.add(
      .unmappedCodes,
      unmapped.sorted { $0.key < $1.key }.map {
        "\($0.key): \(Words.count($0.value, "coding"))"
      },
      one:
        "One code is not in \"\(framework.id)\" and counts for no construct. Either map it in the framework or leave it.",
      many:
        "codes are not in \"\(framework.id)\" and count for no construct. Either map them in the framework or leave them."
    )
  }

  private func checkFramework(_ check: inout StudyCheck) throws {
    let misfits = try FrameworkMisfits(of: reader, framework)
    check.add(
      .beyondFramework, misfits.places, count: misfits.count,
      one:
        "One value lies outside what version \(framework.version) of the framework allows; it came in under another. Take its import back, or put a version in force that allows it.",
      many:
        "values lie outside what version \(framework.version) of the framework allows; they came in under another. Take their imports back, or put a version in force that allows them."
    )
  }

  private static func cut(_ text: String?) -> String {
    guard let text else { return "(no words kept)" }
    return text.count > 60 ? String(text.prefix(59)) + "…" : text
  }
}
