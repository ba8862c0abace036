import StudyModel

/// The method notes that end every report: how it was made, from what, and what is missing.
struct MethodMaker {
  /// The section's id.
  static let id = "method"
  /// The term under which it says with what a report was made.
  static let madeTerm = "Made with"

  let input: ReportInput
  /// The case and phase, where the report is of one.
  let reader: CaseView?
  /// What the report is made of: its case and phase, or the cases it compares.
  private let readers: [CaseView]

  /// The notes of a report of a case and phase.
  init(input: ReportInput, reader: CaseView) {
    (self.input, self.reader, readers) = (input, reader, [reader])
  }

  /// The notes of a comparison.
  init(input: ReportInput, comparing readers: [CaseView]) {
    (self.input, reader, self.readers) = (input, nil, readers)
  }

  private var told: [SeenScore] { readers.map(\.score) }
  private var framework: Framework { input.framework }
  private var sentences: MethodSentences { MethodSentences(framework) }

  func section(_ sections: [Section], extra: [Note] = []) -> Section {
    var notes = [frame]
    notes += extra
    notes += [
      streams, scores, gaps, readers.contains(where: \.hasSurvey) ? intervals : nil, hidden, quotes,
      readers.contains(where: \.hasInterviews) ? coding : nil, missing(sections), imports, made,
    ]
    .compactMap { $0 }
    var section = Section(
      id: Self.id, number: 0, title: "How this was made", heading: "Method notes", reading: nil)
    section.blocks = [.notes(notes)]
    return section
  }

  private var frame: Note {
    let references = framework.references.map(\.text)
    return Note(
      term: "Framework",
      says: [MethodSentences.framework(framework)]
        + references.map(Words.withStop))
  }

  private var streams: Note? {
    var says: [String] = []
    let interviewees = told.compactMap(\.interviewees.value).reduce(0, +)
    let responses = told.compactMap(\.responses.value).reduce(0, +)
    if interviewees > 0 {
      let whose = ofShown(\.interviewees.isHidden)
      says.append(
        "\(Words.count(interviewees, "interviewee"))\(whose), \(MethodSentences.chosen)")
    } else if told.contains(where: \.interviewees.isHidden) {
      says.append("Interviewees are chosen, not sampled; their number is hidden here.")
    }
    if responses > 0 {
      let counted = input.eyes.seeEverything ? "in all" : "stand behind the figures"
      let whose = ofShown(\.responses.isHidden)
      says.append(
        "\(Words.count(responses, "survey answer"))\(whose) \(counted). \(sentences.answers)")
    }
    return says.isEmpty ? nil : Note(term: "Evidence", says: says)
  }

  /// Of which cases a number is told, where it is hidden of others.
  private func ofShown(_ hides: KeyPath<SeenScore, Bool>) -> String {
    told.contains { $0[keyPath: hides] } ? " of the cases shown" : ""
  }

  private var scores: Note {
    Note(term: "Scores", says: [sentences.levels, sentences.joining, sentences.bands])
  }

  private var gaps: Note? {
    guard told.contains(where: { !$0.shownGaps.isEmpty }) else { return nil }
    return Note(term: "Gap", says: [MethodSentences.gap])
  }

  private var intervals: Note {
    var says = [MethodSentences.intervals]
    if let health = reader?.score.health, let draws = health.draws {
      let dropped = draws.dropped.value.map { ", \(Words.thousands($0)) draws dropped" } ?? ""
      says.append(
        "Health: organisations drawn with replacement \(Words.thousands(draws.made)) times\(dropped), seed \(health.seed)."
      )
    }
    return Note(term: "Intervals", says: says)
  }

  private var hidden: Note {
    Note(
      term: "Hidden figures",
      says: input.eyes.seeEverything
        ? [MethodSentences.nothingHidden] : [sentences.hidden, MethodSentences.marks])
  }

  private var quotes: Note? {
    // Of another phase nothing may show here: its own report may be held back.
    let hasOwn = reader.map { reader in
      input.quotes.contains {
        $0.caseID == reader.subject.id && $0.phase == reader.score.phase
      }
    }
    guard hasOwn == true else { return nil }
    return Note(
      term: "Quotes",
      says: [
        "Exact words; cuts are marked [...]. At most one from a person in a section."
          + (input.eyes.seeEverything
            ? "" : " Only passages cleared for eyes outside the team.")
      ])
  }

  private var coding: Note {
    let agreement = !input.agreement.isEmpty ? " " + MethodSentences.agreementFirst : ""
    return Note(term: "Coding", says: [MethodSentences.consensus(input.consensus) + agreement])
  }

