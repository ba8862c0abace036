import Testing

@Suite("Findings and their texts when they are wrong")
struct FindingFileTests {
  static let changes: [WrongFramework] = [
    WrongFramework(
      "A finding belongs to a known section", "findings.yaml",
      "section: gains", "section: gain",
      says: [
        #"findings.yaml:3, key "section": error: there is no section "gain". Write "gains", "#
          + #"or add it to "sections" in report.yaml. [FRAMEWORK-010]"#
      ]),
    WrongFramework(
      "A finding of a case names its section", "findings.yaml",
      "    section: gains\n", "",
      says: [
        #"findings.yaml:2, key "section": error: the finding "gain-short" lacks "section". "#
          + "Add it. [FRAMEWORK-004]"
      ]),
    WrongFramework(
      "A finding calls for known recommendations", "findings.yaml",
      "recommends: ask-again", "recommends: ask-agian",
      says: [
        #"findings.yaml:9, key "recommends": error: there is no recommendation "ask-agian". "#
          + #"Write "ask-again", or add it to "recommendations" in this file. [FRAMEWORK-010]"#,
        #"findings.yaml:31, key "id": warning: no finding calls for the recommendation "#
          + #""ask-again". Name it under "recommends" of a finding, or take it out. "#
          + "[FRAMEWORK-017]",
      ]),
    WrongFramework(
      "A tone is known", "findings.yaml",
      "tone: shortfall", "tone: short",
      says: [
        #"findings.yaml:4, key "tone": error: there is no tone "short". Use one of strength, "#
          + "shortfall, caution, neutral. [FRAMEWORK-010]"
      ]),
    WrongFramework(
      "A rule is tried on known constructs", "findings.yaml",
      "each: leaves of gain", "each: [gain.fitnes]",
      says: [
        #"findings.yaml:5, key "each": error: there is no construct "gain.fitnes". Write "#
          + #""gain.fitness", or add the construct to framework.yaml. [FRAMEWORK-010]"#
      ]),
    WrongFramework(
      "A slot is known", "findings.yaml",
      "{received this}", "{recieved this}",
      says: [
        #"findings.yaml:8, key "says": error: there is no slot "recieved". Write "received", "#
          + "or use one of name, term, score, wanted, received, gap, interval, survey, "
          + "interviews, informants, answers, mentions, grade, band, convergence, change, level, joint, "
          + "share, loss, agreeing, agreeing-in-part, contradicting, compared, "
          + "case-name, attribute, health, breadth, streams, pillar, cases, count, of, items. [FRAMEWORK-010]"
      ]),
    WrongFramework(
      "A slot of a construct names it", "findings.yaml",
      "({received this})", "({received})",
      says: [
        #"findings.yaml:8, key "says": error: {received} does not say of what. Add a "#
          + #"construct's id, or "this". [FRAMEWORK-015]"#
      ]),
    WrongFramework(
      "A slot names a known construct", "findings.yaml",
      "{{{score pace.waiting}}}", "{score pace.watting}",
      says: [
        #"findings.yaml:24, key "says": error: there is no construct "pace.watting". Write "#
          + #""pace.waiting", or add the construct to framework.yaml. [FRAMEWORK-010]"#
      ]),
    WrongFramework(
      "A slot of a case is no slot of the set", "findings.yaml",
      "{Count} of", "{health} of",
      says: [
        #"findings.yaml:29, key "says": error: {health} is of one case, and the rule is about "#
          + "the set. Use name, term, cases, count or of. [FRAMEWORK-015]"
      ]),
    WrongFramework(
      "A slot of the set is no slot of a case", "findings.yaml",
      "In {case-name}", "In {count}",
      says: [
        #"findings.yaml:24, key "says": error: {count} is of rules about the set. Add "scope: "#
          + #"set", or take it out. [FRAMEWORK-015]"#
      ]),
    WrongFramework(
      "A slot of the case stands alone", "findings.yaml",
      "{case-name}", "{case-name pace}",
      says: [
        #"findings.yaml:24, key "says": error: {case-name pace} names a construct. Write "#
          + "{case-name}. [FRAMEWORK-015]"
      ]),
    WrongFramework(
      "A slot without each has no this", "findings.yaml",
      "{attribute terrain}", "{score this}",
      says: [
        #"findings.yaml:24, key "says": error: {score this} stands in a rule without "each". "#
          + #"Either add "each" with a list of constructs, or name the construct. [FRAMEWORK-015]"#
      ]),
    WrongFramework(
      "A slot names a known attribute", "findings.yaml",
      "{attribute terrain}", "{attribute terain}",
      says: [
        #"findings.yaml:24, key "says": error: there is no attribute "terain". Write "#
          + #""terrain", or add it to "attributes" in framework.yaml. [FRAMEWORK-010]"#
      ]),
    WrongFramework(
      "What is wanted is of forms of value", "findings.yaml",
      "{attribute terrain}", "{wanted pace.route}",
      says: [
        #"findings.yaml:24, key "says": error: {wanted} is of forms of value, and "#
          + #""pace.route" is none. Name a leaf under "gain". [FRAMEWORK-018]"#
      ]),
    WrongFramework(
      "A brace is closed", "findings.yaml",
      "({received this}).", "({received this.",
      says: [
        #"findings.yaml:8, key "says": error: a brace is opened and not closed. Close the "#
          + "slot with }. [FRAMEWORK-015]"
      ]),
    WrongFramework(
      "A brace is opened", "findings.yaml",
      "({received this}).", "(received this}).",
      says: [
        #"findings.yaml:8, key "says": error: a brace is closed that was not opened. Write }} "#
          + "for a brace itself. [FRAMEWORK-015]"
      ]),
    WrongFramework(
      "A recommendation that no finding calls for is a warning", "findings.yaml",
      "    recommends: ask-again\n", "",
      says: [
        #"findings.yaml:30, key "id": warning: no finding calls for the recommendation "#
          + #""ask-again". Name it under "recommends" of a finding, or take it out. "#
          + "[FRAMEWORK-017]"
      ]),
  ]

  @Test("Each mistake is named with its file, line, key, cause and remedy", arguments: changes)
  func isNamed(change: WrongFramework) throws {
    try change.check()
  }
}
