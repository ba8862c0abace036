extension Dendrogram {
  /// The two groups that join last, each in the order given; empty with fewer than two cases.
  public var topGroups: Set<Set<Int>> {
    merges.last.map { [Set($0.left), Set($0.right)] } ?? []
  }

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
        let distance = FigureText.twoDecimals(merge.height)
        sentences.append(
          "\(words(pair.left, pair.right)) are as near as \(words(merge.left, merge.right)) "
            + "(\(distance)); the tie is settled by case name.")
      }
      if let rival = merge.rival {
        let further = NineDecimals.rounded(rival.distance - merge.height)
        if further > 0, further <= NineDecimals.rounded(margin) {
          sentences.append(
            "\(words(rival.left, rival.right)) (\(FigureText.twoDecimals(rival.distance))) are "
              + "nearly as near as \(words(merge.left, merge.right)) "
              + "(\(FigureText.twoDecimals(merge.height))): little more in common would join them "
              + "instead.")
        }
      }
      return sentences
    }
  }

  private func words(_ left: [Int], _ right: [Int]) -> String {
    func group(_ places: [Int]) -> String {
      let list = FigureText.list(places.sorted().map { names[$0] })
      return places.count > 1 ? "the group of \(list)" : list
    }
    return FigureText.list([group(left), group(right)])
  }
}

extension CaseProfiles {
  /// A cell whose turning over, from found to not found or back, would move a case between the two
  /// groups that join last.
  public struct TurningCell: Sendable, Hashable {
    /// The case.
    public var caseID: String
    /// The construct.
    public var construct: String
    /// Whether it is found now.
    public var isFound: Bool
    /// The cases that would be in the other group.
    public var moved: [String]
  }

  /// What turning a cell over would do, in a sentence.
  ///
  /// Names not in the framework or the profiles are given as ids.
  public func sentence(on cell: TurningCell, framework: Framework) -> String {
    func name(_ id: String) -> String { profiles.first { $0.caseID == id }?.name ?? id }
    let form = framework.construct(cell.construct).map { FigureText.insideSentence($0.plainName) }
    let what = "\(form ?? cell.construct) were \(cell.isFound ? "not " : "")found"
    return
      "If \(what) in \(name(cell.caseID)), \(FigureText.list(cell.moved.map(name))) would be in "
      + "the other group."
  }

  /// The cases joined by likeness.
  public var dendrogram: Dendrogram {
    Dendrogram(names: profiles.map(\.name), distances: distances)
  }

  /// Every cell that would change the two groups that join last, by case, then construct.
  ///
  /// Tries each known cell on its own. Cost: as many dendrograms as there are cells, so that callers
  /// with more than some dozens of cases may want to leave it.
  public func turningCells() -> [TurningCell] {
    let top = dendrogram.topGroups
    return profiles.indices.flatMap { place in
      constructs.indices.compactMap { column -> TurningCell? in
        guard profiles[place].found.indices.contains(column),
          let isFound = profiles[place].found[column]
        else { return nil }
        var turned = self
        turned.profiles[place].found[column] = !isFound
        let groups = turned.dendrogram.topGroups
        guard groups != top else { return nil }
        return TurningCell(
          caseID: profiles[place].caseID, construct: constructs[column], isFound: isFound,
          moved: Self.moved(from: top, to: groups).map { profiles[$0].caseID })
      }
    }
  }

  /// The fewest cases whose move makes one division of the other.
  private static func moved(from: Set<Set<Int>>, to: Set<Set<Int>>) -> [Int] {
    let differences = from.flatMap { left in to.map { left.symmetricDifference($0).sorted() } }
    let fewest = differences.min {
      $0.count == $1.count ? $0.lexicographicallyPrecedes($1) : $0.count < $1.count
    }
    return fewest ?? []
  }
}
