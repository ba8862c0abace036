import Answers
import StudyModel
import StudyWorkflow
import TestSupport
import Testing
import WorkflowSupport

/// A shape of an answer: how one is made, and where the page tells of it.
struct AnswerShape: Sendable, CustomTestStringConvertible {
  /// Its name.
  var name: String
  /// The headings of the page it is held to.
  var sections: [String]
  /// The paths of its objects whose keys are data, such as ids.
  var keyedByData: Set<String> = []
  /// Makes an answer of a study that has something of everything.
  var make: @Sendable (AnsweredStudy) throws -> Answers.Answer

  init(
    _ name: String, _ sections: String..., keyedByData: Set<String> = [],
    make: @escaping @Sendable (AnsweredStudy) throws -> Answers.Answer
  ) {
    self.name = name
    self.sections = sections
    self.keyedByData = keyedByData
    self.make = make
  }

  var testDescription: String { name }

  /// The keys and the types of their values.
  func lines(_ study: AnsweredStudy) throws -> String {
    try JSONShape.lines(of: make(study).text, keyedByData: keyedByData)
  }
}

/// A study with a decision, an import that was taken back, editions and two versions of its codebook.
struct AnsweredStudy: Sendable {
  let front: FrontStudy
  let imported: ImportReport
  let refused: ImportReport
  let update: FrameworkUpdate

  var study: Study { front.study }

  init() throws {
    front = try FrontStudy()
    imported = try front.bring(
      .codings,
      "source,coder,code,start,end,weight,clear\nn5,ana,gain.fitness,70,80,,yes\n"
        + "n5,ana,gain.fitness,20,30,2,\n")
    var anew = front.task(
      .codings,
      "source,coder,code,start,end\n"
        + ["n2", "n3", "n6"].map { "\($0),ana,pace.waiting,0,10\n\($0),ben,pace.waiting,0,10\n" }
        .joined())
    (anew.options.round, anew.options.prune) = ("after training", true)
    _ = try anew.run(in: front.study)
    refused = try front.task(
      .codings, "source,coder,code,start,end,e-mail\nn77,ana,gain,0,5,a@b.org\n"
    )
    .run(in: front.study)
    let decisions = "source,start,end,code,decision,by,at,reason\n"
    try front.bring(
      .adjudications, decisions + "n1,40,50,pace.route,accept,ana,2026-04-15T10:00:00Z,yes\n")
    let again = try front.bring(
      .adjudications, decisions + "n4,40,50,pace.route,reject,ben,2026-04-16T10:00:00Z,no\n")
    try front.study.undoImport(again.entry.id, at: "2026-04-17T10:00:00Z")
    _ = try front.study.report(
      ReportRequest(.health(caseID: "north"), time: FrontStudy.time), home: front.home)
    let newer = try FrontStudy.framework(
      replacing: "definition: The first wait for the last.",
      with: "definition: Those in front stop until the last has come.")
    update = try front.study.update(
      framework: newer, dryRun: false, time: "2026-05-01T10:00:00Z")
  }
}
