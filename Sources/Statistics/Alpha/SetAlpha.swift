extension CoderSets {
  /// Krippendorff's alpha of whole sets of codes; see ``KrippendorffAlpha``.
  ///
  /// Distances are used as they are, not squared.
  ///
  /// - Throws: ``RatingError`` where more different sets occur than a scale may hold.
  public func setAlpha(_ distance: SetDistance) throws(RatingError) -> Figure {
    let (matrix, scale) = try setRatings
    return KrippendorffAlpha.figure(RatingCounts(matrix), metric: .sets(scale, distance))
  }
}
