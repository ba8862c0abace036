import StudyModel
import StudyStore

/// What coders had coded before in the sources of a codings file, and what becomes of it.
///
/// Where the sources were coded anew it gives way, source by source, as the file names them; it stays
/// in the study for agreement of its own round.
struct EarlierCodings {
  private struct Reading: Hashable {
    var versionID: RowID<Rows.Version>
    var coderID: RowID<Rows.Coder>
  }

  private let context: MergeContext
  private let rounds: [Int64: String]
  private var done: Set<Reading> = []
  private var setAside = (codings: 0, readings: 0)

  init(_ context: MergeContext) {
    self.context = context
    rounds = Dictionary(
      context.standing.map { ($0.id, $0.roundName) }, uniquingKeysWith: { first, _ in first })
  }

  /// The round of an import.
  func round(of importID: Int64) -> String { rounds[importID] ?? "unknown" }

  /// Whether an import is of the round that this one is said to be of; without a name, every one is.
  func isOfThisRound(_ importID: Int64) -> Bool {
    guard let round = context.options.round, importID != context.session.importID else {
      return true
    }
    return rounds[importID] == round
  }

  /// Sets aside what the coder had coded in the source, once.
  mutating func giveWay(to coding: ImportSession.NewCoding) throws {
    guard context.options.prune,
      done.insert(Reading(versionID: coding.versionID, coderID: coding.coderID)).inserted
    else { return }
    let count = try context.session.setAside(
      codingsOf: coding.coderID, inSourceOfVersion: coding.versionID, except: context.mended)
    guard count > 0 else { return }
    setAside = (setAside.codings + count, setAside.readings + 1)
  }

  /// How much gave way; where something was to and nothing did, that.
  var notes: [Diagnostic] {
    guard context.options.prune else { return [] }
    guard setAside.codings > 0 else {
      return [
        Diagnostic(
          code: .saidInVain, severity: .note, place: .init(file: context.task.name),
          message: "no earlier codings gave way: its coders had none in its sources",
          remedy: "If they had, look whether coders and sources are named as before.")
      ]
    }
    let codings = Words.count(setAside.codings, "earlier coding")
    let sources = Words.count(setAside.readings, "source")
    return [
      Diagnostic(
        code: .gaveWay, severity: .note, place: .init(file: context.task.name),
        message: "\(codings) in \(sources), counted by coder, gave way to this file",
        remedy:
          "They are kept: agreement by round and of an earlier day still counts them, scores do not."
      )
    ]
  }
}
