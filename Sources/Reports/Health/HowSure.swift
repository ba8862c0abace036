import StudyModel

/// How sure we are: who answered, how many were coded by whom, how coders agree, what is hidden.
struct HowSure {
  let reader: CaseView

  private var score: SeenScore { reader.score }
  private var words: EvidenceWords { EvidenceWords(reader: reader) }

  private var invited: Int? {
    let lines = reader.input.invited.filter {
      $0.caseID == reader.subject.id && ($0.phase == nil || $0.phase == score.phase)
    }
    return lines.isEmpty ? nil : lines.reduce(0) { $0 + $1.invited }
  }

  /// How many answered and were interviewed, in a line.
  var size: String {
    var parts: [String] = []
    if !reader.hasSurvey {
      parts.append("no survey yet")
    } else if reader.hidesAnswers {
      parts.append("the number of answers is hidden [c]")
    } else if let invited, reader.eyes.seeEverything {
      parts.append("\(score.responses) of \(invited) invited answered")
    } else {
      let people = Words.count(score.responses, "person", "people")
      // Those who named no organization may be left out for others: not all who answered are counted.
      parts.append(
        reader.eyes.seeEverything ? "\(people) answered" : "the figures rest on \(people)’s answers"
      )
    }
    if !reader.hasInterviews {
      parts.append("no interviews yet")
    } else if reader.hidesInterviewees {
      parts.append("fewer than \(reader.framework.scoring.suppressIntervieweesBelow) interviews")
    } else if score.interviewees == 0 {
      parts.append("documents and case analyses, no interviews")
    } else {
      parts.append(Words.count(score.interviewees, "interview"))
    }
    if let agreed { parts.append(agreed) }
    return Words.withStop(Words.capitalized(parts.joined(separator: "; ")))
  }

  /// How well coders agree, on which codes and of which cases.
  private var agreed: String? {
    guard let line = overall, let alpha = line.alpha else { return nil }
    // Others are told of the codes that enough sources hold.
    let which =
      Words.inSentence(line.name)
      + (line.constructs.isEmpty && !reader.eyes.seeEverything ? " shown" : "")
    let whose =
      line.caseID != nil || reader.eyes.caseID != nil
      ? "" : reader.eyes.seeEverything ? " in the whole study" : " in the cases shown"
    return
      "coders’ agreement on \(which)\(whose) \(Words.fixed(alpha, 2)) (Krippendorff’s alpha)"
  }

  /// How many interviews and answers stand behind a case, without agreement.
  var sources: String {
    let people =
      !reader.hasInterviews
      ? "no sources"
      : reader.hidesInterviewees
        ? "interviewees [c]"
        : score.interviewees == 0
          ? "case analysis, no interviews" : Words.count(score.interviewees, "interviewee")
    let answers =
      !reader.hasSurvey
      ? "no survey" : reader.hidesAnswers ? "answers [c]" : Words.count(score.responses, "answer")
    return Words.capitalized("\(people); \(answers)")
  }

  private var overall: AgreementLine? {
    reader.agreement.first { $0.constructs.isEmpty } ?? reader.agreement.first
  }

  /// What can be claimed of the whole, in a few words.
  var claim: String {
    guard reader.eyes.seeGrades else { return claimForOthers }
    let known = score.constructs.filter { reader.framework.isLeaf($0.id) && $0.convergence != nil }
    guard !known.isEmpty else { return Nothing.certainty.said(reader.sight) }
    if reader.isPresenceOnly { return "What is there, in words: no levels were given" }
    let differ = known.filter { $0.bandReason == .sourcesDiffer }.count
    let thin = known.filter { $0.band == nil && $0.bandReason != .sourcesDiffer }.count
    let both = known.filter { [.agreement, .partialAgreement].contains($0.convergence) }.count
    if differ > 0 {
      return "Sources differ on \(Words.spelled(differ)) of \(known.count); read those with care"
    }
    if thin * 2 > known.count {
      return "Thin: \(thin) of \(known.count) rest on too little for a band"
    }
    if both * 2 > known.count {
      return "Survey and interviews bear each other out on \(both) of \(known.count)"
    }
    return reader.hasSurvey && reader.hasInterviews
      ? "Fairly sure where both sources speak" : "One kind of source only"
  }

