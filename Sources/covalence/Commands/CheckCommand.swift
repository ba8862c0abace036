import ArgumentParser
import FileFormats
import StudyWorkflow

struct CheckCommand: ParsableCommand {
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
    let check = try study.open().check()
    if !answer.json { for warning in check.warnings { DiagnosticText.say(warning) } }
    if answer.json { Output.json(Self.json(check)) } else { Self.show(check) }
    if !check.isWell { throw ExitCode(3) }
  }

  private static func show(_ check: StudyCheck) {
    if check.isWell { Output.result("The study is well: nothing was found.") }
    for finding in check.findings {
      Output.result(finding.text)
      for place in finding.places { Output.result("  \(place)") }
      if finding.unlisted > 0 { Output.result("  ... and \(finding.unlisted) more") }
    }
  }

  private static func json(_ check: StudyCheck) -> JSONValue {
    [
      "ok": .bool(true), "isWell": .bool(check.isWell),
      "findings": .array(
        check.findings.map {
          [
            "name": .string($0.name), "count": .integer($0.count), "text": .string($0.text),
            "places": .strings($0.places),
          ]
        }),
      "warnings": .array(check.warnings.map { DiagnosticText.json($0) }),
    ]
  }
}
