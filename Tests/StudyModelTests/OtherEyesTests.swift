import StudyModel
import Testing

@Suite("What others than the researcher see")
struct OtherEyesTests {
  /// A case of the parents and leaves named, each with the answers given, all at one level.
  func score(
    _ answers: [(String, Int)], gaps: [ValueGap] = [], interviewees: Int = 6, responses: Int = 10
  ) -> CaseScore {
    Figures.score(
      "A",
      answers.map { id, n in
        Figures.construct(
          id, Figures.interview(score: 80, informants: 3, grade: .triangulated),
          Figures.survey(40, n: n))
      }, gaps: gaps, interviewees: interviewees, responses: responses)
  }

  func hidden(_ answers: [(String, Int)], _ audience: Audience = .convenor) -> Set<String> {
    OtherEyes.view(of: score(answers), for: audience, framework: VanWinkelen.framework)
      .suppression.survey
  }

  @Test("The researcher sees everything")
  func researcher() {
    let all = score([("value.tangible", 2)], interviewees: 2, responses: 2)
    let view = OtherEyes.view(of: all, for: .researcher, framework: VanWinkelen.framework)
    #expect(view == all)
    #expect(view.suppression.isEmpty)
  }

  @Test("A figure on 5 answers is shown, one on 4 is not, and the score is formed without it")
  func threshold() throws {
    #expect(hidden([("value.tangible", 5)]).isEmpty)
    let view = OtherEyes.view(
      of: score([("value.tangible", 4)]), for: .workingGroup, framework: VanWinkelen.framework)
    let tangible = try #require(view.construct("value.tangible"))
    #expect(tangible.survey == nil)
    #expect(tangible.score == 80)
    #expect(tangible.evidence == 0.5)
    #expect(tangible.convergence == .silenceSurvey)
    #expect(view.suppression.survey == ["value.tangible"])
  }

