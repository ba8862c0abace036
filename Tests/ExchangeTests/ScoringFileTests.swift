import Testing

@Suite("Scoring, report and tables when they are wrong")
struct ScoringFileTests {
  static let changes: [WrongFramework] = [
    WrongFramework(
      "A misspelt key in the rules of scoring is not passed over", "scoring.yaml",
      "  top-weight: 4", "  topweight: 4",
      says: [
        #"scoring.yaml:2, key "topweight": error: the set of rules has no key "topweight". "#
          + #"Write "top-weight", or take it out. [FRAMEWORK-003]"#
      ]),
    WrongFramework(
      "A number is a number", "scoring.yaml",
      "top-weight: 4", "top-weight: four",
      says: [
        #"scoring.yaml:2, key "top-weight": error: "four" is no number. Write a number such "#
          + "as 50 or 0.5, or a fraction such as 2/3. [FRAMEWORK-005]"
      ]),
    WrongFramework(
      "Infinity is no number", "scoring.yaml",
      "top-weight: 4", "top-weight: inf",
      says: [
        #"scoring.yaml:2, key "top-weight": error: "inf" is no number. Write a number such as "#
          + "50 or 0.5, or a fraction such as 2/3. [FRAMEWORK-005]"
      ]),
    WrongFramework(
      "A number must lie in its range", "scoring.yaml",
      "least-placed-share: 3/4", "least-placed-share: 4/3",
      says: [
        #"scoring.yaml:3, key "least-placed-share": error: 4/3 is out of range for "#
          + #""least-placed-share". Write a number from 0 to 1. [FRAMEWORK-011]"#
      ]),
    WrongFramework(
      "A count must lie in its range", "scoring.yaml",
      "full-answers: 6", "full-answers: 0",
      says: [
        #"scoring.yaml:5, key "full-answers": error: 0 is out of range for "full-answers". "#
          + "Write a whole number from 1. [FRAMEWORK-011]"
      ]),
    WrongFramework(
      "Thresholds are in order", "scoring.yaml",
      "full-answers: 6", "developing-from: 80",
      says: [
        #"scoring.yaml:5, key "developing-from": error: "developing-from" is not below "#
          + #""strength-from". Write the lower threshold for developing. [FRAMEWORK-011]"#
      ]),
    WrongFramework(
      "Distances of agreement are in order", "scoring.yaml",
      "full-answers: 6", "agreement-within: 50",
      says: [
        #"scoring.yaml:5, key "agreement-within": error: "agreement-within" is above "#
          + #""partial-agreement-within". Write the smaller distance for agreement. "#
          + "[FRAMEWORK-011]"
      ]),
    WrongFramework(
      "The forms of value exist", "scoring.yaml",
      "forms-of-value: gain", "forms-of-value: gian",
      says: [
        #"scoring.yaml:6, key "forms-of-value": error: there is no construct "gian". Write "#
          + #""gain", or add the construct to framework.yaml. [FRAMEWORK-010]"#
      ]),
    WrongFramework(
      "A pillar needs no more parts than it has", "scoring.yaml",
      "needed: 1", "needed: 3",
      says: [
        #"scoring.yaml:16, key "needed": error: 3 is out of range for "needed". Write a whole "#
          + "number from 1 to 2. [FRAMEWORK-011]"
      ]),
    WrongFramework(
      "A pillar weighted by what is desired is of forms of value", "scoring.yaml",
      "    needed: 1", "    needed: 1\n    weighted-by-desired: true",
      says: [
        #"scoring.yaml:17, key "weighted-by-desired": error: "weighted-by-desired" is of "#
          + #"forms of value, and "pace.waiting" is none. Name a leaf under "gain". "#
          + "[FRAMEWORK-018]",
        #"scoring.yaml:17, key "weighted-by-desired": error: "weighted-by-desired" is of "#
          + #"forms of value, and "pace.route" is none. Name a leaf under "gain". [FRAMEWORK-018]"#,
        #"scoring.yaml:17, key "weighted-by-desired": error: "weighted-by-desired" is of "#
          + #"forms of value, and "gain.company" is none. Name a leaf under "gain". "#
          + "[FRAMEWORK-018]",
      ]),
    WrongFramework(
      "A part of a pillar exists", "scoring.yaml",
      "pace.route, gain.company", "pace.rout, gain.company",
      says: [
        #"scoring.yaml:15, key "mean-of": error: there is no construct "pace.rout". Write "#
          + #""pace.route", or add the construct to framework.yaml. [FRAMEWORK-010]"#
      ]),
    WrongFramework(
      "A figure is known", "report.yaml",
      "figure: wanted-and-received", "figure: wanted-and-recieved",
      says: [
        #"report.yaml:7, key "figure": error: there is no figure "wanted-and-recieved". Write "#
          + #""wanted-and-received", or use one of wanted-and-received, practices, mentions, "#
          + "facts, levels, chain, joint. [FRAMEWORK-010]"
      ]),
    WrongFramework(
      "A figure of what is wanted shows forms of value", "report.yaml",
      "of: leaves of gain", "of: pace",
      says: [
        #"report.yaml:8, key "of": error: the figure "wanted-and-received" is of forms of "#
          + #"value, and "pace.waiting" is none. Name a leaf under "gain". [FRAMEWORK-018]"#,
        #"report.yaml:8, key "of": error: the figure "wanted-and-received" is of forms of "#
          + #"value, and "pace.route" is none. Name a leaf under "gain". [FRAMEWORK-018]"#,
      ]),
    WrongFramework(
      "A figure shows something", "report.yaml",
      "    of: leaves of gain\n", "",
      says: [
        #"report.yaml:2, key "of": error: the figure "wanted-and-received" lacks "of". Add "#
          + "what it shows. [FRAMEWORK-004]"
      ]),
    WrongFramework(
      "A section draws a figure", "report.yaml",
      "    figure: wanted-and-received\n    of: leaves of gain\n", "",
      says: [
        #"report.yaml:2, key "sections": error: the section "gains" draws no figure. Add "#
          + #""figure" and "of", or "parts" for several figures. [FRAMEWORK-004]"#
      ]),
    WrongFramework(
      "Plain words stand with every step or with none", "report.yaml",
      "- pace.waiting: wait for the last", "- pace.waiting",
      says: [
        #"report.yaml:18, key "of": error: the figure "chain" has 1 step. Name two constructs "#
          + "or more, in causal order. [FRAMEWORK-016]",
        #"report.yaml:19, key "of": error: "pace.waiting" has no plain words, and others of "#
          + #"the list have. Write "id: plain words" for every entry, or for none. [FRAMEWORK-016]"#,
      ]),
    WrongFramework(
      "A chain has two steps or more", "report.yaml",
      "          - pace.waiting: wait for the last\n", "",
      says: [
        #"report.yaml:18, key "of": error: the figure "chain" has 1 step. Name two constructs "#
          + "or more, in causal order. [FRAMEWORK-016]"
      ]),
    WrongFramework(
      "Facts are known attributes", "report.yaml",
      "[terrain, walkers]", "[terrain, walker]",
      says: [
        #"report.yaml:22, key "attributes": error: there is no attribute "walker". Write "#
          + #""walkers", or add it to "attributes" in framework.yaml. [FRAMEWORK-010]"#
      ]),
    WrongFramework(
      "A section keeps clear of those that every report has", "report.yaml",
      "id: keeping-pace", "id: next",
      says: [
        #"report.yaml:9, key "id": error: every report has a section "next" already. Give it "#
          + "an id other than headline, next, trend, quality, method. [FRAMEWORK-009]",
        #"findings.yaml:12, key "section": error: there is no section "keeping-pace". Add it "#
          + #"to "sections" in report.yaml. [FRAMEWORK-010]"#,
      ]),
    WrongFramework(
      "Parts of several have titles", "report.yaml",
      "        title: Steps\n", "",
      says: [
        #"report.yaml:15, key "title": error: the part lacks "title". Add it. [FRAMEWORK-004]"#
      ]),
    WrongFramework(
      "A row is as long as the header", "tables.yaml",
      "[Summer, Hills]", "[Summer]",
      says: [
        #"tables.yaml:7, key "rows": error: the row has 1 of the table's 2 cells. Write a "#
          + #"cell a column, "" for an empty one. [FRAMEWORK-016]"#
      ]),
  ]

  @Test("Each mistake is named with its file, line, key, cause and remedy", arguments: changes)
  func isNamed(change: WrongFramework) throws {
    try change.check()
  }
}
