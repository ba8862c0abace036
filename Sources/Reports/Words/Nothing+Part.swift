extension Nothing {
  /// What is said where some of it is hidden.
  var part: String {
    switch self {
    case .headline, .strength:
      "Nothing stands out in what may be shown"
    case .strengthWhy, .shortfallWhy:
      "Findings are formed from what may be shown. What is hidden may say otherwise."
    case .shortfall:
      "No clear shortfall in what may be shown"
    case .health, .evidence:
      "hidden [c]"
    case .action:
      "What may be shown calls for nothing; what is hidden may"
    case .actionWhy:
      "The framework’s rules are tried on what may be shown alone."
    case .caution:
      "Nothing that may be shown speaks against leaning on these figures. What is hidden is not looked at here."
    case .certainty:
      "Too few people to show what they say"
    case .difference:
      "No clear difference in what may be shown"
    case .shortForm:
      "Nothing that may be shown falls clearly short of what was wanted"
    case .level:
      "No level may be shown as a number"
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
      "No construct has a level that may be shown in more than one phase."
    case .clearChange:
      "No clear change in what may be shown"
    case .standing:
      "Nothing in what may be shown"
    case .valueForm:
      "None borne out by several"
    case .comparison:
      "Too little may be shown to set the cases beside each other"
    case .shortAnywhere:
      "No form of value falls clearly short in a case that is shown"
    case .surveyAnywhere:
      "Survey answers are hidden."
    case .spread:
      "The cases shown lie about as far apart as before"
    case .likeness:
      "At least two cases in which something is borne out are needed to say which are alike. What is hidden or little heard is not compared."
    case .deviant:
      "Of what may be shown, no case departs from what is expected"
    case .deviantWhy:
      "A case of which something is hidden, or little was heard, is not looked at: it may or may not fit."
    case .missing:
      "Nothing that may be shown is missing; what is hidden is not listed."
    case .coding:
      "Sources were coded; how many is hidden"
    case .agreement:
      "Agreement is hidden"
    case .agreementWhy:
      "Too few sources of the cases shown were read by two coders to tell how they agree."
    case .agreementKnown:
      "How well coders agree is hidden"
    case .disputable:
      "How many units were disputed is hidden"
    case .disputableWhy:
      "Too few sources of the cases shown were read by two coders to tell on what they differ."
    case .decision:
      "Whether decisions were made is hidden."
    case .interviewed:
      "Who was interviewed is hidden"
    case .transcripts:
      "No transcript of the cases shown is kept in the study"
    case .limit:
      "Nothing that may be shown weakens the figures"
    case .limitWhy:
      "Only what can be counted, and may be shown, is looked at."
    case .limitFact:
      "Nothing that may be shown"
    case .invited:
      "Where answers are shown, how many were invited is not recorded, so there is no response rate"
    case .lowCode:
      "None of the codes shown that can be judged falls below 0.667"
    case .lowCodeHeadline:
      "Coders agree well enough to draw conclusions from every code shown that can be judged."
    case .lowCodeTitle:
      "Agreement reaches 0.667 on every code shown that can be judged"
    case .lowFamily:
      "Every family of the codes shown reaches 0.667"
    case .lowPair:
      "Every pair of coders shown reaches 0.667"
    case .dispute:
      "Coders differ on no unit of the cases and codes shown"
    case .disputeWhy:
      "There is nothing to decide in what may be shown."
    case .settled:
      "No decision has been made on a unit that is shown."
    case .open:
      "Nothing that is shown is open."
    case .rounds:
      "Rounds of coding are for the researchers"
    }
  }
}
