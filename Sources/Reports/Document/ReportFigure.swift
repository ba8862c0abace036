public import StudyModel

/// A figure or table: two titles, what is drawn, a note, and the table of all its figures.
public struct ReportFigure: Sendable, Hashable {
  /// What is drawn.
  public enum Body: Sendable, Hashable {
    case strips(StripChart)
    case text(TextTable)
    case matrix(MatrixChart)
    case trends([TrendPanel])
    case multiples([MultiplePanel])
    case tree(JoinTree)
  }

  /// The section it stands in.
  public var section: String
  /// The number within the report.
  public var number: Int
  /// The finding, in about ten words.
  public var title: String
  /// What is measured, of whom, when, n.
  public var subtitle: String
  /// The key, a mark and its meaning.
  public var key: [KeyEntry] = []
  /// What is drawn.
  public var body: Body
  /// A note under it.
  public var notes: [String] = []
  /// The table of all its figures.
  public var table: DataTable
  /// The constructs it shows, by which recommendations find it.
  public var constructs: [String] = []

  /// Whether it is called a table.
  public var isTable: Bool {
    if case .text = body { true } else { false }
  }

  /// Whether it is a drawing, and no table of words or levels.
  var isDrawn: Bool {
    switch body {
    case .text, .matrix: false
    case .strips, .trends, .multiples, .tree: true
    }
  }

  /// Whether what is drawn is itself the table of all its figures.
  public var isItsOwnTable: Bool {
    switch body {
    case .text(let words): words.columns.count == table.columns.count
    case .matrix(let matrix):
      !matrix.groups.contains { $0.rows.contains { $0.cells.contains { $0.interval != nil } } }
    case .strips, .trends, .multiples, .tree: false
    }
  }

  /// The name by which the page speaks of it, such as `Figure 3`.
  public var name: String { (isTable ? "Table " : "Figure ") + String(number) }

  /// The anchor.
  public var id: String { "f\(number)" }
}

/// A mark and what it means.
public struct KeyEntry: Sendable, Hashable {
  /// The marks a key can show.
  public enum Mark: String, Sendable, Hashable {
    case wanted, received, interviews, interval, shortfall, surplus, below, middle, above, hatch
    case belowTold, aboveTold
    case trend, wantedNow, bar, span, zone, named, text
    case evident, inPart, contested, heard, denied, silent, alike
    case shade0, shade1, shade2, shade3, shade4, shade5
  }

  /// The mark.
  public var mark: Mark
  /// What it means.
  public var meaning: String
}

/// A table of all figures: what stands behind a drawing, and what Markdown and JSON print.
public struct DataTable: Sendable, Hashable {
  /// A column.
  public struct Column: Sendable, Hashable {
    /// The header for people.
    public var title: String
    /// The key in JSON.
    public var key: String
    /// Whether it holds numbers, set to the right.
    public var isNumber: Bool
  }

  /// A cell: what people read, and the value behind it.
  public struct Cell: Sendable, Hashable {
    /// What people read.
    public var text: String
    /// What stands under it, such as an interval.
    public var small: String?
    /// The value behind it.
    public var value: Value
    /// The mark that stands in place of a figure, with words or alone.
    public var mark: Shorthand?
    /// Whether the text is the figure or the mark alone, and no words over it.
    public var isFigure = false
  }

  /// A value at full precision.
  public enum Value: Sendable, Hashable {
    case none
    case text(String)
    case number(Double)
    case count(Int)
    case interval(low: Double, high: Double)
    /// A level with its interval, where there is one.
    case estimate(Double, low: Double?, high: Double?)
  }

  /// The columns; the first names the row.
  public var columns: [Column]
  /// The rows, each as long as `columns`.
  public var rows: [[Cell]]
}

/// A table of words, whose rows become cards on a narrow page.
public struct TextTable: Sendable, Hashable {
  /// A column.
  public struct Column: Sendable, Hashable {
    /// The header.
    public var title: String
    /// Whether it holds numbers.
    public var isNumber: Bool = false
  }

  /// A cell.
  public struct Cell: Sendable, Hashable {
    /// What it says.
    public var text: String
    /// What is said beside it, smaller.
    public var small: String?
    /// Words set apart before the text.
    public var tags: [Tag] = []
    /// The mark that stands in place of a figure, with words or alone.
    public var mark: Shorthand?
    /// Whether it is outlined: the source itself states it.
    public var isNamed = false
  }

  /// The columns; the first names the row.
  public var columns: [Column]
  /// The rows.
  public var rows: [[Cell]]
}
