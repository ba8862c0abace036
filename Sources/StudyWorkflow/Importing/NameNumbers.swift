import Foundation

/// Numbers of names that come as bytes, looked up without making a string of each.
///
/// Open addressing over FNV-1a hashes; the names' bytes lie one after the other.
struct NameNumbers {
  private var slots: [Int32]
  private var entries: [(hash: UInt64, start: Int, length: Int, number: Int64)] = []
  private var bytes: [UInt8] = []

  init() { slots = Array(repeating: -1, count: 256) }

  /// How many names there are.
  var count: Int { entries.count }

  subscript(name: UnsafeRawBufferPointer) -> Int64? {
    get {
      let entry = slots[find(name, Self.hash(name))]
      return entry < 0 ? nil : entries[Int(entry)].number
    }
    set {
      guard let newValue else { return }
      let hash = Self.hash(name)
      let slot = find(name, hash)
      if slots[slot] >= 0 {
        entries[Int(slots[slot])].number = newValue
        return
      }
      slots[slot] = Int32(entries.count)
      entries.append((hash, bytes.count, name.count, newValue))
      bytes.append(contentsOf: name)
      if entries.count * 2 > slots.count { grow() }
    }
  }

  private func find(_ name: UnsafeRawBufferPointer, _ hash: UInt64) -> Int {
    let mask = slots.count &- 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] >= 0 {
      let entry = entries[Int(slots[slot])]
      if entry.hash == hash, entry.length == name.count, isSame(name, entry.start) { return slot }
      slot = (slot &+ 1) & mask
    }
    return slot
  }

  private func isSame(_ name: UnsafeRawBufferPointer, _ start: Int) -> Bool {
    guard let theirs = name.baseAddress else { return true }
    return bytes.withUnsafeBytes { ours in
      ours.baseAddress.map { memcmp($0 + start, theirs, name.count) == 0 } ?? name.isEmpty
    }
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 2)
    for (index, entry) in entries.enumerated() {
      var slot = Int(truncatingIfNeeded: entry.hash) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(index)
    }
  }

  private static func hash(_ name: UnsafeRawBufferPointer) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in name { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return hash ^ hash >> 32
  }
}
