import Foundation

/// Names by the order in which they first come, found by their bytes, without a string for each.
///
/// Names are the same where their bytes are: two ways to write one accented letter are two names.
/// Tables repeat a name or go on to the next one, so those two are tried first and a row mostly costs
/// a comparison of bytes. Memory: the names once, and 20 to 28 bytes for each.
public struct ByteNames: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [Int] = [0]
  private var hashes: [UInt64] = []
  /// Numbers of names by their hash, each at the first free place after it; -1 for none.
  private var slots = [Int32](repeating: -1, count: 64)
  /// The numbers of names of one byte, which ratings often are; -1 for none.
  private var single = [Int32](repeating: -1, count: 256)
  private var last = 0

  /// Begins without names.
  public init() {}

  /// Begins with these names; one that is there twice counts once.
  public init(_ names: [String]) {
    for name in names { _ = number(name) }
  }

  /// How many names there are.
  public var count: Int { ends.count - 1 }

  /// The names in order.
  public var names: [String] { (0..<count).map { self[$0] } }

  /// The name with a number from 0; empty where there is none.
  public subscript(number: Int) -> String {
    guard number >= 0, number < count else { return "" }
    return String(decoding: bytes[ends[number]..<ends[number + 1]], as: UTF8.self)
  }

  /// The number of a name; nil where it is not there.
  public mutating func find(_ name: UnsafeRawBufferPointer) -> Int? {
    if let near = near(name) { return near }
    let found = slots[slot(of: name, Self.hash(name))]
    guard found >= 0 else { return nil }
    last = Int(found)
    return last
  }

  /// The number of a name, which from now on is there.
  public mutating func number(_ name: UnsafeRawBufferPointer) -> Int {
    if let near = near(name) { return near }
    let hash = Self.hash(name)
    let place = slot(of: name, hash)
    guard slots[place] < 0 else {
      last = Int(slots[place])
      return last
    }
    last = count
    slots[place] = Int32(last)
    if name.count == 1 { single[Int(name[0])] = Int32(last) }
    bytes.append(contentsOf: name)
    ends.append(bytes.count)
    hashes.append(hash)
    if count * 2 > slots.count { spread() }
    return last
  }

  /// The number of a name, which from now on is there.
  public mutating func number(_ name: String) -> Int {
    var name = name
    return name.withUTF8 { number(UnsafeRawBufferPointer($0)) }
  }

  /// The number of a name of one byte, of the last one or of the next; nil where it is none of these.
  private mutating func near(_ name: UnsafeRawBufferPointer) -> Int? {
    if name.count == 1 {
      let number = Int(single[Int(name[0])])
      return number < 0 ? nil : number
    }
    if isName(last, name) { return last }
    guard isName(last &+ 1, name) else { return nil }
    last &+= 1
    return last
  }

  /// The place of a name among the slots, or the free one where it would stand.
  private func slot(of name: UnsafeRawBufferPointer, _ hash: UInt64) -> Int {
    let mask = slots.count &- 1
    var place = Int(truncatingIfNeeded: hash) & mask
    while slots[place] >= 0 {
      let number = Int(slots[place])
      if hashes[number] == hash, isName(number, name) { return place }
      place = (place &+ 1) & mask
    }
    return place
  }

  /// Makes room for four times as many names.
  private mutating func spread() {
    slots = [Int32](repeating: -1, count: slots.count * 4)
    let mask = slots.count - 1
    for (number, hash) in hashes.enumerated() {
      var place = Int(truncatingIfNeeded: hash) & mask
      while slots[place] >= 0 { place = (place + 1) & mask }
      slots[place] = Int32(number)
    }
  }

  private func isName(_ number: Int, _ name: UnsafeRawBufferPointer) -> Bool {
    guard number < count else { return false }
    let start = ends[number]
    guard ends[number &+ 1] &- start == name.count else { return false }
    guard let theirs = name.baseAddress else { return true }
    return bytes.withUnsafeBytes { ours in
      ours.baseAddress.map { memcmp($0 + start, theirs, name.count) == 0 } ?? name.isEmpty
    }
  }

  /// Eight bytes at a time, multiplied to twice the width and folded, as wyhash does.
  ///
  /// Begun with the process's own seed: a file cannot be made whose names all fall together.
  private static func hash(_ name: UnsafeRawBufferPointer) -> UInt64 {
    var hash = seed ^ UInt64(truncatingIfNeeded: name.count)
    var at = 0
    while at &+ 8 <= name.count {
      hash = folded(hash ^ name.loadUnaligned(fromByteOffset: at, as: UInt64.self))
      at &+= 8
    }
    var rest: UInt64 = 0
    while at < name.count {
      rest = rest << 8 | UInt64(name[at])
      at &+= 1
    }
    return folded(hash ^ rest)
  }

  private static func folded(_ number: UInt64) -> UInt64 {
    let product = number.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return product.high ^ product.low
  }

  private static let seed = UInt64.random(in: .min ... .max)
}
