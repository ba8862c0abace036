import Exchange
import Reports
import StudyModel
import StudyStore

extension StudySnapshot {
  /// How the study's framework stands to the one that ships, and its versions in the study.
  func frameworkAccount(_ home: Home) throws -> SeenMethods.FrameworkAccount {
    var account = SeenMethods.FrameworkAccount()
    if try home.frameworkIDs().contains(framework.id) {
      let shipped = try home.framework(framework.id)
      account.origin =
        shipped.sha256 == frameworkHash
        ? .asShipped
        : .changed(
          from: shipped.framework.version, Self.words(shipped.framework, framework))
    }
    var before: Framework?
    for (_, stored) in try reader.frameworkVersions() {
      let inHand = try FrameworkInHand(stored: stored).framework
      account.versions.append(
        .init(
          version: stored.version, sha256: stored.sha256, at: stored.addedAt,
          changes: before.map { Self.words($0, inHand) } ?? []))
      before = inHand
    }
    return account
  }

  /// The changes between two frameworks, one a line; those that may change scores have a star.
  private static func words(_ old: Framework, _ new: Framework) -> [String] {
    FrameworkChange.between(old, new).map { change in
      let what = [change.part.rawValue, change.id, change.kind.rawValue].filter { !$0.isEmpty }
      let detail = change.detail.isEmpty ? "" : ": \(change.detail)"
      return what.joined(separator: " ") + detail + (change.changesScores ? " *" : "")
    }
  }
}
