import Foundation
import TestSupport
import Testing

@Suite("Versions of the codebook are listed with what was coded under each")
struct CodebookHistoryTests {
  private typealias Object = [String: Any]

  @Test("What changed, in words, with the definition before and now")
  func history() throws {
    let place = try Workplace.withRounds()
    let answer = try place.run("framework", "history")
    #expect(answer.status == 0, "\(answer.talk)")
    let lines = answer.output.split(separator: "\n").map(String.init)
    #expect(
      lines.first?.hasPrefix("Version 1.10.0, from 2026-02-01T12:00:00Z (SHA-256 ") == true)
    #expect(
      lines.contains {
        $0.hasPrefix("Version 1.11.0, from 2026-02-20T12:00:00Z, in force (SHA-256 ")
      })
    #expect(lines.contains("  pace.waiting, definition changed (definition, inclusion)"))
    #expect(lines.contains("    before: The first wait for the last."))
    #expect(
      lines.contains(
        "    now:    Those in front stop until the last has come. Coded here: At a gate."))
  }

  @Test("Codings, sources and coders of each, those that gave way counted apart")
  func counts() throws {
    let place = try Workplace.withRounds()
    let versions =
      try place.run("framework", "history", "--json").object["versions"] as? [Object] ?? []
    #expect(versions.map { $0["version"] as? String } == ["1.10.0", "1.11.0"])
    #expect(versions.map { $0["inForce"] as? Bool } == [false, true])
    let coded = versions.compactMap { $0["coded"] as? Object }
    #expect((coded.first?["sources"] as? [String])?.count == 24)
    #expect((coded.last?["sources"] as? [String])?.count == 30)
    #expect(coded.allSatisfy { $0["coders"] as? [String] == ["ana", "ben"] })
    let (all, standing) = (coded.first?["codings"] as? Int, coded.first?["standing"] as? Int)
    #expect((try #require(standing)) < (try #require(all)) && standing != 0)
    #expect(coded.last?["codings"] as? Int == coded.last?["standing"] as? Int)
    #expect(coded.allSatisfy { ($0["inferred"] as? [Int])?.isEmpty == true })
    let changes = versions.last?["changes"] as? [Object] ?? []
    #expect(changes.map { $0["kind"] as? String } == ["redefined", "redefined"])
    let change = try #require(changes.last)
    #expect(change["code"] as? String == "pace.waiting")
    #expect(
      (change["before"] as? Object)?["definition"] as? String == "The first wait for the last.")
  }

  @Test("Agreement under each version, with the codes whose definition changed")
  func byVersion() throws {
    let place = try Workplace.withRounds()
    let answer = try place.run("agree", "--by", "version", "--json", "--replicates", "100")
    let groups = answer.object["groups"] as? [Object] ?? []
    #expect(groups.map { $0["key"] as? String } == ["1.10.0", "1.11.0"])
    #expect(groups.last?["redefinedCodes"] as? [String] == ["gain.fitness", "pace.waiting"])
    #expect((groups.last?["difference"] as? Object)?["from"] as? String == "1.10.0")
    let codes = groups.last?["groups"] as? [Object] ?? []
    #expect(codes.filter { $0["redefined"] as? Bool == true }.count == 2)
  }

  @Test("Before anything is coded under a new version, it says so")
  func nothingYet() throws {
    let place = try Workplace.withRounds(upTo: "update")
    #expect(try place.run("framework", "history").output.contains("nothing was coded under it"))
    let answer = try place.run("agree", "--by", "version", "--json", "--replicates", "0")
    #expect((answer.object["groups"] as? [Object])?.count == 1)
  }
}
