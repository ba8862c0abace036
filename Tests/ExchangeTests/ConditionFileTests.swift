import Testing

@Suite("Conditions when they are wrong")
struct ConditionFileTests {
  static let changes: [WrongFramework] = [
    WrongFramework(
      "A condition on an unknown construct is an error", "findings.yaml",
      "{score: pace.waiting, below: 50, at-least: 10}", "{score: pace.wating, below: 50}",
      says: [
        #"findings.yaml:17, key "score": error: there is no construct "pace.wating". Write "#
          + #""pace.waiting", or add the construct to framework.yaml. [FRAMEWORK-010]"#
      ]),
    WrongFramework(
      "A condition without each has no this", "findings.yaml",
      "{band: pace.route, in", "{band: this, in",
      says: [
        #"findings.yaml:18, key "band": error: "this" stands in a rule without "each". Either "#
          + #"add "each" with a list of constructs, or name the construct. [FRAMEWORK-014]"#
      ]),
    WrongFramework(
      "An unknown condition names the nearest", "findings.yaml",
      "{score: pace.waiting, below: 50, at-least: 10}", "{scores: pace.waiting, below: 50}",
      says: [
        #"findings.yaml:17, key "scores": error: no condition is called "scores". Write "#
          + #""score". [FRAMEWORK-014]"#
      ]),
    WrongFramework(
      "A misspelt bound names the nearest", "findings.yaml",
      "below: 50, at-least: 10", "belov: 50, at-least: 10",
      says: [
        #"findings.yaml:17, key "belov": error: the condition "score" has no key "belov". "#
          + #"Write "below", or take it out. [FRAMEWORK-003]"#
      ]),
    WrongFramework(
      "A condition has a bound", "findings.yaml",
      "{number: health, at-most: 60}", "{number: health}",
      says: [
        #"findings.yaml:21, key "number": error: the condition "number" has no bound. Add "#
          + #""at-least", "above", "at-most" or "below". [FRAMEWORK-014]"#
      ]),
    WrongFramework(
      "Bounds leave room", "findings.yaml",
      "below: 50, at-least: 10", "below: 50, at-least: 50",
      says: [
        #"findings.yaml:17, key "at-least": error: the condition "score" can never hold: no "#
          + "number is within its bounds. Write a lower bound that is below the upper one. "
          + "[FRAMEWORK-014]"
      ]),
    WrongFramework(
      "Two bounds of one side are one too many", "findings.yaml",
      "at-least: 10", "above: 10, at-least: 5",
      says: [
        #"findings.yaml:17, key "above": error: the condition "score" has "at-least" and "#
          + #""above". Keep one of the two. [FRAMEWORK-014]"#
      ]),
    WrongFramework(
      "A condition asks one thing", "findings.yaml",
      "{score: pace.waiting, below: 50, at-least: 10}",
      "{score: pace.waiting, evidence: pace.waiting, below: 50}",
      says: [
        #"findings.yaml:17, key "evidence": error: a condition asks for "score" and "#
          + #""evidence" at once. Write them as two conditions under "all" or "any". "#
          + "[FRAMEWORK-014]"
      ]),
    WrongFramework(
      "A word is one of its kind", "findings.yaml",
      "[concern, developing]", "[concern, develping]",
      says: [
        #"findings.yaml:18, key "in": error: there is no band "develping". Write "#
          + #""developing", or use one of concern, developing, strength. [FRAMEWORK-010]"#
      ]),
    WrongFramework(
      "A state of a gap is known", "findings.yaml",
      "is: short", "is: shorter",
      says: [
        #"findings.yaml:6, key "is": error: there is no state of a gap "shorter". Write "#
          + #""short", or use one of short, over, level, contradicted. [FRAMEWORK-010]"#
      ]),
    WrongFramework(
      "A gap is of a form of value", "findings.yaml",
      "{wanted: gain.fitness, is: yes}", "{gap: pace.route, is: short}",
      says: [
        #"findings.yaml:23, key "gap": error: "gap" is of forms of value, and "pace.route" is "#
          + #"none. Name a leaf under "gain". [FRAMEWORK-018]"#
      ]),
    WrongFramework(
      "Spoken counts children", "findings.yaml",
      "{wanted: gain.fitness, is: yes}", "{spoken: gain.fitness, at-least: 1}",
      says: [
        #"findings.yaml:23, key "spoken": error: "spoken" counts children, and "gain.fitness" "#
          + "has none. Name a construct with children. [FRAMEWORK-018]"
      ]),
    WrongFramework(
      "An attribute is known", "findings.yaml",
      "{attribute: walkers,", "{attribute: walker,",
      says: [
        #"findings.yaml:20, key "attribute": error: there is no attribute "walker". Write "#
          + #""walkers", or add it to "attributes" in framework.yaml. [FRAMEWORK-010]"#
      ]),
    WrongFramework(
      "A value of an attribute is known", "findings.yaml",
      "is: no}", "is: hill}",
      says: [
        #"findings.yaml:19, key "is": error: there is no value of "terrain": "hill". Write "#
          + #""hills", or use one of hills, no, plain. [FRAMEWORK-010]"#
      ]),
    WrongFramework(
      "A pillar of a condition is known", "findings.yaml",
      "pillar: together", "pillar: togther",
      says: [
        #"findings.yaml:22, key "pillar": error: there is no pillar "togther". Write "#
          + #""together", or add it to "pillars" in scoring.yaml. [FRAMEWORK-010]"#
      ]),
    WrongFramework(
      "A number of the case is known", "findings.yaml",
      "number: health", "number: heath",
      says: [
        #"findings.yaml:21, key "number": error: there is no number of a case "heath". Write "#
          + #""health", or use one of health, value-breadth, forms-found, interviewees, organizations, "#
          + "clear-changes, agreeing, agreeing-in-part, contradicting, compared. [FRAMEWORK-010]"
      ]),
    WrongFramework(
      "The lowest is among those compared", "findings.yaml",
      "{lowest: pace.waiting, of: children of pace}", "{lowest: pace.waiting, of: leaves of gain}",
      says: [
        #"findings.yaml:15, key "of": error: "pace.waiting" is not among the constructs under "#
          + #""of". Add it to the list. [FRAMEWORK-014]"#
      ]),
    WrongFramework(
      "The lowest is compared with others", "findings.yaml",
      "{lowest: pace.waiting, of: children of pace}", "{lowest: pace.waiting}",
      says: [
        #"findings.yaml:15, key "lowest": error: "lowest" does not say among which "#
          + #"constructs. Add "of" with two constructs or more. [FRAMEWORK-014]"#
      ]),
    WrongFramework(
      "A rule about one case does not count cases", "findings.yaml",
      "    scope: set\n", "    section: gains\n",
      says: [
        #"findings.yaml:28, key "cases": error: a rule about one case asks for "cases". "#
          + #"Either write "scope: set", or ask about the case itself. [FRAMEWORK-014]"#,
        #"findings.yaml:29, key "says": error: {count} is of rules about the set. Add "scope: "#
          + #"set", or take it out. [FRAMEWORK-015]"#,
        #"findings.yaml:29, key "says": error: {of} is of rules about the set. Add "scope: "#
          + #"set", or take it out. [FRAMEWORK-015]"#,
        #"findings.yaml:29, key "says": error: {cases} is of rules about the set. Add "scope: "#
          + #"set", or take it out. [FRAMEWORK-015]"#,
      ]),
    WrongFramework(
      "A rule about the set asks about cases", "findings.yaml",
      "{cases: {presence: gain.company.new, is: evident}, share-at-least: 0.5, count-above: 1}",
      "{presence: gain.company.new, is: evident}",
      says: [
        #"findings.yaml:28, key "presence": error: a rule about the set asks for "presence" "#
          + #"of a case. Put it inside "cases", which counts the cases in which it holds. "#
          + "[FRAMEWORK-014]"
      ]),
    WrongFramework(
      "Cases are counted within bounds", "findings.yaml",
      ", share-at-least: 0.5, count-above: 1", "",
      says: [
        #"findings.yaml:28, key "cases": error: "cases" does not say in how many it must "#
          + #"hold. Add "count-at-least", "share-at-least" or another bound. [FRAMEWORK-014]"#
      ]),
    WrongFramework(
      "A share is at most one", "findings.yaml",
      "share-at-least: 0.5", "share-at-least: 50",
      says: [
        #"findings.yaml:28, key "share-at-least": error: 50 is out of range for "#
          + #""share-at-least". Write a number from 0 to 1. [FRAMEWORK-011]"#
      ]),
    WrongFramework(
      "An empty list of conditions is an error", "findings.yaml",
      "when: {gap: this, is: short}", "when: {all: []}",
      says: [
        #"findings.yaml:6, key "all": error: the list of conditions is empty. Say what must "#
          + "hold. [FRAMEWORK-014]"
      ]),
  ]

  @Test("Each mistake is named with its file, line, key, cause and remedy", arguments: changes)
  func isNamed(change: WrongFramework) throws {
    try change.check()
  }
}
