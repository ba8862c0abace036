import StudyModel

/// Nearest names, each looked for once, and not for ever: after some hundred different names that are
/// not known, what is wrong is not a slip of the pen.
struct NearestNames {
  private static let mostSearches = 200
  private static let longest = 80
  private var found: [String: [String: String?]] = [:]
  private var searches = 0

  /// The nearest of the candidates of a kind, or nil.
  ///
  /// Cost: the first time linear in the candidates, afterwards a look into a dictionary.
  /// With `isOfPeople` one with another number is somebody else.
  mutating func of(
    _ name: String, _ kind: String, isOfPeople: Bool = false,
    among candidates: () throws -> [String]
  ) rethrows -> String? {
    if let known = found[kind]?[name] { return known }
    guard searches < Self.mostSearches, name.utf8.count <= Self.longest else { return nil }
    searches += 1
    let names = try candidates()
    let near =
      isOfPeople
      ? NearestName.ofSameNumbers(name, among: names) : NearestName.of(name, among: names)
    found[kind, default: [:]][name] = .some(near)
    return near
  }
}
