import Testing

@Suite("The framework file when it is wrong")
struct FrameworkFileTests {
  static let changes: [WrongFramework] = [
    WrongFramework(
      "A file that is no YAML names the line", "framework.yaml",
      "title: Learning in walking groups", "title: Learning: in walking groups",
      says: [
        "framework.yaml:3: error: this is not YAML: mapping values are not allowed in this "
          + "context (at character 16). Check indentation, and quote texts that hold "
          + #"": " or " #" or begin with a bracket or brace. [FRAMEWORK-001]"#
      ]),
    WrongFramework(
      "An alias without its anchor is an error", "framework.yaml",
      "children-are: *gains", "children-are: *gain",
      says: [
        "framework.yaml:41: error: this is not YAML: found undefined alias. Define the "
          + "anchor before its alias. [FRAMEWORK-001]"
      ]),
    WrongFramework(
      "A key written twice is an error, on the line of the second", "framework.yaml",
      "title: Learning in walking groups", "title: Learning in walking groups\nversion: 1.0.0",
      says: [
        #"framework.yaml:4, key "version": error: the key "version" is written twice; the "#
          + "first is on line 2. Keep one of the two. [FRAMEWORK-002]"
      ]),
    WrongFramework(
      "A key written twice with and without quotes is an error", "framework.yaml",
      "title: Learning in walking groups", "title: Learning in walking groups\n\"version\": 1.0.0",
      says: [
        #"framework.yaml:4, key "version": error: the key "version" is written twice; the "#
          + "first is on line 2. Keep one of the two. [FRAMEWORK-002]"
      ]),
    WrongFramework(
      "Merging is no part of the format", "framework.yaml",
      "children-are: *gains", "children-are: {<<: *gains}",
      says: [
        #"framework.yaml:41, key "<<": error: merging with "<<" is not part of the format. "#
          + "Write the keys out. [FRAMEWORK-003]"
      ], andMore: true),
    WrongFramework(
      "A key that is a list is an error", "framework.yaml",
      "  Waits: pace.waiting", "  ? [Waits]\n  : pace.waiting",
      says: [
        "framework.yaml:59: error: a key is a list or has keys of its own. Write a plain "
          + "word as the key; quote a text that begins with a bracket or brace. [FRAMEWORK-005]"
      ]),
    WrongFramework(
      "An unknown key names the nearest", "framework.yaml",
      "        plain-name: being fit", "        plain-nmae: being fit",
      says: [
        #"framework.yaml:33, key "plain-nmae": error: the construct ".fitness" has no key "#
          + #""plain-nmae". Write "plain-name", or take it out. [FRAMEWORK-003]"#
      ]),
    WrongFramework(
      "A missing key is named", "framework.yaml",
      "        definition: Walking further than before.\n", "",
      says: [
        #"framework.yaml:31, key "definition": error: the construct ".fitness" lacks "#
          + #""definition". Add it. [FRAMEWORK-004]"#
      ]),
    WrongFramework(
      "A missing key of the file is named", "framework.yaml",
      "version: 1.10.0\n", "",
      says: [
        #"framework.yaml:1, key "version": error: the framework "small" lacks "version". Add "#
          + "it. [FRAMEWORK-004]"
      ]),
    WrongFramework(
      "A key without a value is an error", "framework.yaml",
      "title: Learning in walking groups", "title:",
      says: [
        #"framework.yaml:3, key "title": error: a text is wanted, and here is nothing. Write "#
          + "a text, in quotes where it begins with a bracket or brace. [FRAMEWORK-005]"
      ]),
    WrongFramework(
      "An empty text is an error", "framework.yaml",
      "title: Learning in walking groups", #"title: """#,
      says: [
        #"framework.yaml:3, key "title": error: a text is wanted, and here is an empty one. "#
          + "Write a text, in quotes where it begins with a bracket or brace. [FRAMEWORK-005]"
      ]),
    WrongFramework(
      "A list where a text is wanted is an error", "framework.yaml",
      "name: Fitness", "name: [Fitness]",
      says: [
        #"framework.yaml:32, key "name": error: a text is wanted, and here is a list. Write a "#
          + "text, in quotes where it begins with a bracket or brace. [FRAMEWORK-005]"
      ]),
    WrongFramework(
      "A version is numbers with dots", "framework.yaml",
      "version: 1.10.0", "version: v1",
      says: [
        #"framework.yaml:2, key "version": error: "v1" is no version. Write whole numbers "#
          + "with dots, such as 1.0.0. [FRAMEWORK-008]"
      ]),
    WrongFramework(
      "An id has its form", "framework.yaml",
      "id: .fitness", "id: .Fitness",
      says: [
        #"framework.yaml:31, key "id": error: "gain.Fitness" is no id. Write lower-case "#
          + "letters, digits and hyphens, in parts joined by dots. [FRAMEWORK-008]",
        #"questionnaires.yaml:9, key "of": error: there is no construct "gain.fitness". Write "#
          + #""gain.Fitness", or add the construct to framework.yaml. [FRAMEWORK-010]"#,
        #"findings.yaml:23, key "wanted": error: there is no construct "gain.fitness". Write "#
          + #""gain.Fitness", or add the construct to framework.yaml. [FRAMEWORK-010]"#,
      ]),
    WrongFramework(
      "A reference's key has its form", "framework.yaml",
      "key: rowe2001", "key: rowe 2001",
      says: [
        #"framework.yaml:8, key "key": error: "rowe 2001" is no key of a reference. Write "#
          + "letters, digits and hyphens, such as smith1999. [FRAMEWORK-008]"
      ], andMore: true),
    WrongFramework(
      "Two constructs of one id are an error", "framework.yaml",
      "id: .route", "id: .waiting",
      says: [
        #"framework.yaml:57, key "id": error: the construct "pace.waiting" is there already, "#
          + "on line 56. Give one of them another id. [FRAMEWORK-009]"
      ], andMore: true),
    WrongFramework(
      "A construct under another's id is an error", "framework.yaml",
      "id: gain.company.new", "id: gain.friends.new",
      says: [
        #"framework.yaml:44, key "id": error: "gain.friends.new" stands under "gain.company", "#
          + #"with which its id does not begin. Either write an id such as ".new", or move it to "#
          + "its parent. [FRAMEWORK-012]"
      ], andMore: true),
    WrongFramework(
      "A relative id needs a parent", "framework.yaml",
      "  - id: pace\n", "  - id: .pace\n",
      says: [
        #"framework.yaml:48, key "id": error: ".pace" is relative to a parent, and there is "#
          + "none. Write the id without the first dot. [FRAMEWORK-012]"
      ], andMore: true),
    WrongFramework(
      "A root that belongs under another construct is an error", "framework.yaml",
      "  - id: pace\n", "  - id: gain.pace\n",
      says: [
        #"framework.yaml:48, key "id": error: "gain.pace" begins with "gain" and does not "#
          + #"stand under it. Move it under the "children" of "gain". [FRAMEWORK-012]"#
      ], andMore: true),
    WrongFramework(
      "An unknown level names the nearest", "framework.yaml",
      "levels: [walker, group]\n      source", "levels: [walkr, group]\n      source",
      says: [
        #"framework.yaml:28, key "levels": error: there is no level of learning "walkr". "#
          + #"Write "walker", or use one of walker, group. [FRAMEWORK-010]"#
      ]),
    WrongFramework(
      "A source without a place is an error", "framework.yaml",
      "source: hale2004, chapter 1", "source: hale2004",
      says: [
        #"framework.yaml:47, key "source": error: the source "hale2004" names no place. Write "#
          + "the reference's key, a comma, and the section or table. [FRAMEWORK-008]"
      ]),
    WrongFramework(
      "A source of an unknown publication names the nearest", "framework.yaml",
      "source: hale2004, chapter 1", "source: hale2005, chapter 1",
      says: [
        #"framework.yaml:47, key "source": error: there is no reference "hale2005". Write "#
          + #""hale2004", or add the publication to "references" in framework.yaml. "#
          + "[FRAMEWORK-010]"
      ]),
    WrongFramework(
      "A code of an unknown construct names the nearest", "framework.yaml",
      "Waits: pace.waiting", "Waits: pace.wating",
      says: [
        #"framework.yaml:59, key "Waits": error: there is no construct "pace.wating". Write "#
          + #""pace.waiting", or add the construct to framework.yaml. [FRAMEWORK-010]"#
      ]),
    WrongFramework(
      "What was wanted is a form of value", "framework.yaml",
      "Hoped for friends: gain.company.new.desired", "Hoped for waiting: pace.waiting.desired",
      says: [
        #"framework.yaml:61, key "Hoped for waiting": error: what was wanted is of forms of "#
          + #"value, and "pace.waiting" is none. Name a leaf under "gain". [FRAMEWORK-018]"#
      ]),
  ]

  @Test("Each mistake is named with its file, line, key, cause and remedy", arguments: changes)
  func isNamed(change: WrongFramework) throws {
    try change.check()
  }
}
