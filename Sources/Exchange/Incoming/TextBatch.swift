/// Many rows whose texts are places among bytes, so that none costs a string.
public protocol TextBatch: Sendable {
  /// The bytes of the texts, UTF-8.
  var bytes: [UInt8] { get set }
}

extension TextBatch {
  /// Keeps a text among the bytes, for readers whose texts do not lie in a table.
  ///
  /// - Returns: Its place.
  public mutating func keep(_ text: String) -> Range<UInt32> {
    let start = UInt32(bytes.count)
    bytes += text.utf8
    return start..<UInt32(bytes.count)
  }
}
