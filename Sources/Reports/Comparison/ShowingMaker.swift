import StudyModel

/// Who could show whom: what is a strength in one case and a concern in another.
struct ShowingMaker {
  let compare: ComparisonPage

  private var all: [CouldShow] { compare.conclusions.showing }

  /// So many rows stand on the page; the data beside it has all.
  private static let mostRows = 20

  private static let title = "Who could show whom"

  /// The section; nil where there are no two cases to compare.
  var section: Section? {
    guard compare.compares else { return nil }
    guard !all.isEmpty else {
      var section = Section(
        id: "showing", number: 0, title: Self.title, heading: Nothing.showing.said(sight),
        reading: nil)
      section.blocks = [.paragraph(Nothing.showingWhy.said(sight))]
      return section
    }
    var section = Section(
      id: "showing", number: 0, title: Self.title, heading: heading,
      reading:
        "What is a strength in one case and a concern in another. Ask in the one how it came about; what works there need not work elsewhere."
    )
    section.blocks = [.figure(figure)]
    return section
  }

  /// How much is seen of what one case could show another.
  private var sight: Sight {
    let ids = CouldShow.candidates(in: compare.framework)
    return Sight(compare.readers.flatMap { reader in ids.map { reader.scoreSight([$0]) } })
  }

  /// Which cases could show most, and of what.
  private var heading: String {
    let counts = compare.readers.map { reader in
      (reader.subject.id, all.count { $0.able.contains(reader.subject.id) })
    }
    let most = counts.map(\.1).max() ?? 0
    let names = counts.filter { $0.1 == most }.map { compare.name(ofCase: $0.0) }
    return
      "\(Words.list(names, atMost: 3)) could show others most: \(most) of \(Words.count(all.count, "thing")) that \(all.count == 1 ? "is" : "are") a concern elsewhere"
  }

  /// The rows, those first of which most cases are short.
  private var rows: [CouldShow] {
    all.enumerated().sorted {
      ($1.element.short.count, $0.offset) < ($0.element.short.count, $1.offset)
    }.map(\.element)
  }

  private var figure: ReportFigure {
    let shown = rows.prefix(Self.mostRows)
    let more = rows.count - shown.count
    func names(_ ids: [String]) -> String {
      Words.list(ids.map(compare.name(ofCase:)), atMost: Words.mostNames)
    }
    return ReportFigure(
      section: "showing", number: 0, title: "What some cases could show others",
      subtitle: "First what is a concern in most cases",
      body: .text(
        TextTable(
          columns: [
            .init(title: "What"), .init(title: "A strength in"), .init(title: "A concern in"),
          ],
          rows: shown.map { item in
            [
              .init(
                text: compare.framework.construct(item.construct)?.name ?? item.construct,
                small: compare.readers.first?.gloss(item.construct)),
              .init(text: names(item.able)), .init(text: names(item.short)),
            ]
          })),
      notes: [
        "A strength does not fall clearly short of what is wanted. A case is in neither column where it is between the two, its level may lie on the other side of the border of a concern, interviews and survey contradict each other, or nothing is known or shown."
      ]
        + (more > 0
          ? [
            "\(Words.capitalized(Words.count(more, "row"))) more, none of them a concern in more cases than these."
          ]
          : []),
      table: DataTable(
        columns: [
          .words("What", "construct"), .words("A strength in", "able"),
          .words("A concern in", "short"),
        ],
        rows: rows.map { item in
          [
            .words(compare.framework.construct(item.construct)?.name ?? item.construct),
            .words(Words.list(item.able.map(compare.name(ofCase:)))),
            .words(Words.list(item.short.map(compare.name(ofCase:)))),
          ]
        }), constructs: shown.map(\.construct))
  }
}
