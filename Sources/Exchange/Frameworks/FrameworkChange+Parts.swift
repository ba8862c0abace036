public import StudyModel

extension FrameworkChange {
  /// The names of the properties that are not the same.
  static func properties(_ same: [(name: String, same: Bool)]) -> String {
    same.filter { !$0.same }.map(\.name).joined(separator: ", ")
  }

  /// What differs between two lists of parts that have ids; `detail` says in which properties, and
  /// a part of which it names none counts as the same.
  static func parts<Element: Hashable>(
    _ part: Part, _ old: [Element], _ new: [Element], id: (Element) -> String,
    changesScores: Bool = false, detail: ((Element, Element) -> String)? = nil
  ) -> [FrameworkChange] {
    let before = Dictionary(old.map { (id($0), $0) }, uniquingKeysWith: { first, _ in first })
    let after = Set(new.map(id))
    let present = new.compactMap { element -> FrameworkChange? in
      guard let earlier = before[id(element)] else {
        return FrameworkChange(
          part: part, id: id(element), kind: .added, changesScores: changesScores)
      }
      let words = detail?(earlier, element) ?? ""
      guard earlier != element, detail == nil || !words.isEmpty else { return nil }
      return FrameworkChange(
        part: part, id: id(element), kind: .changed, detail: words, changesScores: changesScores)
    }
    let gone = old.filter { !after.contains(id($0)) }.map {
      FrameworkChange(part: part, id: id($0), kind: .removed, changesScores: changesScores)
    }
    return present + gone
  }

  /// The change of the version's number, which says nothing of what differs; nil where it is the same.
  public static func ofVersion(_ old: Framework, _ new: Framework) -> FrameworkChange? {
    name("version", old.version, new.version, of: new)
  }

  private static func name(
    _ what: String, _ old: String, _ new: String, of framework: Framework
  ) -> FrameworkChange? {
    guard old != new else { return nil }
    return FrameworkChange(
      part: .framework, id: framework.id, kind: .changed,
      detail: "\(what) \"\(old)\" to \"\(new)\"")
  }

  /// Id, version, title and summary.
  static func head(_ old: Framework, _ new: Framework) -> [FrameworkChange] {
    var changes = [
      name("id", old.id, new.id, of: new), ofVersion(old, new),
      name("title", old.title, new.title, of: new),
    ].compactMap(\.self)
    let rest = properties([
      ("summary", old.summary == new.summary), ("levels", old.levels == new.levels),
    ])
    if !rest.isEmpty {
      changes.append(
        FrameworkChange(part: .framework, id: new.id, kind: .changed, detail: rest))
    }
    return changes
  }

  static func constructs(_ old: Framework, _ new: Framework) -> [FrameworkChange] {
    let before = Dictionary(old.constructs.map { ($0.id, $0) }) { first, _ in first }
    let after = Set(new.constructs.map(\.id))
    let gone = old.constructs.filter { !after.contains($0.id) }
    let fresh = new.constructs.filter { before[$0.id] == nil }
    var origins: [String: Construct] = [:]
    for construct in fresh where fresh.count(where: { $0.name == construct.name }) == 1 {
      let same = gone.filter { $0.name == construct.name }
      if same.count == 1 { origins[construct.id] = same[0] }
    }
    var changes: [FrameworkChange] = []
    for construct in new.constructs {
      let origin = origins[construct.id]
      if let origin {
        changes.append(
          FrameworkChange(
            part: .construct, id: construct.id, kind: .moved, detail: "was \"\(origin.id)\"",
            previousID: origin.id, changesScores: true))
      }
      guard let earlier = before[construct.id] ?? origin else {
        changes.append(
          FrameworkChange(
            part: .construct, id: construct.id, kind: .added, detail: construct.name,
            changesScores: true))
        continue
      }
      changes += differences(earlier, construct)
    }
    let movedAway = Set(origins.values.map(\.id))
    return changes
      + gone.filter { !movedAway.contains($0.id) }.map {
        FrameworkChange(
          part: .construct, id: $0.id, kind: .removed, detail: $0.name, changesScores: true)
      }
  }

  private static func differences(_ old: Construct, _ new: Construct) -> [FrameworkChange] {
    var changes: [FrameworkChange] = []
    if old.name != new.name {
      changes.append(
        FrameworkChange(
          part: .construct, id: new.id, kind: .renamed,
          detail: "\"\(old.name)\" to \"\(new.name)\""))
    }
    let rest = properties([
      ("plain name", old.plainName == new.plainName), ("kind", old.kind == new.kind),
      ("levels", old.levels == new.levels), ("definition", old.definition == new.definition),
      ("inclusion", old.inclusion == new.inclusion), ("exclusion", old.exclusion == new.exclusion),
      ("example", old.example == new.example), ("source", old.source == new.source),
      ("children are kinds", old.childrenAreKinds == new.childrenAreKinds),
    ])
    if !rest.isEmpty {
      changes.append(
        FrameworkChange(
          part: .construct, id: new.id, kind: .changed, detail: rest,
          // Of the rest nothing is in a figure; what has no level any more is gone from its parent's.
          changesScores: old.childrenAreKinds != new.childrenAreKinds))
    }
    return changes
  }

  static func codes(_ old: Framework, _ new: Framework) -> [FrameworkChange] {
    Set(old.codes.keys).union(new.codes.keys).sorted().compactMap { code in
      let pair = (old.codes[code], new.codes[code])
      guard pair.0 != pair.1 else { return nil }
      let kind: Kind = pair.0 == nil ? .added : pair.1 == nil ? .removed : .changed
      func words(_ meanings: [CodeMeaning]) -> String {
        Words.list(meanings.map { "\"\($0.code)\"" })
      }
      let detail = [pair.0.map(words), pair.1.map(words)].compactMap { $0 }
        .joined(separator: " to ")
      return FrameworkChange(
        part: .code, id: code, kind: kind, detail: detail, changesScores: true)
    }
  }

  static func items(_ old: Framework, _ new: Framework) -> [FrameworkChange] {
    let scored = Dictionary(old.items.map { ($0.id, $0) }) { first, _ in first }
    return parts(.item, old.items, new.items, id: \.id, changesScores: true) { one, other in
      properties([
        ("wording", one.wording == other.wording), ("construct", one.construct == other.construct),
        ("aspect", one.aspect == other.aspect), ("reversed", one.reversed == other.reversed),
        ("audience", one.audience == other.audience), ("scale", one.scale == other.scale),
      ])
    }.map { change in
      // Words and labels alone leave the figures of answers that are in as they are.
      guard change.kind == .changed, let earlier = scored[change.id],
        let item = new.items.first(where: { $0.id == change.id })
      else { return change }
      var change = change
      change.changesScores =
        (earlier.construct, earlier.aspect, earlier.reversed, earlier.scale.low, earlier.scale.high)
        != (item.construct, item.aspect, item.reversed, item.scale.low, item.scale.high)
      return change
    }
  }

  static func scoring(_ old: Framework, _ new: Framework) -> [FrameworkChange] {
    var changes: [FrameworkChange] = []
    if old.formsOfValue != new.formsOfValue {
      changes.append(
        FrameworkChange(
          part: .scoring, id: "forms-of-value", kind: .changed,
          detail: "\"\(old.formsOfValue ?? "none")\" to \"\(new.formsOfValue ?? "none")\"",
          changesScores: true))
    }
    for (key, before, after) in ScoringReader.values(old.scoring, new.scoring) where before != after
    {
      changes.append(
        FrameworkChange(
          part: .scoring, id: key, kind: .changed, detail: "\(before) to \(after)",
          changesScores: true))
    }
    return changes
  }
}
