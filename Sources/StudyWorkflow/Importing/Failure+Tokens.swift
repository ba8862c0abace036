import StudyModel

extension Failure {
  /// Respondents would be known by tokens in some imports and by hashes of them in others.
  ///
  /// - Parameters:
  ///   - others: The imports that did otherwise than this one, oldest first; all would have to go.
  ///   - hashesTokens: Whether this one hashes tokens.
  /// - Returns: The failure, with what to take back first.
  static func tokensOfBothKinds(_ others: [Int64], hashesTokens: Bool) -> Failure {
    let names = Words.list(others.map(String.init))
    let imports = others.count == 1 ? "import \(names)" : "imports \(names)"
    let them = others.count == 1 ? "that import" : "those imports"
    let back: Diagnostic.Means =
      others.count == 1 ? .undoImport(others[0]) : .undoImports(others.reversed())
    return Failure(
      .data, .tokensOfBothKinds,
      hashesTokens
        ? "\(imports) brought respondents in with their tokens as they are, and under hashes nobody would be known again"
        : "\(imports) brought respondents in with hashes for tokens, and by plain tokens nobody would be known again",
      remedy: hashesTokens
        ? "Either bring this file in as \(others.count == 1 ? "that one" : "they") came, or take \(them) back first and import \(others.count == 1 ? "its file" : "their files") anew with hashes."
        : "Import this file with hashes as well.",
      means: hashesTokens ? back : .hashTokens)
  }
}
