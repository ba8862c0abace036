import StudyModel

/// Chooses what is quoted of what may be: one a person in a section, nothing twice.
struct QuoteChoice {
  let reader: CaseView

  /// Two quotes at most on these constructs.
  func quotes(on ids: Set<String>, already: inout Set<String>) -> [QuoteLine] {
    var people: Set<String> = []
    var lines: [QuoteLine] = []
    for quote in reader.input.quotes {
      guard quote.caseID == reader.subject.id, quote.phase == reader.score.phase else { continue }
      guard !ids.isDisjoint(with: quote.codes), !already.contains(quote.text) else { continue }
      guard people.insert(quote.participant).inserted else {
        // Printed further on, it would tell others that it is from somebody quoted here.
        if !reader.eyes.seeEverything { already.insert(quote.text) }
        continue
      }
      already.insert(quote.text)
      lines.append(QuoteLine(text: quote.text, attribution: attribution(quote)))
      if lines.count == 2 { break }
    }
    return lines
  }

  /// Role, interview and segment; to others than the researcher all are from an interviewee, for any
  /// difference between them, or a number that returns, would tell who says what.
  private func attribution(_ quote: Quote) -> String {
    let isForOthers = !reader.eyes.seeEverything
    let codes = quote.codes.map { id in
      // Beside a row in which no wish is told, and beside one in which nothing else is.
      let isWish = isForOthers && quote.wishes(id)
      return reader.name(id) + (isWish ? " (wanted)" : "")
    }.joined(separator: ", ")
    let coded = codes.isEmpty ? "" : " · coded \(codes)"
    if isForOthers { return "An interviewee" + coded }
    return
      "\(Words.capitalized(quote.role.rawValue)), interview \(quote.interview), segment \(quote.segment)\(coded)"
  }
}
