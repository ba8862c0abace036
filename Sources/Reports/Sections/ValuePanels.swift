import StudyModel

/// Short lists of what interviews say of value: hoped for in vain, come unasked, come since.
struct ValuePanels {
  let reader: CaseView
  /// The forms of value of the section.
  let forms: [String]

  private var value: ValueInInterviews { reader.valueInInterviews }

  private var wantedInVain: [String] {
    reader.asksWantedInInterviews ? value.wantedInVain.filter(forms.contains) : []
  }

  private var unanticipated: [String] {
    reader.asksWantedInInterviews ? (value.unanticipated ?? []).filter(forms.contains) : []
  }

  /// The lists that are not empty.
  var panels: [Panel] {
    [
      panel(
        "Wanted, and not evident", "In the interviews: hoped for, and not said to have come",
        wantedInVain, say: presence),
      panel(
        "Evident, and not said to be wanted",
        "Unanticipated value, as far as the interviews go",
        unanticipated, say: evidence),
      panel(
        "Evident now, and not before", "In the interviews and documents of no earlier phase",
        (reader.newlyEvident ?? []).filter(forms.contains), say: evidence),
    ].compactMap { $0 }
  }

  /// Whether a finding says of a form no more than that it stands in one of the first two lists.
  func says(_ finding: Finding) -> Bool {
    guard let id = finding.construct, (wantedInVain + unanticipated).contains(id) else {
      return false
    }
    let rule = reader.framework.findings.first { $0.id == finding.rule }
    return rule?.condition.asksWanted(of: "this") ?? false
  }

  private func panel(
    _ title: String, _ subtitle: String, _ ids: [String], say: (String) -> Panel.Entry
  ) -> Panel? {
    ids.isEmpty ? nil : Panel(title: title, subtitle: subtitle, entries: ids.map(say))
  }

  private func presence(_ id: String) -> Panel.Entry {
    let said = reader.interviews(id).map { EvidenceWords(reader: reader).presence($0).text }
    return .init(
      value: Words.capitalized(said ?? Presence.notSpokenOf.rawValue), text: name(id))
  }

  /// Who says so, and what members who answered say they wanted.
  private func evidence(_ id: String) -> Panel.Entry {
    let words = EvidenceWords(reader: reader)
    guard let figure = reader.spoken(id) else { return .init(value: "", text: name(id)) }
    let word = words.presence(figure).text
    let hides = reader.hidesInterviewees || figure.voices?.interviewees == 0
    let doubt = figure.counts?.contested == true && !hides ? " (\(word))" : ""
    let survey = reader.gap(id).figure.map { "; in the survey wanted \(Words.whole($0.desired))" }
    return .init(
      value: hides
        ? Words.capitalized(word) : words.speaking(figure) ?? Shorthand.hidden.rawValue,
      text: name(id) + doubt + (survey ?? ""))
  }

  private func name(_ id: String) -> String { Words.inSentence(reader.name(id)) }
}
