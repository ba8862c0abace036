import StudyModel

/// Names by the order in which they first come, found by their bytes.
///
/// Tables of ratings repeat a name or go on to the next one, so those two are tried first and a
/// row costs a comparison of bytes. Memory: the names once, and a dictionary over them.
struct NameTable {
  private var bytes: [UInt8] = []
  private var ends: [Int] = [0]
  private var numbers: [String: Int32] = [:]
  /// The numbers of names of one byte, which ratings often are; -1 for none.
  private var single = [Int32](repeating: -1, count: 256)
  private var last = 0

  init() {}

  /// Starts with declared names; one that is there twice counts once.
  init(_ names: [String]) {
    for name in names where numbers[name] == nil { append(name) }
  }

  var count: Int { ends.count - 1 }

  /// The names in order.
  var names: [String] { (0..<count).map(name) }

  func name(_ number: Int) -> String {
    String(decoding: bytes[ends[number]..<ends[number + 1]], as: UTF8.self)
  }

  /// The number of a name; nil where it is not there.
  mutating func find(_ field: UnsafeRawBufferPointer) -> Int? {
    if field.count == 1 {
      let number = Int(single[Int(field[0])])
      return number < 0 ? nil : number
    }
    if isName(last, field) { return last }
    if isName(last + 1, field) {
      last += 1
      return last
    }
    guard let number = numbers[String(decoding: field, as: UTF8.self)] else { return nil }
    last = Int(number)
    return last
  }

  /// The number of a name, which from now on is there.
  mutating func number(_ field: UnsafeRawBufferPointer) -> Int {
    if let found = find(field) { return found }
    append(String(decoding: field, as: UTF8.self))
    last = count - 1
    return last
  }

  private func isName(_ number: Int, _ field: UnsafeRawBufferPointer) -> Bool {
    guard number < count, ends[number + 1] - ends[number] == field.count else { return false }
    let start = ends[number]
    return bytes.withUnsafeBytes { all in
      for place in field.indices where all[start + place] != field[place] { return false }
      return true
    }
  }

  private mutating func append(_ name: String) {
    numbers[name] = Int32(count)
    if name.utf8.count == 1, let byte = name.utf8.first { single[Int(byte)] = Int32(count) }
    bytes.append(contentsOf: name.utf8)
    ends.append(bytes.count)
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
