import StudyModel

/// Numbers and words as the reports print them: half up, and for display only.
enum Words {
  static let minus = "\u{2212}"

  /// A whole number, half up.
  static func whole(_ number: Double) -> String { fixed(number, 0) }

  /// A number with so many decimals, half up on the size, with a minus sign where it is not zero.
  static func fixed(_ number: Double, _ places: Int) -> String {
    guard number.isFinite else { return "[x]" }
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    let steps = (abs(rounded(number)) * scale + 0.5 + 1e-9).rounded(.down)
    let sign = number < 0 && steps > 0 ? minus : ""
    let whole = Int((steps / scale).rounded(.down))
    guard places > 0 else { return sign + thousands(whole) }
    let rest = String(Int(steps) - whole * Int(scale))
    return sign + thousands(whole) + "." + String(repeating: "0", count: places - rest.count) + rest
  }

  /// A number in at most three decimals, without zeros at the end: `0.5`, `0.667`, `3`.
  static func short(_ number: Double) -> String {
    var text = fixed(number, 3)
    guard text.contains(".") else { return text }
    while text.hasSuffix("0") { text.removeLast() }
    return text.hasSuffix(".") ? String(text.dropLast()) : text
  }

  /// A number to 9 decimals, as everything that is compared.
  static func rounded(_ number: Double) -> Double {
    (number * 1e9).rounded() / 1e9
  }

  /// A whole number with its sign, such as `+33`.
  static func signed(_ number: Double) -> String {
    let text = whole(number)
    return text == "0" || text.hasPrefix(minus) ? text : "+" + text
  }

  static func interval(_ interval: Interval) -> String {
    if let about = interval.about { return "about ±\(about)" }
    return "\(whole(interval.low)) to \(whole(interval.high))"
  }

  static func signedInterval(_ interval: Interval) -> String {
    if let about = interval.about { return "about ±\(about)" }
    return "\(signed(interval.low)) to \(signed(interval.high))"
  }

  /// `43 short`, `17 over`, or `even`.
  static func gap(_ gap: Double) -> String {
    let size = whole(abs(gap))
    guard size != "0" else { return "even" }
    return size + (gap > 0 ? " short" : " over")
  }

  /// A share as `39%`.
  static func percent(_ part: Int, of all: Int) -> String {
    guard all > 0 else { return "[x]" }
    return whole(100 * Double(part) / Double(all)) + "%"
  }

  static func thousands(_ number: Int) -> String {
    let digits = String(abs(number))
    var groups: [Substring] = []
    var rest = digits[...]
    while rest.count > 3 {
      groups.insert(rest.suffix(3), at: 0)
      rest = rest.dropLast(3)
    }
    groups.insert(rest, at: 0)
    return (number < 0 ? minus : "") + groups.joined(separator: ",")
  }

  /// `1 answer`, `31 answers`.
  static func count(_ number: Int, _ one: String, _ several: String? = nil) -> String {
    "\(thousands(number)) \(number == 1 ? one : several ?? one + "s")"
  }

  /// Small numbers in words, as a sentence begins.
  static func spelled(_ number: Int) -> String {
    let words = [
      "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    ]
    return words.indices.contains(number) ? words[number] : thousands(number)
  }

  /// `a, b and c`.
  static func list(_ parts: [String], and: String = "and") -> String {
    guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
    return parts.dropLast().joined(separator: ", ") + " \(and) " + last
  }

  /// A list cut after so many, saying how many more.
  static func list(_ parts: [String], atMost most: Int) -> String {
    guard parts.count > most + 1 else { return list(parts) }
    return parts.prefix(most).joined(separator: ", ") + " and \(parts.count - most) more"
  }

  static func capitalized(_ text: String) -> String {
    guard let first = text.first else { return text }
    return first.uppercased() + text.dropFirst()
  }

  /// The text as it stands within a sentence: an initial capital is dropped, save in abbreviations.
  static func inSentence(_ text: String) -> String {
    guard let first = text.first, first.isUppercase else { return text }
    guard let second = text.dropFirst().first, second.isLowercase else { return text }
    return first.lowercased() + text.dropFirst()
  }

  /// The text without the full stop at its end.
  static func withoutStop(_ text: String) -> String {
    text.hasSuffix(".") ? String(text.dropLast()) : text
  }

  /// The text with a full stop at its end, unless it has one.
  static func withStop(_ text: String) -> String {
    guard let last = text.last else { return text }
    return ".!?”".contains(last) ? text : text + "."
  }

  /// `2026-04-14` as `14 April 2026`; anything else as it is.
  static func date(_ iso: String) -> String {
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ]
    let parts = iso.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3, months.indices.contains(parts[1] - 1) else { return iso }
    return "\(parts[2]) \(months[parts[1] - 1]) \(parts[0])"
  }
}
