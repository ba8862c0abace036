extension StringProtocol {
  /// The text without what is blank at its ends; a part of it, and no copy.
  ///
  /// - Parameter isBlank: What is taken off; white space unless told.
  /// - Returns: The part from the first to the last character that is not blank; empty where all are.
  @inlinable
  public func trimmed(
    _ isBlank: (Character) -> Bool = { $0.isWhitespace }
  ) -> SubSequence {
    guard let first = firstIndex(where: { !isBlank($0) }),
      let last = lastIndex(where: { !isBlank($0) })
    else { return self[endIndex...] }
    return self[first...last]
  }
}
