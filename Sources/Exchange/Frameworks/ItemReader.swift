import StudyModel

/// Reads the items of questionnaires, in their short, long and grouped forms.
final class ItemReader {
  private let context: ReadingContext
  /// The items of earlier questionnaires, which later ones may take over by their ids.
  private var earlier: [String: Item] = [:]
  /// Where the first item of a construct and aspect stands, whose points the others share.
  private var scales: [String: AnswerScale] = [:]

  private static let keys = [
    "id", "wording", "construct", "aspect", "reversed", "audience", "scale",
  ]

  init(_ context: ReadingContext) { self.context = context }

  private var log: ReadingLog { context.log }

  /// Reads the items of one questionnaire; `scale` is that of the items that name none.
  func read(_ nodes: [YAMLNode], scale: AnswerScale) -> [Item] {
    var taken: [String: Int] = [:]
    let items = nodes.flatMap { read($0, of: nil, scale: scale, taken: &taken) }
    for item in items where earlier[item.id] == nil { earlier[item.id] = item }
    return items
  }

  private func read(
    _ node: YAMLNode, of group: String?, scale: AnswerScale, taken: inout [String: Int]
  ) -> [Item] {
    if let text = node.text {
      return takenOver(whole(text, in: group), at: node.place, taken: &taken).map { [$0] } ?? []
    }
    guard let entries = node.entries else {
      log.error(
        .frameworkWrongType, at: node.place,
        "an item is written with keys, and here is \(node.description)",
        "Write \"id: wording\", or id, wording and so on.")
      return []
    }
    if group == nil, entries.contains(where: { $0.key == "of" }) {
      return groupOf(entries, at: node.place, scale: scale, taken: &taken)
    }
    return item(entries, at: node.place, of: group, scale: scale, taken: &taken).map { [$0] } ?? []
  }

  /// Items under `of`: their ids may be relative to the construct.
  private func groupOf(
    _ entries: [YAMLEntry], at place: Diagnostic.Place, scale: AnswerScale,
    taken: inout [String: Int]
  ) -> [Item] {
    let map = MapReader(
      entries, at: place, what: "group of items", keys: ["of", "items"],
      required: ["of", "items"], log: log)
    guard let construct = map.node("of").flatMap(context.construct) else { return [] }
    return map.list("items", mayBeEmpty: false).flatMap {
      read($0, of: construct, scale: scale, taken: &taken)
    }
  }

  /// An item of an earlier questionnaire.
  private func takenOver(
    _ id: String, at place: Diagnostic.Place, taken: inout [String: Int]
  ) -> Item? {
    guard let item = earlier[id] else {
      log.unknown(
        "item of an earlier questionnaire", id, among: earlier.keys.sorted(), at: place,
        "write the item here as \"id: wording\"")
      return nil
    }
    context.claim(id, what: "item", at: place, taken: &taken)
    return item
  }

  private func item(
    _ entries: [YAMLEntry], at place: Diagnostic.Place, of group: String?, scale: AnswerScale,
    taken: inout [String: Int]
  ) -> Item? {
    // The short form: the one key that holds a dot is the id, its value the wording.
    let short = entries.first { $0.key.contains(".") && !Self.keys.contains($0.key) }
    let isShort = short != nil && !entries.contains { $0.key == "id" }
    let rest = isShort ? entries.filter { $0.key != short?.key } : entries
    let map = MapReader(
      rest, at: place, what: short.flatMap { isShort ? "item \"\($0.key)\"" : nil } ?? "item",
      keys: isShort ? Array(Self.keys.dropFirst(2)) : Self.keys,
      required: isShort ? [] : ["id", "wording"], log: log)
    let id: String
    let idPlace: Diagnostic.Place
    let wording: String
    if isShort, let short {
      (id, idPlace) = (whole(short.key, in: group), short.place)
      wording = MapReader.text(short.value, log: log) ?? ""
    } else {
      guard let written = map.text("id") else { return nil }
      (id, idPlace) = (whole(written, in: group), map.place(of: "id"))
      wording = map.string("wording")
    }
    context.checkID(id, at: idPlace)
    context.claim(id, what: "item", at: idPlace, taken: &taken)
    guard let construct = construct(of: id, map, group: group, at: idPlace) else { return nil }
    let aspect =
      map.choice("aspect", of: ["derived", "desired"]).flatMap(Item.Aspect.init)
      ?? (CodeMeaning.wanted(byName: id) != nil ? .desired : .derived)
    let item = Item(
      id: id, construct: construct, aspect: aspect, wording: wording,
      reversed: map.flag("reversed"),
      audience: map.node("audience") == nil
        ? nil : map.choices("audience", of: QuestionnaireReader.audiences),
      scale: map.node("scale") == nil
        ? scale : QuestionnaireReader.scale(map.node("scale"), log: log))
    check(item, at: idPlace)
    return item
  }

  private func whole(_ id: String, in group: String?) -> String {
    guard let group, id.hasPrefix(".") else { return id }
    return group + id
  }

  /// The construct an item states, or that of its group, or its id without the last part.
  private func construct(
    of id: String, _ map: MapReader, group: String?, at place: Diagnostic.Place
  ) -> String? {
    if let node = map.node("construct") { return context.construct(node) }
    if let group { return group }
    guard let dot = id.lastIndex(of: ".") else {
      log.error(
        .frameworkItem, at: place, found: id, "the item \"\(id)\" does not say what it measures",
        "Either begin its id with the construct's, or add \"construct\".")
      return nil
    }
    return context.check(construct: String(id[..<dot]), at: place)
  }

  /// What an item must be to be scored.
  private func check(_ item: Item, at place: Diagnostic.Place) {
    func report(_ message: String, _ remedy: String) {
      log.error(.frameworkItem, at: place, found: item.id, message, remedy)
    }
    let below = context.children(of: item.construct)
    if !below.isEmpty {
      report(
        "the item \"\(item.id)\" is of \"\(item.construct)\", which has children and no items of its own",
        "Ask about one of \(below.joined(separator: ", ")).")
    }
    if item.aspect == .desired {
      context.requireForms([item.construct], for: "a desired item", at: place)
      if item.reversed {
        report(
          "the item \"\(item.id)\" asks what is wanted and is reversed",
          "Word it so that a high answer means that much is wanted.")
      }
    }
    let key = "\(item.construct) \(item.aspect.rawValue)"
    if let first = scales[key], (first.low, first.high) != (item.scale.low, item.scale.high) {
      report(
        "the item \"\(item.id)\" runs from \(item.scale.low) to \(item.scale.high), "
          + "others of its construct from \(first.low) to \(first.high)",
        "Give all items of a construct the same lowest and highest point.")
    }
    if scales[key] == nil { scales[key] = item.scale }
    if let other = earlier[item.id],
      (other.construct, other.aspect, other.reversed)
        != (item.construct, item.aspect, item.reversed)
    {
      report(
        "the item \"\(item.id)\" measures something else in an earlier questionnaire",
        "Either give it another id, or measure the same in both.")
    }
  }
}
