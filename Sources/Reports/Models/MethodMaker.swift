import StudyModel

/// The method notes that end every report: how it was made, from what, and what is missing.
struct MethodMaker {
  let input: ReportInput
  /// The case and phase, where the report is of one.
  let reader: CaseReader?

  private var framework: Framework { input.framework }

  func section(_ sections: [Section], extra: [Note] = []) -> Section {
    var notes = [frame]
    notes += extra
    notes += [
      streams, scores, gaps, intervals, hidden, quotes, coding, missing(sections), imports, made,
    ]
    .compactMap { $0 }
    var section = Section(
      id: "method", number: 0, title: "How this was made", heading: "Method notes", reading: nil)
    section.blocks = [.notes(notes)]
    return section
  }

  private var frame: Note {
    let references = framework.references.map(\.text)
    return Note(
      term: "Framework",
      says: [
        "\(framework.title) (\(framework.id), version \(framework.version)). SHA-256 \(input.frameworkHash)."
      ]
        + references.map(Words.withStop))
  }

  private var streams: Note? {
    let scores = reader.map { [$0.score] } ?? input.scores
    let hidesPeople = scores.contains { $0.suppression.interviewNumbers }
    let hidesAnswers = scores.contains { $0.suppression.responses }
    var says: [String] = []
    let interviewees = scores.reduce(0) { $0 + $1.interviewees }
    let responses = scores.reduce(0) { $0 + $1.responses }
    if interviewees > 0, !hidesPeople {
      says.append(
        "\(Words.count(interviewees, "interviewee")), chosen and not sampled: what they say is reported as “k of n interviewees”, without an interval."
      )
    } else if hidesPeople {
      says.append("Interviewees are chosen, not sampled; their numbers are hidden here.")
    }
    if responses > 0, !hidesAnswers {
      says.append(
        "\(Words.count(responses, "survey answer", "survey answers")) in all. Unanswered items are left out, never filled in. A construct counts where at least \(Words.whole(100 * framework.scoring.answeredShare))% of its items are answered."
      )
    }
    return says.isEmpty ? nil : Note(term: "Evidence", says: says)
  }

  private var scores: Note {
    let rules = framework.scoring
    return Note(
      term: "Scores",
      says: [
        "Levels run from 0 to 100. The survey averages organisations where at least \(rules.leastOrganizations) are stated, else respondents. Interviews give a level only where codings carry a weight (top weight \(Words.whole(rules.topWeight))); otherwise they say that a thing is there or not.",
        "A score joins both streams by the strength of their evidence. Up to \(Words.whole(rules.agreementWithin)) points apart they agree, up to \(Words.whole(rules.partialAgreementWithin)) in part, beyond that they differ and no band is given.",
        "Bands: concern below \(Words.whole(rules.developingFrom)), developing to below \(Words.whole(rules.strengthFrom)), strength from there; none where evidence is under \(Words.fixed(rules.leastEvidence, 2)). What nobody spoke of is silence, not zero.",
      ])
  }

  private var gaps: Note? {
    let scores = reader.map { [$0.score] } ?? input.scores
    guard scores.contains(where: { !$0.gaps.isEmpty }) else { return nil }
    return Note(
      term: "Gap",
      says: [
        "Wanted minus received for the same respondent, averaged, so a shortfall is above zero. It is clear where its 95% interval excludes zero; a quadrant is named only then."
      ])
  }

  private var intervals: Note {
    var says = [
      "95% t intervals over the organisations’ means, or over respondents where those are averaged; shares have Wilson’s interval. They carry the survey’s uncertainty only."
    ]
    if let health = reader?.score.health, health.draws > 0 {
      says.append(
        "Health: organisations drawn with replacement \(Words.thousands(health.draws + health.dropped)) times, \(Words.thousands(health.dropped)) draws dropped, seed \(health.seed)."
      )
    }
    return Note(term: "Intervals", says: says)
  }

