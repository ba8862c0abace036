internal import Statistics

/// Counts over pairs of coders of yes-and-no decisions.
struct PairTally {
  /// Units anybody marked.
  var marked = 0
  /// Units everybody who read the source marked.
  var markedByAll = 0
  /// How often each coder marked.
  var applied: [Int]
  /// Positive agreement, with an interval over sources.
  var positive: AgreementValue

  /// Counts.
  ///
  /// Positive agreement is a ratio of sums, 2 both over all marks in pairs; its error is that of a
  /// ratio over sources as clusters, linearized.
  ///
  /// > Reference: Cicchetti & Feinstein (1990), Journal of Clinical Epidemiology 43, 551-558
  /// > (positive agreement); Cochran (1977), Sampling Techniques, 3rd ed., ch. 6 (error of a ratio).
  init(_ cells: [Int16], width: Int, sources: [Int]) {
    applied = [Int](repeating: 0, count: width)
    var shared: [Int: (both: Double, marks: Double)] = [:]
    for (unit, source) in sources.enumerated() {
      let row = cells[(unit * width)..<((unit + 1) * width)]
      var yes = 0
      var readers = 0
      for (coder, cell) in row.enumerated() where cell != RatingMatrix.missing {
        readers += 1
        if cell == 1 {
          yes += 1
          applied[coder] += 1
        }
      }
      guard readers > 1 else { continue }
      if yes > 0 { marked += 1 }
      if yes == readers { markedByAll += 1 }
      // Pairs with both: C(yes, 2); every mark stands in a pair with each other reader.
      shared[source, default: (0, 0)].both += Double(yes * (yes - 1))
      shared[source, default: (0, 0)].marks += Double(yes * (readers - 1))
    }
    let both = shared.values.reduce(0) { $0 + $1.both }
    let marks = shared.values.reduce(0) { $0 + $1.marks }
    guard marks > 0 else {
      positive = AgreementValue(why: .nothingCoded)
      return
    }
    let share = both / marks
    positive = AgreementValue(value: share)
    let groups = Double(shared.count)
    guard shared.count > 1 else { return }
    let squares = shared.sorted { $0.key < $1.key }.reduce(0.0) { sum, entry in
      let rest = entry.value.both - share * entry.value.marks
      return sum + rest * rest
    }
    let error = (groups / (groups - 1) * squares).squareRoot() / marks
    guard error > 0, let z = Normal.quantile(0.975) else { return }
    positive.standardError = error
    positive.interval = Interval(low: max(0, share - z * error), high: min(1, share + z * error))
  }
}
