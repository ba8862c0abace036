public import StudyModel

/// Constructs by cases: a figure in each cell, on a shading of five steps.
public struct MatrixChart: Sendable, Hashable {
  /// A column.
  public struct Column: Sendable, Hashable {
    /// The name.
    public var name: String
    /// The short name for narrow pages.
    public var short: String
  }

  /// Columns under one head, such as one strength of drive.
  public struct Span: Sendable, Hashable {
    /// The head.
    public var title: String
    /// How many columns.
    public var columns: Int
  }

  /// Rows under a title.
  public struct Group: Sendable, Hashable {
    /// The title; nil for rows without.
    public var title: String?
    /// The rows.
    public var rows: [Row]
  }

  /// A row.
  public struct Row: Sendable, Hashable {
    /// The construct's name.
    public var label: String
    /// The cells, one a column.
    public var cells: [Cell]
  }

  /// A cell.
  public struct Cell: Sendable, Hashable {
    /// The shading, 0 (none) to 5.
    public var shade: Int
    /// The figure, a word, or a mark such as `[c]`.
    public var text: String
    /// The mark that stands for the word on narrow pages.
    public var presence: Presence?
    /// What stands under it.
    public var small: String?
    /// Whether the shading says what stands under it, which narrow pages leave out.
    public var isShaded = false
    /// Whether the source itself states it: outlined.
    public var isNamed = false
    /// The mark that stands in place of a figure; what is hidden is hatched.
    public var mark: Shorthand?
    /// An interval on a rail from 0 to 100.
    public var interval: Interval?
    /// What is said of it beyond the figure.
    public var spoken: String?
    /// The value behind the figure; none behind a mark.
    public var value: DataTable.Value = .none

    /// Whether it is hidden.
    var isHidden: Bool { mark == .hidden }
  }

  /// What the heads of the spans are.
  public var spanLabel: String?
  /// The spans; empty for none.
  public var spans: [Span]
  /// The columns.
  public var columns: [Column]
  /// The rows, in groups.
  public var groups: [Group]
  /// Whether cells hold two lines.
  public var isTall: Bool
}

/// One small drawing of change over phases.
public struct TrendPanel: Sendable, Hashable {
  /// A phase.
  public struct Point: Sendable, Hashable {
    /// The phase's short label.
    public var phase: String
    /// The level; nil where there is none.
    public var level: Double?
    /// Its interval.
    public var interval: Interval?
    /// Why there is none, or what is said in its place.
    public var absent: String?
    /// What nearly all say, where that is told in place of a level.
    public var alike: Alike?
  }

  /// The name.
  public var name: String
  /// The first level, where there are several, and the last, such as `35` and `40`.
  public var from: String?
  /// See `from`.
  public var to: String
  /// The phases, in time.
  public var points: [Point]
  /// What changed since the phase before, such as `+12, clear`; nil where there is none before.
  public var change: String?
  /// What is wanted now.
  public var wanted: Double?
  /// The drawing in words.
  public var spoken: String
}

/// One case among small drawings of the same rows.
public struct MultiplePanel: Sendable, Hashable {
  /// A row.
  public struct Row: Sendable, Hashable {
    /// The short name.
    public var name: String
    /// What is wanted.
    public var wanted: Double?
    /// What is received.
    public var received: Double?
    /// The figures, or why there are none.
    public var text: String
    /// What nearly all say of what is received, where that is told in place of a level.
    public var alike: Alike?
  }

  /// The case.
  public var name: String
  /// How many answered.
  public var subtitle: String
  /// The rows, the same in every panel.
  public var rows: [Row]
  /// Why nothing is drawn: the whole panel is hatched.
  public var hatched: String?
}

/// A tree of joins between cases.
public struct JoinTree: Sendable, Hashable {
  /// A join: the places of both sides, from 0 at the first leaf, and the heights.
  public struct Join: Sendable, Hashable {
    /// The upper and lower side.
    public var upper: Double
    /// See `upper`.
    public var lower: Double
    /// The heights at which the sides were formed; 0 for a leaf.
    public var upperHeight: Double
    /// See `upperHeight`.
    public var lowerHeight: Double
    /// The height of the join.
    public var height: Double
  }

  /// The cases, top to bottom.
  public var leaves: [String]
  /// The joins, lowest first.
  public var joins: [Join]
  /// The end of the axis.
  public var axisEnd: Double
  /// The drawing in words.
  public var spoken: String
}
