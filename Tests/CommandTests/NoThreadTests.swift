import Foundation
import TestSupport
import Testing

/// Where the machine gives no further thread the work is done on the one there is.
@Suite("A machine without threads")
struct NoThreadTests {
  private static let tools = ["/usr/bin/setpriv", "/usr/bin/prlimit", "/usr/bin/timeout"]
    .allSatisfy { FileManager.default.isExecutableFile(atPath: $0) }

  @Test(
    "Import and score end where hardly a thread can be made",
    .enabled(if: geteuid() == 0 && tools, "only root can become a user without threads"))
  func ends() throws {
    let place = try Workplace()
    try place.run("init", "s.covalence", "--framework", "van-winkelen-2010")
    var rows = "respondent,case,value.tangible.1\n"
    for number in 0..<40_000 { rows += "r\(number),c,\(1 + number % 5)\n" }
    try place.write("cases.csv", "case,name\nc,Forum\n")
    try place.write("survey.csv", rows)
    #expect(try place.run("import", "cases", "cases.csv").status == 0)
    for commands in [
      "import survey survey.csv -s s.covalence", "score -s s.covalence", "scales -s s.covalence",
    ] {
      let answer = try place.shell(
        """
        chmod 777 . .. && chmod 666 s.covalence survey.csv
        timeout 100 setpriv --reuid=65534 --regid=65534 --clear-groups prlimit --nproc=2 \
          "$covalence" \(commands)
        """)
      #expect(answer.status == 0, "\(commands): \(answer.talk)")
    }
  }
}
