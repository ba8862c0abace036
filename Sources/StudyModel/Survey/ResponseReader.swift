/// Scores one response at a time through a layout; holds the layout's lists as bare memory.
///
/// Only valid inside ``with(_:_:)``. It allocates nothing and calls nothing that is not inlined:
/// two million responses of forty answers go through it in about a second.
struct ResponseReader {
  private let entries: UnsafeBufferPointer<SurveyLayout.Entry>
  private let rows: UnsafeBufferPointer<SurveyLayout.Row>
  private let needed: UnsafeBufferPointer<Int>
  private let parents: UnsafeBufferPointer<SurveyLayout.ParentRow>
  private let children: UnsafeBufferPointer<Int>

  /// Reads through a layout.
  @inline(__always)
  static func with<Result>(
    _ layout: SurveyLayout, _ body: (borrowing ResponseReader) -> Result
  ) -> Result {
    layout.entries.withUnsafeBufferPointer { entries in
      layout.rows.withUnsafeBufferPointer { rows in
        layout.needed.withUnsafeBufferPointer { needed in
          layout.parents.withUnsafeBufferPointer { parents in
            layout.children.withUnsafeBufferPointer { children in
              body(
                ResponseReader(
                  entries: entries, rows: rows, needed: needed, parents: parents,
                  children: children))
            }
          }
        }
      }
    }
  }

  /// Scores a response: every figure's value on 0 to 100, not a number where there is none.
  ///
  /// Scoring specification, section 3: the mean of the answered items, reversed ones turned, where
  /// enough of those asked are answered; a parent's is the mean of its children's that exist.
  ///
  /// - Parameters:
  ///   - answers: One response, at least as long as the layout is wide.
  ///   - figures: As long as the plan has figures; written throughout.
  ///   - counter: Told of every answer and of what is missing.
  @inline(__always)
  func score<Counter: AnswerCounter>(
    _ answers: UnsafeBufferPointer<Int8>, into figures: UnsafeMutableBufferPointer<Double>,
    counter: Counter
  ) {
    for figure in 0..<figures.count { figures[figure] = .nan }
    for number in 0..<rows.count {
      let row = rows[number]
      if row.end &- row.start == 1 {
        let entry = entries[row.start]
        let answer = answers[entry.position]
        let turned = Int(answer) &* entry.sign &+ entry.shift
        if UInt(bitPattern: turned) <= UInt(bitPattern: entry.range) {
          figures[row.figure] = Double(turned) * entry.worth
          counter.count(point: entry.firstPoint &+ turned, complete: true)
        } else {
          counter.count(missing: answer, of: row.measure)
        }
      } else {
        score(row, answers, into: figures, counter: counter)
      }
    }
    for at in 0..<parents.count {
      let parent = parents[at]
      var sum = 0.0
      var count = 0
      for child in parent.start..<parent.end {
        let value = figures[children[child]]
        let exists = value == value
        sum += exists ? value : 0
        count &+= exists ? 1 : 0
      }
      // No child: 0/0 is not a number.
      figures[parent.figure] = sum / Double(count)
    }
  }

  /// Scores a measure of several items.
  @inline(__always)
  private func score<Counter: AnswerCounter>(
    _ row: SurveyLayout.Row, _ answers: UnsafeBufferPointer<Int8>,
    into figures: UnsafeMutableBufferPointer<Double>, counter: Counter
  ) {
    var asked = row.end &- row.start
    var answered = 0
    var sum = 0
    var worth = 0.0
    for at in row.start..<row.end {
      let entry = entries[at]
      let answer = answers[entry.position]
      let turned = Int(answer) &* entry.sign &+ entry.shift
      if UInt(bitPattern: turned) <= UInt(bitPattern: entry.range) {
        answered &+= 1
        sum &+= turned
        if row.range == 0 { worth += Double(turned) * entry.worth }
      } else {
        if answer == Answer.notAsked { asked &-= 1 }
        counter.count(missing: answer, of: row.measure)
      }
    }
    guard answered > 0 else { return }
    for at in row.start..<row.end {
      let entry = entries[at]
      let turned = Int(answers[entry.position]) &* entry.sign &+ entry.shift
      if UInt(bitPattern: turned) <= UInt(bitPattern: entry.range) {
        counter.count(point: entry.firstPoint &+ turned, complete: answered == asked)
      }
    }
    guard answered >= needed[row.needed &+ asked] else { return }
    figures[row.figure] =
      row.range > 0 ? Double(100 &* sum) / Double(answered &* row.range) : worth / Double(answered)
  }
}

/// Told of every answer of a response while it is scored.
protocol AnswerCounter {
  /// A turned scale point, counted among all points of all items, was chosen.
  ///
  /// `complete` says whether the respondent answered all items asked of the construct.
  func count(point: Int, complete: Bool)
  /// An item of a measure has no answer; the byte says why.
  func count(missing answer: Int8, of measure: Int)
}

/// Counts nothing.
struct NoCounter: AnswerCounter {
  @inline(__always) func count(point: Int, complete: Bool) {}
  @inline(__always) func count(missing answer: Int8, of measure: Int) {}
}
