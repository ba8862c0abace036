import Foundation
import TestSupport
import Testing

/// Runs `covalence agree` as a person does.
enum AgreeProgram {
  struct Ending {
    var code: Int32
    var json: [String: Any]
    var err: String

    var figures: [[String: Any]] { json["figures"] as? [[String: Any]] ?? [] }
    var groups: [[String: Any]] { json["groups"] as? [[String: Any]] ?? [] }
  }

  static func run(_ arguments: [String]) throws -> Ending {
    let answer = try Workplace().run(arguments)
    return Ending(code: answer.status, json: answer.object, err: answer.talk)
  }
}

/// A set of data with the figures expected of it: a table, and a JSON file of the same name.
struct AgreeSet {
  let id: String
  let json: [String: Any]
  private let folder: URL

  static let own = Fixtures.own.appending(path: "agreement")
  static let shared = Fixtures.shared?.appending(path: "agreement")

  /// A set of `Tests/Fixtures/agreement` or of another folder.
  init(_ id: String, in folder: URL = Self.own) throws {
    self.id = id
    self.folder = folder
    let data = try Data(contentsOf: folder.appending(path: "\(id).json"))
    json = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  /// The ids of a folder's sets of a kind, sorted; none where there is no folder.
  static func ids(_ kind: String, in folder: URL? = Self.own) -> [String] {
    folder.map { Fixtures.sets(ofKind: kind, in: $0) } ?? []
  }

  var table: String { folder.appending(path: "\(id).csv").path }
  var declarations: String { folder.appending(path: "\(id).json").path }
  var figures: [String: Any] { json["figures"] as? [String: Any] ?? [:] }
}

/// The members of an object that a set of data states: none where it states none, a failure where what it
/// states is something else.
func members<Value>(_ value: Any?, as _: Value.Type = Any.self) throws -> [String: Value] {
  guard let value else { return [:] }
  let members = try #require(value as? [String: Value])
  #expect(!members.isEmpty)
  return members
}

/// A fixture's name as answers have it: `gwet_ac1` is `gwetAc1`.
func camelCase(_ name: String) -> String {
  let parts = name.split(separator: "_")
  return String(parts.first ?? "")
    + parts.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
}

/// What of a record differs from a fixture's figure: every number in it, and undefinedness.
func differences(_ found: [String: Any]?, _ expected: Any, _ name: String) -> [String] {
  guard let found else { return ["\(name) is missing"] }
  guard let expected = expected as? [String: Any] else {
    return differences(found, ["value": expected], name)
  }
  if expected["status"] as? String == "undefined" || expected["value"] is NSNull {
    let isUndefined =
      found["value"] is NSNull && found["status"] as? String == "undefined"
      && (found["reason"] as? String)?.isEmpty == false
    return isUndefined ? [] : ["\(name) is \(found["value"] ?? "absent"), not undefined"]
  }
  var wrong: [String] = []
  for (key, value) in expected {
    let ours = key == "ci95" ? found["interval"] : found[camelCase(key)]
    if let numbers = value as? [Double] {
      let list = ours as? [Double] ?? []
      if list.count != numbers.count || !zip(list, numbers).allSatisfy({ fits($0, $1, key) }) {
        wrong.append("\(name).\(key) is \(list), not \(numbers)")
      }
    } else if let number = value as? Double, !fits(ours as? Double, number, key) {
      wrong.append("\(name).\(key) is \(ours ?? "absent"), not \(number)")
    }
  }
  return wrong
}

func fits(_ found: Double?, _ expected: Double, _ key: String) -> Bool {
  guard let found else { return false }
  let absolute = key.hasPrefix("se") || key.hasPrefix("ci95") ? 1e-6 : 1e-12
  return abs(found - expected) <= max(absolute, 1e-9 * max(abs(found), abs(expected)))
}
