/// Finds the known name nearest to one that is not known.
public enum NearestName {
  /// The candidate within edit distance 2 (3 for names of ten letters and more), or nil.
  ///
  /// Upper and lower case count as equal. Of equally near candidates the first wins.
  /// Cost: linear in the candidates times the product of the two lengths.
  public static func of(_ name: String, among candidates: some Sequence<String>) -> String? {
    of(name, among: candidates, within: name.unicodeScalars.count >= 10 ? 3 : 2)
  }

  /// The nearest of the candidates with the same numbers in them, but for zeros before these: `p17` is no slip of
  /// `p18`, but somebody else.
  public static func ofSameNumbers(
    _ name: String, among candidates: some Sequence<String>
  ) -> String? {
    let wanted = numbers(in: name)
    return of(name, among: candidates.filter { numbers(in: $0) == wanted })
  }

  private static func numbers(in name: String) -> [Substring] {
    name.split { !$0.isNumber }.map { $0.drop { $0 == "0" } }
  }

  /// The nearest of all, else the shortest candidate that begins with the name, from four letters; or nil.
  public static func begun(_ name: String, among candidates: some Sequence<String>) -> String? {
    if let near = of(name, among: candidates) { return near }
    let beginning = name.lowercased()
    guard beginning.unicodeScalars.count >= 4 else { return nil }
    return candidates.filter { $0.lowercased().hasPrefix(beginning) }
      .min { $0.unicodeScalars.count < $1.unicodeScalars.count }
  }

  /// The candidate of which a name may be a slip of the pen, where that is not known to be wrong: within
  /// distance 1, from six letters 2; or nil.
  ///
  /// Of short words many are alike and mean something else.
  public static func slip(of name: String, among candidates: some Sequence<String>) -> String? {
    of(name, among: candidates, within: name.unicodeScalars.count >= 6 ? 2 : 1)
  }

  private static func of(
    _ name: String, among candidates: some Sequence<String>, within limit: Int
  ) -> String? {
    let wanted = Array(name.lowercased().unicodeScalars)
    var best: (name: String, distance: Int)?
    for candidate in candidates {
      let other = Array(candidate.lowercased().unicodeScalars)
      guard abs(other.count - wanted.count) <= limit else { continue }
      let distance = editDistance(wanted, other)
      if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.name
  }

  /// The question after a name that is not known: `Did you mean "north"?`; nil where none is near.
  public static func question(_ name: String, among known: some Sequence<String>) -> String? {
    of(name, among: known).map { "Did you mean \"\($0)\"?" }
  }

  /// The same within a sentence, ` (did you mean "north"?)`; empty where none is near.
  public static func hint(_ name: String, among known: some Sequence<String>) -> String {
    of(name, among: known).map { " (did you mean \"\($0)\"?)" } ?? ""
  }

  /// The remedy for a name that is not known: `Either correct it (did you mean "north"?) or import
  /// the case first.`, what else can be done being handed in without its full stop.
  public static func remedy(
    _ name: String, among known: some Sequence<String>, or other: String
  ) -> String {
    remedy(nearest: of(name, among: known), or: other)
  }

  /// The same where the nearest name is known, or that there is none.
  public static func remedy(nearest name: String?, or other: String) -> String {
    "Either correct it\(name.map { " (did you mean \"\($0)\"?)" } ?? "") or \(other)."
  }

  /// Levenshtein's distance between two sequences.
  private static func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var previous = Array(0...right.count)
    for (i, a) in left.enumerated() {
      var current = [i + 1]
      for (j, b) in right.enumerated() {
        current.append(min(previous[j + 1] + 1, current[j] + 1, previous[j] + (a == b ? 0 : 1)))
      }
      previous = current
    }
    return previous[right.count]
  }
}
