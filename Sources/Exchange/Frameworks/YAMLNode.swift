import StudyModel

/// A node of a YAML file with its place, so that whatever is wrong with it can be pointed at.
///
/// Scalars stay the text that was written: what is wanted, not what a word looks like, decides
/// whether it is read as a text, a number or a truth value. So `no`, `on` and `1.10` are safe.
struct YAMLNode {
  /// What a node holds.
  enum Content {
    case scalar(String)
    /// Nothing was written.
    case nothing
    case sequence([YAMLNode])
    case mapping([YAMLEntry])
  }

  var content: Content
  /// The file, the line, and the nearest key above the node.
  var place: Diagnostic.Place

  /// The text of a scalar, trimmed, or nil.
  var text: String? {
    guard case .scalar(let text) = content else { return nil }
    return text
  }

  /// The entries of a mapping, or nil.
  var entries: [YAMLEntry]? {
    guard case .mapping(let entries) = content else { return nil }
    return entries
  }

  /// The elements of a list; a node that is no list is a list of that one, nothing an empty one.
  var elements: [YAMLNode] {
    switch content {
    case .sequence(let nodes): nodes
    case .nothing: []
    case .scalar, .mapping: [self]
    }
  }

  /// What a node is, in a message.
  var description: String {
    switch content {
    case .scalar: "a text"
    case .nothing: "nothing"
    case .sequence: "a list"
    case .mapping: "keys with values"
    }
  }
}

/// A key of a mapping with its value.
struct YAMLEntry {
  var key: String
  /// The file, the line and the key itself.
  var place: Diagnostic.Place
  var value: YAMLNode
}
