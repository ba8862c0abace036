import Foundation
import TestSupport
import Testing

@Suite("What a filled sheet may say, and what is told of it")
struct DecisionSheetTests {
  /// Two coders of one source: ana alone on one segment, both with another weight on the other.
  private static func coded() throws -> Workplace {
    let place = try Workplace.withStudy()
    let answer = try place.bring(
      "codings",
      """
      source,coder,code,start,end,weight,valence,memo
      n1,ana,pace.waiting,0,21,3,supporting,the slowest leads
      n1,ana,pace.route,38,55,1,supporting,
      n1,ben,pace.route,38,55,2,contrary,

      """)
    #expect(answer.status == 0, "\(answer.talk)")
    return place
  }

  private static func sheet(_ place: Workplace, _ options: String...) throws -> SheetTable {
    let answer = try place.run(["adjudicate", "export", "meeting.csv", "--force"] + options)
    #expect(answer.status == 0, "\(answer.talk)")
    return SheetTable(place.text("meeting.csv"))
  }

  private static func bring(
    _ sheet: SheetTable, _ place: Workplace, _ options: String...
  ) throws -> Workplace.Answer {
    try place.write("filled.csv", sheet.text)
    return try place.run(["adjudicate", "import", "filled.csv"] + options)
  }

  private static func row(_ sheet: SheetTable, _ code: String) -> Int {
    sheet.rows.indices.first { sheet[$0, "code"] == code } ?? 0
  }

