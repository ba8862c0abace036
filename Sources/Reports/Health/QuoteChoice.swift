import StudyModel

/// Chooses what is quoted: cleared words, one a person in a section, nothing twice.
struct QuoteChoice {
  let reader: CaseReader

  /// Two quotes at most on these constructs.
  func quotes(on ids: Set<String>, already: inout Set<String>) -> [QuoteLine] {
    var people: Set<String> = []
    var lines: [QuoteLine] = []
    for quote in reader.input.quotes {
      guard quote.caseID == reader.subject.id, quote.phase == reader.score.phase else { continue }
      guard reader.input.audience == .researcher || quote.clear else { continue }
      guard !ids.isDisjoint(with: quote.codes), !already.contains(quote.text) else { continue }
      guard people.insert(quote.participant).inserted else { continue }
      already.insert(quote.text)
      lines.append(QuoteLine(text: quote.text, attribution: attribution(quote)))
      if lines.count == 2 { break }
    }
    return lines
  }

  /// Role, interview and segment, as far as they give nobody away.
  private func attribution(_ quote: Quote) -> String {
    let codes = quote.codes.map { reader.name($0) }.joined(separator: ", ")
    let coded = codes.isEmpty ? "" : " · coded \(codes)"
    if reader.hidesInterviewees { return "Interviewee" + coded }
    let convenors = reader.score.convenors
    let holders =
      quote.role == Participant.convenorRole ? convenors : reader.score.interviewees - convenors
    let mayName = OtherEyes.mayNameRole(
      holders: holders, suppression: reader.score.suppression, to: reader.input.audience)
    let role = mayName ? quote.role : "interviewee"
    return
      "\(Words.capitalized(role)), interview \(quote.interview), segment \(quote.segment)\(coded)"
  }
}
