import Foundation
import TestSupport
import Testing

/// Somebody stops an import with Ctrl-C, or the system does.
@Suite("Stopping an import")
struct StoppingTests {
  /// Imports a case while another program reads the study, which the import has to wait for before its
  /// rows can stay, and stops it there.
  private static let script = """
    mkfifo hold told
    { echo 'BEGIN; SELECT count(*) FROM study;'; cat hold; } | sqlite3 walk.covalence > told &
    exec 3> hold
    read count < told
    $covalence import cases more.csv > out 2> err 3>&- &
    import=$!
    for second in 1 2 3 4 5 6 7 8 9 10; do
      grep -q wait err && break
      sleep 1
    done
    kill -TERM $import
    sleep 1
    exec 3>&-
    wait $import
    code=$?
    cat err >&2
    exit $code
    """

  @Test(
    "When every row is read it is too late, and no message says that anything is taken back",
    .enabled(if: Workplace.sqlite != nil, "there is no sqlite3"))
  func tooLate() throws {
    let place = try Workplace.withStudy()
    try place.write("more.csv", "case,name\neast,East\n")
    let answer = try place.shell(Self.script)
    #expect(answer.status == 0, "\(answer.talk)")
    #expect(answer.talk.contains("All rows are read, so it is too late to stop"))
    #expect(!answer.talk.contains("taken back"))
    #expect(answer.talk.contains("1 new."))
    #expect(try place.sqlite("walk.covalence", "SELECT count(*) FROM studyCase").output == "3\n")
  }
}
