import Exchange
public import StudyModel
import StudyStore

/// The versions of the framework that were in force in a study, and what was coded under each.
public struct CodebookHistory: Sendable {
  /// What was coded while a version was in force.
  public struct Coded: Sendable, Hashable {
    /// The imports.
    public var imports: [Int64] = []
    /// Codings, those that have given way since included.
    public var codings = 0
    /// Codings that stand.
    public var standing = 0
    /// Sources, by id.
    public var sources: [String] = []
    /// Coders, by name.
    public var coders: [String] = []
    /// Imports whose version follows from the dates alone.
    public var inferred: [Int64] = []
  }

  /// One version.
  public struct Version: Sendable {
    /// Its number within the study, from 1.
    public var number: Int64
    /// The version of the framework.
    public var version: String
    /// The hash of its files.
    public var sha256: String
    /// When it came into force, in ISO 8601.
    public var since: String
    /// Whether it is in force.
    public var isInForce: Bool
    /// The framework; nil where this program cannot read it.
    public var framework: Framework?
    /// What it tells coders that the one before did not; nil where one of the two cannot be read.
    public var changes: [CodebookChange]?
    /// How many changes tell coders nothing.
    public var otherChanges = 0
    /// What was coded under it.
    public var coded = Coded()
  }

  /// The versions, oldest first.
  public var versions: [Version]
  /// What was coded under a version that is not known.
  public var unknown: Coded
}

extension Study {
  /// The versions of the codebook; see ``StudySnapshot/codebookHistory()``.
  public func codebookHistory() throws -> CodebookHistory {
    try read { try $0.codebookHistory() }
  }
}

extension StudySnapshot {
  /// The versions of the framework that were in force, and what was coded under each.
  ///
  /// A study of format 1 did not keep the version with an import; it then follows from the dates.
  public func codebookHistory() throws -> CodebookHistory {
    let (stored, imports, shares) = (
      try reader.frameworkVersions(), try reader.imports(), try reader.codedShares()
    )
    let byImport = Dictionary(grouping: shares, by: \.importID)
    func coded(_ number: Int64?) -> CodebookHistory.Coded {
      let entries = imports.filter { $0.frameworkNumber == number && byImport[$0.id] != nil }
      let own = entries.flatMap { byImport[$0.id] ?? [] }
      return CodebookHistory.Coded(
        imports: entries.map(\.id), codings: own.reduce(0) { $0 + $1.codings },
        standing: own.reduce(0) { $0 + $1.standing }, sources: Set(own.map(\.source)).sorted(),
        coders: Set(own.map(\.coder)).sorted(),
        inferred: entries.filter(\.isFrameworkInferred).map(\.id))
    }
    var versions: [CodebookHistory.Version] = []
    for (number, kept) in stored {
      let framework = try? FrameworkInHand(stored: kept).framework
      var version = CodebookHistory.Version(
        number: number, version: kept.version, sha256: kept.sha256, since: kept.addedAt,
        isInForce: number == stored.last?.number, framework: framework, changes: nil,
        coded: coded(number))
      if versions.isEmpty {
        version.changes = []
      } else if let before = versions.last?.framework, let framework {
        let all = FrameworkChange.between(before, framework)
        let telling = CodebookChange.all(all, from: before, to: framework)
        version.changes = telling.changes
        version.otherChanges = telling.others
      }
      versions.append(version)
    }
    return CodebookHistory(versions: versions, unknown: coded(nil))
  }
}

/// A change of what a codebook tells coders.
public struct CodebookChange: Sendable, Hashable {
  /// What changed.
  public enum Kind: String, Sendable, Hashable {
    case added, removed, renamed, moved, redefined
    /// A name for a code stands for another construct, or no longer for one.
    case meaning
  }

  /// The code: a construct's id, or another name listed for one.
  public var code: String
  /// What changed.
  public var kind: Kind
  /// What, in words.
  public var detail: String
  /// The definition before, where it changed or is gone.
  public var before: CodeDefinition?
  /// The definition now, where it changed or is new.
  public var after: CodeDefinition?

  /// Those among all changes of a framework that coders must know, and the number of the others.
  static func all(
    _ changes: [FrameworkChange], from old: Framework, to new: Framework
  ) -> (changes: [CodebookChange], others: Int) {
    var found: [CodebookChange] = []
    var others = 0
    let ofVersion = FrameworkChange.ofVersion(old, new)
    for change in changes {
      let before = old.construct(change.previousID ?? change.id).map(CodeDefinition.init)
      let after = new.construct(change.id).map(CodeDefinition.init)
      func add(_ kind: Kind, _ before: CodeDefinition?, _ after: CodeDefinition?) {
        found.append(
          CodebookChange(
            code: change.id, kind: kind, detail: change.detail, before: before, after: after))
      }
      switch (change.part, change.kind) {
      case (.construct, .added): add(.added, nil, after)
      case (.construct, .removed): add(.removed, before, nil)
      case (.construct, .renamed): add(.renamed, nil, nil)
      case (.construct, .moved): add(.moved, nil, nil)
      case (.construct, .changed) where differs(old, new, change.id): add(.redefined, before, after)
      case (.code, _): add(.meaning, nil, nil)
      case (.framework, _) where change == ofVersion: continue
      default: others += 1
      }
    }
    return (found, others)
  }

  /// Whether a construct is defined otherwise; one that was moved is found by its name.
  private static func differs(_ old: Framework, _ new: Framework, _ id: String) -> Bool {
    guard let now = new.construct(id) else { return false }
    let was = old.construct(id) ?? old.constructs.first { $0.name == now.name }
    return was.map(CodeDefinition.init) != CodeDefinition(now)
  }
}
