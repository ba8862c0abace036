/// Tells respondents apart without their names, so that a study can remember who stood behind what was
/// published of its survey.
public struct RespondentMarks: Sendable {
  /// The digest of some texts and bytes, which nobody can make who does not have the study's secret.
  public typealias Digest = @Sendable (_ texts: [String], _ bytes: [UInt8]) -> UInt64

  private let digest: Digest
  private let organizations: [Int: String]
  /// What was published earlier, by case and phase.
  private let earlier: [String: [String?: [PublishedBase]]]

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
  }

  /// The marks of the people behind a statistic, each with what he or she contributes to it.
  func people(
    _ statistic: PublishedBase.Statistic, _ said: [(row: CaseAnswers.Row, bytes: [UInt8])],
    caseID: String, phase: String?
  ) -> PublishedBase.People {
    PublishedBase.People(
      statistic,
      said.map { row, bytes in
        digest(
          [
            row.token, caseID, phase ?? "", statistic.name,
            row.organization.flatMap { organizations[$0] } ?? "",
          ], bytes)
      })
  }

  /// Whether exactly these people were behind the same statistic in an earlier edition.
  func wasPublished(_ people: PublishedBase.People, caseID: String, phase: String?) -> Bool {
    (earlier[caseID]?[phase] ?? []).contains { $0.people.contains(people) }
  }

  /// Whether anything was published of a case and phase.
  func hasEarlier(caseID: String, phase: String?) -> Bool { earlier[caseID]?[phase] != nil }
}

extension CaseAnswers {
  /// Those who stand behind a figure in a phase, each with the value and the answers it comes from.
  func said(_ figure: Int, phase: Int) -> [(row: Row, bytes: [UInt8])] {
    base(figure, phase: phase).map { (rows[$0], bytes(of: $0, figure)) }
  }

  /// Those who stand behind the gap of a form.
  func said(_ form: SurveyPlan.Form, phase: Int) -> [(row: Row, bytes: [UInt8])] {
    base(form.derived, phase: phase).filter { isKept($0, form.desired) }.map {
      (rows[$0], bytes(of: $0, form.derived) + bytes(of: $0, form.desired))
    }
  }

  private func bytes(of row: Int, _ figure: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    withUnsafeBytes(of: NineDecimals.rounded(value(row, figure)).bitPattern.littleEndian) {
      bytes += $0
    }
    for measure in plan.measures where measure.figure == figure {
      for item in measure.items.map({ plan.items[$0] }) {
        let first = row * plan.pointCount + item.firstPoint
        guard let point = points[first..<first + item.points].firstIndex(where: { $0 > 0 }) else {
          continue
        }
        // The item by its id: its place changes when the framework gets another one.
        bytes += Array(item.id.utf8) + [0, UInt8(truncatingIfNeeded: point - first)]
      }
    }
    return bytes
  }

  /// The people behind all that is shown of a phase.
  func people(
    _ marks: RespondentMarks, phase: Int, caseID: String, named name: String?
  ) -> [PublishedBase.People] {
    func people(
      _ statistic: PublishedBase.Statistic, _ said: [(row: Row, bytes: [UInt8])]
    ) -> PublishedBase.People? {
      said.isEmpty ? nil : marks.people(statistic, said, caseID: caseID, phase: name)
    }
    let all = (rowsOfPhase[phase] ?? []).map { (row: rows[$0], bytes: [UInt8]()) }
    var found = [people(.responses, all)]
    for (figure, construct) in plan.constructs.enumerated() {
      found.append(people(.survey(plan.tree.ids[construct]), said(figure, phase: phase)))
    }
    for form in plan.forms {
      found.append(people(.gap(plan.tree.ids[form.construct]), said(form, phase: phase)))
    }
    return found.compactMap { $0 }
  }
}
