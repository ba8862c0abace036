import Foundation
import TestSupport
import Testing

/// What stands in a table, and what is read from it.
struct AgreeTableTests {
  private let place: Workplace

  init() throws { place = try Workplace() }

  private func agree(
    _ kind: String, _ table: String, _ options: String...
  ) throws -> AgreeProgram.Ending {
    try place.write("table.csv", table)
    let answer = try place.run(["agree", kind, "table.csv"] + options + ["--json"])
    return .init(code: answer.status, json: answer.object, err: answer.talk)
  }

  private func problems(_ ending: AgreeProgram.Ending) -> [String] {
    (ending.json["diagnostics"] as? [[String: Any]] ?? []).map {
      "\($0["code"] ?? "") \($0["row"] ?? "") \($0["column"] ?? "")"
    }
  }

  @Test("a blank is a label, with or without quotation marks, unless blanks are dropped")
  func blank() throws {
    let table = "unit,coder,value\nu1,a, \nu1,b,x\nu2,a,\" \"\nu2,b, \nu3,a,x\nu3,b,\n"
    let kept = try agree("ratings", table, "--categories", " ,x")
    #expect(kept.code == 0, "\(kept.err)")
    #expect((kept.json["counts"] as? [String: Int])?["nValues"] == 5)
    #expect(kept.figures.first?["value"] as? Double == 0.5)
    let dropped = try agree("ratings", table, "--categories", " ,x", "--trim")
    #expect((dropped.json["counts"] as? [String: Int])?["nValues"] == 3)
  }

  @Test("a value that is in the scale but for its blanks is refused with the way out")
  func blankAway() throws {
    let ending = try agree(
      "ratings", "unit,coder,value\nu1,a, x\nu1,b,x\n", "--categories", "x,y")
    #expect(problems(ending) == ["AGREE-006 2 value"])
    let remedy = (ending.json["diagnostics"] as? [[String: Any]])?.first?["remedy"] as? String
    #expect(remedy?.contains("--trim") == true)
  }

  @Test("labels are the same where their bytes are: case, accents in two spellings, zeros")
  func bytes() throws {
    let table =
      "unit,coder,value\n1,x,e\u{301}\n1,y,\u{E9}\n2,x,A\n2,y,a\n3,x,01\n3,y,1\n4,x,e\u{301}\n4,y,e\u{301}\n"
    let ending = try agree("ratings", table)
    let categories = try #require(ending.json["categories"] as? [String])
    #expect(Set(categories.map { Array($0.utf8) }).count == 6)
    #expect(ending.figures.first?["value"] as? Double == 0.25)
  }

  @Test("quotation marks hold delimiters and line breaks together, after a mark and with CRLF")
  func quoted() throws {
    let ending = try agree(
      "ratings",
      "\u{FEFF}value;note;coder;unit\r\n\"a;b\";;x;1\r\n\"a\r\nb\";n;y;1\r\n\"a;b\";;x;2\r\n\"a;b\";;y;2\r\n"
    )
    #expect(ending.json["categories"] as? [String] == ["a\r\nb", "a;b"])
    #expect(ending.figures.first?["value"] as? Double == 0.5)
  }

  @Test(
    "a row without a unit or coder, with a field too many, and a column named twice are refused",
    arguments: [
      ("ratings", "unit,coder,value\nu1,,x\n,b,x\nu2,a,x,y\n", "CSV-011 2 coder"),
      ("multilabel", "unit,coder,code\nu1,a,x,y\n", "CSV-010 2 <null>"),
      ("ratings", "unit,coder,value,Coder\nu1,a,x,b\n", "CSV-002 1 coder"),
      ("spans", "document,coder,code,start,end\nd1,a,,0,5\n", "AGREE-012 2 code"),
    ])
  func badRow(kind: String, table: String, first: String) throws {
    let ending = try agree(kind, table)
    #expect(ending.code == 65)
    #expect(problems(ending).first == first)
  }

