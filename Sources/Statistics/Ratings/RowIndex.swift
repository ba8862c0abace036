/// Numbers rows of ratings so that equal rows have the same number.
///
/// Packed rows of up to 20 bits index a table directly, of up to 64 bits a dictionary of integers;
/// longer ones a dictionary of lists.
struct RowIndex {
  private let bits: UInt64
  private let width: Int
  private var direct: [Int32] = []
  private var packed: [UInt64: Int32] = [:]
  private var lists: [[Int16]: Int32] = [:]

  init(coderCount: Int, categoryCount: Int) {
    var bits = 1
    while (1 << bits) <= categoryCount { bits += 1 }
    self.bits = UInt64(bits)
    width = bits * coderCount
    if width <= 20 { direct = [Int32](repeating: -1, count: 1 << width) }
  }

  /// The row's number, or `next`, which from then on is the row's number.
  mutating func number(of row: UnsafeBufferPointer<Int16>, next: Int32) -> Int32 {
    if width > 64 {
      let key = Array(row)
      if let found = lists[key] { return found }
      lists[key] = next
      return next
    }
    var key: UInt64 = 0
    // Missing is 0, categories count from 1.
    for cell in row { key = key << bits | UInt64(truncatingIfNeeded: cell &+ 1) }
    if width <= 20 {
      let slot = Int(key)
      if direct[slot] < 0 { direct[slot] = next }
      return direct[slot]
    }
    if let found = packed[key] { return found }
    packed[key] = next
    return next
  }
}
