import Foundation
import TestSupport
import Testing

/// Where the machine gives no further thread the work is done on the one there is.
@Suite("A machine without threads")
struct NoThreadTests {
  private static let tools = ["/usr/bin/setpriv", "/usr/bin/prlimit", "/usr/bin/timeout"]
    .allSatisfy { FileManager.default.isExecutableFile(atPath: $0) }

  @Test(
    "Import and score end where no thread can be made, or one",
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
        # The folder of the build may lie where another user has no way, such as root's own.
        install -m 755 "$covalence" ./program
        for threads in 1 2; do
          timeout 100 setpriv --reuid=65534 --regid=65534 --clear-groups \
            prlimit --nproc=$threads ./program \(commands) || exit 1
        done
        """)
      #expect(answer.status == 0, "\(commands): \(answer.talk)")
    }
  }
}
