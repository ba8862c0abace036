import FileFormats
import StudyModel
import StudyStore

/// Tells a study as a demo made it from one that somebody went on working in.
struct DemoStudyMark {
  /// The fact in which a demo's study keeps the hash of all else that it holds.
  static let fact = "demo"

  /// The format and the hash of every row but the mark itself, then the hash of ``history``.
  private let mark: String
  /// What was done to the study, for a study that was migrated since or has no mark: versions of
  /// the framework, imports with their counts, facts.
  private let history: [String]

  /// Reads what a study holds.
  init(_ file: StudyFile) throws {
    (mark, history) = try file.read { reader in
      var hash = SHA256()
      try reader.forEachRow { table, values in
        guard table != "study" || !values.hasPrefix("'\(Self.fact)',") else { return }
        hash.update(Array("\(table) \(values)\n".utf8))
      }
      let frameworks = try reader.frameworkVersions().map { "framework \($0.framework.sha256)" }
      let imports = try reader.imports().map {
        "import \($0.kind) \($0.digest) \($0.rowsIn) \($0.rowsKept) \($0.rowsChanged) \($0.rowsSkipped) \($0.rowsRejected) \($0.undoneAt ?? "") \($0.round ?? "")"
      }
      let facts = try reader.facts().filter { $0.key != Self.fact }.map { "\($0.key) \($0.value)" }
      let history = frameworks + imports + facts.sorted()
      var done = SHA256()
      done.update(Array(history.joined(separator: "\n").utf8))
      return ("\(StudyFile.format) \(hash.hexadecimal) \(done.hexadecimal)", history)
    }
  }

  /// Puts the mark into a study, after which nothing may change it.
  static func put(on file: StudyFile) throws {
    try file.set(fact, to: DemoStudyMark(file).mark)
  }

  /// Whether a study is as a demo made it; `made` is the one that it makes now.
  static func isUntouched(_ file: StudyFile, beside made: DemoStudyMark) throws -> Bool {
    let found = try DemoStudyMark(file)
    let kept = try file.read { try $0.fact(fact) }?.split(separator: " ") ?? []
    let own = found.mark.split(separator: " ")
    // Rows of another format were migrated since; an earlier program's framework and tables may be others than these.
    if kept.first == own.first { return kept.prefix(2) == own.prefix(2) }
    return kept.count > 2 ? kept[2] == own[2] : found.history == made.history
  }
}