  @Test("The sheet says who did what, what stands, and the words in their place")
  func context() throws {
    let place = try Self.coded()
    let sheet = try Self.sheet(place)
    #expect(sheet.rows.count == 2)
    let waiting = Self.row(sheet, "pace.waiting")
    #expect(
      sheet[waiting, "what each coder did"]
        == "ana: marked it, 0–21, weight 3, supporting\nben: left it out")
    #expect(sheet[waiting, "kind"] == "not marked by all")
    #expect(sheet[waiting, "stands now"] == "left out: 1 of 2 coders, no majority")
    #expect(sheet[waiting, "memos"] == "ana: the slowest leads")
    #expect(sheet[waiting, "text"] == "We wait for the last.")
    #expect(
      sheet[waiting, "around"]
        == "[We wait for the last.] We always wait. The way is known. Everyone comes home.")
    #expect(sheet[waiting, "effect"].hasPrefix("score none → 75 if accepted"))
    #expect(sheet[waiting, "case"] == "north")
    let route = Self.row(sheet, "pace.route")
    #expect(sheet[route, "kind"] == "different weight; different valence")
    #expect(sheet[route, "stands now"] == "stands: 2 of 2 coders, weight 1.5, mixed")
    #expect(sheet[route, "state"].hasPrefix("s"))
  }

  @Test("Two decisions on a unit at one time are told with both rows, and nothing comes in")
  func conflict() throws {
    let place = try Self.coded()
    var sheet = try Self.sheet(place)
    let row = Self.row(sheet, "pace.waiting")
    sheet[row, "decision"] = "accept"
    sheet[row, "reason"] = "it is"
    sheet[row, "by"] = "ana"
    var other = sheet.rows[row]
    sheet.rows.append(other)
    sheet[2, "decision"] = "reject"
    sheet[2, "by"] = "ben"
    other = sheet.rows[row]
    let answer = try Self.bring(sheet, place, "--at", "2026-04-14")
    #expect(answer.status == 65)
    #expect(
      answer.talk.contains(
        "rows \(row + 2) and 4 decide differently on the same unit at the same time: row \(row + 2) says accept (ana), row 4 says reject (ben)"
      ), "\(answer.talk)")
    #expect(try place.run("adjudicate", "log", "--json").output.contains("\"decisions\": []"))
    // The same twice is no conflict.
    sheet.rows[2] = other
    #expect(try Self.bring(sheet, place, "--at", "2026-04-14").status == 0)
  }

  @Test("A decision on codings that changed since is refused, or kept with a warning")
  func stale() throws {
    let place = try Self.coded()
    var sheet = try Self.sheet(place)
    let row = Self.row(sheet, "pace.waiting")
    sheet[row, "decision"] = "reject"
    sheet[row, "reason"] = "a figure of speech"
    let more = try place.bring(
      "codings", "source,coder,code,start,end,weight\nn1,ben,pace.waiting,0,21,3\n", as: "more.csv")
    #expect(more.status == 0, "\(more.talk)")
    let told = ["--by", "ana", "--at", "2026-04-14"]
    try place.write("filled.csv", sheet.text)
    let refused = try place.run(["adjudicate", "import", "filled.csv"] + told)
    #expect(refused.status == 65)
    #expect(refused.talk.contains("now it is coded by ana and ben (2 of 2)"), "\(refused.talk)")
    let kept = try place.run(["adjudicate", "import", "filled.csv", "--accept-stale"] + told)
    #expect(kept.status == 0)
    #expect(kept.talk.contains("ADJUDICATIONS-008"))
    let imports = try place.run("imports", "--json").object["imports"] as? [[String: Any]]
    let options = imports?.last?["options"] as? [String: Any]
    #expect(options?["acceptStale"] as? Bool == true)
    #expect(options?["by"] as? String == "ana")
  }

  @Test("A unit is split by rows that were copied from its own")
  func split() throws {
    let place = try Self.coded()
    var sheet = try Self.sheet(place)
    let row = Self.row(sheet, "pace.waiting")
    sheet[row, "decision"] = "reject"
    sheet[row, "reason"] = "two things in one"
    sheet.rows += [sheet.rows[row], sheet.rows[row]]
    for (index, span) in [(2, ("0", "7")), (3, ("8", "21"))] {
      (sheet[index, "start"], sheet[index, "end"]) = span
      sheet[index, "decision"] = "accept"
    }
    let answer = try Self.bring(sheet, place, "--by", "ana", "--at", "2026-04-14")
    #expect(answer.status == 0, "\(answer.talk)")
    #expect(!answer.talk.contains("ADJUDICATIONS-008"))
  }

  @Test("A half filled row, a unit that is not there, and nobody who decided are told")
  func oddRows() throws {
    let place = try Self.coded()
    var sheet = try Self.sheet(place)
    let row = Self.row(sheet, "pace.waiting")
    sheet[row, "reason"] = "to be talked over"
    let half = try Self.bring(sheet, place, "--dry-run")
    #expect(half.status == 0)
    #expect(half.talk.contains("ADJUDICATIONS-006"), "\(half.talk)")
    #expect(half.talk.contains("2 rows read, 0 new, 2 undecided."))
    sheet[row, "decision"] = "reject"
    #expect(try Self.bring(sheet, place, "--at", "2026-04-14").status == 65)
    #expect(try Self.bring(sheet, place, "--by", "ana").status == 65)
    sheet[row, "end"] = "20"
    sheet[row, "state"] = ""
    let nowhere = try Self.bring(sheet, place, "--by", "ana", "--at", "2026-04-14")
    #expect(nowhere.status == 0)
    #expect(nowhere.talk.contains("so there is nothing to reject"), "\(nowhere.talk)")
    let log = try place.run("adjudicate", "log")
    #expect(log.output.contains("without effect, there is no such unit"))
  }

  @Test("A decided unit leaves the queue and is listed on request, its row ready to come back")
  func decided() throws {
    let place = try Self.coded()
    var sheet = try Self.sheet(place)
    let row = Self.row(sheet, "pace.route")
    sheet[row, "decision"] = "change"
    sheet[row, "valence"] = "contrary"
    sheet[row, "reason"] = "the way is not known at all"
    #expect(try Self.bring(sheet, place, "--by", "ana", "--at", "2026-04-14").status == 0)
    #expect(try Self.sheet(place).rows.count == 1)
    let all = try Self.sheet(place, "--all")
    #expect(all.rows.count == 2)
    let last = Self.row(all, "pace.route")
    #expect(all[last, "decision"] == "change")
    #expect(all[last, "valence"] == "contrary")
    #expect(all[last, "by"] == "ana")
    let again = try Self.bring(all, place, "--dry-run")
    #expect(again.talk.contains("0 new, 1 there already, 1 undecided"), "\(again.talk)")
  }

  @Test("A sheet is written as CSV or as a workbook, and where it can be")
  func places() throws {
    let place = try Self.coded()
    #expect(try place.run("adjudicate", "export", "meeting.xlsx").status == 0)
    #expect(place.bytes("meeting.xlsx")?.prefix(2) == [0x50, 0x4B])
    #expect(try place.run("adjudicate", "export", "meeting.ods").status == 64)
    #expect(try place.run("adjudicate", "export", "nowhere/meeting.xlsx").status == 74)
  }
}
