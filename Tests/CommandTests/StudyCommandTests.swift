import Foundation
import TestSupport
import Testing

@Suite("A study is made and found, or the reason is said with its exit code")
struct StudyCommandTests {
  @Test("Made with a framework that ships")
  func shipped() throws {
    let place = try Workplace()
    let answer = try place.run(
      "init", "forum.covalence", "--framework", "van-winkelen-2010", "--json")
    #expect(answer.status == 0)
    #expect(answer.object["ok"] as? Bool == true)
    #expect(answer.object["study"] as? String == "forum.covalence")
    #expect(answer.object["framework"] as? String == "van-winkelen-2010")
    #expect((answer.object["sha256"] as? String)?.count == 64)
    #expect(place.names == ["forum.covalence"])
  }

  @Test("The program's data are told by --home, then COVALENCE_HOME")
  func home() throws {
    let place = try Workplace()
    try place.copySmallFramework(to: "mine/instruments/mine")
    try place.write(
      "mine/instruments/mine/framework.yaml",
      place.text("mine/instruments/mine/framework.yaml")
        .replacing("id: small\n", with: "id: mine\n"))
    let list = try place.run("framework", "list", "--home", "mine", "--json")
    #expect(
      ((list.object["frameworks"] as? [[String: Any]]) ?? []).map { $0["id"] as? String } == [
        "mine"
      ])
    let named = try place.run("framework", "list", environment: ["COVALENCE_HOME": "mine"])
    #expect(named.output.contains("mine"))
    let wrong = try place.run("init", "a.covalence", "--framework", "mine", "--home", "none")
    #expect(wrong.status == 66)
    #expect(
      wrong.lines == [
        "error: The folder with instruments/, data/ and reports/templates/ was not found in none. Say where it is. --home or COVALENCE_HOME names it. [HOME-001]"
      ])
    let empty = try place.run(
      "init", "a.covalence", "--framework", "mine", environment: ["COVALENCE_HOME": "none"])
    #expect(empty.status == 66)
    #expect(
      empty.lines == [
        "error: The folder with instruments/, data/ and reports/templates/ was not found in none (COVALENCE_HOME). Say where it is. --home or COVALENCE_HOME names it. [HOME-001]"
      ])
    #expect(place.names == ["mine"])
  }

  @Test("An unknown framework names the nearest")
  func unknown() throws {
    let place = try Workplace()
    let near = try place.run("init", "a.covalence", "--framework", "van-winkelen-2011")
    #expect(near.status == 65)
    #expect(
      near.lines == [
        "error: there is no framework \"van-winkelen-2011\". Did you mean \"van-winkelen-2010\"? 'covalence framework list' shows those that ship. [FRAMEWORK-900]"
      ])
    let far = try place.run("init", "a.covalence", "--framework", "nothing-like-it")
    #expect(
      far.lines == [
        "error: there is no framework \"nothing-like-it\". Name one that ships, or the path of a folder with your own. 'covalence framework list' shows those that ship. [FRAMEWORK-900]"
      ])
    #expect(place.names.isEmpty)
  }

  @Test("Where there is a file already, or no folder, nothing is made")
  func cannotWrite() throws {
    let place = try Workplace()
    try place.write("a.covalence", "mine")
    let there = try place.run("init", "a.covalence", "--framework", Workplace.small)
    #expect(there.status == 74)
    #expect(
      there.lines == [
        "error: There is already a file at a.covalence. Either choose another name or move that file away first. [STUDY-001]"
      ])
    #expect(place.text("a.covalence") == "mine")
    let lost = try place.run("init", "no/folder/a.covalence", "--framework", Workplace.small)
    #expect(lost.status == 74)
    #expect(
      lost.lines == [
        "error: no/folder/a.covalence cannot be written: its folder is not there. Nothing was changed. Look at its permissions and whether there is room. [STUDY-001]"
      ])
  }

  @Test("A folder that is read-only", .enabled(if: geteuid() != 0))
  func readOnly() throws {
    let place = try Workplace.withStudy()
    let before = place.study
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o500], ofItemAtPath: place.folder.path)
    defer {
      try? FileManager.default.setAttributes(
        [.posixPermissions: 0o700], ofItemAtPath: place.folder.path)
    }
    #expect(try place.run("init", "a.covalence", "--framework", Workplace.small).status == 74)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o400], ofItemAtPath: place.path("walk.covalence"))
    let answer = try place.run("undo-import", "3")
    #expect(answer.status == 74)
    #expect(place.study == before)
  }

  @Test("The study is told, named in COVALENCE_STUDY, or the only one in the folder")
  func found() throws {
    let place = try Workplace.withStudy()
    #expect(try place.run("imports").output.contains("sources.csv"))
    try place.run("init", "other.covalence", "--framework", Workplace.small)
    let two = try place.run("imports")
    #expect(two.status == 66)
    #expect(
      two.lines == [
        "error: There are 2 studies in this folder (\"other.covalence\", \"walk.covalence\"). Name one with --study. [STUDY-002]"
      ])
    #expect(try place.run("imports", "-s", "walk.covalence").output.contains("sources.csv"))
    let named = try place.run("imports", environment: ["COVALENCE_STUDY": "walk.covalence"])
    #expect(named.output.contains("sources.csv"))
    let told = try place.run(
      "imports", "--study", "other.covalence", environment: ["COVALENCE_STUDY": "walk.covalence"])
    #expect(!told.output.contains("sources.csv"))
    let none = try Workplace().run("imports")
    #expect(none.status == 66)
    #expect(
      none.lines == [
        "error: No study was named and there is none in this folder. Name one with --study, or make one with 'covalence init'. [STUDY-002]"
      ])
  }

  @Test("Something that is no study, in words and as JSON")
  func noStudy() throws {
    let place = try Workplace()
    try place.write("a.covalence", "case,name\n")
    let words = try place.run("score")
    let message = "a.covalence is not a study: it is no SQLite file"
    let remedy = "Nothing was changed. Name the study file, whose name mostly ends in .covalence."
    #expect(words.status == 65)
    #expect(words.lines == ["error: \(message). \(remedy) [STUDY-001]"])
    let json = try place.run("score", "--json")
    #expect(json.status == 65)
    #expect(json.talk.isEmpty)
    #expect(json.object["ok"] as? Bool == false)
    let said = try #require((json.object["diagnostics"] as? [[String: Any]])?.first)
    #expect(said["message"] as? String == message)
    #expect(said["remedy"] as? String == remedy)
    #expect(said["code"] as? String == "STUDY-001")
    #expect(said["file"] as? String == "a.covalence")
    let missing = try place.run("check", "-s", "none.covalence")
    #expect(missing.status == 66)
    #expect(
      missing.lines == [
        "error: There is no study at none.covalence. Either check the path or make one. 'covalence init none.covalence --framework ID' does that. [STUDY-001]"
      ])
  }

  @Test("A damaged study is refused by every command and stays as it is")
  func damaged() throws {
    let place = try Workplace.withStudy()
    var bytes = try #require(place.study)
    for index in 16384..<bytes.count { bytes[index] = 0x5A }
    try place.write("walk.covalence", bytes: bytes)
    try place.write("new.csv", "case,name\neast,East\n")
    for arguments in [
      ["score"], ["imports"], ["check"], ["undo-import", "1"], ["import", "cases", "new.csv"],
      ["trace", "north", "gain"],
    ] {
      let answer = try place.run(arguments)
      #expect(answer.status == 65, "\(arguments)")
      #expect(
        answer.talk.hasPrefix("error: walk.covalence is damaged: "), "\(arguments): \(answer.talk)")
      #expect(answer.output.isEmpty)
    }
    #expect(place.study == bytes)
  }

  @Test("Wrong usage")
  func usage() throws {
    let place = try Workplace.withStudy()
    for arguments in [
      ["nothing"], ["import"], ["import", "case", "cases.csv"], ["undo-import", "one"],
      ["score", "--consensus", "most"], ["init", "x.covalence"],
      ["import", "cases", "cases.csv", "--delimiter", "pipe"],
    ] {
      #expect(try place.run(arguments).status == 64, "\(arguments)")
    }
    for arguments in [["--help"], ["import", "--help"], ["check", "--help"], ["--version"]] {
      #expect(try place.run(arguments).status == 0, "\(arguments)")
    }
  }
}
