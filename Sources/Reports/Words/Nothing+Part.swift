extension Nothing {
  /// What is said where some of it is hidden: a sentence of its own, or what is said where all is.
  var part: String { ofPart ?? hidden }

  /// The sentence where that some is seen changes what can be said.
  private var ofPart: String? {
    switch self {
    case .headline:
      "What may be shown says little by itself"
    case .strength:
      "Nothing stands out in what may be shown"
    case .strengthWhy, .shortfallWhy:
      "What is hidden may say otherwise."
    case .shortfall:
      "No clear shortfall in what may be shown"
    case .further:
      "Nothing beside what the headline says, in what may be shown"
    case .action:
      "What may be shown calls for nothing; what is hidden may"
    case .actionWhy:
      "The framework’s rules are tried on what may be shown alone."
    case .caution:
      "Nothing that may be shown speaks against leaning on these figures. What is hidden is not looked at here."
    case .difference:
      "No clear difference in what may be shown"
    case .shortForm:
      "No shortfall from what was wanted is clear in what may be shown"
    case .settledShortForm:
      "no other shortfall that may be shown is clear"
    case .strongForm:
      "None in what may be shown"
    case .level:
      "No level may be shown as a number"
    case .changeWhy:
      "No construct has a level that may be shown in more than one phase."
    case .standing:
      "Nothing in what may be shown"
    case .valueForm:
      "None borne out by several"
    case .shortAnywhere:
      "No shortfall of a form of value is clear in a case that is shown"
    case .showing:
      "Of what may be shown, nothing is a strength in one case and a concern in another"
    case .showingWhy:
      "What is hidden, or little heard, may be. A case is neither where it is between the two, where its level may lie on the other side of the border of a concern, or where interviews and survey contradict each other."
    case .deviant:
      "Of what may be shown, no case departs from what is expected"
    case .deviantWhy:
      "A case of which something is hidden, or little was heard, is not looked at: it may or may not fit."
    case .transcripts:
      "No transcript of the cases shown is kept in the study"
    case .limit:
      "Nothing that may be shown weakens the figures"
    case .limitFact:
      "Nothing that may be shown"
    case .invited:
      "Where answers are shown, how many were invited is not known, so there is no response rate"
    default:
      nil
    }
  }
}
