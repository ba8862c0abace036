import StudyModel

/// The shadings of a matrix, by which the cells and the key are made alike.
struct Shades {
  /// The shading of what is below the first step, 0 (none) or 1.
  let lowest: Int
  /// Where each further shading begins.
  let from: [Int]

  /// Numbers of segments: none has no shading.
  static let mentions = Shades(lowest: 0, from: [1, 3, 6, 10, 13])

  /// Levels: the lowest is shaded, for no shading is no figure.
  static let levels = Shades(lowest: 1, from: [40, 50, 65, 75])

  /// The shading of a value, 0 (none) to 5.
  func shade(_ value: Double) -> Int {
    lowest + from.count { NineDecimals.isAtLeast(value, Double($0)) }
  }

  /// What each shading means, in whole numbers; `below` says it of the lowest.
  func key(below: String) -> [KeyEntry] {
    let marks: [KeyEntry.Mark] = [.shade0, .shade1, .shade2, .shade3, .shade4, .shade5]
    let steps = from.indices.map { step in
      from.indices.contains(step + 1)
        ? "\(from[step]) to \(from[step + 1] - 1)" : "\(from[step]) and over"
    }
    return zip(marks.dropFirst(lowest), [below] + steps).map(KeyEntry.init)
  }
}
