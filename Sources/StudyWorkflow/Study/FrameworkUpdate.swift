import Exchange
public import StudyModel
import StudyStore

/// What a newer version of a study's framework changes.
public struct FrameworkUpdate: Sendable {
  /// The version the study has.
  public var from: String
  /// The version it would have, or has now.
  public var to: String
  /// The hash of the newer one's files.
  public var sha256: String
  /// Whether the files are the same, so that there is nothing to do.
  public var isSame: Bool
  /// What differs.
  public var changes: [FrameworkChange]
  /// Codes with codings that the newer version does not know and the older did, by name.
  public var lostCodes: [String]
  /// Items with answers, likewise.
  public var lostItems: [String]
}

extension Study {
  /// Compares the study's framework with another version of it and puts that in force.
  ///
  /// Earlier versions stay in the study; a dry run changes nothing.
  ///
  /// - Throws: `Failure` where it is another framework, or does not allow what the study holds;
  ///   `StudyFileError`.
  public func update(
    framework newer: FrameworkInHand, dryRun: Bool, time: String
  ) throws -> FrameworkUpdate {
    let (update, hash) = try read { (try $0.update(to: newer), $0.frameworkHash) }
    guard !update.isSame else { return update }
    let look: (StudyReader) throws -> Void = {
      try FrameworkMisfits(of: $0, newer.framework).refuse(newer.framework)
    }
    // Within the transaction: an import may have come in since.
    if dryRun {
      try file.read(look)
    } else {
      try file.add(newer.stored(at: time), replacing: hash, where: look)
    }
    return update
  }
}

extension StudySnapshot {
  /// What a newer version of the framework would change.
  fileprivate func update(to newer: FrameworkInHand) throws -> FrameworkUpdate {
    guard newer.framework.id == framework.id else {
      throw Failure(
        .data, .otherFramework,
        "\"\(newer.framework.id)\" is another framework than the study's \"\(framework.id)\"",
        remedy: "Either name a version of \"\(framework.id)\" or make a new study.",
        found: newer.framework.id)
    }
    let lost = try reader.codeCounts().keys.filter {
      !framework.meanings(ofCode: $0).isEmpty && newer.framework.meanings(ofCode: $0).isEmpty
    }
    let (known, kept) = (Set(framework.items.map(\.id)), Set(newer.framework.items.map(\.id)))
    let asked = Set(try reader.instrumentVersions().values.flatMap(\.self))
    return FrameworkUpdate(
      from: framework.version, to: newer.framework.version, sha256: newer.sha256,
      isSame: newer.sha256 == frameworkHash,
      changes: FrameworkChange.between(framework, newer.framework), lostCodes: lost.sorted(),
      lostItems: asked.intersection(known).subtracting(kept).sorted())
  }
}
