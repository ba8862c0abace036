import StudyModel

/// Names by the order in which they first come, found by their bytes.
///
/// Names are the same where their bytes are: two ways to write one accented letter are two names.
/// Tables of ratings repeat a name or go on to the next one, so those two are tried first and a
/// row costs a comparison of bytes. Memory: the names once, and 4 to 16 bytes for each.
struct NameTable {
  private var bytes: [UInt8] = []
  private var ends: [Int] = [0]
  /// Numbers of names by their hash, each at the first free place after it; -1 for none.
  private var slots = [Int32](repeating: -1, count: 16)
  /// The numbers of names of one byte, which ratings often are; -1 for none.
  private var single = [Int32](repeating: -1, count: 256)
  private var last = 0

  init() {}

  /// Starts with declared names; one that is there twice counts once.
  init(_ names: [String]) {
    for name in names {
      var name = name
      _ = name.withUTF8 { number(UnsafeRawBufferPointer($0)) }
    }
  }

  var count: Int { ends.count - 1 }

  /// The names in order.
  var names: [String] { (0..<count).map(name) }

  func name(_ number: Int) -> String {
    String(decoding: bytes[ends[number]..<ends[number + 1]], as: UTF8.self)
  }

  /// The number of a name; nil where it is not there.
  mutating func find(_ field: UnsafeRawBufferPointer) -> Int? {
    if let near = near(field) { return near }
    let number = slots[slot(of: field)]
    guard number >= 0 else { return nil }
    last = Int(number)
    return last
  }

  /// The number of a name, which from now on is there.
  mutating func number(_ field: UnsafeRawBufferPointer) -> Int {
    if let near = near(field) { return near }
    let place = slot(of: field)
    guard slots[place] < 0 else {
      last = Int(slots[place])
      return last
    }
    last = count
    slots[place] = Int32(last)
    if field.count == 1 { single[Int(field[0])] = Int32(last) }
    bytes.append(contentsOf: field)
    ends.append(bytes.count)
    if count * 2 > slots.count { spread() }
    return last
  }

  /// The number of a name of one byte, of the last one or of the next; nil where it is none of these.
  private mutating func near(_ field: UnsafeRawBufferPointer) -> Int? {
    if field.count == 1 {
      let number = Int(single[Int(field[0])])
      return number < 0 ? nil : number
    }
    if isName(last, field) { return last }
    guard isName(last + 1, field) else { return nil }
    last += 1
    return last
  }

  /// The place of a name among the slots, or the free one where it would stand.
  private func slot(of field: UnsafeRawBufferPointer) -> Int {
    var hasher = Hasher()
    hasher.combine(bytes: field)
    var place = hasher.finalize() & (slots.count - 1)
    while slots[place] >= 0, !isName(Int(slots[place]), field) {
      place = (place + 1) & (slots.count - 1)
    }
    return place
  }

  /// Makes room for four times as many names.
  private mutating func spread() {
    slots = [Int32](repeating: -1, count: slots.count * 4)
    for number in 0..<count {
      let place = bytes.withUnsafeBytes {
        slot(of: UnsafeRawBufferPointer(rebasing: $0[ends[number]..<ends[number + 1]]))
      }
      slots[place] = Int32(number)
    }
  }

  private func isName(_ number: Int, _ field: UnsafeRawBufferPointer) -> Bool {
    guard number < count, ends[number + 1] - ends[number] == field.count else { return false }
    let start = ends[number]
    return bytes.withUnsafeBytes { all in
      for place in field.indices where all[start + place] != field[place] { return false }
      return true
    }
  }
}

/// Names of a column: those declared, or whatever comes where nothing is declared.
struct OpenNames {
  private(set) var table: NameTable
  private let isOpen: Bool
  private let key: String

  init(_ declared: [String]?, key: String) {
    table = NameTable(declared ?? [])
    isOpen = declared == nil
    self.key = key
  }

  /// The number of a name; one that was not declared is a problem, of which 20 are kept.
  mutating func place(
    _ field: UnsafeRawBufferPointer, _ file: String, _ row: Int, _ problems: inout [Diagnostic]
  ) -> Int? {
    if isOpen { return table.number(field) }
    if let found = table.find(field) { return found }
    guard problems.count < 20 else { return nil }
    let text = String(decoding: field, as: UTF8.self)
    problems.append(
      Diagnostic(
        code: "AGREE-004", severity: .error, place: .init(file: file, row: row, column: key),
        found: text, message: "\"\(text)\" is none of the \(key)s declared",
        remedy: "Either add it to --\(key)s or correct the row"))
    return nil
  }
}
