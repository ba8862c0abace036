extension CodedSource {
  /// Coders who are registered for a source in which somebody speaks, are not named in its `read` and coded
  /// next to nothing in it: that they have handed in follows from codings that may be hidden.
  public var barelyHandedIn: Set<String> {
    let unsaid = source.isOfNobody ? [] : Set(source.coders).subtracting(source.read)
    guard !unsaid.isEmpty else { return [] }
    var counts: [String: Int] = [:]
    for coding in codings { counts[coding.coder, default: 0] += 1 }
    return unsaid.filter { counts[$0, default: 0] < Limits.codingsOfReader }
  }
}
