import FileFormats
import StudyModel

/// Tells by a value whether it is somebody's address, number or place.
enum PersonalValue {
  /// What the values are; nil where they are nothing of the kind.
  ///
  /// One in ten is enough where a value can hardly be anything else; for phone numbers and coordinates
  /// it takes nine in ten, and two.
  static func kind(of values: [String]) -> PersonalData? {
    guard !values.isEmpty else { return nil }
    var counts: [PersonalData: Int] = [:]
    for value in values where value.utf8.count >= shortest {
      if let kind = certain(value) ?? likely(value) { counts[kind, default: 0] += 1 }
    }
    for kind in [PersonalData.eMail, .internetAddress] {
      if let count = counts[kind], count * 10 >= values.count { return kind }
    }
    for kind in [PersonalData.phone, .location] {
      if let count = counts[kind], count >= 2, count * 10 >= values.count * 9 { return kind }
    }
    return nil
  }

  /// The bytes of the shortest address, number or place that there is, `::1`.
  ///
  /// A survey has many answers that are shorter, and every one of them would be looked at in vain.
  private static let shortest = 3

  /// What a value is that can hardly be anything else: an e-mail or an IP address, nothing beside it.
  static func certain(_ value: String) -> PersonalData? {
    let value = trimmed(value)
    if isEMail(value) { return .eMail }
    return isInternetAddress(value) ? .internetAddress : nil
  }

  private static func likely(_ value: String) -> PersonalData? {
    guard value.utf8.contains(where: { 48...57 ~= $0 }) else { return nil }
    let value = trimmed(value)
    if isPhone(value) { return .phone }
    return isCoordinates(value) ? .location : nil
  }

  /// Whether a value says nothing of anybody: a small number, or yes and no.
  static func isHarmless(_ value: String) -> Bool {
    let value = trimmed(value).lowercased()
    if value.count <= 3, value.allSatisfy(\.isNumber) { return true }
    return harmlessWords.contains(value)
  }

  /// Whether a value looks like a person: an address or number, or two to four words that all begin
  /// with a capital, perhaps with a number after them.
  static func looksLikeSomebody(_ value: String) -> Bool {
    let value = trimmed(value)
    if certain(value) != nil || isPhone(value) || value.contains("@") { return true }
    if value.count(where: \.isNumber) >= 6, value.contains(where: \.isLetter) { return true }
    let words = value.split { $0.isWhitespace || $0 == "," }.filter {
      $0.contains(where: \.isLetter)
    }
    return (2...4).contains(words.count)
      && words.allSatisfy { $0.first?.isUppercase == true || particles.contains(String($0)) }
      && words.first?.first?.isUppercase == true
  }

  private static let particles: Set<String> = [
    "van", "de", "der", "den", "von", "zu", "du", "da", "di", "del", "la", "le", "ter", "ten",
  ]

  private static let harmlessWords: Set<String> = [
    "yes", "no", "true", "false", "y", "n", "ja", "nein", "nee", "oui", "non", "si", "sí", "sì",
    "sim", "não", "nao", "tak", "nie", "na", "n/a", "-", "none", "x",
  ]

  private static func trimmed(_ value: String) -> String {
    String(value.trimmed())
  }

  /// An address, several with a separator between, `mailto:` before it or a name before `<it>`.
  private static func isEMail(_ value: String) -> Bool {
    guard value.utf8.contains(UInt8(ascii: "@")) else { return false }
    if let open = value.lastIndex(of: "<"), value.last == ">" {
      return isOneEMail(value[value.index(after: open)...].dropLast())
    }
    let parts = value.split { $0 == ";" || $0 == "," || $0.isWhitespace }
    return !parts.isEmpty
      && parts.allSatisfy { isOneEMail($0.hasPrefix("mailto:") ? $0.dropFirst(7) : $0) }
  }

  private static func isOneEMail(_ text: Substring) -> Bool {
    let halves = text.split(separator: "@", omittingEmptySubsequences: false)
    guard halves.count == 2, !halves[0].isEmpty else { return false }
    let labels = halves[1].split(separator: ".", omittingEmptySubsequences: false)
    guard labels.count >= 2, let last = labels.last, last.count >= 2,
      last.allSatisfy(\.isLetter)
    else { return false }
    return labels.allSatisfy { label in
      !label.isEmpty && label.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" }
    }
  }

  /// Four numbers up to 255, perhaps with a port; or eight groups of hexadecimal digits, a gap among
  /// them written `::`.
  private static func isInternetAddress(_ value: String) -> Bool {
    // Nearly every value has neither sign, and is not taken apart.
    guard value.utf8.contains(where: { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ":") }) else {
      return false
    }
    let parts = value.split(separator: ".", omittingEmptySubsequences: false)
    if parts.count == 4 {
      let last = parts[3].split(separator: ":", maxSplits: 1).first ?? ""
      return (parts[..<3] + [last]).allSatisfy { part in
        (1...3).contains(part.utf8.count) && part.utf8.allSatisfy { 48...57 ~= $0 }
          && (Int(part) ?? 256) <= 255
      }
    }
    let groups = value.split(separator: ":", omittingEmptySubsequences: false)
    guard (3...8).contains(groups.count), groups.count == 8 || value.contains("::") else {
      return false
    }
    return groups.contains { !$0.isEmpty }
      && groups.allSatisfy { $0.count <= 4 && $0.allSatisfy(\.isHexDigit) }
  }

  /// 8 to 15 digits as numbers are written to be called: after `+`, or a single 0 or a bracket, or
  /// in three groups with separators between; no date.
  private static func isPhone(_ value: String) -> Bool {
    let digits = value.count(where: \.isNumber)
    guard (7...15).contains(digits), let first = value.first,
      value.allSatisfy({ ($0.isNumber && $0.isASCII) || " -./()+".contains($0) })
    else { return false }
    if first == "+" { return digits >= 8 }
    let groups = value.split { !$0.isNumber }
    let isDate =
      groups.count == 3 && groups.contains { $0.count == 4 }
      && groups.allSatisfy { $0.count == 4 || $0.count <= 2 }
    guard !isDate else { return false }
    if first == "(" { return true }
    if value.hasPrefix("00"), !value.hasPrefix("000") { return digits >= 10 }
    if first == "0", !value.hasPrefix("00") {
      return digits >= (groups.count > 1 ? 8 : 9) && !value.contains("..")
        && groups.first.map { $0.count > 1 } ?? false
    }
    // 555-010-0199, 1-555-010-0199, 555-0199.
    let lengths = groups.map(\.count)
    return value.allSatisfy { $0.isNumber || "- .".contains($0) }
      && [[3, 3, 4], [1, 3, 3, 4], [3, 4]].contains(lengths)
  }

  /// Latitude and longitude with three decimals or more, or in degrees.
  private static func isCoordinates(_ value: String) -> Bool {
    if value.contains("°"), value.contains(where: \.isNumber) {
      return value.contains { "NSEWO".contains($0) } && value.contains { "'′".contains($0) }
        || value.count(where: { $0 == "°" }) == 2
    }
    let plain = value.hasPrefix("POINT") ? value.dropFirst(5) : value[...]
    let parts = plain.split { " ,;()".contains($0) }
    guard parts.count == 2, let one = Double(parts[0]), let other = Double(parts[1]) else {
      return false
    }
    return abs(one) <= 180 && abs(other) <= 180 && min(abs(one), abs(other)) <= 90
      && parts.allSatisfy { part in
        (part.split(separator: ".", omittingEmptySubsequences: false).dropFirst().first?.count ?? 0)
          >= 3
      }
  }
}
