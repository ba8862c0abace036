/// In how many cases each form of value is found, and which is the most common and the rarest.
public struct FormsFound: Sendable, Hashable {
  /// A form and the cases in which it is found.
  public struct Form: Sendable, Hashable {
    /// The form of value.
    public var construct: String
    /// The cases in which it is found, in the order given.
    public var cases: [String]
    /// The cases of which that can be told: they have a source.
    public var known: Int

    /// Creates a form's count.
    public init(construct: String, cases: [String], known: Int) {
      self.construct = construct
      self.cases = cases
      self.known = known
    }
  }

  /// A count a form, in the framework's order.
  public let forms: [Form]

  /// Counts the forms of value over the cases; those of one phase.
  public init(scores: [CaseScore], framework: Framework) {
    forms = framework.valueForms.map { form in
      let found = scores.map { score in
        (score.caseID, CaseMatrix.Cell.isFound(score.construct(form.id)?.interview))
      }
      return Form(
        construct: form.id, cases: found.filter { $0.1 == true }.map(\.0),
        known: found.count { $0.1 != nil })
    }
  }

  /// The forms found in the most cases, several where they tie; empty where none is found.
  public var mostCommon: [Form] {
    let most = forms.map(\.cases.count).max() ?? 0
    return most == 0 ? [] : forms.filter { $0.cases.count == most }
  }

  /// The forms found in the fewest cases but in one at least; see `neverFound` for the others.
  public var rarest: [Form] {
    let found = forms.filter { !$0.cases.isEmpty }
    let fewest = found.map(\.cases.count).min() ?? 0
    return found.filter { $0.cases.count == fewest }
  }

  /// The forms found in no case although some case can tell.
  public var neverFound: [Form] { forms.filter { $0.cases.isEmpty && $0.known > 0 } }

  /// The constructs for which there is evidence on the whole set only, in the framework's order: no
  /// case can be compared by them.
  public static func setOnly(
    segments: [StandingSegment], framework: Framework
  ) -> [String] {
    let inCases = Set(segments.filter { $0.caseID != nil }.map(\.construct))
    let inSet = Set(segments.filter { $0.caseID == nil }.map(\.construct))
    return framework.constructs.map(\.id).filter { inSet.contains($0) && !inCases.contains($0) }
  }
}
