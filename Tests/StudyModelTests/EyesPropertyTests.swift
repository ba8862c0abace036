import Statistics
import Testing

@testable import StudyModel

@Suite("What others see does not depend on what is hidden")
struct EyesPropertyTests {
  static let seeds = Array(UInt64(1)...60)

  /// The same study with other answers wherever they are hidden, and other weights of few interviews.
  private func changed(_ study: EyesStudy, seed: UInt64) -> EyesStudy {
    var generator = SeededGenerator(seed: seed + 1000)
    var other = study
    for phase in study.phases {
      let seen = study.seen(phase)
      for place in other.responses.indices where other.responses[place].phase == phase {
        for column in SmallModel.columns where other.responses[place].answers[column] != nil {
          let construct = column.split(separator: ".").prefix(2).joined(separator: ".")
          let figures = seen.construct(construct)
          let isHidden =
            column.hasSuffix(".desired")
            ? figures?.gap == .hidden : figures?.survey == .hidden
          guard isHidden, figures?.survey.saying == nil else { continue }
          other.responses[place].answers[column] = Int8(1 + generator.index(below: 5))
        }
      }
    }
    guard study.seen().interviewees.isHidden else { return other }
    for place in other.sources.indices {
      for coding in other.sources[place].codings.indices {
        other.sources[place].codings[coding].weight = Double(1 + generator.index(below: 3))
      }
    }
    return other
  }

  @Test("Change hidden answers and weights, and nothing that is seen changes", arguments: seeds)
  func interference(seed: UInt64) {
    let study = EyesStudy.random(seed: seed)
    let other = changed(study, seed: seed)
    for eyes in [Eyes.convenor(of: "one"), .workingGroup] {
      #expect(eyes.see(study.raw) == eyes.see(other.raw))
    }
  }

  @Test("In most of these studies something is hidden that can be changed")
  func something() {
    func evidence(_ study: EyesStudy) -> [[Double]] {
      study.responses.map { row in SmallModel.columns.map { Double(row.answers[$0] ?? -1) } }
        + study.sources.map { $0.codings.map { $0.weight ?? -1 } }
    }
    let different = Self.seeds.count { seed in
      let study = EyesStudy.random(seed: seed)
      return evidence(study) != evidence(changed(study, seed: seed))
    }
    #expect(different > 40)
  }

  @Test("The order in which organizations and people come in changes nothing", arguments: seeds)
  func order(seed: UInt64) {
    let study = EyesStudy.random(seed: seed)
    var other = study
    other.responses.reverse()
    for place in other.responses.indices {
      other.responses[place].organization = other.responses[place].organization.map { 9 - $0 }
    }
    #expect(Eyes.workingGroup.see(study.raw) == Eyes.workingGroup.see(other.raw))
  }

  @Test("Every number that others see is whole, and on enough people", arguments: seeds)
  func whole(seed: UInt64) {
    let study = EyesStudy.random(seed: seed)
    for phase in study.phases {
      let seen = study.seen(phase)
      var numbers = seen.pillars.compactMap(\.score) + [seen.health.score].compactMap { $0 }
      for construct in seen.constructs {
        numbers += [construct.score, construct.survey.figure?.score, construct.interview?.score]
          .compactMap { $0 }
        numbers += [construct.interval, construct.survey.figure?.interval].compactMap { $0 }
          .flatMap { [$0.low, $0.high] }
        #expect(construct.survey.figure.map { $0.n >= 5 } ?? true)
        #expect(construct.survey.figure?.counts == nil)
        #expect(construct.interview?.grade == nil || construct.interview?.heard == nil)
        if let figure = construct.survey.figure, figure.n < 10 {
          #expect(figure.interval == nil || figure.interval?.about != nil)
          if case .points = figure.shares { Issue.record("exact shares on \(figure.n)") }
        }
      }
      if !study.sources.isEmpty, phase == "one" {
        #expect(seen.constructs.allSatisfy { $0.interview?.counts == nil })
      }
      #expect(seen.responses.value.map { $0 >= 5 || $0 == 0 } ?? true)
      #expect(seen.interviewees.value.map { $0 >= 5 || $0 == 0 } ?? true)
      #expect(seen.responses.isHidden == seen.organizations.isHidden)
      #expect((seen.interviewees.isHidden || seen.awaitsCodings) == seen.codingCover.isHidden)
      #expect(seen.health.draws?.dropped.isHidden ?? true)
      #expect(numbers.allSatisfy { (0...100).contains($0) }, "levels and their intervals")
      numbers += seen.shownGaps.flatMap { [$0.desired, $0.derived, $0.gap] }
      numbers += seen.change?.constructs.compactMap { $0.survey.figure?.change } ?? []
      #expect(numbers.allSatisfy { $0 == $0.rounded() })
      #expect(seen.shownGaps.allSatisfy { $0.n >= 5 })
    }
  }

  @Test("Of one construct no two figures rest on sets that differ by one to four", arguments: seeds)
  func bases(seed: UInt64) {
    let study = EyesStudy.random(seed: seed)
    var answers = CaseAnswers(
      plan: SurveyPlan(study.framework), rules: study.framework.scoring)
    let layout = SurveyLayout(framework: study.framework, columns: SmallModel.columns)
    for response in study.responses {
      SmallModel.answers(response.answers).withUnsafeBufferPointer {
        answers.add(
          token: response.token, phase: response.phase == "one" ? 0 : 1,
          organization: response.organization, answers: $0, layout: layout)
      }
    }
    let step = CaseAnswers.Step(before: 0, after: 1)
    answers.settle(steps: [step])
    let plan = answers.plan
    for measure in plan.measures where measure.figure < plan.constructs.count {
      var sets: [Int: [Set<Int>]] = [:]
      for phase in 0...1 {
        let base = Set(answers.base(measure.figure, phase: phase))
        sets[phase] = answers.areEnough(Array(base), phase: phase) ? [base] : []
        if let form = plan.forms.first(where: { $0.derived == measure.figure }) {
          let wanted = base.filter { answers.isKept($0, form.desired) }
          if answers.areEnough(Array(wanted), phase: phase) { sets[phase]?.append(wanted) }
        }
      }
      if case .respondents(let pairs) = answers.pairing(measure.figure, step: step) {
        sets[0]?.append(Set(pairs.map(\.before)))
        sets[1]?.append(Set(pairs.map(\.after)))
      }
      for own in sets.values {
        for (left, right) in own.flatMap({ left in own.map { (left, $0) } }) {
          #expect(!(1...4).contains(left.subtracting(right).count))
        }
      }
    }
  }
}
