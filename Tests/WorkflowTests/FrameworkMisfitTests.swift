import StudyModel
import StudyStore
import TestSupport
import Testing

@testable import StudyWorkflow

@Suite("A framework that does not allow what the study holds is not put in force")
struct FrameworkMisfitTests {
  /// A study with weights and answers, and its framework with one text changed.
  private func changed(
    _ file: String, _ text: String, to other: String
  ) throws -> (CodedStudy, StoredFramework) {
    let coded = try CodedStudy()
    try coded.walks.bring(
      .adjudications,
      """
      source,start,end,code,decision,by,at,reason,weight
      s1,0,10,pace.waiting,change,eve,2026-04-03,more,4

      """)
    var newer = try #require(try coded.walks.file.read { try $0.framework() })
    for place in newer.files.indices where newer.files[place].name == file {
      #expect(newer.files[place].text.contains(text))
      newer.files[place].text = newer.files[place].text.replacing(text, with: other)
    }
    let inHand = try FrameworkInHand(stored: newer)
    newer.sha256 = inHand.sha256
    return (coded, newer)
  }

  /// What stands in the way of putting it in force; what was there stays.
  private func refusal(_ coded: CodedStudy, _ newer: StoredFramework) throws -> String {
    let before = try coded.walks.contents()
    var told: [String] = []
    for dryRun in [true, false] {
      let failure = try #require(throws: Failure.self) {
        _ = try coded.study.update(
          framework: FrameworkInHand(stored: newer), dryRun: dryRun, time: "2026-04-15")
      }
      #expect(failure.diagnostics.map(\.code) == [.frameworkForbids])
      told += failure.diagnostics.map(\.message)
    }
    #expect(try coded.walks.contents() == before)
    #expect(told.first == told.last)
    return told.first ?? ""
  }

  @Test("Weights above its top are named, those of decisions too, and check finds them")
  func weights() throws {
    let (coded, newer) = try changed("scoring.yaml", "top-weight: 4", to: "top-weight: 2")
    #expect(
      try refusal(coded, newer)
        == "version 1.10.0 of \"small\" does not allow what the study holds: source n1: 2 codings with a weight above 2; source s1: 1 decision with a weight above 2"
    )
    #expect(try coded.study.check().findings.allSatisfy { $0.kind != .beyondFramework })
    // As an earlier version of the program let it.
    try coded.walks.file.add(newer)
    let found = try #require(
      try coded.study.check().findings.first { $0.kind == .beyondFramework })
    #expect(found.count == 3)
    #expect(found.places.count == 2)
  }

  @Test("Answers outside the scale of their item are named, and check finds them")
  func answers() throws {
    let (coded, newer) = try changed(
      "questionnaires.yaml", "high: 5, labels: [No, A little, Partly, Mostly, Yes]",
      to: "high: 4, labels: [No, A little, Partly, Yes]")
    let told = try refusal(coded, newer)
    #expect(told.contains("item gain.fitness.1: 1 answer outside 1 to 4"), "\(told)")
    try coded.walks.file.add(newer)
    #expect(try coded.study.check().findings.map(\.kind).contains(.beyondFramework))
  }

  @Test("An item that goes away with its answers is named, and the version is put in force")
  func items() throws {
    let (coded, newer) = try changed("questionnaires.yaml", "wait\n", to: "waits\n")
    let update = try coded.study.update(
      framework: FrameworkInHand(stored: newer), dryRun: false, time: "2026-04-15")
    #expect(update.lostItems == ["wait"])
  }
}
