import StudyModel

/// The columns of a comparison: the cases, under heads of the attribute they are ordered by.
struct CaseColumns {
  let compare: ComparisonPage

  var spanLabel: String? { spans.isEmpty ? nil : compare.input.order?.label }

  /// Neighbours with the same value stand under one head.
  var spans: [MatrixChart.Span] {
    guard let order = compare.input.order else { return [] }
    var spans: [MatrixChart.Span] = []
    for reader in compare.readers {
      let value = Words.capitalized(reader.subject.attribute(order.attribute) ?? "not stated")
      if spans.last?.title == value {
        spans[spans.count - 1].columns += 1
      } else {
        spans.append(.init(title: value, columns: 1))
      }
    }
    return spans
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
