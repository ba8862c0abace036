import StudyModel

/// How sure we are: who answered, how many were coded by whom, how coders agree, what is hidden.
struct HowSure {
  /// The section's id.
  static let id = "quality"

  let reader: CaseView

  private var score: SeenScore { reader.score }
  private var words: EvidenceWords { EvidenceWords(reader: reader) }

  private var invited: Int? {
    reader.input.seen.invited(to: score)
  }

  /// How many answered and were interviewed, in a line.
  var size: String {
    var parts: [String] = []
    switch score.responses {
    case _ where !reader.hasSurvey:
      // A publication will have none.
      parts.append(
        reader.hasInterviews && score.interviewees == .shown(0) ? "no survey" : "no survey yet")
    case .hidden: parts.append("the number of answers is \(Shorthand.saidHidden)")
    case .shown(let responses): parts.append(answered(responses))
    }
    switch score.interviewees {
    case _ where !reader.hasInterviews: parts.append("no interviews yet")
    case .hidden:
      parts.append("fewer than \(reader.framework.scoring.suppressIntervieweesBelow) interviews")
    case .shown(0): parts.append("documents and case analyses, no interviews")
    case .shown(let interviewees): parts.append(Words.count(interviewees, "interview"))
    }
    if let agreed { parts.append(agreed) }
    return Words.withStop(Words.capitalized(parts.joined(separator: "; ")))
  }

  private func answered(_ responses: Int) -> String {
    if let invited, reader.eyes.seeEverything {
      return "\(responses) of \(invited) invited answered"
    }
    let people = Words.count(responses, "person", "people")
    // Those who named no organization may be left out for others: not all who answered are counted.
    return reader.eyes.seeEverything
      ? "\(people) answered" : "the figures rest on \(people)’s answers"
  }

  /// How well coders agree, on which codes: the researcher's.
  private var agreed: String? {
    guard let line = overall, let alpha = line.row.alpha.value else { return nil }
    return
      "coders’ agreement on \(Words.inSentence(line.row.name)) in the whole study \(Words.fixed(alpha, 2)) (Krippendorff’s alpha)"
  }

  /// How many interviews and answers stand behind a case, without agreement.
  var sources: String {
    let people =
      switch score.interviewees {
      case _ where !reader.hasInterviews: "nobody interviewed"
      case .hidden: Shorthand.hidden.after("interviewees")
      case .shown(0): "case analysis, no interviews"
      case .shown(let interviewees): Words.count(interviewees, "interviewee")
      }
    let answers =
      switch score.responses {
      case _ where !reader.hasSurvey: "no survey"
      case .hidden: Shorthand.hidden.after("answers")
      case .shown(let responses): Words.count(responses, "answer")
      }
    return Words.capitalized("\(people); \(answers)")
  }

  private var overall: AgreementLine? {
    reader.input.agreement.first { $0.constructs.isEmpty } ?? reader.input.agreement.first
  }

  /// What can be claimed of the whole, in a few words: how the two sources agree where they can be compared,
  /// else on which of them the figures rest.
  var claim: String {
    if reader.isPresenceOnly { return "What is there, in words: no levels were given" }
    let leaves = score.constructs.filter { reader.framework.isLeaf($0.id) }
    let sources = SourcesCompared(questions: reader.framework.jointQuestions, in: score)
    let banded = leaves.count { $0.band != nil }
    let heard = leaves.count { $0.interview?.isSpoken == true }
    guard sources.compared == 0 else {
      return sources.contradicting > 0
        ? "Interviews and survey conflict on \(sources.contradicting) of \(sources.compared) questions that can be compared"
        : "Interviews and survey agree, at least in part, on all \(sources.compared) questions that can be compared"
    }
    if banded > 0 {
      return reader.hasSurvey ? "The figures are the survey’s" : "The figures are the interviews’"
    }
    if heard > 0 {
      // Of published cases all is told: where there is no level, none was given.
      return leaves.allSatisfy { $0.interview?.heard == nil } && !reader.hasSurvey
        ? "What is there, in words: no levels were given"
        : "What is there, in words: no levels can be shown"
    }
    return Nothing.certainty.said(reader.sight)
  }

  func section(findings: [Finding]) -> Section {
    var section = Section(
      id: Self.id, number: 0, title: "How sure we are",
      heading: SaidTogether.heading(findings) ?? claim, reading: nil)
    section.blocks = [.figure(answered)]
    if let figure = agreement { section.blocks.append(.figure(figure)) }
    let own = SectionMaker.means(findings, of: reader.framework, reservations: cautions)
    if own.isEmpty {
      // Of a case of which nothing is known nothing is leant on.
      section.blocks.append(
        .paragraph(
          reader.hasEvidence
            ? Nothing.caution.said(reader.sight)
            : Words.withStop(Nothing.certainty.said(reader.sight))))
    }
    section.blocks += own
    return section
  }

  private var counted: CountedAnswers { CountedAnswers(eyes: reader.eyes) }

