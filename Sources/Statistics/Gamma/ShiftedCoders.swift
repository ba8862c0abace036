/// Draws codings as if coders had placed their units by chance, for gamma's expected disorder.
///
/// Each drawn coder has the units of a real one, drawn with replacement, moved along the text by a
/// random number of characters; a unit that would start after the text's end starts anew from its
/// beginning. Two coders' shifts are at least the mean length of a unit apart, around the end as
/// well, as long as there is room.
///
/// > Reference: Mathet, Widlöcher & Métivier (2015), Computational Linguistics 41(3), section 5.2.1.
struct ShiftedCoders {
  /// The sampler, for a report.
  static let name =
    "units of a coder drawn with replacement, shifted around the text (Mathet, Widlöcher and Métivier 2015, section 5.2.1)"

  private let coders: [[AlignedUnit]]
  private let extent: Range<Int>
  /// How near to each other shifts may not be.
  private let reach: Int

  /// Takes a document's units; nil where there is none.
  init?(_ units: [AlignedUnit], coderCount: Int, extent: Range<Int>) {
    guard !units.isEmpty, coderCount > 0, !extent.isEmpty else { return nil }
    coders = (0..<coderCount).map { coder in units.filter { $0.coder == coder } }
    self.extent = extent
    let mean = units.reduce(0) { $0 + $1.length } / Double(units.count)
    reach = Int(mean.rounded(.up)) - 1
  }

  /// Draws a set of coders who have at least one unit between them.
  func draw(_ generator: inout SeededGenerator) -> [AlignedUnit] {
    var drawn: [AlignedUnit] = []
    while drawn.isEmpty {
      var shifts: [Int] = []
      for coder in coders.indices {
        let shift = shift(apart: shifts, &generator)
        shifts.append(shift)
        drawn += moved(coders[generator.index(below: coders.count)], by: shift, to: coder)
      }
    }
    return drawn
  }

  /// A shift that is far enough from others; any, where there is no room left.
  private func shift(apart others: [Int], _ generator: inout SeededGenerator) -> Int {
    let length = extent.count
    guard 2 * reach + 1 < length else { return generator.index(below: length) }
    let taken = Stretches.merged(
      others.flatMap { other in
        // Round the end: what stands out on one side is taken from the other.
        [-length, 0, length].map { turn in
          (other - reach + turn..<other + reach + 1 + turn).clamped(to: 0..<length)
        }
      })
    let room = length - Stretches.length(taken)
    guard room > 0 else { return generator.index(below: length) }
    var shift = generator.index(below: room)
    for range in taken where range.lowerBound <= shift { shift += range.count }
    return shift
  }

  private func moved(_ units: [AlignedUnit], by shift: Int, to coder: Int) -> [AlignedUnit] {
    let end = Double(extent.upperBound)
    return units.map { unit in
      let turn = unit.start + Double(shift) < end ? shift : shift - extent.count
      return AlignedUnit(
        coder: coder, code: unit.code, start: unit.start + Double(turn),
        end: unit.end + Double(turn))
    }.sorted { ($0.start, $0.end, $0.code) < ($1.start, $1.end, $1.code) }
  }
}
