import StudyModel

/// Reads `report.yaml`: the sections of a case's report, and the figures they draw.
struct ReportReader {
  let context: ReadingContext

  init(_ context: ReadingContext) { self.context = context }

  private var log: ReadingLog { context.log }
  private static let partKeys = ["figure", "of", "attributes"]

  func read(_ file: MapReader) {
    ExpectationReader(context: context).read(file)
    var taken: [String: Int] = [:]
    let reserved = ReportSection.ofEveryCase
    for node in file.list("sections") {
      let required = ["id", "title", "heading", "reading", "when-empty"]
      guard
        let map = MapReader(
          node, what: "section", keys: required + ["parts"] + Self.partKeys, required: required,
          log: log)
      else { continue }
      let id = context.uniqueID(map, what: "section", taken: &taken) ?? ""
      if reserved.contains(id) {
        log.error(
          .frameworkIDTwice, at: map.place(of: "id"), found: id,
          "every report has a section \"\(id)\" already",
          "Give it an id other than \(reserved.joined(separator: ", ")).")
      }
      context.framework.sections.append(
        ReportSection(
          id: id, title: map.string("title"), heading: map.string("heading"),
          reading: reading(map), parts: parts(map), whenEmpty: map.string("when-empty")))
    }
  }

  /// How to read a section: a text, or a list of texts, each under the evidence that it speaks of or bare.
  private func reading(_ section: MapReader) -> SectionReading {
    let grounds = SectionReading.Ground.allCases.map(\.rawValue)
    return SectionReading(
      section.list("reading").flatMap { node -> [SectionReading.Sentence] in
        guard node.entries != nil else {
          return MapReader.text(node, log: log).map { [.init($0)] } ?? []
        }
        guard
          let map = MapReader(node, what: "reading", keys: grounds, required: [], log: log)
        else { return [] }
        return SectionReading.Ground.allCases.compactMap { ground in
          map.text(ground.rawValue).map { .init($0, of: ground) }
        }
      })
  }

  /// The parts a section lists, or the one it is.
  private func parts(_ section: MapReader) -> [ReportSection.Part] {
    guard section.node("parts") != nil else {
      guard section.node("figure") != nil else {
        log.error(
          .frameworkMissingKey, at: section.place, "\(section.label) draws no figure",
          "Add \"figure\" and \"of\", or \"parts\" for several figures.")
        return []
      }
      return part(section, title: section.string("title")).map { [$0] } ?? []
    }
    for key in Self.partKeys where section.node(key) != nil {
      log.error(
        .frameworkUnknownKey, at: section.place(of: key),
        "\(section.label) has \"parts\", and \"\(key)\" beside them", "Move it into a part.")
    }
    let nodes = section.list("parts", mayBeEmpty: false)
    return nodes.compactMap { node in
      MapReader(
        node, what: "part", keys: Self.partKeys + ["title"],
        required: nodes.count > 1 ? ["figure", "title"] : ["figure"], log: log
      ).flatMap { part($0, title: $0.text("title") ?? section.string("title")) }
    }
  }

  private func part(_ map: MapReader, title: String) -> ReportSection.Part? {
    let known = ReportSection.Figure.allCases.map(\.rawValue)
    guard let figure = map.choice("figure", of: known).flatMap(ReportSection.Figure.init) else {
      return nil
    }
    let (constructs, labels) = of(map)
    let attributes = map.list("attributes").compactMap { node -> String? in
      MapReader.text(node, log: log).map { check(attribute: $0, at: node.place) }
    }
    let wanted = figure == .facts ? "attributes" : "of"
    if map.node(wanted) == nil {
      log.error(
        .frameworkMissingKey, at: map.place(of: wanted),
        "the figure \"\(figure.rawValue)\" lacks \"\(wanted)\"", "Add what it shows.")
    }
    check(figure, of: constructs, map)
    return ReportSection.Part(
      figure: figure, title: title, of: constructs, attributes: attributes, labels: labels)
  }

  /// The constructs of a part, and their plain words where the entries give them.
  private func of(_ map: MapReader) -> ([String], [String]) {
    let nodes = map.list("of", mayBeEmpty: false)
    guard nodes.contains(where: { $0.entries != nil }) else {
      return (nodes.flatMap { context.constructs($0) }, [])
    }
    var constructs: [String] = []
    var labels: [String] = []
    for node in nodes {
      guard let entries = node.entries else {
        log.error(
          .frameworkCount, at: node.place, found: node.text,
          "\"\(node.text ?? "")\" has no plain words, and others of the list have",
          "Write \"id: plain words\" for every entry, or for none.")
        continue
      }
      for entry in entries {
        constructs.append(context.check(construct: entry.key, at: entry.place))
        labels.append(MapReader.text(entry.value, log: log) ?? "")
      }
    }
    return (constructs, labels)
  }

  private func check(_ figure: ReportSection.Figure, of constructs: [String], _ map: MapReader) {
    let place = map.place(of: "of")
    if figure == .wantedAndReceived {
      let leaves = constructs.flatMap { context.leaves(under: $0) }
      context.requireForms(leaves, for: "the figure \"\(figure.rawValue)\"", at: place)
    }
    if figure == .chain || figure == .joint {
      context.requireLevels(constructs, for: "the figure \"\(figure.rawValue)\"", at: place)
    }
    if figure == .chain, Set(constructs).count < constructs.count {
      log.error(
        .frameworkCount, at: place, "the figure \"chain\" has a step twice", "Name each step once.")
    }
    if figure == .chain, !context.framework.chain.isEmpty {
      log.error(
        .frameworkCount, at: map.place(of: "figure"), "there is a second figure \"chain\"",
        "Where learning is lost is judged along one: take the other out.")
    }
    if figure == .chain, map.node("of") != nil, constructs.count < 2 {
      log.error(
        .frameworkCount, at: place, "the figure \"chain\" has \(constructs.count) step",
        "Name two constructs or more, in causal order.")
    }
  }

  private func check(attribute id: String, at place: Diagnostic.Place) -> String {
    let known = context.framework.attributes.map(\.id)
    if context.knows("framework.yaml"), !known.contains(id) {
      log.unknown(
        "attribute", id, among: known, at: place, "add it to \"attributes\" in framework.yaml")
    }
    return id
  }
}
