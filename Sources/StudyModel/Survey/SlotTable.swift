/// Gives numbers from 0 to pairs of a cell and an organization, in the order they are first met.
///
/// An open-addressed table over two flat arrays: one look a response, nothing allocated for it.
struct SlotTable: Sendable {
  /// The cell and the organization of each slot; -1 stands for no organization.
  private(set) var cells: [Int] = []
  private(set) var organizations: [Int] = []
  private var places: [Int] = Array(repeating: -1, count: 64)

  /// How many pairs have a slot.
  var count: Int { cells.count }

  /// The slot of a pair, a new one where it was not met before.
  mutating func slot(cell: Int, organization: Int) -> Int {
    var place = start(cell: cell, organization: organization)
    while places[place] >= 0 {
      let slot = places[place]
      if cells[slot] == cell, organizations[slot] == organization { return slot }
      place = (place &+ 1) & (places.count &- 1)
    }
    let slot = cells.count
    places[place] = slot
    cells.append(cell)
    organizations.append(organization)
    if 2 * cells.count > places.count { grow() }
    return slot
  }

  private func start(cell: Int, organization: Int) -> Int {
    var mixed =
      UInt64(truncatingIfNeeded: cell) &* 0x9E37_79B9_7F4A_7C15
      ^ UInt64(truncatingIfNeeded: organization)
    mixed = (mixed ^ (mixed >> 31)) &* 0xBF58_476D_1CE4_E5B9
    return Int(truncatingIfNeeded: mixed >> 20) & (places.count &- 1)
  }

  private mutating func grow() {
    places = Array(repeating: -1, count: 2 * places.count)
    for slot in cells.indices {
      var place = start(cell: cells[slot], organization: organizations[slot])
      while places[place] >= 0 { place = (place &+ 1) & (places.count &- 1) }
      places[place] = slot
    }
  }
}
