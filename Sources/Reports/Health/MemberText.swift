import StudyModel

/// A page for the members who answered: what they told, in the words of the full report, and what follows from it.
///
/// It says nothing that the convenor's report does not, and has no figure to be explained.
struct MemberText {
  let full: ReportDocument
  let reader: CaseView

  /// So many steps are told: more nobody remembers.
  private static let mostSteps = 3

  var document: ReportDocument {
    var text = full
    text.length = .members
    text.title = "\(reader.subject.name): what you told us"
    if text.masthead.count > 1 { text.masthead[1] = "What you told us" }
    text.masthead = text.masthead.filter { $0 != reader.input.audience.title }
    text.facts = full.facts.filter { $0.anchor != NextSteps.id }
    // Who answered is told below, and the sheet is one.
    for place in text.facts.indices where text.facts[place].anchor == HowSure.id {
      text.facts[place].detail = nil
    }
    text.line = nil
    text.sections = [answered] + told + [next].compactMap(\.self) + [about]
    text.sections.number()
    return text
  }

  /// Who answered, and was interviewed.
  private var answered: Section {
    func said(_ number: Int?, _ what: String) -> String? {
      number.flatMap { $0 > 0 ? "\(Words.thousands($0)) \(what)" : nil }
    }
    let who = [
      // Others are told of the answers that are behind the figures, and not how many there are.
      said(
        reader.score.responses.value,
        reader.eyes.seeEverything ? "of you answered the survey" : "answers are in the figures"),
      said(
        reader.score.interviewees.value,
        reader.score.interviewees.value == 1 ? "of you was interviewed" : "of you were interviewed"),
    ].compactMap(\.self)
    var section = Section(
      id: "answered", number: 0, title: "Who answered",
      heading: who.isEmpty ? "Thank you for your answers" : Words.list(who), reading: nil)
    let few = reader.framework.scoring.suppressAnswersBelow
    section.blocks = [
      .paragraph(
        (who.isEmpty ? "" : "Thank you. ")
          + "Nobody is named here, and no figure of the survey rests on fewer than \(few) of you, nor could one "
          + "be worked out that does."
          + (reader.hasInterviewees
            ? " Of the interviews it is told what several said, and a level rests on \(reader.framework.scoring.suppressInformantsBelow) of you at least."
            : ""))
    ]
    return section
  }

  /// What value the survey and the interviews tell of, and where learning is lost.
  private var told: [Section] {
    SectionMaker.layout(of: reader.framework).filter(Brief.isTold)
      .compactMap { full.section($0.id) }.compactMap { section in
        var short = section
        short.reading = nil
        short.blocks = section.means.map { means in
          var means = means
          means.reservations = []
          return .means(means)
        }
        return short.blocks.isEmpty ? nil : short
      }
  }

  /// What is to be done, and by whom; by when is agreed on with the members.
  private var next: Section? {
    guard var section = full.section(NextSteps.id) else { return nil }
    let steps = section.blocks.flatMap { block -> [ActionLine] in
      if case .actions(_, let lines) = block { lines } else { [] }
    }
    guard !steps.isEmpty else { return nil }
    let columns = [("Step", "step"), ("What", "what"), ("Who", "who"), ("By when", "by")]
    let rows = steps.prefix(Self.mostSteps).map { line in
      [String(line.number), line.action, Words.list(line.who), ""]
    }
    section.reading = nil
    section.heading = "What could be done about it"
    section.blocks = [
      .figure(
        ReportFigure(
          section: section.id, number: 0, title: "Steps to agree on",
          subtitle: (steps.count > rows.count
            ? "The first \(Words.spelled(rows.count)) of \(Words.spelled(steps.count)) that the report calls for. "
            : "") + "Cross out, add, and say by when",
          body: .text(
            TextTable(
              columns: columns.map { .init(title: $0.0) },
              rows: rows.map { $0.map { .init(text: $0) } })),
          table: DataTable(
            columns: columns.map { .words($0.0, $0.1) },
            rows: rows.map { $0.map { .words($0) } })))
    ]
    return section
  }

  /// What more there is, and with what it was made.
  private var about: Section {
    var section = Section(
      id: "about", number: 0, title: "About this page", heading: "Ask for the whole report",
      reading: nil)
    section.blocks = [
      .notes(
        [
          Note(
            term: "Full report",
            says: ["Your convenor has it: what these words rest on, and how sure they are."])
        ] + (reader.hasSurvey ? [interval] : []) + [
          Note(term: MethodMaker.madeTerm, says: [full.made])
        ])
    ]
    return section
  }

  private let interval = Note(
    term: "±", says: ["How far a figure may lie from what all of you would have said."])
}
