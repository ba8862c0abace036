import Foundation
import TestSupport
import Testing

@Suite("Columns that tell who somebody is stay out, and tokens come in as hashes where asked")
struct PersonalDataCommandTests {
  private static let survey = """
    respondent,case,organization,wait,RecipientEmail,Q9,note
    r1,north,Hut,4,ann@example.org,06-98765401,by boat
    r2,north,Hut,3,ben@example.org,020 765 43 21,by train

    """

  private static func leftOut(_ answer: Workplace.Answer) -> [[String: String]] {
    (answer.object["leftOut"] as? [[String: String]]) ?? []
  }

  @Test("They are named with what they hold and by what they were known, and are not in the file")
  func survey() throws {
    let place = try Workplace.withStudy()
    let answer = try place.bring("survey", Self.survey, ["--json"])
    #expect(answer.status == 0)
    #expect(
      Self.leftOut(answer) == [
        ["column": "RecipientEmail", "holds": "e-mail addresses", "by": "header"],
        ["column": "Q9", "holds": "phone numbers", "by": "values"],
      ])
    #expect(answer.object["keptColumns"] as? [String] == ["note"])
    let study = String(decoding: place.study ?? [], as: UTF8.self)
    #expect(study.contains("by boat"))
    for secret in ["example.org", "98765401", "765 43 21"] {
      let isThere = study.contains(secret)
      #expect(!isThere, "\(secret)")
    }
  }

  @Test("On the terminal too, with what to do")
  func terminal() throws {
    let place = try Workplace.withStudy()
    let answer = try place.bring("survey", Self.survey)
    #expect(
      answer.talk.contains(
        "Left out, since they tell who somebody is: RecipientEmail (e-mail addresses), Q9 (phone numbers). --keep-column NAME brings one in."
      ), "\(answer.talk)")
  }

  @Test(
    "A column that is asked for by name comes in, and the same file again with it is no known one")
  func kept() throws {
    let place = try Workplace.withStudy()
    let answer = try place.bring(
      "survey", Self.survey, ["--json", "--keep-column", "q9", "--keep-column", "RecipientEmail"])
    #expect(answer.status == 0)
    #expect(Self.leftOut(answer).isEmpty)
    #expect(answer.object["keptColumns"] as? [String] == ["RecipientEmail", "Q9", "note"])
    let wrong = try place.bring("survey", Self.survey, ["--keep-column", "phone"])
    #expect(wrong.status == 65)
    #expect(wrong.talk.contains("[PERSONAL-002]"))
  }

  @Test("Attributes of cases and participants: the case's name and those of the framework stay")
  func attributes() throws {
    let place = try Workplace.withStudy()
    let cases = try place.bring(
      "cases", "case,name,terrain,contact,place\neast,East,hills,Jane Doe 555-0100,3\n", ["--json"])
    #expect(Self.leftOut(cases).map { $0["column"] } == ["contact"])
    let people = try place.bring(
      "participants",
      "participant,case,name,phone,tenure\np9,east,Ann Lee,yes,12\n", ["--json"])
    #expect(Self.leftOut(people).map { $0["column"] } == ["name"])
    let study = String(decoding: place.study ?? [], as: UTF8.self)
    #expect(!study.contains("Jane Doe"))
    #expect(!study.contains("Ann Lee"))
    #expect(study.contains("East"))
  }

  @Test("A token that is an e-mail address is warned of")
  func tokens() throws {
    let place = try Workplace.withStudy()
    let answer = try place.bring(
      "survey", "respondent,case,wait\nann@example.org,north,4\nben@example.org,north,2\n")
    #expect(answer.status == 0)
    #expect(answer.talk.contains("[PERSONAL-003]"), "\(answer.talk)")
    let hashed = try Workplace.withStudy().bring(
      "survey", "respondent,case,wait\ncas@example.org,north,4\n", as: "b.csv", ["--hash-tokens"])
    #expect(!hashed.talk.contains("[PERSONAL-003]"))
  }

  @Test("Hashed tokens link the waves, by a key that its owner alone can read")
  func hashed() throws {
    let place = try Workplace.withStudy()
    let one = try place.bring(
      "survey", "respondent,case,phase,wait\ntok-17,north,one,4\ntok-18,north,one,2\n", as: "1.csv",
      ["--hash-tokens", "--json"])
    #expect(one.status == 0)
    #expect(one.object["tokenKey"] as? String == "walk.covalence.tokens.key")
    let permissions =
      try FileManager.default.attributesOfItem(
        atPath: place.path("walk.covalence.tokens.key"))[.posixPermissions] as? Int
    #expect(permissions == 0o600)
    let key = place.text("walk.covalence.tokens.key")
    #expect(key.count == 65)
    let two = try place.bring(
      "survey", "respondent,case,phase,wait\ntok-17,north,two,5\n", as: "2.csv",
      ["--hash-tokens", "--json"])
    #expect(two.status == 0)
    #expect(two.object["tokenKey"] is NSNull)
    #expect(place.text("walk.covalence.tokens.key") == key)
    // The plain digest of so short a file could be tried with every name of the staff.
    let first = String(try place.shell("sha256sum 1.csv").output.prefix(64))
    let digest = try #require(one.object["hmacSha256"] as? String)
    #expect(one.object["sha256"] == nil && digest.count == 64 && digest != first)
    #expect(!String(decoding: place.study ?? [], as: UTF8.self).contains(first))
    #expect(try !place.run("imports", "--json").output.contains(first))
    let known = try place.bring(
      "survey", place.text("1.csv"), as: "4.csv", ["--hash-tokens", "--json"])
    #expect(known.object["ending"] as? String == "known")
    // By plain tokens everybody would be there twice.
    let plain = try place.bring(
      "survey", "respondent,case,phase,wait\ntok-17,north,two,5\n", as: "3.csv")
    #expect(plain.status == 65 && plain.talk.contains("[TOKENS-004]"))
    let study = String(decoding: place.study ?? [], as: UTF8.self)
    #expect(!study.contains("tok-17"))
    #expect(!study.contains(key.prefix(64)))
    // The same respondent in the same phase again is the same row.
    let again = try place.bring(
      "survey", "respondent,case,phase,wait\ntok-17,north,two,5\n\n", as: "3.csv",
      ["--hash-tokens", "--json"])
    #expect(again.object["kept"] as? Int == 0)
  }

  @Test("A key that is lost, or another one, is told, and nothing comes in")
  func lostKey() throws {
    let place = try Workplace.withStudy()
    let text = "respondent,case,wait\ntok-17,north,4\n"
    #expect(try place.bring("survey", text, as: "1.csv", ["--hash-tokens"]).status == 0)
    let key = place.path("walk.covalence.tokens.key")
    try FileManager.default.moveItem(atPath: key, toPath: place.path("away"))
    let before = place.study
    let more = "respondent,case,wait\ntok-18,north,4\n"
    let lost = try place.bring("survey", more, as: "2.csv", ["--hash-tokens"])
    #expect(lost.status == 66)
    #expect(lost.talk.contains("[TOKENS-001]"))
    try place.write("walk.covalence.tokens.key", String(repeating: "ab", count: 32) + "\n")
    let other = try place.bring("survey", more, as: "2.csv", ["--hash-tokens"])
    #expect(other.status == 65)
    #expect(other.talk.contains("is another key"))
    try place.write("walk.covalence.tokens.key", "no key")
    let none = try place.bring("survey", more, as: "2.csv", ["--hash-tokens"])
    #expect(none.status == 65)
    #expect(none.talk.contains("[TOKENS-002]"))
    #expect(place.study == before)
  }

  @Test("Trying makes no key, and other layouts have no tokens")
  func trying() throws {
    let place = try Workplace.withStudy()
    let text = "respondent,case,wait\ntok-17,north,4\n"
    #expect(
      try place.bring("survey", text, ["--hash-tokens", "--dry-run"]).status == 0)
    #expect(!place.names.contains("walk.covalence.tokens.key"))
    #expect(try place.run("import", "cases", "cases.csv", "--hash-tokens").status == 64)
  }

  @Test("One yes and no no clears a passage, a blank is no answer, and check lists those refused")
  func quotes() throws {
    let place = try Workplace.withStudy()
    let answer = try place.bring(
      "codings",
      """
      source,coder,code,start,end,clear
      n1,ana,Waits,0,21,yes
      n1,ben,Waits,0,21,
      n1,ana,Waits,22,37,yes
      n1,ben,Waits,22,37,no
      n1,ana,no,38,55,

      """, ["--json"])
    #expect(answer.status == 0)
    #expect(
      answer.object["quotes"] as? [String: Int] == ["cleared": 1, "waiting": 1, "refused": 1])
    let check = try place.run("check")
    #expect(check.status == 3)
    #expect(
      check.output.contains(
        "One passage is cleared by one coder and refused by another, and is not quoted outside the team. Ask them.\n  n1, 22 to 37: We always wait."
      ), "\(check.output)")
  }

  @Test("Interviewees may have agreed to more; a word that is no answer is refused")
  func agreed() throws {
    let place = try Workplace.withStudy()
    let good = try place.bring(
      "participants", "participant,case,agreed\np7,north,yes\np8,north,\n", as: "more.csv",
      ["--json"])
    #expect(good.status == 0)
    let bad = try place.bring(
      "participants", "participant,case,agreed\np9,north,perhaps\n", as: "bad.csv")
    #expect(bad.status == 65)
    #expect(bad.talk.contains("[CSV-016]"))
  }
}
