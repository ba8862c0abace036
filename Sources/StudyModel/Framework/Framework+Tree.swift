extension Framework {
  /// The construct of an id, or nil.
  public func construct(_ id: String) -> Construct? {
    index.places[id].map { constructs[$0] }
  }

  /// The place of a construct in ``constructs``, or nil.
  public func place(of id: String) -> Int? { index.places[id] }

  /// The children of a construct, in the framework's order.
  public func children(of id: String) -> [Construct] {
    (index.children[id] ?? []).map { constructs[$0] }
  }

  /// The constructs without a parent.
  public var roots: [Construct] {
    constructs.filter { $0.parent == nil }
  }

  /// Whether a construct has no children.
  public func isLeaf(_ id: String) -> Bool {
    index.children[id] == nil
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

  /// Whether a construct is a form of value.
  ///
  /// Cost: its depth in the tree.
  public func isForm(_ id: String) -> Bool {
    guard let top = formsOfValue, isLeaf(id), var construct = construct(id) else { return false }
    // A framework whose parents run in a circle is an error to its reader, and ends here all the same.
    for _ in 0...constructs.count {
      if construct.id == top { return true }
      guard let parent = construct.parent.flatMap({ self.construct($0) }) else { return false }
      construct = parent
    }
    return false
  }

  /// What a code stands for, under whatever name; nothing where it stands for no construct.
  public func meanings(ofCode code: String) -> [CodeMeaning] {
    codes[code] ?? meaning(ofCode: code).map { [$0] } ?? []
  }

  /// What a code stands for that is read by its meaning.
  ///
  /// A construct's id, or a form of value with `.desired`; of other names see ``meanings(ofCode:)``.
  public func meaning(ofCode code: String) -> CodeMeaning? {
    if construct(code) != nil { return CodeMeaning(construct: code) }
    guard let form = CodeMeaning.wanted(byName: code), isForm(form) else { return nil }
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
