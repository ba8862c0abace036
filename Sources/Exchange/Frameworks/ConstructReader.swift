import StudyModel

/// Reads the tree of constructs: a parent comes before its children in what it gives.
struct ConstructReader {
  let context: ReadingContext

  private var log: ReadingLog { context.log }

  /// What children have that say nothing else.
  private struct Shared {
    var kind: String?
    var levels: [String]?
    var source: Citation?
  }

  /// What was read so far.
  private struct Tree {
    var constructs: [Construct] = []
    var taken: [String: Int] = [:]
  }

  func read(_ nodes: [YAMLNode]) {
    var tree = Tree()
    for node in nodes { read(node, parent: nil, shared: Shared(), into: &tree) }
    context.framework.constructs = tree.constructs
    for construct in tree.constructs {
      if let parent = construct.parent {
        context.family.children[parent, default: []].append(construct.id)
      }
    }
    checkRoots()
  }

  private func read(
    _ node: YAMLNode, parent: String?, shared: Shared, into tree: inout Tree
  ) {
    let inherited = [
      shared.kind.map { _ in "kind" }, shared.levels.map { _ in "levels" },
      shared.source.map { _ in "source" },
    ].compactMap { $0 }
    let required = ["id", "name", "kind", "levels", "definition", "source"]
    guard
      let map = MapReader(
        node, what: "construct",
        keys: required + [
          "plain-name", "inclusion", "exclusion", "example", "children-are", "children-are-kinds",
          "children",
        ],
        required: required.filter { !inherited.contains($0) }, log: log)
    else { return }
    let id = self.id(map, parent: parent)
    // Children of a construct without an id are read for what else is wrong with them.
    let place = map.place(of: "id")
    if let id, context.claim(id, what: "construct", at: place, taken: &tree.taken) {
      context.constructPlaces[id] = place
      tree.constructs.append(construct(map, id: id, parent: parent, shared: shared))
    }
    let below = self.shared(map.node("children-are"))
    for child in map.list("children") {
      read(child, parent: id ?? parent, shared: below, into: &tree)
    }
  }

  /// The whole id, where the file may give it relative to the parent.
  private func id(_ map: MapReader, parent: String?) -> String? {
    guard let written = map.text("id") else { return nil }
    let place = map.place(of: "id")
    guard written.hasPrefix(".") else {
      context.checkID(written, at: place)
      if let parent, !written.hasPrefix(parent + ".") {
        log.error(
          .frameworkWrongParent, at: place, found: written,
          "\"\(written)\" stands under \"\(parent)\", with which its id does not begin",
          "Either write an id such as \".\(written.split(separator: ".").last ?? "")\", "
            + "or move it to its parent.")
      }
      return written
    }
    guard let parent else {
      log.error(
        .frameworkWrongParent, at: place, found: written,
        "\"\(written)\" is relative to a parent, and there is none",
        "Write the id without the first dot.")
      return nil
    }
    let id = parent + written
    context.checkID(id, at: place)
    return id
  }

  private func construct(
    _ map: MapReader, id: String, parent: String?, shared: Shared
  ) -> Construct {
    let source = map.node("source") == nil ? shared.source : context.citation(map.node("source"))
    let levels = map.node("levels") == nil ? shared.levels : self.levels(map)
    return Construct(
      id: id, name: map.string("name"), plainName: map.text("plain-name"),
      kind: map.text("kind") ?? shared.kind ?? "", levels: levels ?? [],
      definition: map.string("definition"), inclusion: map.texts("inclusion"),
      exclusion: map.texts("exclusion"), example: map.text("example"),
      source: source ?? Citation(reference: "", place: ""), parent: parent,
      childrenAreKinds: areKinds(map))
  }

  /// Whether the children are kinds; one alone excludes nothing.
  private func areKinds(_ map: MapReader) -> Bool {
    guard map.flag("children-are-kinds") else { return false }
    let children = map.list("children").count
    if children < 2 {
      log.error(
        .frameworkUnfit, at: map.place(of: "children-are-kinds"),
        "\(map.label) says that its children are kinds, and has \(children == 0 ? "none" : "one")",
        "Take \"children-are-kinds\" out, or add the kinds that exclude each other.")
    }
    return children > 1
  }

  private func shared(_ node: YAMLNode?) -> Shared {
    guard let node,
      let map = MapReader(
        node, what: "children", keys: ["kind", "levels", "source"], required: [], log: log)
    else { return Shared() }
    return Shared(
      kind: map.text("kind"), levels: map.node("levels") == nil ? nil : levels(map),
      source: context.citation(map.node("source")))
  }

  private func levels(_ map: MapReader) -> [String] {
    map.list("levels", mayBeEmpty: false).compactMap { node in
      guard let level = MapReader.text(node, log: log) else { return nil }
      if !context.levels.contains(level) {
        log.unknown(
          "level of learning", level, among: context.levels, at: node.place,
          "use one of \(context.levels.joined(separator: ", "))")
      }
      return level
    }
  }

  /// A root whose id begins with another construct's was meant to stand under it.
  private func checkRoots() {
    for root in context.framework.roots {
      guard let above = above(root.id), let place = context.constructPlaces[root.id] else {
        continue
      }
      log.error(
        .frameworkWrongParent, at: place, found: root.id,
        "\"\(root.id)\" begins with \"\(above)\" and does not stand under it",
        "Move it under the \"children\" of \"\(above)\".")
    }
  }

  /// The construct nearest above by its id.
  private func above(_ id: String) -> String? {
    var rest = id[...]
    while let dot = rest.lastIndex(of: ".") {
      rest = rest[..<dot]
      if context.isConstruct(String(rest)) { return String(rest) }
    }
    return nil
  }
}
