/// Known names, kept so that of many new ones each is quickly held against them all.
public struct TwinNames: Sendable {
  private struct Known {
    var name: String
    var plain: [Unicode.Scalar]
    var counted: [String]
  }

  private var spelled: [[Unicode.Scalar]: [String]] = [:]
  private var byLength: [Int: [Known]] = [:]

  /// Keeps some names.
  public init(_ names: some Sequence<String>) {
    for name in names { add(name) }
  }

  /// Keeps another name.
  public mutating func add(_ name: String) {
    let plain = Self.plain(name)
    spelled[plain, default: []].append(name)
    guard plain.count >= Self.leastLetters else { return }
    byLength[plain.count, default: []]
      .append(Known(name: name, plain: plain, counted: Self.counted(name)))
  }

  /// Under so many letters names that differ by one are many, and mean something else.
  private static let leastLetters = 4

  /// The known name that a new one is perhaps meant to be; nil where there is none.
  ///
  /// It is the same but for capitals and what is no letter or digit, else, from four letters, it differs by one
  /// sign; of several it is the first by the alphabet.
  /// Names that differ by a digit, or by a letter that stands alone as in `team A`, are counted through and mean
  /// different things.
  public func twin(of name: String) -> String? {
    let wanted = Self.plain(name)
    guard !wanted.isEmpty else { return nil }
    if let same = spelled[wanted]?.filter({ $0 != name }).min() { return same }
    guard wanted.count >= Self.leastLetters else { return nil }
    let counted = Self.counted(name)
    var near: String?
    for length in wanted.count - 1...wanted.count + 1 {
      for known in byLength[length] ?? []
      where Self.differByOne(wanted, known.plain) && known.counted == counted {
        near = min(near ?? known.name, known.name)
      }
    }
    return near
  }

  /// Whether one sign put in, left out or changed makes one of the other.
  private static func differByOne(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Bool {
    let shorter = min(left.count, right.count)
    let start = zip(left, right).prefix { $0 == $1 }.count
    let end = zip(left.reversed(), right.reversed()).prefix { $0 == $1 }.count
    let same = min(start + end, shorter)
    return max(left.count, right.count) - same == 1
  }

  /// The letters and digits of a name, without regard to capitals.
  private static func plain(_ name: String) -> [Unicode.Scalar] {
    name.lowercased().unicodeScalars.filter {
      $0.properties.isAlphabetic || $0.properties.numericType != nil
    }
  }

  /// What names are counted through by: their digits, and their letters that stand alone.
  private static func counted(_ name: String) -> [String] {
    var parts: [String] = []
    var word = ""
    func end() {
      if word.count == 1 || word.first?.isNumber == true { parts.append(word.lowercased()) }
      word = ""
    }
    for character in name {
      let isLetter = character.isLetter
      if !isLetter, !character.isNumber {
        end()
        continue
      }
      if let last = word.last,
        last.isNumber == isLetter || (last.isLowercase && character.isUppercase)
      {
        end()
      }
      word.append(character)
    }
    end()
    return parts
  }
}
