/// Tells respondents apart without their names, so that a study can remember who stood behind what was
/// published of its survey.
public struct RespondentMarks: Sendable {
  /// The digest of some texts and bytes, which nobody can make who does not have the study's secret.
  public typealias Digest = @Sendable (_ texts: [String], _ bytes: [UInt8]) -> UInt64

  private let digest: Digest
  private let organizations: [Int: String]
  /// What was published earlier, by case and phase.
  private let earlier: [String: [String?: [PublishedBase]]]
  /// What was told already.
  let told: ToldSets

  /// Creates marks.
  ///
  /// - Parameters:
  ///   - organizations: The names of organizations by number: a file that is taken back and comes in
  ///     again has other numbers.
  ///   - earlier: What was published earlier.
  ///   - digest: Makes digests.
  public init(
    organizations: [Int: String], earlier: [PublishedBase], digest: @escaping Digest
  ) {
    self.digest = digest
    self.organizations = organizations
    var sorted: [String: [String?: [PublishedBase]]] = [:]
    for base in earlier {
      sorted[base.caseID, default: [:]][base.phase, default: []].append(base)
    }
    self.earlier = sorted
    told = ToldSets(earlier)
  }

  /// The marks of the people behind a statistic, each with what he or she contributes to it.
  func people(
    _ statistic: PublishedBase.Statistic, _ said: [CaseAnswers.Contribution], caseID: String,
    phase: String?
  ) -> PublishedBase.People {
    PublishedBase.People(
      statistic,
      said.map { said in
        .init(
          person: person(statistic, said, caseID: caseID, phase: phase),
          content: said.nameless.map { digest(["contribution", statistic.name], $0) })
      })
  }

  /// The mark of somebody behind a statistic, with what he or she contributes to it.
  private func person(
    _ statistic: PublishedBase.Statistic, _ said: CaseAnswers.Contribution, caseID: String,
    phase: String?
  ) -> UInt64 {
    digest(
      [
        said.row.token, caseID, phase ?? "", statistic.name,
        said.row.organization.flatMap { organizations[$0] } ?? "",
      ], said.bytes)
  }

  /// In which organization each of those behind a figure is, with the mark that he or she bears behind it; one
  /// mark of nobody's where people weigh alike.
  ///
  /// - Parameters:
  ///   - figure: The figure.
  ///   - statistic: The statistic as whose people those behind it are marked.
  ///   - said: What they contribute.
  ///   - caseID: The case.
  ///   - phase: The phase.
  ///   - byOrganizations: Whether organizations weigh the same.
  /// - Returns: What editions keep as ``PublishedBase/Statistic/places(of:)``.
  func places(
    behind figure: PublishedBase.Statistic, markedAs statistic: PublishedBase.Statistic,
    _ said: [CaseAnswers.Contribution], caseID: String, phase: String?, byOrganizations: Bool
  ) -> PublishedBase.People {
    guard byOrganizations else {
      return PublishedBase.People(
        .places(of: figure), [.init(person: digest(["people weigh alike"], []), content: nil)])
    }
    return PublishedBase.People(
      .places(of: figure),
      said.map { said in
        let name = said.row.organization.map { organizations[$0] ?? String($0) } ?? ""
        return .init(
          person: person(statistic, said, caseID: caseID, phase: phase),
          content: digest(["organization", name], []))
      })
  }

  /// The marks of responses by what was answered alone; each person is known in all phases of the case, so
  /// that a further round of the same people is told from the same round under other names.
  func answers(
    _ given: [CaseAnswers.Contribution], caseID: String,
    as statistic: PublishedBase.Statistic = .answers
  ) -> PublishedBase.People {
    PublishedBase.People(
      statistic,
      given.map { given in
        .init(
          person: digest([given.row.token, caseID, "answers"], []),
          content: digest(["answers"], given.nameless ?? []))
      })
  }

  /// The marks of who answered what, whatever case and phase are called.
  func rows(_ given: [CaseAnswers.Contribution]) -> PublishedBase.People {
    PublishedBase.People(
      .rows,
      given.map {
        .init(person: digest([$0.row.token, "row"], $0.nameless ?? []), content: nil)
      })
  }

  /// The marks of who answered, whatever case and phase are called.
  func tokens(_ rows: [CaseAnswers.Row]) -> PublishedBase.People {
    PublishedBase.People(
      .tokens,
      Set(rows.map(\.token)).map { .init(person: digest([$0, "token"], []), content: nil) })
  }

  /// The marks of every answer of each response, which make one row: by most of them a response is known
  /// again where there are columns more or fewer.
  func parts(_ rows: [(row: CaseAnswers.Row, answers: [[UInt8]])], caseID: String, phase: String?)
    -> PublishedBase.People
  {
    PublishedBase.People(
      .parts,
      rows.flatMap { row, answers in
        let person = digest([row.token, caseID, phase ?? "", "row"], [])
        return answers.map {
          PublishedBase.Member(person: person, content: digest(["part"], $0))
        }
      })
  }

