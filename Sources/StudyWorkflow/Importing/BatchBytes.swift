extension UnsafeRawBufferPointer {
  /// The bytes of a text that lies among these; empty where it does not.
  func part(_ range: Range<UInt32>) -> UnsafeRawBufferPointer {
    guard !range.isEmpty, Int(range.upperBound) <= count else {
      return UnsafeRawBufferPointer(start: nil, count: 0)
    }
    return UnsafeRawBufferPointer(rebasing: self[Int(range.lowerBound)..<Int(range.upperBound)])
  }
}
