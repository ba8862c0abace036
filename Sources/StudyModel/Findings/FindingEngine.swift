/// Evaluates a framework's finding rules over case scores.
///
/// Rules fire on evidence only. A condition on an absent figure is unknown (no score, a figure hidden
/// from the reader, no informants for a level, an attribute not stated), and what is unknown does not
/// fire, nor does its negation. A construct that has a source and of which nobody spoke is known to be
/// `not spoken of`, unless coders left open whether somebody did: absence is never claimed of what deciding
/// could change. A finding of the tone `strength` praises nothing that falls clearly short or on which interviews
/// and survey contradict each other. The engine reads scores as ``Eyes`` see them.
public struct FindingEngine: Sendable {
  /// The framework whose rules are evaluated.
  public let framework: Framework
  private let judged: CaseReading.Judged

  /// Creates an engine.
  public init(framework: Framework) {
    self.framework = framework
    judged = CaseReading.Judged(framework)
  }

  /// The findings about one case (and phase), in the order of the rules.
  ///
  /// - Parameters:
  ///   - score: The case's scores, as the reader may see them.
  ///   - about: The case, for its name and attributes; nil makes attributes absent.
  /// - Returns: One a rule that fires, or one a construct for a rule tried on several.
  public func findings(in score: SeenScore, about: Case?) -> [Finding] {
    let reading = CaseReading(score, about: about, framework: framework, judged: judged)
    return findings(scope: .case) { rule, this in
      let read = rule.praises ? reading.praising : reading
      return finding(
        of: rule, this: this, verdict: read.finding(on: rule.condition, this: this),
        ground: .one(reading))
    }
  }

  /// The findings about the set of cases, in the order of the rules.
  ///
  /// - Parameters:
  ///   - scores: One a case, of one phase, as the reader may see them.
  ///   - cases: The cases, for names and attributes; those without a score are not counted.
  /// - Returns: One a rule that fires, with the cases in which its condition holds.
  public func findings(across scores: [SeenScore], cases: [Case]) -> [Finding] {
    let about = Dictionary(cases.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let readings = scores.map { score in
      CaseReading(score, about: about[score.caseID], framework: framework, judged: judged)
    }
    return findings(scope: .set) { rule, this in
      let set = SetReading(cases: rule.praises ? readings.map(\.praising) : readings)
      let verdict = set.verdict(on: rule.condition, this: this)
      return finding(of: rule, this: this, verdict: verdict, ground: .set(verdict.counted))
    }
  }

  /// Tries each rule of a scope once, or on each of its constructs.
  private func findings(
    scope: FindingRule.Scope, attempt: (FindingRule, String?) -> Finding?
  ) -> [Finding] {
    framework.findings.filter { $0.scope == scope }.flatMap { rule in
      rule.each.isEmpty
        ? [attempt(rule, nil)].compactMap(\.self) : rule.each.compactMap { attempt(rule, $0) }
    }
  }

  /// The finding, if the rule fires and its sentence has no hole; a heading with a hole is left out.
  private func finding(
    of rule: FindingRule, this: String?, verdict: Verdict, ground: FindingWriter.Ground
  ) -> Finding? {
    guard verdict.holds == true else { return nil }
    let writer = FindingWriter(framework: framework, ground: ground, this: this)
    guard let says = writer.write(rule.says) else { return nil }
    return Finding(
      rule: rule.id, section: rule.section, tone: rule.tone, construct: this,
      heading: rule.heading.flatMap(writer.write), says: says,
      item: rule.ofSeveral.flatMap(writer.item), reading: writer.nameless.write(rule.says),
      evidence: verdict.evidence,
      constructs: verdict.constructs, changes: verdict.changes, streams: verdict.streams,
      isClose: verdict.isClose, recommends: rule.recommends,
      // What goes well leaves nothing to lose.
      loss: rule.tone == .strength ? 0 : verdict.stake.points,
      cases: verdict.counted?.ids ?? [], source: rule.source)
  }
}
