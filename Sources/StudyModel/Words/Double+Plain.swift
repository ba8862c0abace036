extension Double {
  /// The number as a person writes it: a whole number without decimals, all else in full.
  public var plain: String { Int(exactly: self).map(String.init) ?? String(self) }
}