  /// How the people behind a figure weigh: whether organizations count the same, and how people are grouped
  /// in them, whatever these are called.
  func weights(
    behind statistic: PublishedBase.Statistic, _ said: [CaseAnswers.Contribution],
    byOrganizations: Bool
  ) -> PublishedBase.People {
    func mark(_ group: [CaseAnswers.Contribution], _ kind: String) -> UInt64 {
      bytes(group.map { digest(["answers"], $0.bytes) }, kind)
    }
    func bytes(_ marks: [UInt64], _ kind: String) -> UInt64 {
      digest(
        [kind],
        marks.sorted().flatMap { mark in withUnsafeBytes(of: mark.littleEndian) { Array($0) } })
    }
    let groups = Dictionary(grouping: said) { $0.row.organization }
    let whole = bytes(
      groups.map { mark($0.value, $0.key == nil ? "placed nowhere" : "organization") },
      byOrganizations ? "by organizations" : "by respondents")
    return PublishedBase.People(.weighting(of: statistic), [.init(person: whole, content: whole)])
  }

  /// Whether exactly these people were behind the same statistic in an earlier edition.
  func wasPublished(_ people: PublishedBase.People, caseID: String, phase: String?) -> Bool {
    (earlier[caseID]?[phase] ?? []).contains { $0.people.contains(people) }
  }

  /// What was published of a case, phase by phase.
  func earlier(caseID: String) -> [PublishedBase] {
    (earlier[caseID] ?? [:]).values.flatMap { $0 }
  }

  /// Whether anything was published of a case and phase.
  func hasEarlier(caseID: String, phase: String?) -> Bool { earlier[caseID]?[phase] != nil }
}

extension CaseAnswers {
  /// What a respondent contributes to a statistic.
  struct Contribution {
    /// The response.
    var row: Row
    /// What he or she said, with the items by their ids: their places change when the framework gets
    /// another one.
    var bytes: [UInt8]
    /// The same without a name of anything, so that renaming hides nobody; nil where it is too little
    /// to know anybody by.
    var nameless: [UInt8]?
  }

  /// A response of so many answers is hardly given twice.
  private static let tellingAnswers = 8

  /// Those who stand behind a figure in a phase, each with the value and the answers it comes from.
  func said(_ figure: Int, phase: Int) -> [Contribution] {
    base(figure, phase: phase).map { row in
      let chosen = chosen(row, figure)
      return Contribution(
        row: rows[row], bytes: bytes(of: row, figure) + named(chosen),
        nameless: bytes(of: row, figure) + chosen.map(\.point).sorted())
    }
  }

  /// Those who stand behind the gap of a form.
  func said(_ form: SurveyPlan.Form, phase: Int) -> [Contribution] {
    base(form, phase: phase).map { row in
      let values = bytes(of: row, form.derived)
      let desired = bytes(of: row, form.desired)
      let (first, second) = (chosen(row, form.derived), chosen(row, form.desired))
      return Contribution(
        row: rows[row], bytes: values + named(first) + desired + named(second),
        nameless: values + desired)
    }
  }

  /// Those behind anything shown of a phase, known again by all that they ticked: item by item, in whatever order
  /// the columns came in.
  private func respondents(phase: Int) -> [Contribution] {
    (rowsOfPhase[phase] ?? []).filter(isBehindAnything).map { row in
      let ticked = plan.items.compactMap { chosen(row, $0) }.sorted { $0.item < $1.item }
      return Contribution(
        row: rows[row], bytes: [],
        nameless: ticked.count < Self.tellingAnswers ? nil : named(ticked))
    }
  }

  /// Those behind anything shown of a phase, known again by the figures of their answers alone: neither
  /// the names of items and constructs, nor their order, nor the numbers of a scale change these.
  ///
  /// - Parameters:
  ///   - phase: The phase.
  ///   - areTurned: Whether every answer counts the other way round.
  /// - Returns: The responses that have a figure.
  private func nameless(phase: Int, areTurned: Bool = false) -> [Contribution] {
    (rowsOfPhase[phase] ?? []).compactMap { row in
      let figures = plan.measures.filter { isKept(row, $0.figure) }.flatMap { measure in
        measure.items.map { plan.items[$0] }.compactMap { item in
          chosen(row, item).map { answer in
            let figure = 100 * Double(answer.point) / Double(item.points - 1)
            return areTurned ? 100 - figure : figure
          }
        }
      }
      guard !figures.isEmpty else { return nil }
      return Contribution(row: rows[row], bytes: [], nameless: figures.sorted().flatMap(bytes))
    }
  }

  /// Each answer of those behind anything shown of a phase.
  private func parts(phase: Int) -> [(row: Row, answers: [[UInt8]])] {
    (rowsOfPhase[phase] ?? []).filter(isBehindAnything).map { row in
      (rows[row], plan.items.compactMap { chosen(row, $0) }.map { named([$0]) })
    }
  }

