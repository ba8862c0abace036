import StudyModel

extension ReportDocument.Fact {
  /// A fact that a rule says: its heading, and its sentence under it.
  init(
    label: String, _ said: SaidTogether, of framework: Framework, anchor: String? = nil
  ) {
    let sentence = said.sentence(framework)
    // A heading that lists names is said again by the sentence, with the figures.
    let heading = said.listsNames ? nil : said.heading
    self.init(
      label: label, claim: Words.withoutStop(heading ?? sentence),
      detail: heading == nil ? nil : sentence, anchor: anchor, restsOn: said.restsOn)
  }
}
