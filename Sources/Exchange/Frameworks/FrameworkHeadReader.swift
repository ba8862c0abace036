import StudyModel

/// Reads `framework.yaml`: what the model is, where it is from, its constructs and codes.
struct FrameworkHeadReader {
  let context: ReadingContext

  private var log: ReadingLog { context.log }

  func read(_ root: YAMLNode, folder: String?) {
    let required = ["id", "version", "title", "summary", "references", "constructs"]
    guard
      let map = MapReader(
        root, what: "framework",
        keys: required + ["levels", "attributes", "codes"], required: required, log: log)
    else {
      context.unreadable.insert("framework.yaml")
      return
    }
    readNames(map, folder: folder)
    context.framework.references = references(map)
    context.levels = map.texts("levels")
    if map.node("levels") == nil { context.levels = Framework.usualLevels }
    context.framework.levels = context.levels
    context.framework.attributes = attributes(map)
    if map.node("constructs") == nil { context.unreadable.insert("framework.yaml") }
    ConstructReader(context: context).read(map.list("constructs", mayBeEmpty: false))
    context.framework.codes = codes(map)
  }

  private func readNames(_ map: MapReader, folder: String?) {
    let id = map.string("id")
    context.framework.id = id
    context.framework.version = map.string("version")
    context.framework.title = map.string("title")
    context.framework.summary = map.string("summary")
    context.checkVersion(map)
    guard !id.isEmpty else { return }
    context.checkID(id, at: map.place(of: "id"))
    if let folder, folder != id {
      log.error(
        .frameworkFolderName, at: map.place(of: "id"), found: id,
        "the framework \"\(id)\" lies in a folder \"\(folder)\"",
        "Either name the folder \"\(id)\", or write \"\(folder)\" as the id.")
    }
  }

  private func references(_ map: MapReader) -> [Reference] {
    var taken: [String: Int] = [:]
    return map.list("references", mayBeEmpty: false).compactMap { node in
      guard
        let entry = MapReader(
          node, what: "reference", keys: ["key", "text", "doi"], required: ["key", "text"],
          log: log),
        let key = entry.text("key")
      else { return nil }
      let place = entry.place(of: "key")
      if !key.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }) {
        log.error(
          .frameworkMalformed, at: place, found: key, "\"\(key)\" is no key of a reference",
          "Write letters, digits and hyphens, such as smith1999.")
      }
      context.claim(key, what: "reference", at: place, taken: &taken)
      return Reference(key: key, text: entry.string("text"), doi: entry.text("doi"))
    }
  }

  private func attributes(_ map: MapReader) -> [CaseAttribute] {
    var taken: [String: Int] = [:]
    return map.list("attributes").compactMap { node in
      guard
        let entry = MapReader(
          node, what: "attribute", keys: ["id", "name", "values", "kind", "source", "public"],
          required: ["id", "name"], log: log),
        let id = context.uniqueID(entry, what: "attribute", taken: &taken)
      else { return nil }
      let kind = entry.choice("kind", of: CaseAttribute.Kind.allCases.map(\.rawValue))
      let values = entry.texts("values")
      if kind != nil, !values.isEmpty {
        log.error(
          .frameworkMalformed, at: entry.place(of: "kind"),
          "an attribute has either a kind or a list of values", "Take one of the two out.")
      }
      return CaseAttribute(
        id: id, name: entry.string("name"), values: values,
        kind: kind.flatMap(CaseAttribute.Kind.init),
        source: context.citation(entry.node("source")), isPublic: entry.flag("public"))
    }
  }

  /// Codes: a name to a construct, to `<construct>.desired`, or to a list of these.
  private func codes(_ map: MapReader) -> [String: [CodeMeaning]] {
    guard let node = map.node("codes") else { return [:] }
    guard let entries = node.entries else {
      log.error(
        .frameworkWrongType, at: node.place, "codes are written as names with constructs",
        "Write \"name: construct\", or \"name: [construct, construct]\", a line a code.")
      return [:]
    }
    var codes: [String: [CodeMeaning]] = [:]
    for entry in entries {
      var meanings: [CodeMeaning] = []
      for node in entry.value.elements {
        guard let meaning = meaning(node), !meanings.contains(meaning) else { continue }
        meanings.append(meaning)
      }
      guard !meanings.isEmpty else { continue }
      let own = CodeMeaning.wanted(byName: entry.key) ?? entry.key
      guard !context.isConstruct(own) else {
        log.error(
          .frameworkMalformed, at: entry.value.place, found: entry.key,
          "\"\(entry.key)\" is a code by itself and stands for \"\(own)\"",
          "Take it out, or list another name.")
        continue
      }
      codes[entry.key] = meanings
    }
    return codes
  }

  private func meaning(_ node: YAMLNode) -> CodeMeaning? {
    guard let text = MapReader.text(node, log: log) else { return nil }
    guard !context.isConstruct(text), let form = CodeMeaning.wanted(byName: text) else {
      context.check(construct: text, at: node.place)
      return CodeMeaning(construct: text)
    }
    context.check(construct: form, at: node.place)
    context.desiredCodes.append((form, node.place))
    return CodeMeaning(construct: form, desired: true)
  }
}