  /// Those who ticked every item that somebody ticked of a construct and what is under it, where these are
  /// several: on them alpha rests.
  private func complete(_ figure: Int, phase: Int) -> [Contribution] {
    let base = base(figure, phase: phase)
    let asked = items(under: figure).filter { item in base.contains { chosen($0, item) != nil } }
    guard asked.count > 1 else { return [] }
    return base.compactMap { row in
      let ticked = asked.compactMap { chosen(row, $0) }
      guard ticked.count == asked.count else { return nil }
      return Contribution(
        row: rows[row], bytes: named(ticked), nameless: ticked.map(\.point).sorted())
    }
  }

  /// The items of a figure, of a parent those of its children.
  private func items(under figure: Int) -> [SurveyPlan.PlannedItem] {
    let parts = plan.parents.first { $0.figure == figure }?.children ?? []
    return plan.measures.filter { $0.figure == figure }.flatMap(\.items).map { plan.items[$0] }
      + parts.flatMap(items(under:))
  }

  private func bytes(of row: Int, _ figure: Int) -> [UInt8] { bytes(value(row, figure)) }

  private func bytes(_ value: Double) -> [UInt8] {
    withUnsafeBytes(of: NineDecimals.rounded(value).bitPattern.littleEndian) { Array($0) }
  }

  /// The points that a respondent ticked of a figure's own items.
  private func chosen(_ row: Int, _ figure: Int) -> [(item: String, point: UInt8)] {
    plan.measures.filter { $0.figure == figure }.flatMap { measure in
      measure.items.compactMap { chosen(row, plan.items[$0]) }
    }
  }

  /// The point that a respondent ticked of an item, turned where the item is.
  private func chosen(
    _ row: Int, _ item: SurveyPlan.PlannedItem
  ) -> (item: String, point: UInt8)? {
    let first = row * plan.pointCount + item.firstPoint
    return points[first..<first + item.points].firstIndex { $0 > 0 }.map {
      (item.id, UInt8(truncatingIfNeeded: $0 - first))
    }
  }

  private func named(_ chosen: [(item: String, point: UInt8)]) -> [UInt8] {
    chosen.flatMap { Array($0.item.utf8) + [0, $0.point] }
  }

  /// The people behind all that is shown of a phase but changes; ``people(_:step:of:caseID:named:)`` has these.
  func people(
    _ marks: RespondentMarks, phase: Int, caseID: String, named name: String?
  ) -> [PublishedBase.People] {
    let isByOrganizations = byOrganizations[phase] == true
    /// A figure's people, and how they weigh in it.
    func people(
      _ statistic: PublishedBase.Statistic, _ said: [Contribution]
    ) -> [PublishedBase.People] {
      said.isEmpty
        ? []
        : [
          marks.people(statistic, said, caseID: caseID, phase: name),
          marks.weights(behind: statistic, said, byOrganizations: isByOrganizations),
          marks.places(
            behind: statistic, markedAs: statistic, said, caseID: caseID, phase: name,
            byOrganizations: weighsByOrganizations(said.map(\.row.organization), phase: phase)),
        ]
    }
    let (whole, nameless) = (respondents(phase: phase), nameless(phase: phase))
    guard !whole.isEmpty else { return [] }
    var found = [
      marks.people(.responses, whole, caseID: caseID, phase: name),
      marks.tokens(whole.map(\.row)),
      marks.parts(parts(phase: phase), caseID: caseID, phase: name),
    ]
    if !nameless.isEmpty {
      found += [
        marks.answers(nameless, caseID: caseID),
        marks.answers(
          self.nameless(phase: phase, areTurned: true), caseID: caseID, as: .turned),
        marks.rows(nameless),
      ]
    }
    for (figure, construct) in plan.constructs.enumerated() {
      let id = plan.tree.ids[construct]
      found += people(.survey(id), said(figure, phase: phase))
      if let word = alike(figure, of: base(figure, phase: phase), phase: phase) {
        found.append(PublishedBase.People(word, on: id))
      }
    }
    for form in plan.forms {
      let id = plan.tree.ids[form.construct]
      found += people(.gap(id), said(form, phase: phase))
      // With the marks that they bear behind the level: what is received is a sum of the same values.
      let received = said(form.derived, phase: phase, by: Set(base(form, phase: phase)))
      guard !received.isEmpty else { continue }
      found += [
        PublishedBase.People(
          .received(id), marks.people(.survey(id), received, caseID: caseID, phase: name).members),
        marks.weights(
          behind: .received(id), received, byOrganizations: isByOrganizations),
        marks.places(
          behind: .received(id), markedAs: .survey(id), received, caseID: caseID, phase: name,
          byOrganizations: weighsByOrganizations(received.map(\.row.organization), phase: phase)),
      ]
    }
    for (figure, construct) in plan.constructs.enumerated() {
      let complete = complete(figure, phase: phase)
      guard !complete.isEmpty else { continue }
      found.append(
        marks.people(.scale(plan.tree.ids[construct]), complete, caseID: caseID, phase: name))
    }
    return found
  }
}
