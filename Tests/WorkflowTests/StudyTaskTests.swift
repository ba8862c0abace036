import Exchange
import FileFormats
import Foundation
import Reports
import StudyModel
import StudyStore
import TestSupport
import Testing

@testable import StudyWorkflow

@Suite("The tasks of a study answer without a process")
struct StudyTaskTests {
  @Test("Evidence of one case gives the scores that the case has among all")
  func oneCase() throws {
    let study = try CodedStudy().study
    let all = try study.evidence(changes: true)
    #expect(all.framework.id == "small")
    let scores = all.scores()
    #expect(scores.map(\.caseID) == ["north", "south"])
    for score in scores {
      let own = try study.evidence(changes: true, of: score.caseID)
      #expect(own.cases == all.cases)
      #expect(own.scores() == [score])
    }
    let byRule = try study.evidenceByRule(scoredBy: .any)
    #expect(byRule.own.rule == .any && byRule.own.scores() != scores)
    #expect(Set(byRule.others.map(\.rule)) == [.majority, .unanimous])
    #expect(byRule.sensitivity().allSatisfy { !$0.bands.isEmpty })
    let unknown = #expect(throws: Failure.self) {
      try study.evidence(of: "nord")
    }
    #expect(
      unknown?.diagnostics.map { "\($0.message). \($0.remedy)" }
        == ["There is no case \"nord\" in the study. Did you mean \"north\"?"])
  }

  @Test("A trace has the units of the construct and below it, with words and origin")
  func trace() throws {
    let study = try CodedStudy().study
    let trace = try study.trace(caseID: "north", construct: "pace")
    #expect(
      trace.units.map { "\($0.source.id) \($0.unit.code) \($0.unit.state.rawValue)" } == [
        "n1 pace.waiting agreed", "n1 pace.route unresolved", "n2 pace.waiting agreed",
      ])
    let first = try #require(trace.units.first)
    #expect(first.codings.map(\.coder) == ["ana", "ben"])
    #expect(first.codings.map(\.text) == ["We wait for the last.", "We wait for the last."])
    #expect(first.codings.map(\.row) == [2, 3])
    #expect(trace.items.map(\.id) == ["wait", "pace.route.1"])
    let answers = try #require(trace.answers.first)
    #expect(trace.answers.count == 1 && answers.item == "wait" && answers.phase == nil)
    #expect(answers.points == [4: 1, 5: 1] && answers.missing == 0)
    #expect(throws: Failure.self) { try study.trace(caseID: "north", construct: "pase") }
    #expect(throws: Failure.self) {
      try study.trace(caseID: "north", construct: "pace", phase: "2020")
    }
  }

  @Test("A limit gives the first of the whole queue, and the numbers of all")
  func queue() throws {
    let study = try CodedStudy().study
    var request = ReviewRequest()
    request.includesDecided = true
    let all = try study.reviewQueue(request)
    #expect((all.open, all.decided) == (4, 1))
    #expect(all.items.count == 5 && all.items.last?.unit.decision?.by == "eve")
    for limit in 1...5 {
      request.limit = limit
      let some = try study.reviewQueue(request)
      #expect(some.items.map(\.unit) == all.items.prefix(limit).map(\.unit))
      #expect((some.open, some.decided) == (4, 1))
      #expect(some.items.allSatisfy { !$0.codings.isEmpty })
    }
    var ofSouth = ReviewRequest()
    ofSouth.caseID = "south"
    #expect(try study.reviewQueue(ofSouth).items.map(\.source.id) == ["s1", "s1"])
    ofSouth.kind = .weight
    #expect(try study.reviewQueue(ofSouth).items.isEmpty)
    let route = try #require(all.items.first { $0.unit.codedAs == "pace.route" })
    #expect(route.passage?.text == "The way is known.")
    let told = try study.read { $0.framework.definition(ofCode: "pace.route") }
    #expect(told != nil && route.definition == told)
  }

  @Test("The sheet for a meeting has a row a unit, of the moment of the queue")
  func sheet() throws {
    let coded = try CodedStudy()
    let sheet = try coded.study.meetingSheet(ReviewRequest())
    #expect(sheet.queue.items.count == 4)
    try sheet.writeCSV(
      FileTarget(coded.walks.place.path("meeting.csv"), for: .owner, existing: .kept))
    let lines = coded.walks.place.text("meeting.csv").split(separator: "\n")
    #expect(lines.count { $0.hasPrefix("n1,") || $0.hasPrefix("s1,") } == 4)
  }

  @Test(
    "Results are given to each reader, with his or her quotes and cases alone",
    arguments: [Eyes.researcher, .workingGroup, .convenor(of: "north")])
  func results(eyes: Eyes) throws {
    let study = try CodedStudy().study
    let seen = try study.results(for: eyes).seen()
    let input = seen.input
    let isAll = eyes.caseID == nil
    #expect(input.eyes == eyes)
    #expect(input.scores.map { $0.caseID } == (isAll ? ["north", "south"] : ["north"]))
    #expect(input.cases.map(\.id) == (isAll ? ["north", "south"] : ["north"]))
    // Of two interviewees each knows whose the other's words are.
    #expect(input.quotes.map(\.text).contains("We wait for the last.") == eyes.seeEverything)
    #expect(input.quotes.allSatisfy { eyes.seeEverything || $0.clear })
    // Files and codes of the study's own are the researcher's.
    #expect(input.imports.value?.count == (eyes.seeEverything ? 7 : nil))
    #expect(input.unmapped.value?.count == (eyes.seeEverything ? 1 : nil))
    #expect(input.sensitivity.isHidden == !eyes.seeEverything)
    #expect(throws: HealthReport.NoScores.self) {
      try seen.signedHealth(of: "west", on: "2026-04-14")
    }
    #expect(seen.matrix(phase: nil).rows.count == seen.framework.constructs.count)
    if case .own(let hash) = seen.ground { #expect(hash.text == (try study.contentHash())) }
  }

  @Test(
    "A report for others stands on their hash and on people, the researcher's on the study alone")
  func standing() throws {
    let study = try CodedStudy().study
    guard case .own = try study.results(for: .researcher).seen().signedComparison(on: "2026-04-14")
    else {
      Issue.record("the researcher's is his own")
      return
    }
    for eyes in [Eyes.workingGroup, .convenor(of: "north")] {
      let report = try study.results(for: eyes).seen().signedComparison(on: "2026-04-14")
      guard case .forOthers(_, let hash, let basis) = report else {
        Issue.record("what is for others goes out to them")
        continue
      }
      #expect(hash.count == 64 && basis.audience == eyes.audience)
      #expect(
        basis.people.map(\.caseID) == ["north", "south"], "of which each report shows its own")
    }
  }

  @Test("A convenor has no eyes where there is no case, and one of several where they are named")
  func convenor() throws {
    let study = try CodedStudy().study
    #expect(
      try study.read { try $0.eyes(of: .convenor, toSee: .one("north")) } == .convenor(of: "north"))
    let refusal = #expect(throws: Failure.self) {
      try Study(file: Walks().file).read { try $0.eyes(of: .convenor, toSee: .all("It")) }
    }
    #expect(refusal?.diagnostics.map(\.code) == [.noEvidence])
  }

  @Test("Words are read for whom they are asked for")
  func quoting() throws {
    let study = try CodedStudy().study
    func quoted(_ quoting: Quoting) throws -> Set<String> {
      Set(
        try study.results(for: .researcher, quoting: quoting).seen().input
          .quotes.map(\.caseID))
    }
    #expect(try quoted(.nobody) == [])
    #expect(try quoted(.oneCase("north")) == ["north"])
    #expect(try quoted(.oneCase("south")) == [])
    #expect(try quoted(.everybody) == ["north"])
  }

  @Test("The methods rest on what the other reports are made from")
  func methods() throws {
    let study = try CodedStudy().study
    let plan = StudyAgreement.Plan(replicates: 50)
    func methods(_ eyes: Eyes) throws -> SeenMethods {
      try study.read {
        try StudyMethods($0, for: eyes, plan: plan, home: CodedStudy.home())
      }.seen().methods
    }
    let input = try methods(.researcher)
    let reading = try #require(input.reading.value)
    let coding = try #require(reading.coding.value)
    #expect(coding.codings == 9 && coding.names.value?.coders.map(\.name) == ["ana", "ben"])
    #expect(try #require(coding.names.value).constructs.contains("pace.waiting"))
    #expect(input.material.map(\.caseID) == ["north", "south"])
    let cover = try #require(input.total.cover.value)
    #expect(cover.one == 1 && cover.two == 2)
    #expect(input.decisions.value?.map(\.by) == ["eve"])
    #expect(input.survey?.shown.map(\.answers.responses) == [2, 2])
    #expect(input.framework.origin == .own && input.imports.value?.count == 7)
    let alone = try study.read {
      try $0.agreementInput(of: $0.agreementMaterial(), plan: plan)
    }
    guard case .shown(let agreement?) = input.agreement else {
      Issue.record("the researcher sees all of agreement")
      return
    }
    #expect(agreement.byCode == alone.byCode && agreement.rounds == alone.rounds)
    // Two interviewees a case: nothing is left to be counted for others.
    let seen = try methods(.workingGroup)
    #expect(seen.reading.isHidden && seen.coding.isHidden && seen.decisions.isHidden)
    #expect(seen.material.map(\.material.isHidden) == [true, true])
    #expect(seen.imports.isHidden && seen.sensitivity.isHidden && seen.disputes.isHidden)
    #expect(seen.lostSegments.isHidden && seen.otherWords.isHidden)
    let refusal = #expect(throws: Failure.self) {
      try study.read { try $0.eyes(of: .convenor, toSee: .all("The methods report")) }
    }
    #expect(refusal?.diagnostics.first?.code == .severalCasesForConvenor)
  }

  @Test("Agreement by what is asked, of the sources that two coders read")
  func agreement() throws {
    let study = try CodedStudy().study
    let plan = StudyAgreement.Plan(replicates: 0)
    let byCode = try study.agreement(by: .code, plan: plan)
    #expect(byCode.sources == (2, 1) && byCode.coders == ["ana", "ben"])
    #expect(
      byCode.rows.map(\.key) == [
        "gain.fitness", "gain.company.old", "pace.waiting", "pace.route", "own idea",
      ])
    #expect(try study.agreement(by: .case, plan: plan).rows.map(\.key) == ["north", "south"])
    let material = try study.agreementMaterial()
    #expect(material.entries.map(\.source.id) == ["n1", "s1"] && material.disagreements.count == 5)
    #expect(try study.agreementMaterial(asOf: "2026-04-13").entries.isEmpty)
    #expect(try study.agreementMaterial(asOf: "2026-04-14").entries.count == 2)
    #expect(try study.codingRounds().map(\.key) == ["2026-04-14"])
    #expect(try study.codingVersions().map(\.key) == ["1.10.0"])
    let nobody = try Study(file: Walks().file)
    let refusal = #expect(throws: Failure.self) { try nobody.agreement(by: .code) }
    #expect(refusal?.diagnostics.map(\.code) == [.noSharedSource])
  }

  @Test("The matrix, the scales, the check and the log")
  func others() throws {
    let study = try CodedStudy().study
    let matrix = try study.matrix(rows: .codes, columns: .cases)
    #expect(matrix.columns == ["north", "south"] && matrix.rows.last == "own idea")
    let waiting = try #require(matrix.rows.firstIndex(of: "pace.waiting"))
    #expect(matrix[waiting, 0].codings == 3 && matrix[waiting, 0].informants == 2)
    let scales = try study.scales()
    #expect(scales.figures(case: 0, phase: 0)?.map(\.n).max() == 2)
    let none = #expect(throws: Failure.self) { try Study(file: Walks().file).scales() }
    #expect(none?.diagnostics.map(\.code) == [.noSurvey])
    let check = try study.check()
    #expect(check.findings.map(\.kind) == [.unresolved, .unmappedCodes])
    let log = try study.decisionLog()
    #expect(log.entries.map(\.source.id) == ["n1"] && log.takenBack.isEmpty)
    #expect(try study.decisionLog(caseID: "south").entries.isEmpty)
    #expect(throws: Failure.self) { try study.decisionLog(caseID: "west") }
  }

  @Test("The history of the codebook, and the hash of what the study holds")
  func history() throws {
    let coded = try CodedStudy()
    let history = try coded.study.codebookHistory()
    #expect(history.versions.map(\.version) == ["1.10.0"])
    #expect(history.versions.first?.coded.codings == 9)
    let hash = try coded.study.contentHash()
    try coded.walks.bring(.cases, "case,name\nwest,West\n")
    #expect(try coded.study.contentHash() != hash)
    try coded.walks.undo(8)
    #expect(try coded.study.contentHash() == hash)
  }
}