  /// How much of the evidence is seen, of the case or of all.
  private var sight: Sight {
    if let reader { return reader.sight }
    let cases = input.cases.flatMap { CaseView.all(of: $0, in: input) }
    return Sight(
      cases.map { $0.sight.seesAll ? Sight.whole : .hidden })
  }

  private func missing(_ sections: [Section]) -> Note {
    var says: [String] = []
    if let reader {
      let leaves = framework.constructs.filter { framework.isLeaf($0.id) && !isOnRecord($0) }
      let silent = leaves.filter { reader.sight([$0.id]) == .absent }
        .map { Words.inSentence($0.name) }
      if !silent.isEmpty { says.append("No evidence at all on \(Words.list(silent, atMost: 12)).") }
      let unsettled = leaves.filter { construct in
        reader.survey(construct.id).isAbsent && reader.interviews(construct.id)?.sight == .undecided
      }.map { Words.inSentence($0.name) }
      if !unsettled.isEmpty {
        says.append(
          "Coders differ on whether anybody spoke of \(Words.list(unsettled, atMost: 12)).")
      }
      if !reader.hasSurvey { says.append("No survey answers in this case and phase.") }
      if !reader.hasInterviews {
        says.append("No interviews or other sources in this case and phase.")
      }
    }
    if reader == nil { says += missingOfCases }
    let empty = sections.filter {
      $0.blocks.contains { block in if case .missing = block { true } else { false } }
    }
    let hidden = sections.filter {
      $0.blocks.contains { block in if case .hidden = block { true } else { false } }
    }
    if !hidden.isEmpty {
      says.append(
        "Hidden, for few people stand behind it: what would stand in \(Self.places(hidden))."
      )
    }
    if !empty.isEmpty {
      says.append("Nothing to show yet in \(Self.places(empty)).")
    }
    if input.invited.isEmpty, readers.contains(where: \.hasSurvey) {
      says.append("How many were invited is not known, so there is no response rate.")
    }
    if input.agreement.isEmpty, input.eyes.seeEverything || reader != nil,
      readers.contains(where: \.hasInterviews)
    {
      // What is still to be handed in hides how many have read, and is no sign that nobody has.
      let mayBeReadByTwo = readers.contains { $0.isReadByTwo || $0.score.codingCover.isHidden }
      says.append(
        input.eyes.seeEverything
          ? "Agreement between coders was not formed."
          : mayBeReadByTwo
            ? "How coders agree is in the researchers’ reports alone."
            : "No source was read by two coders, so that nothing is known of how they agree.")
    }
    if let unmapped = input.unmapped.value, !unmapped.isEmpty {
      says.append(
        "Codes that stand for no construct: \(Words.list(unmapped.map { "\($0.code) (\(Words.count($0.codings, "coding")))" }, atMost: 10))."
      )
    }
    return Note(
      term: "What is missing", says: says.isEmpty ? [Nothing.missing.said(sight)] : says)
  }

  /// `section 2`, or `sections 2, 3 and 4`.
  private static func places(_ sections: [Section]) -> String {
    (sections.count == 1 ? "section " : "sections ")
      + Words.list(sections.map { String($0.number) })
  }

  /// Whether the record of the case gives a construct under its own name.
  private func isOnRecord(_ construct: Construct) -> Bool {
    let names = [construct.name, construct.plainName].map { $0.lowercased() }
    return reader?.subject.attributes.contains { attribute in
      names.contains(framework.label(ofAttribute: attribute.name).lowercased())
    } ?? false
  }

  /// The cases of a comparison that lack a stream which others have.
  private var missingOfCases: [String] {
    func says(_ what: String, _ lacks: (CaseView) -> Bool) -> String? {
      let names = readers.filter(lacks).map(\.subject.name)
      return names.isEmpty || names.count == readers.count
        ? nil : "No \(what) of \(Words.list(names, atMost: 12))."
    }
    return [
      says("survey answers") { !$0.hasSurvey },
      says("interviews or other sources") { !$0.hasInterviews },
    ].compactMap { $0 }
  }

  private var imports: Note? {
    guard let imports = input.imports.value, !imports.isEmpty else { return nil }
    let kept = imports.reduce(0) { $0 + $1.rowsKept + $1.rowsChanged }
    let rejected = imports.reduce(0) { $0 + $1.rowsRejected }
    return Note(
      term: "Imports",
      says: [
        "\(Words.list(imports.map(\.file).eachOnce, atMost: 12)): \(Words.thousands(kept)) of \(Words.count(imports.reduce(0) { $0 + $1.rowsIn }, "row")) kept, \(Words.thousands(rejected)) rejected. The report on methods lists each file with its hash."
      ])
  }

  private var made: Note {
    Note(term: Self.madeTerm, says: [MethodSentences.made(input.study)])
  }
}
