import GRDB
import StudyModel

/// Attributes of a case or a participant as they are stored: a JSON object of texts, in the order of
/// the file.
enum StoredAttributes {
  /// The attributes as JSON.
  static func text(_ attributes: [Attribute]) -> String {
    let members = attributes.map { JSONText.quoted($0.name) + ":" + JSONText.quoted($0.value) }
    return "{" + members.joined(separator: ",") + "}"
  }

  /// The attributes of a row.
  ///
  /// - Throws: `BadValue` where they are no object of texts.
  static func decode(_ text: String, _ db: Database) throws -> [Attribute] {
    // Most cases of most studies have none.
    if text == "{}" { return [] }
    let bad = BadValue("has attributes that are no JSON object of texts")
    // SQLite hands over the members in their order, which a dictionary would lose.
    let kind = try String.fetchOne(
      db.cachedStatement(sql: "SELECT CASE WHEN json_valid(?1) THEN json_type(?1) END"),
      arguments: [text])
    guard kind == "object" else { throw bad }
    return try Row.fetchAll(
      db.cachedStatement(sql: "SELECT key, type, value FROM json_each(?)"), arguments: [text]
    ).map { member in
      guard try member.text(1) == "text" else { throw bad }
      return Attribute(name: try member.text(0), value: try member.text(2))
    }
  }
}

/// Texts within JSON.
enum JSONText {
  /// A text with its quotation marks.
  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case "\0"..<" ":
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u00" + (digits.count < 2 ? "0" : "") + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