  private var answered: ReportFigure {
    func told<Value>(
      _ seen: Seen<Value>, _ cell: (Value) -> DataTable.Cell
    ) -> DataTable.Cell {
      seen.value.map(cell) ?? .mark(.hidden, after: Shorthand.hidden.meaning)
    }
    func survey(
      _ seen: Seen<Int>, else untold: DataTable.Cell = .mark(.notApplicable),
      _ cell: (Int) -> DataTable.Cell
    ) -> DataTable.Cell {
      told(seen) { reader.hasSurvey ? cell($0) : untold }
    }
    let unknown = DataTable.Cell.mark(.notAvailable, after: "not known")
    let rows: [(what: String, number: DataTable.Cell)] = [
      ("Invited to answer", told(score.responses) { _ in invited.map { .count($0) } ?? unknown }),
      (
        counted.answers,
        survey(score.responses, else: .mark(.notAvailable, after: "no survey")) { .count($0) }
      ),
      (
        counted.rate,
        survey(score.responses) { responses in
          invited.map { .percent(responses, of: $0, else: .notAvailable) } ?? unknown
        }
      ),
      (
        "Organisations among the answers",
        survey(score.organizations) { .count($0) }
      ),
      ("Interviewees", told(score.interviewees) { .count($0) }),
      ("Sources read by one coder", told(score.codingCover) { .count($0.one) }),
      ("Sources read by two or more", told(score.codingCover) { .count($0.two + $0.more) }),
      (
        "Levels, gaps and changes of the survey hidden in this report",
        reader.hasSurvey || score.hiddenOfSurvey > 0
          ? .count(score.hiddenOfSurvey) : .mark(.notApplicable)
      ),
    ]
    return ReportFigure(
      section: "quality", number: 0, title: "Who answered, and what was read",
      subtitle: EvidenceWords.subtitle([reader.subject.name, reader.phaseLabel]),
      body: .text(
        TextTable(
          columns: [.init(title: "What"), .init(title: "Number", isNumber: true)],
          rows: rows.map {
            [.init(text: $0.what), .init($0.number)]
          })),
      notes: reader.hasSurvey && !reader.hidesAnswers ? counted.note : [],
      table: DataTable(
        columns: [.words("What", "what"), .number("Number", "number")],
        rows: rows.map { [.words($0.what), $0.number] }))
  }

  /// What to bear in mind, from the figures themselves.
  private var cautions: [String] {
    var says: [String] = []
    if let awaited = NotHandedIn.sentence(score.notHandedIn.value ?? []) {
      says.append("\(awaited), and what they read there is not known yet.")
    } else if score.awaitsCodings {
      says.append(
        "Coding may not be finished: not of every source is it said that all its coders have read it."
      )
    }
    let leaves = score.constructs.filter { reader.framework.isLeaf($0.id) }
    let names = { (figures: [ConstructScore]) in
      Words.list(figures.map { Words.inSentence(reader.name($0.id)) }, atMost: 6)
    }
    let differ = leaves.filter { $0.bandReason == .sourcesDiffer }
    if !differ.isEmpty {
      let questions = Set(reader.framework.jointQuestions)
      let compared = differ.filter { questions.contains($0.id) }
      let others = differ.filter { !questions.contains($0.id) }
      let on = [
        compared.isEmpty ? nil : names(compared),
        others.isEmpty
          ? nil
          : compared.isEmpty
            ? names(others) : "of what is not compared here, on \(names(others))",
      ]
      says.append(
        "Interviews and survey contradict each other, so no band is given, on \(on.compactMap(\.self).joined(separator: "; "))."
      )
    }
    let thin = leaves.filter { $0.bandReason == .tooLittleEvidence }
    if !thin.isEmpty { says.append("Too little evidence for a band: \(names(thin)).") }
    let silent = leaves.filter { $0.convergence == .silenceInterviews }
    if reader.hasInterviews, !silent.isEmpty {
      says.append("Survey only, nobody spoke of it: \(names(silent)).")
    }
    let oneCoder = leaves.filter {
      $0.interview?.counts.map { $0.informants > 0 && $0.oneCoderOnly } ?? false
    }
    if !oneCoder.isEmpty { says.append("Coded by one coder only: \(names(oneCoder)).") }
    let differing = reader.oftenDiffering(leaves.map(\.id))
      .map { Words.inSentence(reader.name($0)) }
    if !differing.isEmpty {
      says.append(
        "Coders often read these codes differently (alpha under \(AgreementLevel.tentativeSaid)), and what the interviews say of them is less sure: \(Words.list(differing, atMost: Words.mostNames))."
      )
    }
    let unresolved = score.unresolvedUnits.value ?? 0
    if unresolved > 0 {
      says.append(
        "On \(Words.count(unresolved, "passage")) exactly half the coders’ votes stand against the other half; they are left out until they are decided."
      )
    }
    says += sensitivity
    return says
  }

  private var sensitivity: [String] {
    guard let all = reader.input.sensitivity.value else { return [] }
    let lines = all.filter {
      $0.caseID == reader.subject.id && $0.phase == score.phase
        && !reader.survey($0.construct).isHidden
    }
    return ConsensusRule.allCases.compactMap { rule in
      let found = lines.filter { $0.rule == rule }
      guard !found.isEmpty else { return nil }
      let what = found.map { line in
        "\(Words.inSentence(reader.name(line.construct))) (\(line.band?.rawValue ?? "no band") to \(line.other?.rawValue ?? "no band"))"
      }
      let who =
        rule == .any
        ? "any one coder were enough"
        : rule == .unanimous ? "all coders had to agree" : "a majority decided"
      return "If \(who), the band would be another for \(Words.list(what, atMost: 6))."
    }
  }
}
