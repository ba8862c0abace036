import Testing

@Suite("Questionnaires and guides when they are wrong")
struct QuestionnaireFileTests {
  static let changes: [WrongFramework] = [
    WrongFramework(
      "An unclosed bracket names the line", "questionnaires.yaml",
      "audience: [participant, convenor]", "audience: [participant, convenor",
      says: [
        "questionnaires.yaml:6: error: this is not YAML: did not find expected ',' or ']' (at character 17). "
          + #"Check indentation, and quote texts that hold ": " or " #" or begin with a bracket "#
          + "or brace. [FRAMEWORK-001]"
      ]),
    WrongFramework(
      "A second document is an error", "guides.yaml",
      "      - ask: Is there", "---\nguides: []\n      - ask: Is there",
      says: [
        "guides.yaml:10: error: a second document begins in the file. Keep one document a "
          + "file. [FRAMEWORK-001]"
      ]),
    WrongFramework(
      "An unknown key with no near one lists what may stand", "guides.yaml",
      "    minutes: 30", "    weather: fine",
      says: [
        #"guides.yaml:5, key "weather": error: the guide "walker" has no key "weather". Take "#
          + "it out, or use one of id, title, audience, topics, minutes. [FRAMEWORK-003]"
      ]),
    WrongFramework(
      "A text where keys are wanted is an error", "questionnaires.yaml",
      "scale: {low: 1, high: 7}", "scale: 7",
      says: [
        #"questionnaires.yaml:15, key "scale": error: a scale is written with keys, and here "#
          + "is a text. Write low, high, labels and so on. [FRAMEWORK-005]"
      ]),
    WrongFramework(
      "A truth value is true or false", "questionnaires.yaml",
      "reversed: true", "reversed: yes",
      says: [
        #"questionnaires.yaml:13, key "reversed": error: "reversed" is "yes". Write true or "#
          + "false. [FRAMEWORK-005]"
      ]),
    WrongFramework(
      "A whole number is whole", "guides.yaml",
      "minutes: 30", "minutes: 30.5",
      says: [
        #"guides.yaml:5, key "minutes": error: "30.5" is no whole number. Write one such as "#
          + "5. [FRAMEWORK-005]"
      ]),
    WrongFramework(
      "An item of an unknown construct names the nearest", "questionnaires.yaml",
      "gain.company.new.1: I met", "gain.company.now.1: I met",
      says: [
        #"questionnaires.yaml:16, key "gain.company.now.1": error: there is no construct "#
          + #""gain.company.now". Write "gain.company.new", or add the construct to "#
          + "framework.yaml. [FRAMEWORK-010]"
      ]),
    WrongFramework(
      "An item that names no construct is an error", "questionnaires.yaml",
      "        construct: pace.waiting\n", "",
      says: [
        #"questionnaires.yaml:18, key "id": error: the item "wait" does not say what it "#
          + #"measures. Either begin its id with the construct's, or add "construct". "#
          + "[FRAMEWORK-013]",
        #"questionnaires.yaml:27, key "items": error: there is no item of an earlier "#
          + #"questionnaire "wait". Write the item here as "id: wording". [FRAMEWORK-010]"#,
      ]),
    WrongFramework(
      "A parent has no items of its own", "questionnaires.yaml",
      "gain.company.new.1: I met", "gain.company.1: I met",
      says: [
        #"questionnaires.yaml:16, key "gain.company.1": error: the item "gain.company.1" is "#
          + #"of "gain.company", which has children and no items of its own. Ask about one of "#
          + "gain.company.old, gain.company.new. [FRAMEWORK-013]"
      ]),
    WrongFramework(
      "A desired item is of a form of value", "questionnaires.yaml",
      "pace.route.1: All know", "pace.route.desired: All know",
      says: [
        #"questionnaires.yaml:29, key "pace.route.desired": error: a desired item is of forms "#
          + #"of value, and "pace.route" is none. Name a leaf under "gain". [FRAMEWORK-018]"#
      ]),
    WrongFramework(
      "A desired item is not reversed", "questionnaires.yaml",
      "            scale: {low: 1, high: 7}", "            reversed: true",
      says: [
        #"questionnaires.yaml:14, key ".desired": error: the item "gain.fitness.desired" asks "#
          + "what is wanted and is reversed. Word it so that a high answer means that much is "
          + "wanted. [FRAMEWORK-013]"
      ]),
    WrongFramework(
      "Two items of one id are an error", "questionnaires.yaml",
      "- .2: I rest", "- .1: I rest",
      says: [
        #"questionnaires.yaml:12, key ".1": error: the item "gain.fitness.1" is there "#
          + "already, on line 11. Give one of them another id. [FRAMEWORK-009]"
      ]),
    WrongFramework(
      "An item taken over must be there", "questionnaires.yaml",
      "      - wait\n", "      - waits\n",
      says: [
        #"questionnaires.yaml:28, key "items": error: there is no item of an earlier "#
          + #"questionnaire "waits". Write "wait", or write the item here as "id: wording". "#
          + "[FRAMEWORK-010]"
      ]),
    WrongFramework(
      "Items of one construct share their points", "questionnaires.yaml",
      "            reversed: true", "            scale: {low: 0, high: 5}",
      says: [
        #"questionnaires.yaml:12, key ".2": error: the item "gain.fitness.2" runs from 0 to "#
          + "5, others of its construct from 1 to 5. Give all items of a construct the same "
          + "lowest and highest point. [FRAMEWORK-013]"
      ]),
    WrongFramework(
      "An item of an earlier questionnaire measures the same again", "questionnaires.yaml",
      "      - wait\n", "      - {id: wait, construct: pace.route, wording: We wait.}\n",
      says: [
        #"questionnaires.yaml:28, key "id": error: the item "wait" measures something else in "#
          + "an earlier questionnaire. Either give it another id, or measure the same in both. "
          + "[FRAMEWORK-013]"
      ]),
    WrongFramework(
      "A scale has its low point below its high one", "questionnaires.yaml",
      "scale: {low: 1, high: 7}", "scale: {low: 7, high: 1}",
      says: [
        #"questionnaires.yaml:15, key "high": error: the scale ends at 1, which is not above "#
          + "its low point 7. Write the lowest point as low and the highest as high. "
          + "[FRAMEWORK-011]"
      ]),
    WrongFramework(
      "A scale keeps clear of the values for missing answers", "questionnaires.yaml",
      "scale: {low: 1, high: 7}", "scale: {low: -125, high: 7}",
      says: [
        #"questionnaires.yaml:15, key "low": error: -125 is out of range for "low". Write a "#
          + "whole number from -119 to 127. [FRAMEWORK-011]"
      ]),
    WrongFramework(
      "A scale has a label a point", "questionnaires.yaml",
      "labels: [No, A little, Partly, Mostly, Yes]", "labels: [No, Yes]",
      says: [
        #"questionnaires.yaml:7, key "labels": error: the scale from 1 to 5 has 5 points and "#
          + "2 labels. Write a label a point, lowest first, or none. [FRAMEWORK-016]"
      ]),
    WrongFramework(
      "Who is asked is known", "questionnaires.yaml",
      "audience: participant", "audience: participants",
      says: [
        #"questionnaires.yaml:17, key "audience": error: there is no audience "participants". "#
          + #"Write "participant", or use one of participant, convenor. [FRAMEWORK-010]"#
      ]),
    WrongFramework(
      "A topic brings out known constructs", "guides.yaml",
      "pace.waiting]", "pace.waitin]",
      says: [
        #"guides.yaml:9, key "constructs": error: there is no construct "pace.waitin". Write "#
          + #""pace.waiting", or add the construct to framework.yaml. [FRAMEWORK-010]"#
      ]),
    WrongFramework(
      "Only parents have children", "guides.yaml",
      "children of gain", "children of gain.fitness",
      says: [
        #"guides.yaml:9, key "constructs": error: "gain.fitness" has no children. Write its "#
          + "id alone, or name a construct that has some. [FRAMEWORK-018]"
      ]),
  ]

  @Test("Each mistake is named with its file, line, key, cause and remedy", arguments: changes)
  func isNamed(change: WrongFramework) throws {
    try change.check()
  }
}
