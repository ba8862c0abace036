import StudyModel

/// How cases are set side by side, by how many there are: a table with a column for each of forty cannot be read, nor
/// one with a row for each of four hundred.
enum CaseLayout {
  /// A column a case.
  case columns
  /// A row a case, in groups.
  case rows
  /// How the cases lie on each construct, in groups; no case is named.
  case spread

  init(cases: Int) {
    self = cases <= 12 ? .columns : cases <= 60 ? .rows : .spread
  }
}

extension ComparisonPage {
  /// How its cases are laid out.
  var layout: CaseLayout { CaseLayout(cases: readers.count) }

  /// The attribute by which cases are grouped, or else ordered.
  var grouping: CaseOrdering? { input.grouping ?? input.order }

  /// What its groups are of, as a head.
  var groupLabel: String { grouping.map { Words.capitalized($0.label) } ?? "" }

  /// The cases that stand together by it.
  var groups: [CaseGroup] { CaseGroup.of(readers.map(\.subject), by: grouping?.attribute) }
}

extension MatrixChart {
  /// The same with a row a case, in the groups of the page, and a column a construct, under the titles of its rows.
  ///
  /// Cells are one line: the band is in the shading.
  func turned(into groups: [CaseGroup]) -> MatrixChart {
    let rows = self.groups.flatMap(\.rows)
    let shorts = Self.shorts(rows.map(\.label))
    let hasTitles = self.groups.contains { $0.title != nil }
    // What is not of a case, such as the set as a whole, stands last.
    let known = Set(groups.flatMap(\.places))
    let others = columns.indices.filter { !known.contains($0) }
    let all =
      groups + (others.isEmpty ? [] : [CaseGroup(title: "All together", places: others)])
    return MatrixChart(
      spanLabel: nil,
      spans: hasTitles
        ? self.groups.map { Span(title: $0.title ?? "", columns: $0.rows.count) } : [],
      columns: zip(rows, shorts).map { Column(name: $0.label, short: $1) },
      groups: all.map { group in
        Group(
          title: all.count == 1 && group.title.isEmpty ? nil : group.title,
          rows: group.places.map { place in
            Row(
              label: columns[place].name,
              cells: rows.map { row in
                var cell = row.cells[place]
                if cell.isShaded, let band = cell.small {
                  cell.spoken = [band, cell.spoken].compactMap(\.self).joined(separator: ", ")
                }
                (cell.small, cell.interval) = (nil, nil)
                return cell
              })
          })
      }, isTall: false)
  }

  /// The data of a turned matrix: a row a case, with its group where there are several.
  func turnedTable(columns ids: [String]) -> DataTable {
    let isGrouped = groups.count > 1
    return DataTable(
      columns: (isGrouped ? [.words("Group", "group")] : []) + [.words("Case", "case")]
        + zip(columns, ids).map { .words($0.name, $1) },
      rows: groups.flatMap { group in
        group.rows.map { row in
          (isGrouped ? [.words(group.title ?? "")] : []) + [.words(row.label)]
            + row.cells.map { .init(text: $0.text, value: $0.value, mark: $0.mark) }
        }
      })
  }

  /// Up to three letters a name, of its first words; a number where two would be the same.
  private static func shorts(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.enumerated().map { place, name in
      let words = name.split { !$0.isLetter && !$0.isNumber }
      let initials = words.prefix(3).compactMap(\.first).map { $0.uppercased() }.joined()
      let first = words.first.map { String($0.prefix(3)) } ?? ""
      for candidate in words.count > 1 ? [initials, first] : [first]
      where !candidate.isEmpty && seen.insert(candidate).inserted {
        return candidate
      }
      return "\(initials.prefix(1))\(place + 1)"
    }
  }
}
