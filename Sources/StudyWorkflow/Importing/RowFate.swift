import StudyModel
import StudyStore

/// What becomes of a row.
public enum RowFate: UInt8, Sendable, Hashable {
  /// It is new.
  case kept
  /// It replaces what was there.
  case changed
  /// It is there already.
  case same
  /// It is a row of a meeting's sheet without a decision.
  case undecided
  /// It cannot stand.
  case rejected

  init(_ stored: StoredRow) {
    switch stored {
    case .kept: self = .kept
    case .changed: self = .changed
    case .same: self = .same
    }
  }
}

/// What became of the rows of a batch, in order, and what is to be told of some.
struct RowFates {
  private(set) var all: [(row: Int32, fate: RowFate)] = []
  /// Problems by the place among the rows, in order.
  private(set) var told: [(place: Int, problems: [Diagnostic])] = []
  private(set) var rejectedCount = 0

  /// Forgets the rows, keeps the memory.
  mutating func removeAll() {
    all.removeAll(keepingCapacity: true)
    told.removeAll(keepingCapacity: true)
    rejectedCount = 0
  }

  mutating func add(_ row: Int, _ fate: RowFate) {
    all.append((Int32(truncatingIfNeeded: row), fate))
    if fate == .rejected { rejectedCount += 1 }
  }

  mutating func add(_ row: Int, _ fate: RowFate, _ problems: [Diagnostic]) {
    if !problems.isEmpty { told.append((all.count, problems)) }
    add(row, fate)
  }
}
