import StudyModel

/// What the parts of a framework know of each other while it is read.
///
/// Where a file could not be read at all, the names it would have given are not known, and asking
/// for them is no error: the one error about the file is enough.
final class ReadingContext {
  let log: ReadingLog
  /// The framework as far as it is read.
  var framework: Framework
  /// Files that were there and could not be read; what they define is not asked for.
  var unreadable: Set<String> = []
  /// The levels of learning that may be named.
  var levels: [String] = []
  /// Whether the forms of value are named and could not be told.
  var formsAreWrong = false
  /// Where constructs stand.
  var constructPlaces: [String: Diagnostic.Place] = [:]
  /// Who stands under whom, found once and not anew for every name.
  var family = Family()
  /// Forms of value that codes say were wanted; checked once the forms are known.
  var desiredCodes: [(form: String, place: Diagnostic.Place)] = []

  /// What is under constructs, by their ids.
  struct Family {
    /// The children in order; none for a leaf.
    var children: [String: [String]] = [:]
    /// The leaves under the construct of the forms of value.
    var forms: (top: String, ids: Set<String>)?
  }

  init(log: ReadingLog) {
    self.log = log
    framework = Framework(
      id: "", version: "", title: "", summary: "", references: [], constructs: [])
  }

  /// Whether what a file defines is known.
  func knows(_ file: String) -> Bool { !unreadable.contains(file) }

  /// Checks the form of an id: parts of lower-case letters, digits and hyphens, joined by dots.
  func checkID(_ id: String, at place: Diagnostic.Place) {
    guard !Self.isID(id) else { return }
    log.error(
      .frameworkMalformed, at: place, found: id, "\"\(id)\" is no id",
      "Write lower-case letters, digits and hyphens, in parts joined by dots.")
  }

  static func isID(_ id: String) -> Bool {
    id.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { part in
      !part.isEmpty
        && part.utf8.allSatisfy {
          (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
        }
    }
  }

  /// Checks that a version is whole numbers with dots.
  func checkVersion(_ map: MapReader) {
    guard let version = map.text("version") else { return }
    let sound = version.split(separator: ".", omittingEmptySubsequences: false).allSatisfy {
      !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
    if !sound {
      log.error(
        .frameworkMalformed, at: map.place(of: "version"), found: version,
        "\"\(version)\" is no version",
        "Write whole numbers with dots, such as 1.0.0.")
    }
  }

  /// Reads the id of a part of which no two have the same; what is wrong is reported.
  func uniqueID(_ map: MapReader, what: String, taken: inout [String: Int]) -> String? {
    guard let id = map.text("id") else { return nil }
    let place = map.place(of: "id")
    checkID(id, at: place)
    claim(id, what: what, at: place, taken: &taken)
    return id
  }

  /// Takes an id, or says where it stands already.
  @discardableResult
  func claim(_ id: String, what: String, at place: Diagnostic.Place, taken: inout [String: Int])
    -> Bool
  {
    if let line = taken[id] {
      log.error(
        .frameworkIDTwice, at: place, found: id,
        "the \(what) \"\(id)\" is there already, on line \(line)",
        "Give one of them another id.")
      return false
    }
    taken[id] = place.row ?? 0
    return true
  }

  /// Reads a source: `key, place` or `{in: key, at: place}`.
  func citation(_ node: YAMLNode?) -> Citation? {
    guard let node else { return nil }
    let key: String
    let location: String
    if node.entries != nil {
      guard
        let map = MapReader(
          node, what: "source", keys: ["in", "at"], required: ["in", "at"], log: log),
        let reference = map.text("in"), let at = map.text("at")
      else { return nil }
      (key, location) = (reference, at)
    } else {
      guard let text = MapReader.text(node, log: log) else { return nil }
      let parts = text.split(separator: ",", maxSplits: 1).map(Self.trimmed)
      guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
        log.error(
          .frameworkMalformed, at: node.place, found: text, "the source \"\(text)\" names no place",
          "Write the reference's key, a comma, and the section or table.")
        return nil
      }
      (key, location) = (parts[0], parts[1])
    }
    let known = framework.references.map(\.key)
    if knows("framework.yaml"), !known.contains(key) {
      log.unknown(
        "reference", key, among: known, at: node.place,
        "add the publication to \"references\" in framework.yaml")
    }
    return Citation(reference: key, place: location)
  }

  static func trimmed(_ text: Substring) -> String {
    let start = text.drop(while: \.isWhitespace)
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...last])
  }
}
