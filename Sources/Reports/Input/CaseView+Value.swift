import StudyModel

/// What the interviews say of value: wanted, evident, or only one of the two.
extension CaseView {
  /// The forms of value by what the interviews of this phase say.
  var valueInInterviews: ValueInInterviews {
    ValueInInterviews(framework: framework, score: score)
  }

  /// Whether interviews were coded for what is wanted; where not, all value would be unanticipated.
  var asksWantedInInterviews: Bool {
    hasInterviews && score.wantedInInterviews.value?.isEmpty == false
  }

  /// The forms evident now and not in the interviews and documents of any earlier phase; nil where
  /// no earlier phase has any, or the report is of no phase.
  var newlyEvident: [String]? {
    let all = CaseView.all(of: subject.id, in: input)
    guard let phase = score.phase, let place = all.firstIndex(where: { $0.score.phase == phase })
    else { return nil }
    let earlier = all[..<place].filter(\.hasInterviews).map(\.valueInInterviews)
    // Where all that was said then is hidden, nothing can be said to be new.
    guard !earlier.isEmpty, !all[..<place].contains(where: \.hidesInterviewees)
    else { return nil }
    // What sources differ on, too few having been heard, may have been evident then.
    return valueInInterviews.evidentBeyond(scan: Set(earlier.flatMap { $0.evident + $0.undecided }))
  }
}
