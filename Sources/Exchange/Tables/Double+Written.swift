extension Double {
  /// Reads a number as people write it, in digits with a decimal point and perhaps an exponent; nil for
  /// all else, also for what Swift takes for one, such as `0x10` and `inf`.
  init?(written text: String) {
    let isPlain = text.utf8.allSatisfy {
      switch $0 {
      case 0x30...0x39, 0x2B, 0x2D, 0x2E, 0x45, 0x65: true
      default: false
      }
    }
    guard isPlain, let number = Double(text), number.isFinite else { return nil }
    self = number
  }
}
