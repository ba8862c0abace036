extension ImportOptions {
  /// What was said of a file as a shell takes it, an option each; nothing of it is ever read back.
  ///
  /// - Parameters:
  ///   - map: What stands for the map of columns, such as its file; nil: it is left away.
  ///   - asWritten: What stands for options of which nothing tells where one ends.
  /// - Returns: Names and values with hyphens and quotation marks, in the order of ``told``.
  public func shellWords(
    map: String?, asWritten: (String) -> String = { $0 }
  ) -> [String] {
    told.compactMap { key, value in
      switch (key, value) {
      // A meeting's sheet comes in by a command of its own.
      case (.meeting, _): nil
      // The key of tokens is beside the study.
      case (.hashTokens, _): ShellWords.option(key.rawValue)
      case (.asWritten, .text(let text)): asWritten(text)
      case (_, .isSet): ShellWords.option(key.rawValue)
      case (_, .text(let text)): ShellWords.option(key.rawValue, text)
      case (_, .texts): map.map { ShellWords.option(key.rawValue, $0) }
      case (_, .list(let texts)):
        texts.map { ShellWords.option("keepColumn", $0) }.joined(separator: " ")
      }
    }
  }
}
