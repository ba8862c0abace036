/// From how many on figures are told whole to others than the researcher: what pages say of it.
public enum RoughFigures {
  /// Under so many answers, or pairs, figures are told to the next ten.
  public static let fewAnswers = WholeFigures.fewAnswers
  /// Under so many organizations only half the width of an interval is told.
  public static let fewOrganizations = WholeFigures.fewOrganizations
  /// Under so many answers what nearly all share is told in words.
  public static let manyAnswers = WholeFigures.manyAnswers
  /// The share, in per cent, that stands for itself and anything less.
  public static let leastShare = WholeFigures.leastShare
  /// The share, in per cent, that stands for itself and anything more.
  public static let mostShare = 100 - leastShare
}
