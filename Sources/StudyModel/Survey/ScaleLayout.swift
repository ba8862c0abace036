/// Which column of a survey holds which item of which scale, for one version of a questionnaire.
///
/// A class, so that handing it over with every response counts one reference; threads that read at
/// the same time make one each.
public final class ScaleLayout: Sendable {
  struct Column: Sendable {
    /// The column; -1 where this version does not ask for the item.
    var position: Int
    var sign: Int
    var shift: Int
    var range: Int
  }

  struct Row: Sendable {
    var start: Int
    var end: Int
    var low: Double
    var children: Range<Int>
    /// Where, in `needed`, the answers needed are listed by the number of items asked.
    var needed: Int
    var offset: Int
  }

  let scales: [Row]
  private let columns: [Column]
  private let children: [Int]
  private let needed: [Int]
  /// How many answers a response must have at least.
  let width: Int
  let sumWidth: Int

  init(_ plan: ScalePlan, columns names: [String], answeredShare: Double) {
    let positions = Dictionary(
      names.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
    var (scales, columns, children, needed): ([Row], [Column], [Int], [Int]) = ([], [], [], [])
    for scale in plan.scales {
      let start = columns.count
      columns += scale.entries.map {
        Column(position: positions[$0.item] ?? -1, sign: $0.sign, shift: $0.shift, range: $0.range)
      }
      scales.append(
        Row(
          start: start, end: columns.count, low: Double(scale.low),
          children: children.count..<children.count + scale.children.count, needed: needed.count,
          offset: scale.offset))
      children += scale.children
      // One answer is the least, also where a framework asks for no share at all.
      needed += (0...scale.entries.count).map {
        max(1, Int(NineDecimals.rounded(answeredShare * Double($0)).rounded(.up)))
      }
    }
    self.scales = scales
    self.columns = columns
    self.children = children
    self.needed = needed
    width = (columns.map(\.position).max() ?? -1) + 1
    sumWidth = plan.width
  }

  /// A respondent's scores in points, not a number where there is none, and which scales are
  /// complete.
  @inline(__always)
  func score(
    _ answers: UnsafeBufferPointer<Int8>, into scores: UnsafeMutableBufferPointer<Double>,
    complete: UnsafeMutableBufferPointer<Bool>
  ) {
    columns.withUnsafeBufferPointer { columns in
      for number in scales.indices {
        let scale = scales[number]
        guard scale.children.isEmpty else {
          mean(of: scale, number, scores, complete)
          continue
        }
        var (asked, answered, sum) = (scale.end &- scale.start, 0, 0)
        for at in scale.start..<scale.end {
          let column = columns[at]
          let answer = column.position < 0 ? Answer.notAsked : answers[column.position]
          let turned = Int(answer) &* column.sign &+ column.shift
          if UInt(bitPattern: turned) <= UInt(bitPattern: column.range) {
            answered &+= 1
            sum &+= turned
          } else if answer == Answer.notAsked {
            asked &-= 1
          }
        }
        complete[number] = answered == scale.end &- scale.start
        scores[number] =
          answered >= needed[scale.needed &+ asked]
          ? scale.low + Double(sum) / Double(answered) : .nan
      }
    }
  }

  /// A parent's score, the mean of its children's that exist.
  private func mean(
    of scale: Row, _ number: Int, _ scores: UnsafeMutableBufferPointer<Double>,
    _ complete: UnsafeMutableBufferPointer<Bool>
  ) {
    var (sum, count, isComplete) = (0.0, 0, true)
    for child in children[scale.children] {
      isComplete = isComplete && complete[child]
      guard scores[child] == scores[child] else { continue }
      sum += scores[child]
      count += 1
    }
    complete[number] = isComplete
    scores[number] = count > 0 ? sum / Double(count) : .nan
  }

  /// Adds the turned answers of complete scales to their sums.
  @inline(__always)
  func sum(
    _ answers: UnsafeBufferPointer<Int8>, of complete: UnsafeMutableBufferPointer<Bool>,
    into sums: UnsafeMutableBufferPointer<Int>, from first: Int
  ) {
    columns.withUnsafeBufferPointer { columns in
      for number in scales.indices where complete[number] {
        let scale = scales[number]
        let place = first &+ scale.offset
        var (total, at) = (0, place &+ 3)
        for column in columns[scale.start..<scale.end] {
          let turned = Int(answers[column.position]) &* column.sign &+ column.shift
          total &+= turned
          sums[at] &+= turned
          sums[at &+ 1] &+= turned &* turned
          at &+= 2
        }
        sums[place] &+= 1
        sums[place &+ 1] &+= total
        sums[place &+ 2] &+= total &* total
      }
    }
  }
}
