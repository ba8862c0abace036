import Foundation
import TestSupport
import Testing

/// Real answers under `--json`, held to the page that gives their shapes.
@Suite("What --json answers")
struct JSONAnswersTests {
  /// A command, the headings of the page it is held to, and the paths of its objects whose keys are
  /// data, such as ids.
  struct Shape: Sendable, CustomTestStringConvertible {
    var command: [String]
    var sections: [String]
    var keyedByData: Set<String> = []

    init(_ command: String, _ sections: String..., keyedByData: Set<String> = []) {
      self.command = command.split(separator: " ").map(String.init)
      self.sections = sections
      self.keyedByData = keyedByData
    }

    var testDescription: String { command.joined(separator: " ") }
  }

  static let shapes = [
    Shape("init other.covalence --framework van-winkelen-2010", "init"),
    Shape("import codings codings.csv --dry-run", "import"),
    Shape("import codings bad.csv", "import"),
    Shape("imports", "imports", keyedByData: ["imports[].options"]),
    Shape("undo-import 5", "undo-import"),
    Shape(
      "score", "score", keyedByData: ["cases[].pillars"]),
    Shape("score --sensitivity", "score", keyedByData: ["changes[].bands"]),
    Shape(
      "trace north pace.waiting", "trace", "score", keyedByData: ["answers[].points"]),
    Shape("scales", "scales", keyedByData: ["cases", "cases.*", "icc1"]),
    Shape("matrix codes cases", "matrix", keyedByData: ["cases", "cases.*"]),
    Shape("compare", "compare", keyedByData: ["cases[].attributes"]),
    Shape("conditions pace", "conditions"),
    Shape("check", "check"),
    Shape("agree", "agree", keyedByData: agreeData),
    Shape("agree --by round", "agree", keyedByData: agreeData),
    Shape("agree --by confusion", "agree", keyedByData: agreeData),
    Shape(
      "agree ratings ratings.csv --categories no,yes --level ordinal", "agree",
      keyedByData: agreeData),
    Shape("agree ratings three.csv --interval cells2011", "agree", keyedByData: agreeData),
    Shape("agree multilabel multi.csv", "agree", keyedByData: agreeData),
    Shape(
      "agree spans spans.csv --gamma", "agree",
      keyedByData: ["documents", "figures[].perCode"]),
    Shape("adjudicate queue --all", "adjudicate queue", "adjudicate log"),
    Shape("adjudicate export sheet.csv", "adjudicate export"),
    Shape("adjudicate import decisions.csv --by ana --dry-run", "import"),
    Shape("adjudicate log", "adjudicate log"),
    Shape("report health north --for researcher", "report"),
    Shape("framework list", "framework list"),
    Shape("framework show van-winkelen-2010", "framework list"),
    Shape("framework validate mine", "framework validate"),
    Shape("framework update mine --dry-run", "framework update"),
    Shape("framework history", "framework history"),
  ]

  private static let agreeData: Set<String> = [
    "pooled.applied", "groups[].applied", "byCode[].applied", "groups[].groups[].applied",
    "disagreements.decided", "figures[].perCategory", "figures[].pairs", "groups[].appliedBy",
    "figures[].byMetric", "figures[].byMetric.*", "figures[].byMetric.*.*.qBelow",
    "figures[].probabilityBelow", "groups[].figures[].probabilityBelow",
    "groups[].groups[].figures[].probabilityBelow",
    "figures[].cumulativeMembershipProbability",
  ]

