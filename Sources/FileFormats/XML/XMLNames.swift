#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The name of an element as the parser gives it; valid only within the call it is handed to.
struct XMLName {
  /// Stands between namespace and local name; no namespace has it.
  static let separator = CChar(0x0A)

  private let name: UnsafePointer<CChar>
  /// Bytes before the separator; 0 where there is no namespace.
  private let spaceLength: Int
  private let local: UnsafePointer<CChar>

  init(_ name: UnsafePointer<CChar>) {
    self.name = name
    let found = strrchr(name, Int32(Self.separator)).map { UnsafePointer($0) }
    spaceLength = found.map { $0 - name } ?? 0
    local = found.map { $0 + 1 } ?? name
  }

  /// Whether it is of one of these namespaces, whatever its prefix.
  func isIn(_ spaces: [StaticString]) -> Bool {
    spaces.contains {
      $0.utf8CodeUnitCount == spaceLength && memcmp($0.utf8Start, name, spaceLength) == 0
    }
  }

  /// Whether its namespace ends so; there are two of every kind in the files of Office.
  func isInSpace(endingIn ending: StaticString) -> Bool {
    let count = ending.utf8CodeUnitCount
    return spaceLength > count && memcmp(ending.utf8Start, name + (spaceLength - count), count) == 0
  }

  /// Compares the local name.
  static func == (name: XMLName, local: StaticString) -> Bool { strcmp(name.local, local) == 0 }

  /// Lets a `switch` compare local names.
  static func ~= (local: StaticString, name: XMLName) -> Bool { name == local }
}

/// The value of an attribute; valid only within the call it is handed to.
struct XMLValue {
  private let text: UnsafePointer<CChar>

  init(_ text: UnsafePointer<CChar>) { self.text = text }

  /// The text.
  var string: String { String(cString: text) }

  /// The text, cut to what a message can show.
  var short: String { String(decoding: bytes.prefix(200), as: UTF8.self).short }

  /// The bytes, as UTF-8.
  var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: text, count: strlen(text)) }

  /// The whole number that nothing but digits write; nil for all else.
  var int: Int? {
    var number = 0
    for byte in bytes {
      guard byte >= 0x30, byte <= 0x39, number < .max / 100 else { return nil }
      number = 10 * number + Int(byte - 0x30)
    }
    return bytes.isEmpty ? nil : number
  }

  /// Compares the text.
  static func == (value: XMLValue, text: StaticString) -> Bool { strcmp(value.text, text) == 0 }

  /// Lets a `switch` compare texts.
  static func ~= (text: StaticString, value: XMLValue) -> Bool { value == text }
}

/// The attributes of an element, valid only within the call they are handed to.
struct XMLAttributes {
  /// Names and values in turn, a null at the end.
  private let list: UnsafeMutablePointer<UnsafePointer<CChar>?>

  init(_ list: UnsafeMutablePointer<UnsafePointer<CChar>?>) { self.list = list }

  /// The value of an attribute without a namespace.
  subscript(_ name: StaticString) -> XMLValue? { first { strcmp($0, name) == 0 } }

  /// The value of an attribute by its whole name.
  func first(where isWanted: (UnsafePointer<CChar>) -> Bool) -> XMLValue? {
    var place = 0
    while let name = list[place] {
      if isWanted(name) { return list[place + 1].map { XMLValue($0) } }
      place += 2
    }
    return nil
  }
}

/// Compares a text of C with one of ours.
private func strcmp(_ text: UnsafePointer<CChar>, _ ours: StaticString) -> Int32 {
  strcmp(text, UnsafeRawPointer(ours.utf8Start).assumingMemoryBound(to: CChar.self))
}

extension String {
  /// The first characters, where there are too many for a message.
  var short: String { count > 40 ? prefix(40) + "…" : self }
}
