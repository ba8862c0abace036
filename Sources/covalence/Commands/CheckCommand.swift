import Answers
import ArgumentParser
import StudyModel
import StudyWorkflow

struct CheckCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Look at the study's health.",
    discussion: """
      Looks for damage, rows that name what is not there, words that no longer match their \
      transcript, codings of which half of the coders know nothing, decisions without effect, \
      rejected rows and codes the framework does not know. Nothing is changed; the exit code is 3 \
      where something is found.

      Example: covalence check -s forum.covalence
      """)

  @OptionGroup var study: StudyOptions
  @OptionGroup var answer: AnswerOptions

  func run() throws {
    let open = try study.open()
    let check = try open.check()
    if !answer.json { for warning in check.warnings { DiagnosticText.say(warning) } }
    if answer.json {
      Output.answer(.check(check))
    } else {
      Self.show(check)
      let needless = try open.needlessRejects(in: ".")
      if !needless.isEmpty {
        Output.say(
          "No row is out any more, so these files of rejected rows are needed no longer; they hold whole rows, also columns that were left out as personal. Delete them: \(needless.map(ShellWords.file).joined(separator: " "))"
        )
      }
    }
    if !check.isWell { throw ExitCode(Ending.code(of: .held)) }
  }

  /// Where what is found is settled at the command line; nil where the finding says all.
  private static func way(_ finding: StudyCheck.Kind) -> String? {
    switch finding {
    case .unresolved: "'covalence adjudicate queue' lists them."
    case .decisionsWithoutEffect: "'covalence adjudicate log' shows decisions."
    case .rejectedRows, .beyondFramework: "'covalence imports' lists the imports."
    case .integrity, .damagedRows, .orphans, .lostSegments, .otherWords, .codedTwice,
      .refusedQuotes, .withoutPhase, .withoutKind, .withoutInterviewee, .invitedInPart,
      .unmappedCodes, .notHandedIn:
      nil
    }
  }

  private static func show(_ check: StudyCheck) {
    if check.isWell { Output.result("The study is well: nothing was found.") }
    for finding in check.findings {
      Output.result(finding.text + (way(finding.kind).map { " \($0)" } ?? ""))
      for place in finding.places { Output.result("  \(place)") }
      if finding.unlisted > 0 { Output.result("  ... and \(finding.unlisted) more") }
    }
  }
}
