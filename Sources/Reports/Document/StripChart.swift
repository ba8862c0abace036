public import StudyModel

/// A chart that is a table: each row has a name, a strip with marks, and its figures.
public struct StripChart: Sendable, Hashable {
  /// What the strip measures.
  public enum Scale: Sendable, Hashable {
    /// 0 to 100.
    case level
    /// 0 % to 100 %.
    case share
    /// 0 to 1.
    case agreement
    /// Below and above the middle from one zero line, the middle set apart.
    case diverging(Diverging)
    /// Years.
    case time(TimeAxis)
  }

  /// How diverging bars lie on the strip.
  public struct Diverging: Sendable, Hashable {
    /// Words for below, above and the middle.
    public var below: String
    /// See `below`.
    public var above: String
    /// See `below`; nil for a scale without a middle.
    public var middle: String?
    /// Where the zero line and the bars of the middle stand, in per cent of the strip.
    public var zero: Double
    /// See `zero`.
    public var apart: Double
    /// Per cent of the strip for a per cent of the answers.
    public var unit: Double
  }

  /// How the table is set.
  public enum Layout: String, Sendable, Hashable {
    case wanted, practices, plain, chain
  }

  /// Rows under a title.
  public struct Group: Sendable, Hashable {
    /// The title; nil for rows without.
    public var title: String?
    /// What is said of the group.
    public var note: String?
    /// The rows.
    public var rows: [Row]
  }

  /// A row.
  public struct Row: Sendable, Hashable {
    /// The name.
    public var label: String
    /// What it means, or a reservation.
    public var small: String?
    /// Whether the name stands out.
    public var strong = false
    /// The marks.
    public var marks: [Mark]
    /// Why nothing is drawn; the strip is hatched.
    public var hatched: String?
    /// What the strip shows and the cells do not say, for those who hear the page.
    public var spoken: String?
    /// The figures.
    public var cells: [Cell]
    /// What is lost to the next row.
    public var drop: Drop?
  }

  /// A mark; places are on the chart's own scale.
  public enum Mark: Sendable, Hashable {
    case band(Interval)
    case ring(Double)
    case disc(Double)
    case square(Double)
    case openDisc(Double)
    case join(from: Double, to: Double, JoinKind)
    case bar(Double)
    /// A stretch of time.
    case span(Interval)
    case whisker(Interval)
    case zone(from: Double)
    case threshold(Double)
    /// What nearly all say: the part of the scale that the word covers.
    case alike(Alike)
    /// Shares in per cent: outer and inner below, the middle, inner and outer above.
    case answers(Shares)
  }

  /// Shares of the answers, in per cent.
  public struct Shares: Sendable, Hashable {
    /// The lowest point, the others below the middle, the middle, and above it likewise.
    public var lowest: Double
    /// See `lowest`.
    public var low: Double
    /// See `lowest`.
    public var middle: Double
    /// See `lowest`.
    public var high: Double
    /// See `lowest`.
    public var highest: Double
    /// Whether they are told to the nearest quarter.
    public var isRough = false
    /// Whether 5 stands for 5 or less, and 95 for 95 or more.
    public var isTold = false

    /// All below the middle.
    public var below: Double { lowest + low }
    /// All above it.
    public var above: Double { high + highest }
  }

  /// What a line between wanted and received says.
  public enum JoinKind: String, Sendable, Hashable {
    case short, level, over
  }

  /// The figures beside a strip.
  public struct Cell: Sendable, Hashable {
    /// What leads to the figure, such as `83 →`.
    public var lead: String?
    /// The figure.
    public var main: String
    /// What it is of, such as `28 of 31`.
    public var trail: String?
    /// What stands under it, such as the interval.
    public var small: String?
    /// Filled pips of three, for a grade.
    public var pips: Int?
    /// Whether it is a word, set to the left.
    public var isWord = false
    /// The mark that stands in place of the figure.
    public var mark: Shorthand?
  }

  /// What is lost from one row to the next.
  public struct Drop: Sendable, Hashable {
    /// How much, such as `32 points lost`.
    public var points: String
    /// What is said of it.
    public var says: String?
    /// Whether it is the largest.
    public var isLargest: Bool
  }

  /// The header of the names.
  public var rowHeader: String
  /// What the strips measure.
  public var scale: Scale
  /// The headers of the figures; a line feed breaks them.
  public var columns: [String]
  /// How the table is set.
  public var layout: Layout
  /// The rows, in groups.
  public var groups: [Group]
}

extension StripChart {
  /// What is drawn behind every row of agreement: from where it can be relied on, and from where it allows
  /// tentative conclusions.
  static let agreementMarks: [Mark] = [
    .zone(from: AgreementLevel.leastReliable), .threshold(AgreementLevel.leastTentative),
  ]

  /// What the marks of a strip mean.
  static let agreementKey = [
    KeyEntry(mark: .received, meaning: "\(AgreementLevel.tentativeSaid) and over"),
    KeyEntry(mark: .wanted, meaning: "under \(AgreementLevel.tentativeSaid)"),
    KeyEntry(mark: .zone, meaning: "\(AgreementLevel.reliableSaid) and over"),
    KeyEntry(mark: .hatch, meaning: "no figure"),
  ]

  /// What the strips of alpha show.
  static let agreementReading =
    "Shaded: \(AgreementLevel.reliableSaid) and over, to rely on. From the dotted line (\(AgreementLevel.tentativeSaid)): tentative. An open circle is below it."
}
