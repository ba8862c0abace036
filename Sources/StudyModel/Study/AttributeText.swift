extension [Attribute] {
  /// The attributes as one text for storing: names and values, each ended by a unit separator.
  public var storedText: String {
    map { "\($0.name)\u{1F}\($0.value)\u{1F}" }.joined()
  }

  /// Reads what `storedText` wrote.
  public init(storedText: String) {
    let parts = storedText.split(separator: "\u{1F}", omittingEmptySubsequences: false)
    self = stride(from: 0, to: parts.count - 1, by: 2).map {
      Attribute(name: String(parts[$0]), value: String(parts[$0 + 1]))
    }
  }
}
