import Foundation
import TestSupport
import Testing

/// Small files after public bug reports of other programs, with a runner that says of each what must become of it.
@Suite(
  "Files of the kinds that public bug reports tell of come in right, or are told of",
  .enabled(if: Fixtures.shared != nil, "needs the folder of shared fixtures"))
struct PublicReportsTests {
  @Test("every case passes, but for one that reads the study file of an earlier format")
  func all() throws {
    let shared = try #require(Fixtures.shared)
    let runner = shared.appending(path: "public-reports/run_cases.py").path
    let answer = try Workplace().shell("python3 '\(runner)' \"$covalence\"")
    let lines = answer.output.split(separator: "\n").map(String.init)
    let failed = lines.filter { $0.hasPrefix("FAIL ") }.compactMap {
      $0.split(separator: " ").dropFirst().first.map(String.init)
    }
    // It asks for the attributes of a case as an earlier format kept them.
    #expect(failed == ["h-inline-v-after"], "\(answer.output)")
    #expect(lines.count { $0.hasPrefix("pass ") } == 38)
  }
}
