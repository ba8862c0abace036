import Foundation
import TestSupport
import Testing

@Suite("A newer version of a study's framework is put in force, and what changes is said")
struct FrameworkUpdateTests {
  /// A study, and beside it a newer version of its framework, in which a construct has another id.
  private func newer() throws -> Workplace {
    let place = try Workplace.withStudy()
    _ = try place.bring("codings", "source,coder,code,start,end\nn1,ana,Waits,0,5\n")
    try place.copySmallFramework(to: "small")
    try place.write(
      "small/framework.yaml",
      place.text("small/framework.yaml")
        .replacing("version: 1.10.0", with: "version: 1.11.0")
        .replacing("name: Waiting,", with: "name: Waiting for all,")
        .replacing("  Waits: pace.waiting\n", with: ""))
    return place
  }

  @Test("Tried, then done, then there is nothing to do")
  func update() throws {
    let place = try newer()
    let before = place.study
    let tried = try place.run("framework", "update", "small", "--dry-run")
    #expect(tried.status == 0)
    #expect(
      tried.output == """
        framework small changed: version "1.10.0" to "1.11.0"
        construct pace.waiting renamed: "Waiting" to "Waiting for all"
        construct pace.waiting changed: plain name
        code Waits removed: "pace.waiting" (scores may change)
        code Waits has codings and counts for no construct any more

        """)
    #expect(tried.lines == ["Only tried: version 1.10.0 would become 1.11.0."])
    #expect(place.study == before)
    let done = try place.run("framework", "update", "small", "--json")
    #expect(done.status == 0)
    #expect(done.object["updated"] as? Bool == true)
    #expect(done.object["lostCodes"] as? [String] == ["Waits"])
    let change = try #require((done.object["changes"] as? [[String: Any]])?.first)
    #expect(
      Set(change.keys) == ["part", "id", "kind", "detail", "previousId", "changesScores"])
    let after = place.study
    let again = try place.run("framework", "update", "small")
    #expect(
      again.lines == ["The study has these files already, version 1.11.0. Nothing was changed."])
    #expect(place.study == after)
    let check = try place.run("check")
    #expect(check.output.contains("One code is not in \"small\""))
  }

  @Test("Another framework is refused")
  func other() throws {
    let place = try newer()
    let before = place.study
    let answer = try place.run("framework", "update", "van-winkelen-2010")
    #expect(answer.status == 65)
    #expect(
      answer.lines.last
        == "error: \"van-winkelen-2010\" is another framework than the study's \"small\". Either name a version of \"small\" or make a new study. 'covalence init' makes one. [FRAMEWORK-901]"
    )
    #expect(place.study == before)
    let unknown = try Workplace.withStudy().run("framework", "update")
    #expect(unknown.status == 65)
    #expect(unknown.lines.first?.contains("there is no framework \"small\"") == true)
  }
}
