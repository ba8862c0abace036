import Foundation

/// A value read from a JSON file, walked by key and index; what is absent is nil.
enum JSON: Sendable, Decodable {
  case null
  case bool(Bool)
  case number(Double)
  case text(String)
  case list([JSON])
  case object([String: JSON])

  init(at url: URL) throws {
    self = try JSONDecoder().decode(JSON.self, from: Data(contentsOf: url))
  }

  init(from decoder: any Decoder) throws {
    let box = try decoder.singleValueContainer()
    if box.decodeNil() {
      self = .null
    } else if let value = try? box.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? box.decode(Double.self) {
      self = .number(value)
    } else if let value = try? box.decode(String.self) {
      self = .text(value)
    } else if let value = try? box.decode([JSON].self) {
      self = .list(value)
    } else {
      self = .object(try box.decode([String: JSON].self))
    }
  }

  subscript(key: String) -> JSON? {
    if case .object(let members) = self { members[key] } else { nil }
  }

  var number: Double? { if case .number(let value) = self { value } else { nil } }
  var int: Int? { number.map { Int($0) } }
  var text: String? { if case .text(let value) = self { value } else { nil } }
  var isNull: Bool { if case .null = self { true } else { false } }
  var list: [JSON] {
    switch self {
    case .list(let values): values
    case .null, .object: []
    default: [self]
    }
  }
  var texts: [String] { list.compactMap(\.text) }
  var numbers: [Double] { list.compactMap(\.number) }
  var members: [String: JSON] { if case .object(let members) = self { members } else { [:] } }
}
