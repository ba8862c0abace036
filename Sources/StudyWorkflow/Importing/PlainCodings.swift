import Exchange
import FileFormats
import StudyModel
import StudyStore

/// Reads the rows of a codings file of which nothing has to be told: source, coder and code met
/// before, numbers where numbers belong, and a source without a transcript to compare with.
///
/// Nearly every row of a large file is one; it costs no string and no look for a column by its name.
struct PlainCodings {
  let text: Int
  let memo: Int
  fileprivate let source: Int
  fileprivate let caseColumn: Int
  fileprivate let coder: Int
  fileprivate let code: Int
  private let start: Int
  private let end: Int
  private let weight: Int
  private let valence: Int
  private let clear: Int
  private let columnCount: Int
  private let topWeight: Double

  /// A row, and the place of its code among the names met.
  struct Row {
    var coding: ImportSession.NewCoding
    var code: Int
  }

  init(_ context: ImportContext) {
    func index(_ name: String) -> Int { context.columns.index(name) ?? -1 }
    (text, memo) = (index("text"), index("memo"))
    (source, coder, code) = (index("source"), index("coder"), index("code"))
    caseColumn = index("case")
    (start, end) = (index("start"), index("end"))
    (weight, valence, clear) = (index("weight"), index("valence"), index("clear"))
    columnCount = context.columns.count
    topWeight = context.framework.scoring.topWeight
  }

  /// The row, or nil where it is to be read with care.
  func read(_ record: borrowing CSVRecord, _ met: MetNames) -> Row? {
    guard record.count == columnCount,
      let place = met.sources[record.bytes(at: source)].map(Int.init),
      let coder = met.coders[record.bytes(at: coder)],
      let code = met.codes[record.bytes(at: code)].map(Int.init),
      let start = record.int(at: start), let end = record.int(at: end), start >= 0, start < end,
      record.isEmpty(at: clear), let valence = valence(record)
    else { return nil }
    var weight: Double?
    if !record.isEmpty(at: self.weight) {
      guard let number = Self.decimal(record.bytes(at: self.weight)), number <= topWeight else {
        return nil
      }
      weight = number
    }
    guard met.isRegistered(coder: coder, source: place),
      met.isOfCase(record.bytes(at: caseColumn), source: place)
    else { return nil }
    return Row(
      coding: ImportSession.NewCoding(
        versionID: met.versions[place], span: Span(start: start, end: end),
        codeID: met.codeIDs[code], coderID: coder, weight: weight, valence: valence.value,
        clear: nil, row: record.row),
      code: code)
  }

  private func valence(_ record: borrowing CSVRecord) -> (value: Valence?, Void)? {
    let bytes = record.bytes(at: valence)
    if bytes.isEmpty { return (nil, ()) }
    for valence in Valence.allCases where bytes.elementsEqual(valence.rawValue.utf8) {
      return (valence, ())
    }
    return nil
  }

  /// A number of a few digits with or without decimals: a whole number divided by a power of ten,
  /// both exact, is rounded as reading the text would be.
  private static func decimal(_ bytes: UnsafeRawBufferPointer) -> Double? {
    guard !bytes.isEmpty, bytes.count <= 15 else { return nil }
    var (whole, scale, sawPoint) = (0, 1, false)
    for byte in bytes {
      if byte == UInt8(ascii: "."), !sawPoint {
        sawPoint = true
        continue
      }
      let digit = byte &- 0x30
      guard digit < 10 else { return nil }
      whole = whole &* 10 &+ Int(digit)
      if sawPoint { scale = scale &* 10 }
    }
    guard bytes[0] != UInt8(ascii: "."), bytes[bytes.count - 1] != UInt8(ascii: ".") else {
      return nil
    }
    return Double(whole) / Double(scale)
  }
}

/// Names of a codings file that stood in a row read with care before, by their bytes.
struct MetNames {
  fileprivate var sources = NameNumbers()
  fileprivate var coders = NameNumbers()
  fileprivate var codes = NameNumbers()
  fileprivate var versions: [Int64] = []
  fileprivate var codeIDs: [Int64] = []
  /// Plain rows by code.
  var codeUses: [Int] = []
  /// The cases' names by number, and per source that of the case its row named.
  private var cases = NameNumbers()
  private var caseOfSource: [Int64] = []
  /// Per source: the registered coders met; nil where anyone may code it.
  private var registered: [Set<Int64>?] = []

  /// Takes in the names of a row that can stand, but for a source with a transcript, whose words are
  /// compared.
  mutating func add(
    _ record: borrowing CSVRecord, _ columns: PlainCodings, source: ImportSession.StoredSource,
    coding: ImportSession.NewCoding
  ) {
    guard !source.hasText else { return }
    let name = record.bytes(at: columns.source)
    if sources[name] == nil {
      sources[name] = Int64(versions.count)
      let caseName = record.bytes(at: columns.caseColumn)
      let number = cases[caseName] ?? Int64(cases.count)
      cases[caseName] = number
      caseOfSource.append(number)
      versions.append(source.versionID)
      registered.append(source.coders.isEmpty ? nil : [])
    }
    if let place = sources[name].map(Int.init) { registered[place]?.insert(coding.coderID) }
    coders[record.bytes(at: columns.coder)] = coding.coderID
    let code = record.bytes(at: columns.code)
    if codes[code] == nil {
      codes[code] = Int64(codeIDs.count)
      codeIDs.append(coding.codeID)
      codeUses.append(0)
    }
  }

  /// Whether a row names the case that the row did with which the source was met.
  fileprivate func isOfCase(_ name: UnsafeRawBufferPointer, source: Int) -> Bool {
    cases[name] == caseOfSource[source]
  }

  fileprivate func isRegistered(coder: Int64, source: Int) -> Bool {
    registered[source]?.contains(coder) ?? true
  }

  /// How many plain rows had a code.
  func uses(ofCode id: Int64) -> Int {
    codeIDs.indices.reduce(0) { $0 + (codeIDs[$1] == id ? codeUses[$1] : 0) }
  }
}
