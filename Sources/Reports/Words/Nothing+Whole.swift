import StudyModel

extension Nothing {
  /// What is said where everything was seen.
  var whole: String {
    switch self {
    case .headline:
      "There is evidence, and nothing in it stands out yet"
    case .strength:
      "Nothing stands out"
    case .strengthWhy:
      "The framework’s rules find no strength in this evidence."
    case .shortfall:
      "No clear shortfall"
    case .further:
      "Nothing beside what the headline says"
    case .shortfallWhy:
      "The framework’s rules find no shortfall in this evidence."
    case .health:
      "insufficient evidence"
    case .action:
      "Nothing is called for on this evidence"
    case .actionWhy:
      "No rule of the framework calls for an action on the evidence there is."
    case .caution:
      "Nothing found that would speak against leaning on these figures."
    case .certainty:
      "There is nothing yet to be sure of"
    case .difference:
      "No clear difference between what was wanted and what came"
    case .shortForm:
      "No shortfall from what was wanted is clear"
    case .settledShortForm:
      "no other shortfall is clear"
    case .level:
      "No row has a level"
    case .band:
      "None of these practices can be put in a band yet"
    case .concern:
      "none a concern"
    case .step:
      "A step has no figure, so it cannot be told where most is lost"
    case .stepWhy:
      "a step has no figure"
    case .spokenOf:
      "None of these is spoken of"
    case .evidence:
      "no evidence"
    case .bothSources:
      "The sources cannot yet be set against each other"
    case .change:
      "Change cannot be shown yet"
    case .changeWhy:
      "No construct has a level in more than one phase. Ask the same questions again to see change."
    case .clearChange:
      "No clear change"
    case .standing:
      "Nothing yet"
    case .valueForm:
      "None spoken of"
    case .strongForm:
      "None"
    case .comparison:
      "There is too little coded evidence to set the cases beside each other"
    case .shortAnywhere:
      "No shortfall of a form of value is clear in any case"
    case .surveyAnywhere:
      "No case has survey answers. Import a survey to set what members say beside what interviewees say."
    case .spread:
      "Cases lie about as far apart as before"
    case .likeness:
      "At least two cases in which forms of value were found, or found missing, are needed to say which are alike."
    case .showing:
      "Nothing is a strength in one case and a concern in another"
    case .showingWhy:
      "A case is neither where it is between the two, where its level may lie on the other side of the border of a concern, where interviews and survey contradict each other, or where nobody knows."
    case .deviant:
      "No case was found that does not fit"
    case .deviantWhy:
      "No case departs from what the rules of the framework expect on the evidence there is. A case about which little is known cannot depart from anything."
    case .missing:
      "Nothing the framework asks for."
    case .coding:
      "Nothing was coded"
    case .agreement:
      "Agreement was not formed"
    case .agreementWhy:
      "A second coder: no source was read by two, so nothing says how well coders agree."
    case .agreementKnown:
      "No source was read by two coders: how well coders agree is not known"
    case .disputable:
      "There is nothing that coders could differ on"
    case .disputableWhy:
      "A second coder: a source that one person read has no disagreements."
    case .interviewed:
      "Nobody was interviewed for it: it holds what others state"
    case .transcripts:
      "Transcripts are not kept in the study"
    case .limit:
      "The program knows of nothing that weakens the figures"
    case .limitWhy:
      "That does not say that there is nothing: only what can be counted is looked at."
    case .limitFact:
      "Nothing that the program knows"
    case .invited:
      "How many were invited is not known, so there is no response rate"
    }
  }
}