  private var hidden: Note {
    let rules = framework.scoring
    guard input.audience != .researcher else {
      return Note(
        term: "Hidden figures",
        says: ["Nothing is hidden in the researchers’ report: do not pass it on."])
    }
    return Note(
      term: "Hidden figures",
      says: [
        "[c] hidden: survey figures on fewer than \(rules.suppressAnswersBelow) answers, and whatever would let them be worked out; with fewer than \(rules.suppressIntervieweesBelow) interviewees, who said what and how many. Scores are then formed without the hidden figures.",
        "[x] not available. [z] not asked or does not apply. [u] too few to lean on. A zero is a real zero.",
      ])
  }

  private var quotes: Note? {
    let own = reader.map { reader in input.quotes.filter { $0.caseID == reader.subject.id } } ?? []
    guard !own.isEmpty else { return nil }
    return Note(
      term: "Quotes",
      says: [
        "Exact words; cuts are marked [...]. At most one from a person in a section."
          + (input.audience == .researcher
            ? "" : " Only passages cleared for eyes outside the team.")
      ])
  }

  private var coding: Note {
    let rule =
      switch input.consensus {
      case .majority:
        "More than half of a source’s coders must have coded a passage; exactly half waits for a decision."
      case .any: "One coder is enough for a passage to stand."
      case .unanimous: "All of a source’s coders must have coded a passage."
      }
    let agreement =
      input.agreement.isEmpty
      ? "" : " Agreement is always reported as it stood before disagreements were settled."
    return Note(term: "Coding", says: [rule + agreement])
  }

  private func missing(_ sections: [Section]) -> Note {
    var says: [String] = []
    if let reader {
      let silent = framework.constructs.filter { construct in
        framework.isLeaf(construct.id) && reader.spoken(construct.id) == nil
          && reader.survey(construct.id).figure == nil && !reader.survey(construct.id).isHidden
      }.map { Words.inSentence($0.name) }
      if !silent.isEmpty { says.append("No evidence at all on \(Words.list(silent, atMost: 12)).") }
      if !reader.hasSurvey { says.append("No survey answers in this case and phase.") }
      if !reader.hasInterviews {
        says.append("No interviews or other sources in this case and phase.")
      }
    }
    let empty = sections.filter {
      $0.blocks.contains { block in if case .missing = block { true } else { false } }
    }
    if !empty.isEmpty {
      says.append("Sections without data: \(Words.list(empty.map { Words.inSentence($0.title) })).")
    }
    if input.invited.isEmpty {
      says.append("How many were invited is not recorded, so there is no response rate.")
    }
    if input.agreement.isEmpty { says.append("Agreement between coders was not formed.") }
    if !input.unmapped.isEmpty, input.audience == .researcher {
      says.append(
        "Codes that stand for no construct: \(Words.list(input.unmapped.map { "\($0.code) (\(Words.count($0.codings, "coding")))" }, atMost: 10))."
      )
    } else if !input.unmapped.isEmpty {
      says.append(
        "\(Words.count(input.unmapped.count, "code")) of the material \(input.unmapped.count == 1 ? "stands" : "stand") for no construct of the framework."
      )
    }
    return Note(
      term: "What is missing", says: says.isEmpty ? ["Nothing the framework asks for."] : says)
  }

  private var imports: Note? {
    guard !input.imports.isEmpty else { return nil }
    let hides = input.audience != .researcher && input.scores.contains { !$0.suppression.isEmpty }
    return Note(
      term: "Imports",
      says: input.imports.map { line in
        let rows =
          hides
          ? ""
          : " \(Words.count(line.rows, "row")), \(Words.thousands(line.kept)) kept, \(Words.thousands(line.rejected)) rejected;"
        let name =
          input.audience == .researcher
          ? "\(line.file) (\(line.kind))" : Words.capitalized(line.kind)
        return "\(name):\(rows) read by version \(line.toolVersion); SHA-256 \(line.sha256)."
      })
  }

  private var made: Note {
    let study = input.study
    return Note(
      term: "Made with",
      says: [
        "Covalence \(study.toolVersion), \(Words.date(study.date)). Study “\(study.title)”, SHA-256 \(study.hash). The same inputs give the same report."
          + (study.simulated ? " The data are simulated." : "")
      ])
  }
}
