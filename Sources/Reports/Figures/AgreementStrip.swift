import StudyModel

/// Draws agreement on a group of codes, in whatever report.
enum AgreementStrip {
  /// A row's alpha with its interval, or why there is none, and a reservation.
  static func row(_ row: AgreementRow, isStrong: Bool) -> StripChart.Row {
    var strip = StripChart.Row(
      label: row.name, small: nil, strong: isStrong,
      marks: StripChart.agreementMarks, cells: [])
    guard let alpha = row.alpha.value else {
      strip.hatched =
        row.isRare
        ? Shorthand.unreliable.after("fewer than \(AgreementRow.fewest) units")
        : row.alpha.reason ?? "no figure"
      strip.marks = []
      strip.cells = [.figure(row.isRare ? Shorthand.unreliable : .notAvailable)]
      return strip
    }
    if let interval = row.alpha.interval { strip.marks.append(.whisker(clipped(interval))) }
    let place = min(max(alpha, 0), 1)
    strip.marks.append(row.isLow ? .openDisc(place) : .disc(place))
    if row.isRare {
      strip.small = row.tooFew
    } else if let level = row.alpha.level, level != .reliable {
      strip.small = row.lowByPrevalence ?? level.rawValue
    }
    strip.cells = [
      .figure(
        Words.fixed(alpha, 2),
        small: row.alpha.interval.map { "\(Words.fixed($0.low, 2)) to \(Words.fixed($0.high, 2))" })
    ]
    return strip
  }

  /// The strip begins at 0; what lies below is in the figures.
  private static func clipped(_ interval: Interval) -> Interval {
    Interval(low: min(max(interval.low, 0), 1), high: min(max(interval.high, 0), 1))
  }
}
