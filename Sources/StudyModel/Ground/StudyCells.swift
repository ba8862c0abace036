/// The cases and phases of a study as a grid of cells, each of which is scored on its own.
///
/// Sums and evidence keep one block a cell, so a case and a phase are named by their places here.
public struct StudyCells: Sendable, Hashable {
  /// The cases, in the order of the cases file.
  public let cases: [String]
  /// The phases, in order; a single nil where the study has none.
  public let phases: [String?]
  private let caseIndex: [String: Int]
  private let phaseIndex: [String?: Int]

  /// Creates the grid.
  ///
  /// - Parameters:
  ///   - cases: The ids of the cases, in order; of equal ids the first counts.
  ///   - phases: The names of the phases, in order. Empty: the study has none. A nil after the
  ///     names holds what states no phase.
  public init(cases: [String], phases: [String?] = []) {
    self.cases = cases
    self.phases = phases.isEmpty ? [nil] : phases
    caseIndex = Dictionary(
      cases.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
    phaseIndex = Dictionary(
      self.phases.enumerated().map { ($0.element, $0.offset) },
      uniquingKeysWith: { first, _ in first })
  }

  /// How many cells there are: every case in every phase.
  public var count: Int { cases.count * phases.count }

  /// The place of a case, from 0; nil where the study has no such case.
  public func index(ofCase id: String) -> Int? { caseIndex[id] }

  /// The place of a phase, from 0; nil where the study has no such phase.
  public func index(ofPhase name: String?) -> Int? { phaseIndex[name] }

  /// The cell of a case and a phase by their places, cases first; nil outside the grid.
  @inlinable
  public func cell(case caseIndex: Int, phase phaseIndex: Int) -> Int? {
    guard cases.indices.contains(caseIndex), phases.indices.contains(phaseIndex) else { return nil }
    return caseIndex * phases.count + phaseIndex
  }

  /// The cells of a case, one a phase; none where the study has no such case.
  func cells(ofCase id: String) -> Range<Int> {
    guard let place = caseIndex[id] else { return 0..<0 }
    return place * phases.count..<(place + 1) * phases.count
  }

  /// The cell of a case and a phase by name; nil where the study has no such case or phase.
  public func cell(caseID: String, phase: String?) -> Int? {
    guard let caseAt = caseIndex[caseID], let phaseAt = phaseIndex[phase] else { return nil }
    return cell(case: caseAt, phase: phaseAt)
  }
}
