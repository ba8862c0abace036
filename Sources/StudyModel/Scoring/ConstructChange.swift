internal import Statistics

/// How much the survey level of a construct changed from one phase to another.
///
/// Scoring specification, section 9.
public struct ConstructChange: Sendable, Hashable {
  /// Who was compared with themselves.
  public enum Basis: String, Sendable, Hashable {
    /// Respondents who answered in both phases, by their tokens.
    case respondents
    /// Organizations that answered in both, by the means of whoever answered.
    case organizations
  }

  /// The construct.
  public var id: String
  /// Later minus earlier, in points of 0 to 100: the mean of the pairs' differences.
  public var change: Double
  /// Student's 95 % interval over the pairs; nil with fewer than three, or where all changed alike.
  public var interval: Interval?
  /// Who was compared.
  public var basis: Basis
  /// How many pairs there are.
  public var n: Int

  /// Creates a change.
  public init(id: String, change: Double, interval: Interval?, basis: Basis, n: Int) {
    self.id = id
    self.change = change
    self.interval = interval
    self.basis = basis
    self.n = n
  }

  /// A change from the pairs' differences; nil without pairs.
  init?(id: String, differences: Moments, basis: Basis) {
    guard let mean = differences.mean else { return nil }
    self.init(
      id: id, change: mean,
      interval: SurveyMean.interval(
        mean, deviation: differences.sampleStandardDeviation, of: differences.count, atLeast: 3),
      basis: basis, n: differences.count)
  }

  /// The better of two accounts of the same change.
  ///
  /// Respondents where at least three are paired, else organizations where at least three are, else
  /// whichever there is.
  ///
  /// - Parameters:
  ///   - respondents: The change of those who answered twice; nil where nobody did.
  ///   - organizations: The change of organizations that answered twice; nil where none did.
  /// - Returns: The one to report; nil without either.
  public static func better(_ respondents: ConstructChange?, _ organizations: ConstructChange?)
    -> ConstructChange?
  {
    if let respondents, respondents.n >= 3 { return respondents }
    if let organizations, organizations.n >= 3 { return organizations }
    return respondents ?? organizations
  }
}

extension SurveySums {
  /// The change of each construct by the organizations that answered in both phases.
  ///
  /// - Parameters:
  ///   - caseIndex: The place of the case in ``cells``.
  ///   - earlier: The place of the earlier phase in ``cells``.
  ///   - later: The place of the later phase.
  /// - Returns: A change a construct, in the framework's order; constructs no organization has in
  ///   both phases are left out.
  public func changes(case caseIndex: Int, from earlier: Int, to later: Int) -> [ConstructChange] {
    guard let before = cells.cell(case: caseIndex, phase: earlier),
      let after = cells.cell(case: caseIndex, phase: later)
    else { return [] }
    var slotsBefore: [Int: Int] = [:]
    var slotsAfter: [Int: Int] = [:]
    for slot in 0..<slots.count where slots.organizations[slot] >= 0 {
      if slots.cells[slot] == before { slotsBefore[slots.organizations[slot]] = slot }
      if slots.cells[slot] == after { slotsAfter[slots.organizations[slot]] = slot }
    }
    let both = slotsBefore.keys.filter { slotsAfter[$0] != nil }.sorted()
    return plan.constructs.enumerated().compactMap { figure, construct in
      func mean(_ slot: Int?) -> Double? {
        slot.flatMap { moments[$0 * plan.constructs.count + figure].mean }
      }
      let differences = Moments(
        both.compactMap { organization in
          mean(slotsAfter[organization]).flatMap { after in
            mean(slotsBefore[organization]).map { after - $0 }
          }
        })
      return ConstructChange(
        id: plan.tree.ids[construct], differences: differences, basis: .organizations)
    }
  }
}
