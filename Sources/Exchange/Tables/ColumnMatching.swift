import FileFormats
import StudyModel

/// Which of our columns is which of a file's: by what a map says, then by their names.
///
/// Nothing that a map says is passed over: a line that cannot be followed is an error where it would lose
/// a column, and a warning where a file may well be without it.
struct ColumnMatching {
  /// The places of columns, by our names in lower case.
  private(set) var indexes: [String: Int] = [:]
  /// Our names of columns that the map places, by their places.
  private(set) var mapped: [Int: String] = [:]
  /// What is to be told, errors and warnings.
  private(set) var problems: [Diagnostic] = []

  private let layout: Layout
  private let header: TableHeader
  private let file: String
  /// Names that the framework has for further columns: items, attributes.
  private let named: [String]
  /// Columns that an option stands in for.
  private let told: Set<String>

  init(
    _ layout: Layout, _ header: TableHeader, file: String, map: [String: String],
    told: Set<String>, named: [String]
  ) {
    (self.layout, self.header, self.file) = (layout, header, file)
    (self.told, self.named) = (told, named)
    for duplicate in header.duplicates {
      problems.append(.doubledColumn(duplicate, file: file, row: header.row))
    }
    let lines = map.map { (ours: $0.key, theirs: $0.value) }.sorted { $0.ours < $1.ours }
    place(lines)
    for name in layout.columns where indexes[name] == nil {
      if let index = header.column(name), mapped[index] == nil { indexes[name] = index }
    }
    tellOvershadowed()
    tellMissing()
    if !problems.contains(where: { $0.severity == .error }) { tellLike() }
  }

  /// Whether a layout takes further columns under any name, as attributes.
  private var takesAnyName: Bool { layout == .cases || layout == .participants }

  /// Follows the lines of the map.
  private mutating func place(_ lines: [(ours: String, theirs: String)]) {
    let theirs = lines.map { $0.theirs.lowercased() }
    var lineOf: [String: String] = [:]
    for (ours, name) in lines {
      let key = ours.lowercased()
      if let other = lineOf.updateValue(ours, forKey: key) {
        problems.append(.mappedTwice("our \"\(other)\" and \"\(ours)\" are one column", ours, file))
        continue
      }
      guard isOurs(key) else {
        problems.append(
          .notOurs(
            ours, theirs: name, layout, named, isOfAnother: isOfAnother(key),
            isThere: header.column(name) != nil, file: file))
        continue
      }
      guard let index = header.column(name) else {
        let near = nearestFree(name, theirs)
        problems.append(
          .unmappedColumn(
            ours: ours, theirs: name, near: near, isNeeded: isMissing(key) || near != nil,
            row: header.row, file: file))
        continue
      }
      if let other = mapped[index] {
        problems.append(
          .mappedTwice("\"\(other)\" and \"\(ours)\" are both in column \"\(name)\"", name, file))
        continue
      }
      indexes[key] = index
      mapped[index] = layout.columns.contains(key) ? key : ours
    }
  }

  private func isOurs(_ key: String) -> Bool {
    takesAnyName || layout.columns.contains(key)
      || layout == .survey && named.contains { $0.lowercased() == key }
  }

  /// Whether another layout has the column: one map may serve several files.
  private func isOfAnother(_ key: String) -> Bool {
    Layout.allCases.contains { $0.columns.contains(key) }
      || named.contains { $0.lowercased() == key }
  }

  /// Whether nothing would be in a column that must be there.
  private func isMissing(_ key: String) -> Bool {
    layout.required.contains(key) && !told.contains(key) && header.column(key) == nil
  }

  /// The heading nearest to one that is not there, among those of which nobody says what they are.
  private func nearestFree(_ name: String, _ theirs: [String]) -> String? {
    let free = header.names.filter {
      !theirs.contains($0.lowercased()) && !layout.columns.contains($0.lowercased())
        && !named.contains($0)
    }
    return NearestName.slip(of: name, among: free)
  }

  /// Tells columns that are named as ours are, where the map says that ours are others.
  private mutating func tellOvershadowed() {
    for (index, ours) in mapped.sorted(by: { $0.key < $1.key }) {
      guard let own = header.column(ours), own != index, mapped[own] == nil else { continue }
      problems.append(
        .overshadowed(
          ours, by: header.names[index], isOfLayout: layout.columns.contains(ours.lowercased()),
          row: header.row, file: file))
    }
  }

  private mutating func tellMissing() {
    let free = header.names.filter { !layout.columns.contains($0.lowercased()) }
    for name in layout.required where indexes[name] == nil && !told.contains(name) {
      problems.append(.missingColumn(name, among: free, header: header, file: file))
    }
  }

  /// Warns of columns that the layout does not know and that are named nearly like one it lacks.
  private mutating func tellLike() {
    let lacking = layout.columns.filter { indexes[$0] == nil && !told.contains($0) }
    let plain = Set(named.map(Attribute.plain))
    for (index, name) in header.names.enumerated() where mapped[index].map(isFree) ?? true {
      let name = mapped[index] ?? name
      guard !layout.columns.contains(name.lowercased()), !plain.contains(Attribute.plain(name)),
        let near = NearestName.slip(of: name, among: lacking)
      else { continue }
      problems.append(
        .likeOurs(
          name, near, header: header.names[index], isAttribute: takesAnyName, row: header.row,
          file: file))
    }
  }

  private func isFree(_ ours: String) -> Bool { !layout.columns.contains(ours.lowercased()) }
}