  /// What others than the researcher are told of it: on what the figures that are shown rest.
  private var claimForOthers: String {
    let leaves = score.constructs.filter { reader.framework.isLeaf($0.id) }
    let differ = leaves.count { $0.bandReason == .sourcesDiffer }
    let both = leaves.count { [.agreement, .partialAgreement].contains($0.convergence) }
    let banded = leaves.count { $0.band != nil }
    let heard = leaves.count { $0.interview?.isSpoken == true }
    if differ > 0 {
      return "Sources differ on \(Words.spelled(differ)) of \(leaves.count); read those with care"
    }
    if both > 0 {
      return "Survey and interviews bear each other out on \(both) of \(leaves.count)"
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
      id: "quality", number: 0, title: "How sure we are",
      heading: findings.compactMap(\.heading).first ?? claim, reading: nil)
    section.blocks = [.figure(answered)]
    if let figure = agreement { section.blocks.append(.figure(figure)) }
    let own = SectionMaker.means(findings, of: reader.framework, reservations: cautions)
    if own.isEmpty { section.blocks.append(.paragraph(Nothing.caution.said(reader.sight))) }
    section.blocks += own
    return section
  }

  private var counted: CountedAnswers { CountedAnswers(eyes: reader.eyes) }

  private var answered: ReportFigure {
    let cover = score.codingCover
    let hidesPeople = reader.hidesInterviewees
    let responses = reader.hidesAnswers
    let rate = invited.map {
      DataTable.Cell.percent(score.responses, of: $0, else: Shorthand.notAvailable)
    }
    func told(_ cell: DataTable.Cell, _ hides: Bool) -> DataTable.Cell {
      hides ? .init(text: "hidden [c]", value: .none) : cell
    }
    func survey(_ cell: DataTable.Cell, else mark: String) -> DataTable.Cell {
      told(reader.hasSurvey ? cell : .init(text: mark, value: .none), responses)
    }
    let unknown = DataTable.Cell(text: "not known [x]", value: .none)
    let rows: [(what: String, number: DataTable.Cell)] = [
      ("Invited to answer", told(invited.map { .count($0) } ?? unknown, responses)),
      (counted.answers, survey(.count(score.responses), else: "no survey [x]")),
      (counted.rate, survey(rate ?? unknown, else: Shorthand.notApplicable)),
      (
        "Organisations among the answers",
        survey(.count(score.organizations), else: Shorthand.notApplicable)
      ),
      ("Interviewees", told(.count(score.interviewees), hidesPeople)),
      ("Sources read by one coder", told(.count(cover.one), hidesPeople)),
      ("Sources read by two or more", told(.count(cover.two + cover.more), hidesPeople)),
      ("Survey figures hidden in this report", .count(hiddenCount)),
    ]
    return ReportFigure(
      section: "quality", number: 0, title: "Who answered, and what was read",
      subtitle: EvidenceWords.subtitle([reader.subject.name, reader.phaseLabel]),
      body: .text(
        TextTable(
          columns: [.init(title: "What"), .init(title: "Number", isNumber: true)],
          rows: rows.map {
            [
              .init(text: $0.what),
              .init(text: $0.number.text, isHidden: $0.number.text == "hidden [c]"),
            ]
          })),
      notes: ["[c] hidden, [x] not available, [z] not asked or does not apply."]
        + (reader.hasSurvey && !reader.hidesAnswers ? counted.note : []),
      table: DataTable(
        columns: [.words("What", "what"), .number("Number", "number")],
        rows: rows.map { [.words($0.what), $0.number] }))
  }

  private var hiddenCount: Int {
    score.suppression.survey.count
  }

  /// What to bear in mind, from the figures themselves.
  private var cautions: [String] {
    var says: [String] = []
    let leaves = score.constructs.filter { reader.framework.isLeaf($0.id) }
    let names = { (figures: [ConstructScore]) in
      Words.list(figures.map { Words.inSentence(reader.name($0.id)) }, atMost: 6)
    }
    let differ = leaves.filter { $0.bandReason == .sourcesDiffer }
    if !differ.isEmpty {
      says.append(
        "Survey and interviews contradict each other on \(names(differ)): no band is given.")
    }
    let thin = leaves.filter { $0.bandReason == .tooLittleEvidence }
    if !thin.isEmpty { says.append("Too little evidence for a band: \(names(thin)).") }
    let silent = leaves.filter { $0.convergence == .silenceInterviews }
    if reader.hasInterviews, !silent.isEmpty {
      says.append("Survey only, nobody spoke of it: \(names(silent)).")
    }
    let oneCoder = leaves.filter {
      ($0.interview?.informants ?? 0) > 0 && $0.interview?.oneCoderOnly == true
    }
    if !oneCoder.isEmpty { says.append("Coded by one coder only: \(names(oneCoder)).") }
    let unresolved = leaves.reduce(0) { $0 + ($1.interview?.unresolved ?? 0) }
    if unresolved > 0, !reader.hidesInterviewees {
      says.append(
        "\(Words.capitalized(Words.count(unresolved, "segment"))) at exactly half the coders’ votes are left out until they are decided."
      )
    }
    says += sensitivity
    return says
  }

  private var sensitivity: [String] {
    let lines = reader.input.sensitivity.filter {
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
