import Exchange
import Foundation
import TestSupport
import Testing

@testable import StudyModel

@Suite("Recommendations: on what they act, and at what they aim")
struct RecommendationFileTests {
  static let aim = "aim: {of: gain, gap-below: 10}"

  static let changes: [WrongFramework] = [
    WrongFramework(
      "What it acts on is known", "findings.yaml", "acts-on: gain", "acts-on: gian",
      says: [
        #"findings.yaml:37, key "acts-on": error: there is no construct "gian". Write "gain", "#
          + "or add the construct to framework.yaml. [FRAMEWORK-010]"
      ]),
    WrongFramework(
      "An aim is of something", "findings.yaml", aim, "aim: {gap-below: 10}",
      says: [
        #"findings.yaml:38, key "of": error: the aim lacks "of". Add it. [FRAMEWORK-004]"#
      ]),
    WrongFramework(
      "An aim names a figure", "findings.yaml", aim, "aim: {of: gain}",
      says: [
        #"findings.yaml:38, key "aim": error: the aim of the recommendation "ask-again" names "#
          + "no figure. Write one of agree, survey-level, gap-below. [FRAMEWORK-018]"
      ]),
    WrongFramework(
      "An aim names one figure", "findings.yaml", aim,
      "aim: {of: gain, agree: 67, survey-level: 75}",
      says: [
        #"findings.yaml:38, key "aim": error: the aim of the recommendation "ask-again" names "#
          + "two figures. Write one of agree, survey-level, gap-below. [FRAMEWORK-018]"
      ]),
    WrongFramework(
      "An aim has only keys that are known", "findings.yaml", aim,
      "aim: {of: gain, agreee: 67}",
      says: [
        #"findings.yaml:38, key "agreee": error: the aim has no key "agreee". Write "agree", "#
          + "or take it out. [FRAMEWORK-003]"
      ], andMore: true),
    WrongFramework(
      "An aim is a whole number of per cent or points", "findings.yaml", aim,
      "aim: {of: gain, agree: 167}",
      says: [
        #"findings.yaml:38, key "agree": error: 167 is out of range for "agree". Write a whole "#
          + "number from 1 to 100. [FRAMEWORK-011]"
      ]),
    WrongFramework(
      "An aim is of what a questionnaire asks", "findings.yaml", aim,
      "aim: {of: gain.company.old, agree: 67}",
      says: [
        #"findings.yaml:38, key "of": error: the aim is of "gain.company.old", and no item asks "#
          + "for it. Name a construct that a questionnaire asks for, or take the aim out. "
          + "[FRAMEWORK-018]"
      ]),
    WrongFramework(
      "A gap is asked both ways", "findings.yaml", aim,
      "aim: {of: gain.company.new, gap-below: 10}",
      says: [
        #"findings.yaml:38, key "of": error: the aim is of "gain.company.new", and no item asks "#
          + "what is wanted and what is received of it. Name a construct that a questionnaire "
          + "asks for, or take the aim out. [FRAMEWORK-018]"
      ]),
    WrongFramework(
      "A gap is of a form of value", "findings.yaml", aim,
      "aim: {of: pace.waiting, gap-below: 10}",
      says: [
        #"findings.yaml:38, key "of": error: a gap is of forms of value, and "pace.waiting" is "#
          + #"none. Name a leaf under "gain". [FRAMEWORK-018]"#
      ]),
    WrongFramework(
      "An aim is of what the action acts on", "findings.yaml", aim,
      "aim: {of: pace.waiting, agree: 67}",
      says: [
        #"findings.yaml:38, key "of": error: the recommendation "ask-again" aims at "#
          + #""pace.waiting" and does not act on it. Add it to "acts-on", or aim at something "#
          + "that it acts on. [FRAMEWORK-018]"
      ]),
  ]

  @Test("Each mistake is named with its file, line, key, cause and remedy", arguments: changes)
  func isNamed(change: WrongFramework) throws {
    try change.check()
  }

  @Test("An aim is read with its figure, a parent standing for the leaves that are asked")
  func aims() throws {
    func aim(_ text: String) throws -> Aim? {
      try FrameworkReader.read(SmallFramework.files("findings.yaml", Self.aim, text)).get()
        .recommendations.first?.aim
    }
    #expect(
      try aim("aim: {of: gain, agree: 67}")
        == Aim(.agree, of: ["gain.fitness", "gain.company.new"], goal: 67))
    #expect(
      try aim("aim: {of: [gain.fitness], survey-level: 75}")
        == Aim(.level, of: ["gain.fitness"], goal: 75))
    #expect(try aim("") == nil)
  }

  @Test(
    "Every action of a framework that ships acts on what a rule that calls for it speaks of",
    arguments: ShippedFrameworkTests.folders)
  func shipped(folder: String) throws {
    let framework = try FrameworkReader.read(
      folder: Fixtures.root.appending(path: "instruments/" + folder)
    ).get()
    for recommendation in framework.recommendations where !recommendation.actsOn.isEmpty {
      let family = Set(
        recommendation.actsOn.flatMap { [$0] + framework.descendants(of: $0).map(\.id) })
      let rules = framework.findings.filter { $0.recommends.contains(recommendation.id) }
      #expect(
        rules.contains { !family.isDisjoint(with: Self.constructs($0.condition) + $0.each) },
        "\(recommendation.id)")
    }
  }

  /// The constructs that a condition asks of.
  private static func constructs(_ condition: FindingCondition) -> [String] {
    switch condition {
    case .number(let quantity, _): quantity.construct.map { [$0] } ?? []
    case .word(let word, _): word.construct.map { [$0] } ?? []
    case .gap(let id, _), .extreme(let id, _, _): [id]
    case .all(let parts), .any(let parts): parts.flatMap(constructs)
    case .not(let inner), .cases(let inner, _, _): constructs(inner)
    }
  }
}
