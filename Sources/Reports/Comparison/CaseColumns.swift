import StudyModel

/// The columns of a comparison: the cases, under heads of the attribute they are grouped by.
struct CaseColumns {
  let compare: ComparisonPage

  var spanLabel: String? { spans.isEmpty ? nil : compare.grouping?.label }

  /// Neighbours with the same value stand under one head.
  var spans: [MatrixChart.Span] {
    let groups = compare.groups
    return groups.count == 1 && groups[0].title.isEmpty
      ? [] : groups.map { .init(title: $0.title, columns: $0.places.count) }
  }

  var columns: [MatrixChart.Column] {
    zip(compare.readers, shorts).map { MatrixChart.Column(name: $0.subject.name, short: $1) }
  }

  /// Two letters a case: initials, else the first two; a number where two would be the same.
  var shorts: [String] {
    var seen: Set<String> = []
    return compare.readers.enumerated().map { place, reader in
      let words = reader.subject.name.split { !$0.isLetter && !$0.isNumber }
      let initials = words.prefix(2).compactMap(\.first).map { $0.uppercased() }.joined()
      let first = words.first.map { String($0.prefix(2)).uppercased() } ?? ""
      for candidate in [
        initials.count == 2 ? initials : first, first, "\(initials.prefix(1))\(place + 1)",
      ]
      where !candidate.isEmpty && seen.insert(candidate).inserted {
        return candidate
      }
      return "\(place + 1)"
    }
  }
}