  @Test("a title above the names is told as one, with the row that has them")
  func title() throws {
    let ending = try agree("ratings", "Ratings of May\n\nunit,coder,value\nu1,a,x\n")
    #expect(ending.code == 65)
    #expect(problems(ending) == ["AGREE-001 1 <null>"])
    let first = (ending.json["diagnostics"] as? [[String: Any]])?.first
    #expect((first?["message"] as? String)?.contains("row 3 has what is looked for") == true)
  }

  @Test("a mark at the front of a list of categories is no part of the first")
  func mark() throws {
    try place.write("scale.txt", "\u{FEFF}x\ny\n")
    let ending = try agree(
      "ratings", "unit,coder,value\nu1,a,x\nu1,b,y\n", "--categories", "scale.txt")
    #expect(ending.code == 0, "\(ending.err)")
    #expect(ending.json["categories"] as? [String] == ["x", "y"])
  }

  @Test("a document declared twice is refused, and blanks around an offset mean nothing")
  func documents() throws {
    let spans = "document,coder,code,start,end\nd1,a,k,0, 5\nd2,b,k, 30,40\n"
    try place.write("twice.csv", "document,start,end\nd1,0,10\nd1,0,20\nd2,0,50\n")
    let twice = try agree("spans", spans, "--documents", "twice.csv")
    #expect(twice.code == 65)
    #expect(problems(twice) == ["AGREE-002 3 <null>"])
    try place.write("once.csv", "document,start,end\nd1,0, 10\nd2,0,50\n")
    let once = try agree("spans", spans, "--documents", "once.csv")
    #expect(once.code == 0, "\(once.err)")
    #expect(once.json["documents"] as? [String: [Int]] == ["d1": [0, 10], "d2": [0, 50]])
    #expect(try agree("spans", spans, "--documents", "absent.csv").code == 66)
  }

  @Test("in a wide table columns are coders, in the order declared, and each has a name once")
  func wide() throws {
    let table = "b,unit,a\nx,1,x\ny,2,\n,3,x\n"
    let ending = try agree("ratings", table, "--wide", "--coders", "a,b,c")
    #expect(ending.json["coders"] as? [String] == ["a", "b", "c"])
    #expect(ending.json["codersWithoutData"] as? [String] == ["c"])
    let counts = ending.json["counts"] as? [String: Int]
    #expect(counts?["nValues"] == 4 && counts?["nPairableUnits"] == 1)
    #expect(
      problems(try agree("ratings", table, "--wide", "--coders", "a")) == ["AGREE-004 1 coder"])
    #expect(problems(try agree("ratings", "a,b,\nx,y,\n", "--wide")) == ["AGREE-013 1 C"])
    #expect(problems(try agree("ratings", "a,a\nx,y\n", "--wide")) == ["CSV-002 1 a"])
  }

  @Test("what stands twice with the same value counts once and is told")
  func doubled() throws {
    let codes = try agree("multilabel", "unit,coder,code\n1,a,k\n1,a,k\n1,b,k\n2,a,\n2,b,k\n")
    #expect(codes.code == 0)
    #expect(
      codes.err.contains("codes that stand in the file more than once, with the same value: 1"))
    let ratings = try agree("ratings", "unit,coder,value\n1,a,k\n1,a,k\n1,b,k\n")
    #expect(ratings.err.contains("AGREE-009"))
    #expect((ratings.json["counts"] as? [String: Int])?["nValues"] == 2)
  }

  @Test("two spellings of zero are the same number at the ratio level")
  func zeros() throws {
    let ending = try agree(
      "ratings", "unit,coder,value\n1,a,0\n1,b,0.0\n2,a,1\n2,b,1\n", "--categories", "0,0.0,1",
      "--level", "ratio", "--replicates", "0")
    let alpha = ending.figures.first { $0["name"] as? String == "alphaRatio" }
    #expect(alpha?["value"] as? Double == 1)
  }
}

/// What is answered where little or nothing can be compared.
struct AgreeEdgeTests {
  /// Values by figure; nil for a figure that must be undefined.
  typealias Figures = [String: Double?]

