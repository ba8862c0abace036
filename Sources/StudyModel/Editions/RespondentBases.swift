/// Gathers who is behind which figure of the survey, for the editions of reports.
///
/// Of a respondent nothing is kept but digests, which the caller makes. Memory grows with respondents
/// and constructs: eight bytes for each that has a figure.
public struct RespondentBases {
  /// The cases and phases.
  public let cells: StudyCells

  private let plan: SurveyPlan
  private let rules: ScoringRules
  /// What is behind each place of a cell: the responses, each construct with a y, each form's gap.
  private let statistics: [PublishedBase.Statistic]
  private let itemIDs: [Int: [UInt8]]
  private var placed: [[UInt64]]
  private var unplaced: [[UInt64]]
  private var organizations: [Set<Int>]
  private var figures: [Double]
  private var words: [UInt8] = []

  /// Starts without respondents.
  public init(framework: Framework, cells: StudyCells) {
    self.cells = cells
    let plan = SurveyPlan(framework)
    self.plan = plan
    rules = framework.scoring
    statistics =
      [.responses] + plan.constructs.map { .survey(plan.tree.ids[$0]) }
      + plan.forms.map { .gap(plan.tree.ids[$0.construct]) }
    itemIDs = Dictionary(
      plan.items.map { ($0.firstPoint, Array($0.id.utf8)) }, uniquingKeysWith: { first, _ in first }
    )
    placed = Array(repeating: [], count: cells.count * statistics.count)
    unplaced = placed
    organizations = Array(repeating: [], count: placed.count)
    figures = Array(repeating: .nan, count: plan.figureCount)
  }

  /// How a version of the instrument is read; see ``SurveyLayout/init(framework:columns:)``.
  public func layout(columns: [String]) -> SurveyLayout {
    SurveyLayout(plan: plan, rules: rules, columns: columns)
  }

  /// Takes in a response.
  ///
  /// - Parameters:
  ///   - caseIndex: The place of the case in ``cells``.
  ///   - phaseIndex: The place of the phase in ``cells``.
  ///   - organization: A number of the organization; nil where none is stated.
  ///   - answers: One byte a column, see ``Answer``.
  ///   - layout: How the columns are read; made by ``layout(columns:)``.
  ///   - digest: Makes the digest of this respondent and some bytes: a statistic's name and what the
  ///     respondent contributes to it.
  public mutating func add(
    case caseIndex: Int, phase phaseIndex: Int, organization: Int?,
    answers: UnsafeBufferPointer<Int8>, layout: SurveyLayout, digest: ([UInt8]) -> UInt64
  ) {
    guard let cell = cells.cell(case: caseIndex, phase: phaseIndex), answers.count >= layout.width,
      layout.plan.figureCount == plan.figureCount
    else { return }
    figures.withUnsafeMutableBufferPointer { figures in
      ResponseReader.with(layout) { $0.score(answers, into: figures, counter: NoCounter()) }
    }
    let given = given(answers, layout)
    for (place, statistic) in statistics.enumerated() {
      guard let values = values(of: place) else { continue }
      words.removeAll(keepingCapacity: true)
      words += statistic.name.utf8
      for value in values {
        withUnsafeBytes(of: NineDecimals.rounded(value).bitPattern.littleEndian) { words += $0 }
      }
      for figure in figuresOwn(place) { words += given[figure] ?? [] }
      let at = cell * statistics.count + place
      if let organization {
        placed[at].append(digest(words))
        organizations[at].insert(organization)
      } else {
        unplaced[at].append(digest(words))
      }
    }
  }

  /// The figures that a place rests on; none for the responses.
  private func figuresOwn(_ place: Int) -> [Int] {
    if place == 0 { return [] }
    let figure = place - 1
    if figure < plan.constructs.count { return [figure] }
    let form = plan.forms[figure - plan.constructs.count]
    return [form.derived, form.desired]
  }

  /// The values of a place; nil where the respondent has none.
  private func values(of place: Int) -> [Double]? {
    let values = figuresOwn(place).map { figures[$0] }
    return values.allSatisfy { $0 == $0 } ? values : nil
  }

  /// The answers behind each figure with items of its own: item and turned answer, one after the other.
  private func given(
    _ answers: UnsafeBufferPointer<Int8>, _ layout: SurveyLayout
  ) -> [Int: [UInt8]] {
    var given: [Int: [UInt8]] = [:]
    for row in layout.rows {
      var bytes: [UInt8] = []
      for entry in layout.entries[row.start..<row.end] {
        let turned = Int(answers[entry.position]) * entry.sign + entry.shift
        guard (0...entry.range).contains(turned) else { continue }
        bytes += itemIDs[entry.firstPoint] ?? []
        bytes += [0, UInt8(truncatingIfNeeded: turned)]
      }
      given[row.figure] = bytes
    }
    return given
  }

  /// The people behind the figures of each case and phase that has answers.
  public func bases() -> [PublishedBase] {
    cells.cases.enumerated().flatMap { caseAt, id in
      cells.phases.enumerated().compactMap { phaseAt, phase -> PublishedBase? in
        guard let cell = cells.cell(case: caseAt, phase: phaseAt) else { return nil }
        let people = statistics.enumerated().compactMap { place, statistic in
          self.people(cell * statistics.count + place, statistic)
        }
        return people.isEmpty ? nil : PublishedBase(caseID: id, phase: phase, people: people)
      }
    }
  }

  /// Where levels go by organizations, those who named none are behind none.
  private func people(_ at: Int, _ statistic: PublishedBase.Statistic) -> PublishedBase.People? {
    let weighting = SurveyMean.weighting(
      organizations: organizations[at].count, placed: placed[at].count,
      unplaced: unplaced[at].count, rules: rules)
    let members =
      weighting == .organizations && statistic != .responses
      ? placed[at] : placed[at] + unplaced[at]
    return members.isEmpty ? nil : PublishedBase.People(statistic, members)
  }
}
