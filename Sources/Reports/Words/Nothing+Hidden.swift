import StudyModel

extension Nothing {
  /// What is said where all of it is hidden.
  var hidden: String {
    switch self {
    case .headline:
      "Too few people were heard to show what they say"
    case .strength, .shortfall, .further, .standing, .valueForm, .strongForm, .limitFact:
      Words.capitalized(Shorthand.saidHidden)
    case .strengthWhy, .shortfallWhy:
      "Too few people answered or were interviewed to show what they say."
    case .health, .evidence:
      Shorthand.saidHidden
    case .action:
      "What is called for cannot be told from what may be shown"
    case .actionWhy:
      "Too few people answered or were interviewed for the framework’s rules to be tried on what they say."
    case .caution:
      "What speaks for or against leaning on these figures is hidden."
    case .certainty:
      "Too few people to show what they say"
    case .difference, .shortForm, .settledShortForm:
      "Too few answers to compare wanted and received"
    case .level:
      "Too few people were heard to show a level"
    case .band:
      "No band of these practices may be shown"
    case .concern:
      "none of those shown a concern"
    case .step:
      "A step is told in words or hidden, so it cannot be told where most is lost"
    case .stepWhy:
      "a step is told in words or hidden"
    case .spokenOf:
      "Too little of this may be told"
    case .bothSources:
      "Too little may be shown to set the sources against each other"
    case .change:
      "Change is hidden, for few people stand behind it"
    case .changeWhy:
      "Levels are hidden in one phase or in all."
    case .clearChange:
      "No clear change in what may be shown"
    case .comparison:
      "Too little may be shown to set the cases beside each other"
    case .shortAnywhere:
      "Wanted and received are hidden in every case"
    case .surveyAnywhere:
      "Survey answers are hidden."
    case .spread:
      "The cases shown lie about as far apart as before"
    case .likeness:
      "At least two cases in which something is borne out are needed to say which are alike. What is hidden or little heard is not compared."
    case .showing:
      "Who could show whom is hidden"
    case .showingWhy:
      "Too little may be shown to tell what is a strength in one case and a concern in another."
    case .deviant:
      "Which cases do not fit is hidden"
    case .deviantWhy:
      "Too little may be shown to look for cases that do not fit."
    case .missing:
      "Nothing is missing from what is shown. Whether anything is missing from what is hidden is not told."
    case .coding:
      "How often anything was coded is in the researchers’ report"
    case .agreement:
      "How coders agree is in the researchers’ report"
    case .agreementWhy:
      "It is for the researchers alone: beside what is told of interviews it would tell of single ones."
    case .agreementKnown:
      "How well coders agree is in the researchers’ report"
    case .disputable:
      "How much coders differ, and what was decided, is in the researchers’ report"
    case .disputableWhy:
      "Beside what is told of interviews it would tell of single ones."
    case .interviewed:
      "Who was interviewed is hidden"
    case .transcripts:
      "Transcripts are hidden"
    case .limit:
      "What may weaken the figures is hidden"
    case .limitWhy:
      "Only what can be counted, and may be shown, is looked at."
    case .invited:
      "How many were invited is hidden"
    }
  }
}
