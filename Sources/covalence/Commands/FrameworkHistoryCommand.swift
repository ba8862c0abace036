import Answers
import ArgumentParser
import StudyModel
import StudyWorkflow

struct FrameworkHistoryCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract:
      "List the versions of the study's codebook: what changed, and what was coded under each.",
    discussion: """
      Examples:
        covalence framework history
        covalence framework history -s forum.covalence --json
      """)

  @OptionGroup var study: StudyOptions
  @OptionGroup var answer: AnswerOptions

  func run() throws {
    let (history, framework) = try study.open().read {
      (try $0.codebookHistory(), $0.framework.id)
    }
    if answer.json {
      Output.answer(.history(history, of: framework))
    } else {
      show(history)
    }
  }

  private func show(_ history: CodebookHistory) {
    for version in history.versions {
      if version.number > 1 { Output.result() }
      Output.result(
        "Version \(version.version), from \(version.since)\(version.isInForce ? ", in force" : "") (SHA-256 \(version.sha256.prefix(12)))"
      )
      show(version.coded)
      guard let changes = version.changes else {
        Output.result("  What changed is not known: the files cannot be read any more.")
        continue
      }
      changes.forEach(show)
      if version.otherChanges > 0 {
        let count = version.otherChanges
        Output.result(
          "  \(Words.count(count, "other change, which tells", "other changes, which tell")) coders nothing"
        )
      } else if changes.isEmpty, version.number > 1 {
        Output.result("  nothing that coders are told changed")
      }
    }
    guard history.unknown.codings > 0 else { return }
    Output.result()
    Output.result("Version not known")
    show(history.unknown)
  }

  private func show(_ coded: CodebookHistory.Coded) {
    guard coded.codings > 0 else { return Output.result("  nothing was coded under it") }
    let standing =
      coded.standing < coded.codings ? ", of which \(coded.standing) stand" : ""
    Output.result(
      "  \(Words.count(coded.codings, "coding"))\(standing), \(Words.count(coded.sources.count, "source")), by \(coded.coders.joined(separator: ", "))"
    )
    guard !coded.inferred.isEmpty else { return }
    Output.result(
      "  inferred from the dates, since it was not kept with import \(coded.inferred.map(String.init).joined(separator: ", "))"
    )
  }

  private func show(_ change: CodebookChange) {
    let detail = change.detail.isEmpty ? "" : ": \(change.detail)"
    switch change.kind {
    case .redefined:
      Output.result("  \(change.code), definition changed (\(change.detail))")
      if let before = change.before { Output.result("    before: \(before.text)") }
      if let after = change.after { Output.result("    now:    \(after.text)") }
    case .added: Output.result("  \(change.code) added\(detail)")
    case .removed: Output.result("  \(change.code) removed\(detail)")
    case .renamed: Output.result("  \(change.code) renamed\(detail)")
    case .moved: Output.result("  \(change.code) has a new id\(detail)")
    case .meaning: Output.result("  \(change.code) stands for something else\(detail)")
    }
  }
}
