/// Forms of value by what interviews say of them: wanted, evident, or only one of the two.
///
/// Scoring specification, section 6, last sentence. Where nobody was asked what was wanted, no
/// `<form>.desired` code is in use and every evident form reads as unanticipated: look at `wanted`
/// first.
public struct ValueInInterviews: Sendable, Hashable {
  /// Said to be wanted, in the framework's order.
  public var wanted: [String]
  /// Said to have come: evident, whatever the grade.
  public var evident: [String]
  /// Spoken of, and hidden from the reader, or left open by coders, whether it came: in none of the lists
  /// below.
  public var undecided: [String]
  /// Of which coders left open whether it was wanted.
  private let openWishes: Set<String>
  /// Said not to have come, or not spoken of.
  private let absent: Set<String>

  /// Whether it is told of every form what interviews say of it, and whether they want it.
  public let tellsAll: Bool

  /// Wanted and not evident.
  public var wantedNotEvident: [String] {
    wanted.filter { !evident.contains($0) && !undecided.contains($0) }
  }

  /// Wanted, and said not to have come, or not spoken of: of what some contradict, or which came in part, that is
  /// no more than open.
  public var wantedInVain: [String] { wantedNotEvident.filter(absent.contains) }

  /// Evident and not wanted: unanticipated value; nil for others than the researcher where people were
  /// interviewed, to whom it is not told what is not wanted.
  public var unanticipated: [String]? {
    tellsAll ? evident.filter { !wanted.contains($0) && !openWishes.contains($0) } : nil
  }

  /// Reads the forms of a case and phase.
  ///
  /// - Parameters:
  ///   - framework: The framework that says which constructs are forms of value.
  ///   - score: The scores of the case and phase.
  public init(framework: Framework, score: SeenScore) {
    let figures = framework.valueForms.compactMap { form in
      score.construct(form.id)?.interview.map { (form.id, $0) }
    }
    wanted = score.wantedInInterviews.value ?? []
    openWishes = Set(
      framework.valueForms.map(\.id).filter { score.construct($0)?.wish == .open })
    tellsAll = figures.allSatisfy { $0.1.heard == nil }
    evident = figures.filter { _, figure in
      figure.presence == .evident
    }.map(\.0)
    absent = Set(
      figures.filter { [.denied, .notSpokenOf].contains($0.1.presence) }.map(\.0))
    undecided = figures.filter { _, figure in
      switch figure.heard {
      case nil: (figure.counts?.unresolved ?? 0) > 0 && figure.presence != .evident
      case .borneOut: false
      case .agreed(let presence): presence == .contested || presence == .littleHeard
      case .sourcesDiffer, .littleHeard, .moreThanOne, .hidden: true
      }
    }.map(\.0)
  }

  /// Evident, and not among the forms that an earlier scan had found.
  public func evidentBeyond(scan: Set<String>) -> [String] {
    evident.filter { !scan.contains($0) }
  }
}
