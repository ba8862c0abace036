import ArgumentParser
import Foundation
import Reports
import StudyModel
import StudyWorkflow

struct CompareCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare", abstract: "Set the cases side by side, a row a construct.",
    discussion: """
      Examples:
        covalence compare
        covalence compare --under value --json
        covalence compare --order established
      """)

  @OptionGroup var study: StudyOptions

  @Option(help: "Only this construct and what is under it.")
  var under: String?

  @Option(help: "The attribute by which cases are ordered.")
  var order: String?

  @Option(
    help: "The phase; otherwise the last one. 'no phase stated' is the evidence without one.")
  var phase: String?

  @Option(
    name: .customLong("for"), help: "Whose eyes it is for: researcher, convenor or working-group.")
  var audience: Audience = .researcher

  @Option(help: "When codings of several coders stand: majority, any or unanimous.")
  var consensus: ConsensusRule = .majority

  @OptionGroup var answer: AnswerOptions

  func run() throws {
    let study = try study.open()
    let eyes = try study.eyes(of: audience, toSee: "The comparison")
    let results = try study.read { snapshot in
      try snapshot.requireComparable()
      return try snapshot.results(
        rule: consensus, date: String(Clock.now.prefix(10)), quoting: .nobody)
    }
    if let under { try results.framework.required(construct: under) }
    try results.requireEvidence()
    if let order { try results.require(attribute: order, for: eyes) }
    if let phase { try results.require(phase: phase) }
    let seen = results.seen(by: eyes, order: order)
    let matrix = seen.matrix(phase: phase)
    let shown = under.map { id in
      Set([id] + results.framework.descendants(of: id).map(\.id))
    }
    let rows = matrix.rows.filter { shown?.contains($0.construct) ?? true }
    let dispersions = seen.input.dispersions(upTo: phase)
      .filter { shown?.contains($0.construct) ?? true }
    if answer.json {
      Output.json(CompareText.json(rows, cases: matrix.cases, dispersions: dispersions, seen: seen))
    } else {
      CompareText.show(rows, cases: matrix.cases, dispersions: dispersions, seen: seen)
    }
  }
}
