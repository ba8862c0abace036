extension Dendrogram {
  /// What was decided by name, and what would change with little: a sentence each, in order of joins.
  ///
  /// - Parameter margin: Up to this much further away a pair counts as nearly as near.
  /// - Returns: Sentences; none where nothing is tied or nearly so.
  public func notes(margin: Double = 0.05) -> [String] {
    var noted: Set<Set<Set<Int>>> = []
    return merges.flatMap { merge -> [String] in
      let joined: Set<Set<Int>> = [Set(merge.left), Set(merge.right)]
      var sentences: [String] = []
      for pair in merge.tied where !noted.contains(joined) {
        noted.insert([Set(pair.left), Set(pair.right)])
        let distance = Words.fixed(merge.height, 2)
        sentences.append(
          "As near to each other as \(words(merge.left, merge.right)) (\(distance)) are "
            + "\(words(pair.left, pair.right)); which are joined first is settled by case name.")
      }
      if let rival = merge.rival {
        let further = NineDecimals.rounded(rival.distance - merge.height)
        if further > 0, further <= NineDecimals.rounded(margin) {
          sentences.append(
            "Nearly as near to each other as \(words(merge.left, merge.right)) "
              + "(\(Words.fixed(merge.height, 2))) are \(words(rival.left, rival.right)) "
              + "(\(Words.fixed(rival.distance, 2))): little more in common would join these "
              + "instead.")
        }
      }
      return sentences
    }
  }

  private func words(_ left: [Int], _ right: [Int]) -> String {
    func group(_ places: [Int]) -> String {
      let list = Words.list(places.sorted().map { names[$0] })
      return places.count > 1 ? "the group of \(list)" : list
    }
    return Words.list([group(left), group(right)])
  }
}

extension CaseProfiles {
  /// The cases joined by likeness.
  public var dendrogram: Dendrogram {
    Dendrogram(names: profiles.map(\.name), distances: distances)
  }
}