  private static let noKappa: Figures = [
    "cohenKappa": nil, "scottPi": nil, "fleissKappa": nil, "fleissGwet": nil, "cohenGwet": nil,
    "alphaNominal": nil,
  ]

  static let cases: [(String, String, String, Figures)] = [
    (
      "all ratings equal", "1,a,x\n1,b,x\n2,a,x\n2,b,x\n", "x,y",
      noKappa.merging(["percentAgreement": 1, "brennanPrediger": 1, "gwetAc1": 1]) { $1 }
    ),
    (
      "one declared category", "1,a,x\n1,b,x\n2,a,x\n2,b,x\n", "x",
      noKappa.merging(["percentAgreement": 1, "brennanPrediger": nil, "gwetAc1": nil]) { $1 }
    ),
    (
      "no unit with two ratings", "1,a,x\n2,b,y\n", "x,y",
      noKappa.merging(["percentAgreement": nil, "brennanPrediger": nil, "gwetAc1": nil]) { $1 }
    ),
    (
      "one coder", "1,a,x\n2,a,y\n", "x,y",
      [
        "percentAgreement": nil, "fleissKappa": nil, "congerKappa": nil, "lightKappa": nil,
        "alphaNominal": nil, "gwetAc1": nil, "brennanPrediger": nil,
      ]
    ),
    (
      "no data", "", "x,y",
      ["percentAgreement": nil, "fleissKappa": nil, "alphaNominal": nil, "gwetAc1": nil]
    ),
    (
      "one unit, all agree", "1,a,x\n1,b,x\n", "x,y",
      noKappa.merging(["percentAgreement": 1, "brennanPrediger": 1, "gwetAc1": 1]) { $1 }
    ),
    (
      "one unit, two disagree", "1,a,x\n1,b,y\n", "x,y",
      ["cohenKappa": 0, "scottPi": -1, "alphaNominal": 0, "brennanPrediger": -1, "gwetAc1": -1]
    ),
    (
      "a coder who uses one category only", "1,a,x\n1,b,x\n2,a,x\n2,b,y\n3,a,x\n3,b,z\n", "x,y,z",
      ["cohenKappa": 0, "cohenKappaLinear": 0, "cohenKappaQuadratic": 0, "cohenKappaOrdinal": 0]
    ),
    (
      "unequal numbers of ratings", "1,a,x\n1,b,x\n2,a,y\n2,b,x\n3,a,y\n", "x,y",
      ["fleissKappa": nil, "percentAgreement": 0.5]
    ),
  ]

  @Test("every case at the edge has its figures or its reasons", arguments: cases.indices)
  func edge(number: Int) throws {
    let (name, rows, scale, expected) = Self.cases[number]
    let place = try Workplace()
    try place.write("table.csv", "unit,coder,value\n" + rows)
    let answer = try place.run([
      "agree", "ratings", "table.csv", "--categories", scale, "--level", "ordinal", "--json",
    ])
    #expect(answer.status == 0, "\(name): \(answer.talk)")
    let figures = answer.object["figures"] as? [[String: Any]] ?? []
    for (key, value) in expected {
      let figure = figures.first { $0["name"] as? String == key }
      #expect(differences(figure, value ?? NSNull(), key) == [], "\(name)")
    }
    let isOneUnit = rows.count { $0 == "\n" } == 2
    let ac = figures.first { $0["name"] as? String == "gwetAc1" }
    if isOneUnit { #expect(ac?["se"] is NSNull, "\(name)") }
  }

  @Test("classical Fleiss with unequal ratings points to the form that allows them")
  func fleiss() throws {
    let place = try Workplace()
    try place.write("table.csv", "unit,coder,value\n1,a,x\n1,b,x\n2,a,y\n")
    let answer = try place.run(["agree", "ratings", "table.csv", "--json"])
    let figures = answer.object["figures"] as? [[String: Any]] ?? []
    let fleiss = figures.first { $0["name"] as? String == "fleissKappa" }
    #expect((fleiss?["reason"] as? String)?.contains("Gwet") == true)
  }
}
