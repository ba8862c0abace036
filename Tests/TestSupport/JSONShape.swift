import Foundation

/// The shape of an answer in JSON: a line a key with the types its values have, so that what a program
/// may rely on is held without holding the figures.
public enum JSONShape {
  /// The lines of a text's shape, such as `cases[].health.score: null, number`, sorted.
  ///
  /// The members of objects that are keyed by data, such as ids, are told as one: `names` are the paths
  /// of such objects, `cases[].attributes` say.
  ///
  /// - Throws: What `JSONSerialization` throws where the text is no JSON.
  public static func lines(of text: String, keyedByData names: Set<String> = []) throws -> String {
    let value = try JSONSerialization.jsonObject(
      with: Data(text.utf8), options: [.fragmentsAllowed])
    var found: [String: Set<String>] = [:]
    walk(value, at: "", names, &found)
    return found.map { "\($0.key): \($0.value.sorted().joined(separator: ", "))\n" }.sorted()
      .joined()
  }

  private static func walk(
    _ value: Any, at path: String, _ names: Set<String>, _ found: inout [String: Set<String>]
  ) {
    switch value {
    case let object as [String: Any]:
      if object.isEmpty { found[path, default: []].insert("object") }
      for (key, member) in object {
        let name = names.contains(path) ? "*" : key
        walk(member, at: path.isEmpty ? name : "\(path).\(name)", names, &found)
      }
    case let array as [Any]:
      if array.isEmpty { found[path, default: []].insert("array") }
      for element in array { walk(element, at: path + "[]", names, &found) }
    case is String: found[path, default: []].insert("text")
    case is NSNull: found[path, default: []].insert("null")
    case let number as NSNumber:
      // A truth value is a number to Foundation; its type gives it away.
      let isTruth = ["c", "B"].contains(String(cString: number.objCType))
      found[path, default: []].insert(isTruth ? "yes or no" : "number")
    default: found[path, default: []].insert("unknown")
    }
  }
}
