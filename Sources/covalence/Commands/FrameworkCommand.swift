import Answers
import ArgumentParser
import Foundation
import StudyModel
import StudyWorkflow

struct FrameworkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "framework", abstract: "List, show, check and update research models.",
    subcommands: [
      List.self, Show.self, Validate.self, FrameworkUpdateCommand.self,
      FrameworkHistoryCommand.self,
    ])

  struct List: AnsweringCommand {
    static let configuration = CommandConfiguration(
      abstract: "List the frameworks that ship.", discussion: "Example: covalence framework list")

    @OptionGroup var home: HomeOptions
    @OptionGroup var answer: AnswerOptions

    func run() throws {
      let home = try home.find()
      let all = try home.frameworkIDs().map { try home.framework($0) }
      if answer.json {
        Output.answer(.frameworks(all))
        return
      }
      var table = TextTable(["id", "version", "constructs", "items", "title"], right: [2, 3])
      for entry in all {
        table.add([
          entry.framework.id, entry.framework.version, String(entry.framework.constructs.count),
          String(entry.framework.items.count), entry.framework.title,
        ])
      }
      Output.results(table.lines)
    }
  }

  struct Show: AnsweringCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show a framework: its constructs, items, guides, rules.",
      discussion: """
        Examples:
          covalence framework show
          covalence framework show knight-2002
        """)

    @Argument(
      help: "The framework, by its id or the path of its folder; otherwise that of the study.")
    var id: String?

    @OptionGroup var study: StudyOptions
    @OptionGroup var home: HomeOptions
    @OptionGroup var answer: AnswerOptions

    func validate() throws {
      guard id == nil || study.study == nil else {
        throw ValidationError("Either a framework is named or --study, whose own is shown.")
      }
    }

    func run() throws {
      let inHand = try id.map { try home.find().framework($0) } ?? study.open().frameworkInHand()
      if answer.json {
        Output.answer(.framework(inHand))
      } else {
        FrameworkText.show(inHand)
      }
    }
  }

  struct Validate: AnsweringCommand {
    static let configuration = CommandConfiguration(
      abstract: "Check the files of a framework and name everything that is wrong.",
      discussion: "Example: covalence framework validate my-framework/")

    @Argument(help: "The folder.")
    var folder: String

    @OptionGroup var answer: AnswerOptions

    func run() throws {
      guard FileManager.default.fileExists(atPath: folder) else {
        throw Failure.noFolder(folder)
      }
      let inHand = try FrameworkInHand(folder: URL(filePath: folder), as: folder)
      if answer.json {
        Output.answer(.checked(inHand))
        return
      }
      for diagnostic in inHand.diagnostics { DiagnosticText.say(diagnostic) }
      let framework = inHand.framework
      Output.result(
        "\"\(framework.id)\" \(framework.version) can be used: \(framework.constructs.count) constructs, \(framework.items.count) items, \(framework.findings.count) findings, \(framework.recommendations.count) recommendations."
      )
    }
  }
}