  @Test("Where one of several siblings is hidden the smallest other is hidden too")
  func siblings() {
    // The parent on 9; the smallest of parent and siblings shown is `social-time` on 6.
    #expect(
      hidden([
        ("dynamics.ties", 9), ("dynamics.ties.technology", 8), ("dynamics.ties.social-time", 6),
        ("dynamics.ties.qualifying-criteria", 3), ("dynamics.ties.continuity", 9),
      ]) == ["dynamics.ties.qualifying-criteria", "dynamics.ties.social-time"])
  }

  @Test("Of equally small ones the parent goes, for it comes first")
  func parentFirst() {
    #expect(
      hidden([
        ("dynamics.ties", 7), ("dynamics.ties.technology", 7), ("dynamics.ties.social-time", 4),
      ]) == ["dynamics.ties", "dynamics.ties.social-time"])
  }

  @Test("Two hidden children that the same few answered still give their sum away")
  func sameFew() {
    // The same two people may have answered both: a third goes, on 6.
    #expect(
      hidden([
        ("dynamics.ties", 9), ("dynamics.ties.technology", 2), ("dynamics.ties.social-time", 2),
        ("dynamics.ties.continuity", 6), ("dynamics.ties.qualifying-criteria", 8),
      ]) == [
        "dynamics.ties.technology", "dynamics.ties.social-time", "dynamics.ties.continuity",
      ])
  }

  @Test("A parent on enough answers may stand where all its children are hidden")
  func childrenApart() {
    // Six people answered one or the other, so no single answer is to be had.
    #expect(
      hidden([
        ("value.capability", 6), ("value.capability.collaborating", 3),
        ("value.capability.subject", 3),
      ]) == ["value.capability.collaborating", "value.capability.subject"])
  }

  @Test("What is hidden to guard a child is guarded in turn, above and below")
  func upwards() {
    // `subject` is small; its parent is hidden with it (5 is smallest, and first), so under `value` a
    // second goes: `tangible` on 6 before `operational` on 7 and `value` on 9.
    #expect(
      hidden([
        ("value", 9), ("value.tangible", 6), ("value.operational", 7), ("value.capability", 5),
        ("value.capability.collaborating", 5), ("value.capability.subject", 2),
      ]) == ["value.capability", "value.capability.subject", "value.tangible"])
    // `tangible` is small, `capability` is hidden to guard it, and so must be one of its children.
    #expect(
      hidden([
        ("value", 9), ("value.tangible", 3), ("value.operational", 9), ("value.capability", 7),
        ("value.capability.collaborating", 7), ("value.capability.subject", 6),
      ]) == ["value.tangible", "value.capability", "value.capability.subject"])
  }

  @Test("In every case of up to 6 answers no shown parent gives a small figure away")
  func property() {
    let ids = ["dynamics.ties.technology", "dynamics.ties.social-time", "dynamics.ties.continuity"]
    for code in 0..<7 * 7 * 7 {
      let numbers = [code % 7, code / 7 % 7, code / 49]
      for parent in (numbers.max() ?? 0)...9 where parent > 0 {
        let children = zip(ids, numbers).filter { $0.1 > 0 }.map { ($0.0, $0.1) }
        let gone = hidden([("dynamics.ties", parent)] + children)
        let closed = children.filter { gone.contains($0.0) }
        let open = children.filter { !gone.contains($0.0) }
        #expect(open.allSatisfy { $0.1 >= 5 })
        if gone.contains("dynamics.ties") {
          #expect(open.count < children.count || children.isEmpty)
        } else if !closed.isEmpty {
          let together = max(
            closed.map(\.1).max() ?? 0, parent - open.map(\.1).reduce(0, +))
          #expect(parent >= 5 && closed.count > 1 && together >= 5)
        }
      }
    }
  }

  @Test("A gap goes on few answers, or with its form, and quadrants are drawn about those left")
  func gaps() {
    let forms = Array(VanWinkelen.forms.prefix(5))
    let figures: [(Double, Double, Int)] = [
      (90, 30, 8), (80, 80, 8), (40, 20, 8), (30, 60, 8), (0, 0, 4),
    ]
    let gaps = zip(forms, figures).map { id, figure in
      Figures.gap(id, desired: figure.0, derived: figure.1, n: figure.2, quadrant: .keep)
    }
    let view = OtherEyes.view(
      of: score(forms.map { ($0, 8) }, gaps: gaps), for: .convenor,
      framework: VanWinkelen.framework)
    #expect(view.suppression.gaps == [forms[4]])
    #expect(view.suppression.survey.isEmpty)
    // Without the hidden form the means are 60 and 47.5.
    #expect(view.gaps.map(\.quadrant) == [.concentrate, .keep, .low, .overdone])
    let small = OtherEyes.view(
      of: score([(forms[0], 3), (forms[1], 8)], gaps: gaps), for: .convenor,
      framework: VanWinkelen.framework)
    #expect(small.suppression.gaps == [forms[0], forms[4]])
  }

  @Test("Pillars and health are formed anew, and the interval goes with what it rested on")
  func totals() {
    let leaves = [
      "context.individual.translation", "context.organization.transfer",
      "context.organization.leadership",
    ]
    var full = score(
      [("dynamics.systems", 8), ("dynamics.ties", 8)] + leaves.map { ($0, 8) }
        + [("dynamics.power", 3)])
    full.health = HealthScore(
      score: 1, interval: Interval(low: 0, high: 2), draws: 2000, dropped: 0, seed: 1)
    let view = OtherEyes.view(of: full, for: .convenor, framework: VanWinkelen.framework)
    // 80 by interviews (0.5) and 40 by survey (1/3) make 64, and 80 without the survey.
    let dynamics = view.pillars.first { $0.id == "dynamics" }?.score ?? 0
    #expect(abs(dynamics - (64 + 64 + 80) / 3.0) < 1e-9)
    #expect(abs((view.health.score ?? 0) - ((64 + 64 + 80) / 3.0 + 64) / 2) < 1e-9)
    #expect(view.health.interval == nil)
    var untouched = full
    untouched.constructs.removeLast()
    untouched.constructs.append(
      Figures.construct("intent.long-term-learning", nil, Figures.survey(40, n: 2)))
    #expect(
      OtherEyes.view(of: untouched, for: .convenor, framework: VanWinkelen.framework)
        .health.interval != nil)
  }

  @Test("With fewer than 5 interviewees numbers, sides and roles go; the grade and level stay")
  func interviews() throws {
    let contested = Figures.interview(
      score: 40, informants: 4, interviewees: 4, contrary: 2, contested: true, side: .against,
      grade: .corroborated)
    let denied = Figures.interview(
      score: 0, informants: 1, interviewees: 4, contrary: 1, side: .against)
    let doubted = Figures.interview(score: 60, informants: 2, interviewees: 4, contrary: 1)
    let plain = Figures.interview(score: 90, informants: 3, interviewees: 4, grade: .triangulated)
    let full = Figures.score(
      "A",
      [
        Figures.construct("value.tangible", contested),
        Figures.construct("value.operational", denied),
        Figures.construct("value.affirmation", doubted),
        Figures.construct("value.reputation", plain),
        Figures.construct("value.relationship", Figures.silent),
      ], interviewees: 4)
    let view = OtherEyes.view(of: full, for: .convenor, framework: VanWinkelen.framework)
    #expect(view.suppression.interviewNumbers)
    #expect(view.interviewees == 0 && view.convenors == 0)
    #expect(
      view.constructs.map { $0.interview?.presence } == [
        .sourcesDiffer, .sourcesDiffer, .sourcesDiffer, .evident, .notSpokenOf,
      ])
    for figure in view.constructs.compactMap(\.interview) {
      #expect(figure.informants <= 1 && figure.mentions <= 1 && figure.measured <= 1)
      #expect(figure.contrary == 0 && figure.interviewees == 0 && figure.speaking == 0)
      #expect(figure.side == nil && figure.numbersHidden)
    }
    #expect(view.construct("value.reputation")?.interview?.grade == .triangulated)
    #expect(view.construct("value.reputation")?.score == 90)
  }

  @Test("Five interviewees, or none, leave the numbers as they are")
  func enoughOrNobody() {
    for interviewees in [0, 5] {
      let full = Figures.score(
        "A", [Figures.construct("value.tangible", Figures.interview(interviewees: interviewees))],
        interviewees: interviewees)
      let view = OtherEyes.view(of: full, for: .workingGroup, framework: VanWinkelen.framework)
      #expect(view == full)
    }
  }

  @Test("Few responses are not counted")
  func responses() {
    let views = [(12, 3), (4, 2), (9, 4)].map { responses, organizations in
      OtherEyes.view(
        of: Figures.score("A", responses: responses, organizations: organizations),
        for: .workingGroup, framework: VanWinkelen.framework)
    }
    #expect(views.map(\.responses) == [12, 0, 9])
    #expect(views.map(\.organizations) == [3, 0, 4])
  }

  @Test("Quotes go out where cleared, and without a role that one person holds")
  func quotes() {
    #expect(OtherEyes.mayQuote(isCleared: false, to: .researcher))
    #expect(!OtherEyes.mayQuote(isCleared: false, to: .convenor))
    #expect(OtherEyes.mayQuote(isCleared: true, to: .convenor))
    var few = Suppression()
    few.interviewNumbers = true
    #expect(!OtherEyes.mayNameRole(holders: 2, suppression: few, to: .convenor))
    #expect(!OtherEyes.mayNameRole(holders: 1, suppression: Suppression(), to: .convenor))
    #expect(OtherEyes.mayNameRole(holders: 2, suppression: Suppression(), to: .workingGroup))
    #expect(OtherEyes.mayNameRole(holders: 1, suppression: few, to: .researcher))
  }

  @Test("A framework's own thresholds count")
  func thresholds() {
    var framework = VanWinkelen.framework
    framework.scoring.suppressAnswersBelow = 10
    framework.scoring.suppressIntervieweesBelow = 3
    let view = OtherEyes.view(
      of: score([("value.tangible", 9)], interviewees: 3, responses: 9), for: .convenor,
      framework: framework)
    #expect(view.suppression.survey == ["value.tangible"])
    #expect(view.suppression.responses && !view.suppression.interviewNumbers)
  }
}
