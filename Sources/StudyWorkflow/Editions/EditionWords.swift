public import StudyModel
import StudyStore

extension EditionRefusal {
  /// What stands in the way, a message a case, phase and stream: who came or went since which edition,
  /// and for how many to wait.
  public var diagnostics: [Diagnostic] {
    var places: [(caseID: String, phase: String?, isOfSurvey: Bool)] = []
    for conflict in conflicts.map(\.difference) {
      let place = (conflict.caseID, conflict.phase, conflict.statistic.isOfSurvey)
      if !places.contains(where: { $0 == place }) { places.append(place) }
    }
    return places.compactMap { place in
      let own = conflicts.filter {
        ($0.difference.caseID, $0.difference.phase, $0.difference.statistic.isOfSurvey) == place
      }
      // Whole people first; of the constructs the one that has the most to wait for.
      let worst = own.max { Self.weight($0.difference) < Self.weight($1.difference) }
      return worst.map(Self.diagnostic)
    }
  }

  private static func weight(_ difference: EditionConflict) -> Int {
    (difference.statistic.construct == nil ? 1000 : 0) + (difference.awaited ?? 500)
  }

  private static func diagnostic(_ conflict: Conflict) -> Diagnostic {
    let difference = conflict.difference
    let people = people(difference.statistic)
    let place = difference.caseID + (difference.phase.map { ", \($0)" } ?? "")
    let construct = difference.statistic.construct.map { " \"\($0)\"" } ?? ""
    let behind = construct.isEmpty ? place : "\(place), on\(construct)"
    return Diagnostic(
      code: .editionHeld, severity: .error,
      message: "\(behind): \(why(conflict, people))",
      remedy: remedy(difference, people))
  }

  /// Who is counted.
  private static func people(_ statistic: PublishedBase.Statistic) -> String {
    switch statistic {
    case .coded, .counted: "source"
    default: statistic.isOfSurvey ? "respondent" : "interviewee"
    }
  }

  private static func why(_ conflict: Conflict, _ people: String) -> String {
    let difference = conflict.difference
    guard difference.matching != .together else {
      return
        "\(conflict.edition.label) and others before it, with this one, would tell what \(Words.count(difference.came, people)) said, added and taken off"
    }
    return
      "\(moved(difference, people)) since \(conflict.edition.label)\(renamed(difference)); the two, held side by side, would tell what they said"
  }

  private static func moved(_ difference: EditionConflict, _ people: String) -> String {
    let (came, went) = (difference.came, difference.went)
    func count(_ number: Int) -> String { Words.count(number, people) }
    if came == went, people == "source" {
      return "what coders marked in \(count(came)) is otherwise"
    }
    if came == went { return "what \(count(came)) said counts otherwise" }
    if went == 0 { return "\(count(came)) came" }
    return came == 0 ? "\(count(went)) went" : "\(count(came)) came and \(went) went"
  }

  /// That people were known again by what they said, not by name.
  private static func renamed(_ difference: EditionConflict) -> String {
    guard case .contributions(let formerly) = difference.matching else { return "" }
    let others = " (the others said the same under other names"
    guard let formerly else { return others + ")" }
    let place = formerly.caseID + (formerly.phase.map { ", \($0)" } ?? "")
    return others + ", as \(place))"
  }

  private static func remedy(_ difference: EditionConflict, _ people: String) -> String {
    let otherwise =
      "write a draft, or publish it all the same for a reason, which is kept with it."
    guard let awaited = difference.awaited else {
      return "No waiting mends that: " + otherwise
    }
    return "Either wait for \(Words.count(awaited, "more \(people)")), " + otherwise
  }
}

extension EditionEntry {
  /// The edition in words, such as `edition 3 (health report for the convenor, 2026-04-14)`.
  public var label: String {
    "edition \(id) (\(reportLabel) for \(audienceLabel), \(at.prefix(10)))"
  }

  /// The report in words.
  public var reportLabel: String { report == "compare" ? "comparison" : "\(report) report" }

  /// For whom, in words.
  public var audienceLabel: String {
    switch audience {
    case .researcher: "the researcher"
    case .convenor: "the convenor"
    case .workingGroup: "the working group"
    }
  }
}
