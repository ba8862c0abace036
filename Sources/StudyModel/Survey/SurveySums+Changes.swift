internal import Statistics

extension SurveySums {
  /// The change of each construct by the organizations that answered in both phases.
  ///
  /// - Parameters:
  ///   - caseID: The case.
  ///   - earlier: The earlier phase.
  ///   - later: The later phase.
  /// - Returns: By construct; those that fewer than three organizations have in both phases are left
  ///   out.
  public func changes(
    case caseID: String, from earlier: String, to later: String
  ) -> [String: SurveyChange] {
    guard let before = cells.cell(caseID: caseID, phase: earlier),
      let after = cells.cell(caseID: caseID, phase: later)
    else { return [:] }
    var slotsBefore: [Int: Int] = [:]
    var slotsAfter: [Int: Int] = [:]
    for slot in 0..<slots.count where slots.organizations[slot] >= 0 {
      if slots.cells[slot] == before { slotsBefore[slots.organizations[slot]] = slot }
      if slots.cells[slot] == after { slotsAfter[slots.organizations[slot]] = slot }
    }
    let both = slotsBefore.keys.sorted().compactMap { organization in
      slotsBefore[organization].flatMap { slot in slotsAfter[organization].map { (slot, $0) } }
    }
    var changes: [String: SurveyChange] = [:]
    for (figure, construct) in plan.constructs.enumerated() {
      func answers(_ slot: Int) -> Moments { moments[slot * plan.constructs.count + figure] }
      let pairs = both.map { (answers($0.0), answers($0.1)) }
        .filter { $0.0.count > 0 && $0.1.count > 0 }
      changes[plan.tree.ids[construct]] = SurveyChange(
        differences: Moments(
          pairs.compactMap { pair in
            pair.1.mean.flatMap { after in pair.0.mean.map { after - $0 } }
          }),
        pairing: .organizations)
    }
    return changes
  }
}