  @Test("Every key of an answer stands in its section of the page", arguments: shapes)
  func keys(_ shape: Shape) throws {
    let place = try Self.study()
    let answer = try place.run(shape.command + ["--json"])
    #expect(answer.output.hasPrefix("{"), "\(answer.talk)")
    let page = try Self.page()
    var words = page.words(in: "")
    for section in shape.sections { words.formUnion(try #require(page.section(section))) }
    let lines = try JSONShape.lines(of: answer.output, keyedByData: shape.keyedByData)
    #expect(lines.contains("ok: yes or no"))
    var missing: Set<String> = []
    for line in lines.split(separator: "\n") {
      let path = line.split(separator: ":")[0].replacing("[]", with: "")
      for key in path.split(separator: ".") where key != "*" && !words.contains(String(key)) {
        missing.insert(String(key))
      }
    }
    #expect(missing.sorted().isEmpty, "not on the page")
  }

  @Test("Every command that answers as JSON has a section")
  func sections() throws {
    let reference = try String(
      contentsOf: Fixtures.root.appending(path: "docs/cli-reference.md"), encoding: .utf8)
    let page = try Self.page()
    let parts = reference.components(separatedBy: "\n## ").dropFirst()
      .flatMap { $0.components(separatedBy: "\n### ") }
    var count = 0
    for part in parts where part.contains("\n  --json ") {
      let name = try #require(part.split(separator: "`").first).dropFirst("covalence ".count)
      let words = name.split(separator: " ")
      count += 1
      let isThere = page.section(String(name)) != nil || page.section(String(words[0])) != nil
      #expect(isThere, "\(name)")
    }
    #expect(count > 20)
  }

  /// The page, its words in backticks by section.
  private struct Page {
    var sections: [String: Set<String>] = [:]

    /// The words of a section that is there, by the command it is about.
    func section(_ name: String) -> Set<String>? {
      sections.first { heading, _ in heading.split(separator: "|").contains(Substring(name)) }?
        .value
    }

    func words(in name: String) -> Set<String> { sections[name] ?? [] }
  }

  private static func page() throws -> Page {
    let text = try String(
      contentsOf: Fixtures.root.appending(path: "docs/json-answers.md"), encoding: .utf8)
    var page = Page()
    for (place, part) in text.components(separatedBy: "\n## ").enumerated() {
      let line = part.prefix { $0 != "\n" }
      let heading =
        place == 0
        ? "" : line.matches(of: /`([^`]+)`/).map { String($0.1) }.joined(separator: "|")
      let words = part.matches(of: /`([^`\n]+)`/).flatMap {
        $0.1.split { !$0.isLetter && !$0.isNumber }.map(String.init)
      }
      page.sections[heading, default: []].formUnion(words)
    }
    return page
  }

  /// A study that has something of everything, and tables beside it.
  private static func study() throws -> Workplace {
    let place = try Workplace.withStudy()
    try place.run("import", "codings", try codings(place), "--round", "first")
    _ = try place.bring("codings", "source,coder,code,start,end\nn2,ana,gain,0,4\n", as: "more.csv")
    try place.write("bad.csv", "source,coder,code,start,end\nn9,ana,gain,0,4\n")
    try place.write(
      "decisions.csv",
      "source,start,end,code,decision,by,at,reason\nn1,0,21,pace.waiting,accept,ana,2026-04-14T10:00:00Z,heard\n"
    )
    try place.run("adjudicate", "import", "decisions.csv")
    _ = try place.bring("survey", survey)
    try place.write(
      "ratings.csv", "unit,coder,value\n1,a,no\n1,b,no\n2,a,yes\n2,b,no\n3,a,yes\n3,b,yes\n")
    try place.write(
      "three.csv",
      "unit,coder,value\n1,a,x\n1,b,x\n1,c,y\n2,a,y\n2,b,y\n2,c,y\n3,a,x\n3,b,y\n3,c,x\n")
    try place.write(
      "multi.csv", "unit,coder,code\n1,a,x\n1,b,x\n1,b,y\n2,a,y\n2,b,y\n3,a,\n3,b,x\n")
    try place.write(
      "spans.csv", "document,coder,code,start,end\nd,a,x,0,5\nd,b,x,1,6\nd,a,y,7,9\nd,b,y,7,9\n")
    try place.copySmallFramework(to: "mine")
    return place
  }

  private static func codings(_ place: Workplace) throws -> String {
    try place.write(
      "codings.csv",
      """
      source,coder,code,start,end,text,weight
      n1,ana,pace.waiting,0,21,We wait for the last.,2
      n1,ben,pace.waiting,0,21,We wait for the last.,3
      n1,ana,pace.route,38,55,The way is known.,
      n1,ben,pace.waiting,38,55,The way is known.,
      n1,ana,gain.fitness,56,76,Everyone comes home.,1

      """)
    return "codings.csv"
  }

  private static let survey = """
    respondent,case,gain.fitness.1,gain.fitness.2
    r1,north,4,3
    r2,north,2,5
    r3,south,1,2
    r4,south,5,4

    """
}
