import Answers
import StudyModel
import StudyWorkflow
import Testing
import WorkflowSupport

extension AnswerShape {
  /// Every shape there is, but for agreement.
  static let ofStudy: [AnswerShape] = [
    AnswerShape("score", "score", keyedByData: ["cases[].pillars"]) { it in
      let evidence = try it.study.evidence(changes: true)
      let scored = evidence.casesScored()
      return .scores(scored, by: .majority, of: evidence.framework)
    },
    AnswerShape("sensitivity", "score", keyedByData: ["changes[].bands"]) { it in
      .sensitivity([
        BandSensitivity(
          caseID: "north", phase: nil, construct: "pace", bands: [.majority: .strength])
      ])
    },
    AnswerShape("compare", "compare", keyedByData: ["cases[].attributes"]) { it in
      .comparison(try it.study.comparison(ComparisonRequest(for: .researcher)))
    },
    AnswerShape("compare-others", "compare", keyedByData: ["cases[].attributes"]) { it in
      .comparison(try it.study.comparison(ComparisonRequest(for: .workingGroup)))
    },
    AnswerShape("compare-grouped", "compare", keyedByData: ["cases[].attributes"]) { it in
      var request = ComparisonRequest(for: .researcher)
      request.arranged.groupBy = "terrain"
      return .comparison(try it.study.comparison(request))
    },
    AnswerShape("conditions", "conditions") { it in
      .conditions(try it.study.conditions(of: "pace", ComparisonRequest(for: .researcher)))
    },
    AnswerShape("scales", "scales", keyedByData: ["cases", "cases.*", "icc1"]) { it in
      .scales(try it.study.scales())
    },
    AnswerShape("matrix", "matrix", keyedByData: ["cases", "cases.*"]) { it in
      .matrix(try it.study.matrix(rows: .codes, columns: .cases))
    },
    AnswerShape("trace", "trace", "score", keyedByData: ["answers[].points"]) { it in
      .trace(try it.study.trace(caseID: "north", construct: "pace"))
    },
    AnswerShape("import", "import") { it in .imported(it.imported, rejectsPath: nil) },
    AnswerShape("import-refused", "import") { it in
      .imported(it.refused, rejectsPath: "codings.csv.rejects.csv")
    },
    AnswerShape("imports", "imports", keyedByData: ["imports[].options.map"]) { it in
      .imports(try it.study.imports() + [told])
    },
    AnswerShape("undo-import", "undo-import") { _ in
      let walks = try FrontStudy()
      return .takenBack(try walks.study.undoImport(5, at: FrontStudy.time))
    },
    AnswerShape("queue", "adjudicate queue", "adjudicate log") { it in
      var request = ReviewRequest()
      request.includesDecided = true
      return .queue(try it.study.reviewQueue(request))
    },
    AnswerShape("sheet", "adjudicate export") { it in
      .sheet(try it.study.reviewQueue(ReviewRequest()), file: "sheet.csv")
    },
    AnswerShape("log", "adjudicate log") { it in .log(try it.study.decisionLog()) },
    AnswerShape("editions", "editions") { it in .editions(try it.study.editions()) },
    AnswerShape("report", "report") { _ in
      .files(["reports/compare.html"], replaced: ["reports/compare.md"], edition: 1)
    },
    AnswerShape("demo", "demo") { _ in
      .demo([Demo.Outcome(title: "Walks", study: "walks.covalence", files: ["a.html"])])
    },
    AnswerShape("history", "framework history") { it in
      .history(try it.study.codebookHistory(), of: "small")
    },
    AnswerShape("frameworks", "framework list") { it in
      .frameworks(try it.front.home.frameworkIDs().map { try it.front.home.framework($0) })
    },
    AnswerShape("framework", "framework list") { _ in .framework(try FrontStudy.framework()) },
    AnswerShape("validate", "framework validate") { _ in .checked(try FrontStudy.framework()) },
    AnswerShape("update", "framework update") { it in
      .update(it.update, of: "small", dryRun: false)
    },
    AnswerShape("init", "init") { _ in
      .made("walks.covalence", with: try FrontStudy.framework())
    },
    AnswerShape("check", "check") { it in .check(try it.study.check()) },
    AnswerShape("failure", "") { _ in
      let place = Diagnostic.Place(
        file: "a.xlsx", row: 2, column: "case", sheet: "cases", cell: "A2")
      return .failure(
        Failure(
          .data, .wrongCell, "the cell is an error", remedy: "Mend it.", place: place, found: "#N/A"
        ).diagnostics)
    },
  ]

  /// An import of which everything was said that can be.
  private static let told: ImportEntry = {
    var options = ImportOptions()
    options.map = ["case": "Group"]
    (options.coder, options.caseID, options.phase) = ("ana", "north", "1")
    (options.round, options.prune) = ("first", true)
    (options.encoding, options.delimiter, options.sheet) = (.utf8, .comma, "one")
    (options.keepGood, options.strict, options.keepColumns) = (true, true, ["e-mail"])
    (options.tokenKey, options.asWritten) = ("ab12", "--coder ana")
    var meeting = MeetingOptions()
    (meeting.by, meeting.at, meeting.acceptsStale) = ("ana", "2026-04-14T10:00:00Z", true)
    options.meeting = meeting
    return ImportEntry(
      kind: "codings", file: "a.csv", at: FrontStudy.time, toolVersion: "1", options: options)
  }()
}
