public import Statistics

/// Why there is no figure of agreement, or no interval of one.
public enum AgreementReason: Sendable, Hashable {
  /// The statistic is not defined for these ratings.
  case undefined(UndefinedReason)
  /// No source was read by two coders.
  case nothingShared
  /// Nothing was coded.
  case nothingCoded
  /// The ratings, or the spans of the source named, contradict themselves.
  case unusable(String)
  /// Units that nobody marked are not counted, so chance cannot be corrected for.
  case silenceNotCounted
  /// By characters kappa is the figure.
  case byCharacters
  /// The figure is of two coders.
  case forTwoCoders
  /// One of two stages has no figure; its name, and why.
  indirect case lacking(stage: String, AgreementReason?)
  /// No replicates of an interval were asked for.
  case noReplicates
  /// Characters are not independent of each other.
  case dependentCharacters
  /// A stage has fewer sources than can be drawn from.
  case fewSources(Int, needed: Int)
  /// Too many replicates have no value.
  case undefinedDraws(Int, of: Int)
  /// The figure is the same whatever sources are drawn.
  case noSpread

  /// The reason as a part of a sentence.
  public var text: String {
    switch self {
    case .undefined(let reason): "\(reason)"
    case .nothingShared: "no source was read by two coders"
    case .nothingCoded: "nothing was coded"
    case .unusable(let what): "the codings contradict themselves: \(what)"
    case .silenceNotCounted:
      "units that nobody marked are not counted, so chance cannot be corrected for; ask by sources"
    case .byCharacters:
      "by characters kappa is given; characters are not independent, so no interval is"
    case .forTwoCoders: "it is defined for two coders"
    case .lacking(let stage, let reason): "\(stage): \(reason?.text ?? "no figure")"
    case .noReplicates: "no replicates were asked for"
    case .dependentCharacters: "characters are not independent, so no interval is given"
    case .fewSources(let found, let needed):
      "a stage with \(Words.count(found, "source")): too few to draw from, \(needed) are needed"
    case .undefinedDraws(let count, let all):
      "no interval: undefined in \(count) of \(all) draws"
    case .noSpread: "no interval: it does not vary from source to source"
    }
  }
}
