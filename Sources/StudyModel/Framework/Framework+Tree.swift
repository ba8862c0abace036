extension Framework {
  /// The construct of an id, or nil.
  public func construct(_ id: String) -> Construct? {
    constructs.first { $0.id == id }
  }

  /// The children of a construct, in the framework's order.
  public func children(of id: String) -> [Construct] {
    constructs.filter { $0.parent == id }
  }

  /// The constructs without a parent.
  public var roots: [Construct] {
    constructs.filter { $0.parent == nil }
  }

  /// Whether a construct has no children.
  public func isLeaf(_ id: String) -> Bool {
    !constructs.contains { $0.parent == id }
  }

  /// The leaves under a construct, in the framework's order; the construct itself if it is one.
  public func leaves(under id: String) -> [Construct] {
    let below = children(of: id)
    guard !below.isEmpty else { return construct(id).map { [$0] } ?? [] }
    return below.flatMap { leaves(under: $0.id) }
  }

  /// The forms of value: the leaves under `formsOfValue`.
  public var valueForms: [Construct] {
    formsOfValue.map { leaves(under: $0) } ?? []
  }

  /// What a code stands for: a listed name, a construct's id, or a form of value with `.desired`.
  public func meaning(ofCode code: String) -> CodeMeaning? {
    if let listed = codes[code] { return listed }
    if construct(code) != nil { return CodeMeaning(construct: code) }
    let suffix = ".desired"
    guard code.hasSuffix(suffix) else { return nil }
    let form = String(code.dropLast(suffix.count))
    guard valueForms.contains(where: { $0.id == form }) else { return nil }
    return CodeMeaning(construct: form, desired: true)
  }

  /// All items of all questionnaires, an id once: the first questionnaire that has it wins.
  public var items: [Item] {
    var seen: Set<String> = []
    return questionnaires.flatMap(\.items).filter { seen.insert($0.id).inserted }
  }
}

extension Framework {
  /// Everything under a construct, in the framework's order, itself not included.
  public func descendants(of id: String) -> [Construct] {
    children(of: id).flatMap { [$0] + descendants(of: $0.id) }
  }
}
