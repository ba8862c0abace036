/// Numbers as every page and the terminal print them: rounded half up on the size, for display only.
///
/// A figure is rounded to nine decimals before, as for every comparison, so that 62.49999999999999,
/// which is 62.5 by another way of adding, prints as 63 wherever it stands.
extension Words {
  /// The minus of running text, U+2212.
  public static let minus = "\u{2212}"

  /// A whole number: `63`, `−13`, `1,200`.
  public static func whole(_ number: Double) -> String { fixed(number, 0) }

  /// A number with so many decimals, at most nine, and a minus where it does not round to zero.
  ///
  /// What is not finite gives the mark `[x]`: there is no such figure.
  public static func fixed(_ number: Double, _ places: Int) -> String {
    guard number.isFinite else { return Shorthand.notAvailable.rawValue }
    let places = min(max(places, 0), 9)
    let scale = (0..<places).reduce(1) { product, _ in product * 10 }
    // Times a power of ten 1.005 is 100.49999999999999: nine decimals again.
    let steps = NineDecimals.rounded(abs(NineDecimals.rounded(number)) * Double(scale))
      .rounded(.toNearestOrAwayFromZero)
    guard let size = Int(exactly: steps) else { return String(number) }
    let (whole, rest) = size.quotientAndRemainder(dividingBy: scale)
    let sign = number < 0 && size > 0 ? minus : ""
    guard places > 0 else { return sign + thousands(whole) }
    let decimals = String(rest)
    let zeros = String(repeating: "0", count: places - decimals.count)
    return sign + thousands(whole) + "." + zeros + decimals
  }

  /// A number in at most so many decimals, without zeros at the end: `0.5`, `0.667`, `3`.
  public static func short(_ number: Double, atMost places: Int = 3) -> String {
    var text = fixed(number, places)
    guard text.contains(".") else { return text }
    while text.hasSuffix("0") { text.removeLast() }
    return text.hasSuffix(".") ? String(text.dropLast()) : text
  }

  /// A whole number with its sign, such as `+33`, `−5`, `0`.
  public static func signed(_ number: Double) -> String { signed(number, 0) }

  /// A number with so many decimals and its sign, such as `+0.05`; none where it rounds to zero.
  public static func signed(_ number: Double, _ places: Int) -> String {
    let text = fixed(number, places)
    let isNought = !text.contains { ("1"..."9").contains($0) }
    return number > 0 && number.isFinite && !isNought ? "+" + text : text
  }

  /// An interval of levels: `33 to 53`.
  public static func interval(_ interval: Interval) -> String {
    if let about = interval.about { return "about ±\(about)" }
    return "\(whole(interval.low)) to \(whole(interval.high))"
  }

  /// An interval of differences: `+33 to +53`.
  public static func signedInterval(_ interval: Interval) -> String {
    if let about = interval.about { return "about ±\(about)" }
    return "\(signed(interval.low)) to \(signed(interval.high))"
  }

  /// Wanted minus received: `43 short`, `17 over`; `even` where it rounds to 0.
  public static func gap(_ gap: Double) -> String {
    let size = whole(abs(gap))
    guard size != "0" else { return "even" }
    return size + (gap > 0 ? " short" : " over")
  }

  /// A share as `39%`; of nothing there is none, `[x]`.
  public static func percent(_ part: Int, of all: Int) -> String {
    guard all > 0 else { return Shorthand.notAvailable.rawValue }
    return whole(100 * Double(part) / Double(all)) + "%"
  }

  /// A whole number with commas: `1,200`.
  public static func thousands(_ number: Int) -> String {
    let digits = String(number.magnitude)
    guard digits.utf8.count > 3 else { return (number < 0 ? minus : "") + digits }
    var groups: [Substring] = []
    var rest = digits[...]
    while rest.count > 3 {
      groups.insert(rest.suffix(3), at: 0)
      rest = rest.dropLast(3)
    }
    groups.insert(rest, at: 0)
    return (number < 0 ? minus : "") + groups.joined(separator: ",")
  }

  /// A number of things: `1 answer`, `31 answers`; `several` where an s does not make the plural.
  public static func count(_ number: Int, _ one: String, _ several: String? = nil) -> String {
    "\(thousands(number)) \(number == 1 ? one : several ?? one + "s")"
  }

  /// Small numbers in words, as a sentence begins: `no`, `one`, up to `ten`.
  public static func spelled(_ number: Int) -> String {
    let words = [
      "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    ]
    return words.indices.contains(number) ? words[number] : thousands(number)
  }
}
