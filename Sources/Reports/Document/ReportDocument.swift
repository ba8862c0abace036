public import StudyModel

/// A report, with every word and figure decided: what pages, Markdown and JSON are written from.
public struct ReportDocument: Sendable, Hashable {
  /// One of the facts at the top.
  public struct Fact: Sendable, Hashable {
    /// What it is about, such as `Working well`.
    public var label: String
    /// The claim.
    public var claim: String
    /// Its size, or what it rests on.
    public var detail: String?
    /// The section where more is said, by its id.
    public var anchor: String?
    /// What it rests on, where a rule says it.
    var restsOn: Resting?
  }

  /// Which report it is.
  public var kind: ReportKind
  /// How much of it is told.
  public var length = ReportLength.full
  /// The title of the page.
  public var title: String
  /// Who and what it is about, for whom, of when; the first stands out.
  public var masthead: [String]
  /// Whether its data are simulated.
  public var simulated: Bool
  /// The headline, one or two sentences without a score.
  public var headline: String
  /// The paragraph under it.
  public var lead: String?
  /// What headline and paragraph rest on; nil where no rule says them.
  var headRestsOn: Resting?
  /// From which publication all of it is coded; nil for a study of its own material.
  var source: String?
  /// The facts at a glance.
  public var facts: [Fact]
  /// A line under the facts; health stands here.
  public var line: Fact?
  /// The sections, in order.
  public var sections: [Section]
  /// Whether it is a draft, of which the study keeps nothing: every sheet says so.
  public var isDraft = false
  /// With what it was made, of which study.
  var made: String

  /// The last line.
  var closing: String { "End of \(noun)." }

  /// What it is called on its page.
  var noun: String {
    switch kind {
    case .comparison: "comparison"
    case .tables: "tables"
    case .health, .agreement, .methods: "report"
    }
  }

  /// The section of an id.
  public func section(_ id: String) -> Section? {
    sections.first { $0.id == id }
  }

  /// The figures, in the order of the page.
  public var figures: [ReportFigure] {
    sections.flatMap(\.figures)
  }
}

/// A section of a report.
public struct Section: Sendable, Hashable {
  /// The id, an anchor on the page.
  public var id: String
  /// The number, from 1.
  public var number: Int
  /// What it is about, in a word or two.
  public var title: String
  /// The heading: what was found.
  public var heading: String
  /// How to read what follows.
  public var reading: String?
  /// What it holds, in order.
  public var blocks: [Block] = []

  /// The figures of the section.
  public var figures: [ReportFigure] {
    blocks.compactMap { block in
      if case .figure(let figure) = block { figure } else { nil }
    }
  }
}

/// A part of a section.
public enum Block: Sendable, Hashable {
  /// A figure or a table, with its number.
  case figure(ReportFigure)
  /// Short lists side by side.
  case panels([Panel])
  /// What the figures mean.
  case means(Means)
  /// What people said.
  case quotes([QuoteLine])
  /// What to do, under a title of its own where there is one.
  case actions(title: String?, [ActionLine])
  /// Method notes: a term and what is said of it.
  case notes([Note])
  /// A paragraph.
  case paragraph(String)
  /// There is nothing to show, and what to collect.
  case missing(String)
  /// What would stand here is hidden from the reader, and why.
  case hidden(String)

  /// What to collect where there is nothing; where something is hidden, that it is.
  static func none(_ collect: String, _ sight: Sight) -> Block {
    sight.seesAll
      ? .missing(collect)
      : .hidden(
        sight == .part
          ? "What there is, is told in part; nothing of it may be shown here."
          : "Too few people answered or were interviewed to show what they say.")
  }
}

/// What figures mean, in sentences a convenor could say aloud.
public struct Means: Sendable, Hashable {
  /// The label, such as `What this means`.
  public var label: String
  /// Whether it is a warning.
  public var warns: Bool
  /// The sentences, a paragraph each.
  public var says: [String]
  /// Reservations, in small print.
  public var reservations: [String] = []
  /// What the sentences rest on, in their order.
  var restsOn: [Resting] = []
}

/// A quote as it is printed.
public struct QuoteLine: Sendable, Hashable {
  /// The words.
  public var text: String
  /// Who, as role and interview, and what it was coded with.
  public var attribution: String
}

/// A term of the method notes, and what is said of it.
public struct Note: Sendable, Hashable {
  /// The term.
  public var term: String
  /// What is said.
  public var says: [String]
}

/// A short list with a title.
public struct Panel: Sendable, Hashable {
  /// An entry.
  public struct Entry: Sendable, Hashable {
    /// What stands out: `6 of 6`, or a value.
    public var value: String
    /// What it is of.
    public var text: String
  }

  /// The title.
  public var title: String
  /// What it lists, of whom.
  public var subtitle: String
  /// The entries.
  public var entries: [Entry]
  /// A tag above the text, with whether it warns; for cases that do not fit.
  public var tag: Tag?
  /// A paragraph in place of entries.
  public var text: String?
}
