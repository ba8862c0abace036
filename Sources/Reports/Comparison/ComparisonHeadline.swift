import StudyModel

/// The headline of a comparison and its facts.
struct ComparisonHeadline {
  let compare: ComparisonPage

  /// In how many cases a construct is evident, by interviews, documents or case analyses.
  private var evident: [(name: String, count: Int)] {
    let forms =
      compare.framework.valueForms.isEmpty
      ? compare.framework.constructs.filter { compare.framework.isLeaf($0.id) }
      : compare.framework.valueForms
    return forms.map { form in
      (form.name, compare.readers.filter { $0.spoken(form.id)?.presence == .evident }.count)
    }
  }

  private var total: Int { compare.readers.count }

  /// `8 cases`, or `6 cases shown`: those with a source, less those that hide what it says.
  private var ofCases: String {
    let shown = compare.readers.count { $0.showsInterviews && $0.hasInterviews }
    let which = compare.readers.contains { !$0.showsInterviews } ? " shown" : " heard"
    return Words.count(shown, "case") + (shown == total ? "" : which)
  }

  /// How much is seen of what would set the cases beside each other.
  private var sight: Sight {
    Sight(
      compare.readers.flatMap { reader in
        compare.framework.constructs.map(\.id).filter(compare.framework.isLeaf).map {
          reader.interviews($0)?.sight ?? .absent
        }
      })
  }

  /// Whether all that interviews say is told; otherwise of what is not borne out nothing is said.
  private var isTold: Bool { compare.tellsInterviews }

  /// The word for what is there: of people others than the researcher are told what several bear out.
  private var there: String { isTold ? "evident" : compare.there }

  /// What is said where there are no two cases to compare.
  private var alone: String {
    total == 1
      ? "There is one case, and no other to compare it with"
      : "There are no two cases of which something is shown to compare"
  }

  var headline: String {
    if let heading = SaidTogether.heading(compare.findings(in: "headline")) {
      return Words.withStop(heading)
    }
    guard compare.compares || total == 0 else { return Words.withStop(alone) }
    let known = evident.filter { $0.count > 0 }
    guard let most = known.max(by: { $0.count < $1.count }),
      let least = known.min(by: { $0.count < $1.count })
    else {
      return Words.withStop(byLevelHeading ?? Nothing.comparison.said(sight))
    }
    guard isTold, most.count > least.count else {
      return
        isTold
        ? "Everything that is spoken of is evident in \(most.count) of \(Words.count(total, "case"))."
        : "\(most.name) is \(there) in \(most.count) of \(ofCases)."
    }
    return
      "\(most.name) is evident in \(most.count) of \(total) cases, \(Words.inSentence(least.name)) in \(least.count)."
  }

  var lead: String? {
    let says = SaidTogether.sentences(
      compare.findings(in: "headline"), of: compare.framework, atMost: 2)
    if !says.isEmpty { return says.joined(separator: " ") }
    guard isTold, compare.compares else { return nil }
    let never = evident.filter { $0.count == 0 }.map { Words.inSentence($0.name) }
    guard !never.isEmpty, never.count < evident.count else { return nil }
    return
      "Evident in no case: \(Words.list(never, atMost: 5)). That nobody spoke of it does not say that it is not there."
  }

  var facts: [ReportDocument.Fact] {
    let known = compare.compares ? evident.filter { $0.count > 0 } : []
    var facts = byLevel
    if facts.isEmpty, let most = known.map(\.count).max(), let least = known.map(\.count).min() {
      let top = known.filter { $0.count == most }.map(\.name)
      facts.append(
        .init(
          label: "Most common",
          claim: Words.capitalized(
            Words.list(top.enumerated().map { $0 == 0 ? $1 : Words.inSentence($1) }, atMost: 3)),
          detail: "\(Words.capitalized(there)) in \(most) of \(ofCases)."))
      if isTold, least < most {
        let low = known.filter { $0.count == least }.map(\.name)
        facts.append(
          .init(
            label: "Rarest",
            claim: Words.capitalized(
              Words.list(low.enumerated().map { $0 == 0 ? $1 : Words.inSentence($1) }, atMost: 3)),
            detail: "Evident in \(least) of \(ofCases)."))
      }
    }
    if let pattern = SaidTogether.all(compare.findings(in: "meta")).first {
      facts.append(.init(label: "Pattern worth testing", pattern, of: compare.framework))
    }
    facts.append(caution)
    return facts
  }

  /// Which forms of value are strengths and concerns in most cases, where cases have levels: that something is
  /// spoken of everywhere says little then.
  private var byLevel: [ReportDocument.Fact] {
    let framework = compare.framework
    let forms = framework.valueForms.map(\.id)
    let levels = LevelCells(
      compare.readers,
      forms.isEmpty ? framework.constructs.map(\.id).filter(framework.isLeaf) : forms,
      of: framework)
    guard compare.compares, levels.cases > 1 else { return [] }
    // What is a strength here and a concern there is said once.
    if let strong = levels.most(.strength), let weak = levels.most(.concern),
      strong.names == weak.names
    {
      return [
        .init(
          label: "Value on which the cases differ",
          claim: Words.capitalized(Words.list(strong.names, atMost: 3)),
          detail:
            "A strength in \(LevelCells.counted(strong.count, of: strong.of)), and a concern in \(weak.count)."
        )
      ]
    }
    return [
      ("Value most often strong", "A strength", Band.strength),
      ("Value most often a concern", "A concern", .concern),
    ].compactMap { label, what, band in
      levels.most(band).map { names, count, of in
        .init(
          label: label, claim: Words.capitalized(Words.list(names, atMost: 3)),
          detail: "\(what) in \(LevelCells.counted(count, of: of)).")
      }
    }
  }

  /// What is a strength and what a concern in most cases, of all that has a level; nil without one.
  private var byLevelHeading: String? {
    let framework = compare.framework
    let leaves = framework.constructs.map(\.id).filter(framework.isLeaf)
    let levels = LevelCells(compare.readers, leaves, of: framework)
    return levels.cases > 1 ? levels.heading(on: "all that was asked") : nil
  }

  private var caution: ReportDocument.Fact {
    let hidden = compare.readers.filter {
      $0.score.hidesSomething || $0.score.tellsInWords
    }.count
    let silent = compare.readers.filter { !$0.hasSurvey }.count
    var parts: [String] = []
    if silent == total { parts.append("No case has survey answers.") }
    if silent > 0, silent < total {
      parts.append("\(Words.count(silent, "case")) without survey answers.")
    }
    if hidden > 0 {
      parts.append(
        "Figures of \(Words.count(hidden, "case")) are hidden in part, where few people stand behind them."
      )
    }
    if compare.readers.contains(where: \.isPresenceOnly) {
      parts.append("Where codings carry no weight, there are words and no levels.")
    }
    // That there is nothing to compare is the headline.
    let claim =
      compare.compares
      ? "\(Words.capitalized(Words.count(total, "case"))): a pattern is a question, not a rule"
      : "Nothing is compared here"
    return .init(
      label: "Caution", claim: claim, detail: parts.isEmpty ? nil : parts.joined(separator: " "),
      anchor: "method")
  }
}
