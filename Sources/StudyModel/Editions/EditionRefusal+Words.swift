extension EditionRefusal {
  /// What stands in the way, a message a case, phase and stream: who came or went since which edition,
  /// and for how many to wait.
  public var diagnostics: [Diagnostic] {
    var places: [(caseID: String, phase: String?, isOfSurvey: Bool)] = []
    for conflict in conflicts.map(\.difference) {
      let place = (conflict.caseID, conflict.phase, conflict.statistic.isOfSurvey)
      if !places.contains(where: { $0 == place }) { places.append(place) }
    }
    return otherConsensus
      + places.compactMap { place in
        let own = conflicts.filter {
          ($0.difference.caseID, $0.difference.phase, $0.difference.statistic.isOfSurvey) == place
        }
        return own.max { Self.isLess($0.difference, $1.difference) }
          .map { Self.diagnostic($0, among: own) }
      }
  }

  /// That earlier editions were made under another rule of consensus.
  private var otherConsensus: [Diagnostic] {
    guard !underOtherConsensus.isEmpty else { return [] }
    let labels = underOtherConsensus.map(\.label)
    let otherwise = "write a draft, or publish it all the same for a reason, which is kept with it."
    return [
      Diagnostic(
        code: .editionHeld, severity: .error,
        message:
          "\(Words.list(labels, atMost: 3)) \(labels.count == 1 ? "was" : "were") made under another rule of consensus, or of what is one passage; the two, held side by side, would tell on what coders differ",
        remedy: isUnderSeveralRules
          ? "Editions went out under several rules, so that none of them is the one to go back to: \(otherwise)"
          : "Either make it under the same rules, \(otherwise)")
    ]
  }

  /// That further editions stand in the way as well: each is named, since somebody has each.
  private static func also(_ conflict: Conflict, among own: [Conflict]) -> String {
    let told = told(conflict).map(\.id)
    let labels = Edition.inOrder(own.flatMap(\.editions)).filter { !told.contains($0.id) }
      .map(\.label)
    guard !labels.isEmpty else { return "" }
    let stand = labels.count == 1 ? "stands" : "stand"
    return "; \(Words.list(labels)) \(stand) in the way as well"
  }

  /// The editions that the sentence on a conflict names.
  private static func told(_ conflict: Conflict) -> [Edition] {
    conflict.difference.matching == .together
      ? conflict.editions : conflict.editions.first.map { [$0] } ?? []
  }

  /// Whether one of two is told rather than the other: whole people before those of a construct, then what
  /// no waiting mends, then what has more to wait for.
  private static func isLess(_ left: EditionConflict, _ right: EditionConflict) -> Bool {
    let areWhole = (left.statistic.construct == nil, right.statistic.construct == nil)
    guard areWhole.0 == areWhole.1 else { return areWhole.1 }
    guard let awaited = left.awaited else { return false }
    return right.awaited.map { awaited < $0 } ?? true
  }

  private static func diagnostic(_ conflict: Conflict, among own: [Conflict]) -> Diagnostic {
    let difference = conflict.difference
    let people = people(difference.statistic)
    let place = difference.caseID + (difference.phase.map { ", \($0)" } ?? "")
    let construct = difference.statistic.construct.map { " \"\($0)\"" } ?? ""
    let behind = construct.isEmpty ? place : "\(place), on\(construct)"
    return Diagnostic(
      code: .editionHeld, severity: .error,
      message: "\(behind): \(why(conflict, people))\(also(conflict, among: own))",
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
    let labels = Words.list(told(conflict).map(\.label))
    if case .inCommon(let place) = difference.matching {
      let elsewhere = place.caseID + (place.phase.map { ", \($0)" } ?? "")
      return
        "\(Words.count(difference.came, people)) \(difference.came == 1 ? "is" : "are") behind \(elsewhere) as well, with the same answers; figures on the two, added and taken off, would tell what those said who are behind one of them alone"
    }
    guard difference.matching != .together else {
      return
        "\(labels)\(labels.isEmpty ? "other cases in" : " and") this one, added and taken off, would tell what \(Words.count(difference.came, people)) said"
    }
    if difference.matching == .words, difference.statistic.isOfSurvey {
      return
        "\(moved(difference, people)) since \(labels), and one of the two says in words what nearly all say; beside a number on more people, held side by side, that would tell what they said, and whether one differs"
    }
    if difference.matching == .words {
      return
        "\(moved(difference, people)) since \(labels), and another word stands there now; the two, held side by side, would tell what one interviewee said, or that none did"
    }
    guard !labels.isEmpty else {
      return
        "\(Words.count(difference.came + difference.went, people)) \(difference.came + difference.went == 1 ? "makes" : "make") the difference to another case or phase of this report\(renamed(difference)); the two, held side by side, would tell what they said"
    }
    return
      "\(moved(difference, people)) since \(labels)\(renamed(difference))\(weighed(difference, people)); the two, held side by side, would tell what they said"
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

  /// As how many they count, where it is not as many as they are.
  private static func weighed(_ difference: EditionConflict, _ people: String) -> String {
    switch difference.weighing {
    case nil: ""
    case .few(let number):
      ", who weigh no more than \(Words.count(number, people)) would, for organizations count the same"
    case .notKnown: ", and how people weighed in it is not known"
    }
  }

  private static func remedy(_ difference: EditionConflict, _ people: String) -> String {
    let otherwise =
      "write a draft, or publish it all the same for a reason, which is kept with it."
    if case .inCommon = difference.matching {
      return
        "People stand behind one case and phase: take them out of the one or the other, \(otherwise)"
    }
    // Of interviews that were moved or taken out no phase makes new ones.
    if difference.matching == .words, difference.went == 0 {
      return
        "No waiting mends that: give the new \(difference.statistic.isOfSurvey ? "answers" : "interviews") a phase of their own, \(otherwise)"
    }
    guard let awaited = difference.awaited else {
      return "No waiting mends that: " + otherwise
    }
    return "Either wait for \(Words.count(awaited, "more \(people)")), " + otherwise
  }
}

extension Edition {
  /// The edition in words, such as `edition 3 (health report for the convenor, 2026-04-14)`.
  public var label: String {
    "edition \(id) (\(entry.report.label) for \(entry.audienceLabel), \(entry.at.prefix(10)))"
  }
}

extension EditionEntry {
  /// For whom, in words.
  public var audienceLabel: String {
    switch audience {
    case .researcher: "the researcher"
    case .convenor: "the convenor"
    case .workingGroup: "the working group"
    }
  }
}
