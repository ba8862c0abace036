import StudyModel

/// Which cases are alike: a tree of joins with the distances behind it.
struct LikenessMaker {
  let compare: ComparisonPage

  var section: Section {
    let own = compare.findings(in: "alike")
    var section = Section(
      id: "alike", number: 0, title: "Which cases are alike",
      heading: SaidTogether.heading(own)
        ?? (sight.seesAll
          ? "Likeness was not formed" : "Likeness cannot be told from what may be shown"),
      reading: nil)
    guard compare.input.cases.count <= Dendrogram.mostCases else {
      section.blocks = [
        .missing(
          "Likeness is worked out for up to \(Dendrogram.mostCases) cases, each with each; here are \(compare.input.cases.count)."
        )
      ]
      return section
    }
    guard !compare.framework.valueForms.isEmpty else {
      section.heading = "Likeness is not formed by this framework"
      section.blocks = [
        .paragraph(
          "Cases are called alike by the forms of value found in them, and the framework names none."
        )
      ]
      return section
    }
    guard let likeness = compare.conclusions.likeness, likeness.cases.count > 1,
      !likeness.merges.isEmpty
    else {
      section.blocks = [
        sight.seesAll || compare.readers.count < 2
          ? .missing(Nothing.likeness.whole) : .hidden(Nothing.likeness.said(sight))
      ]
      return section
    }
    if SaidTogether.heading(own) == nil { section.heading = title(likeness) }
    section.blocks = [.figure(figure(likeness))] + SectionMaker.means(own, of: compare.framework)
    return section
  }

  private func figure(_ likeness: Likeness) -> ReportFigure {
    ReportFigure(
      section: "alike", number: 0,
      title: isFlat(likeness)
        ? "The \(likeness.cases.count) cases do not differ in what was compared"
        : likeness.cases.count == 2
          ? "How far the two cases lie apart"
          : "How the \(likeness.cases.count) cases join, nearest first",
      subtitle:
        "\(likeness.distance) distance on \(onForms(likeness)), \(likeness.isGraded ? "by how far each is found" : "found or not"); \(likeness.linkage) linkage. 0 is the same, 1 has nothing in common",
      body: .tree(tree(likeness)),
      notes: (likeness.cases.count == 2
        ? []
        : [
          likeness.isGraded
            ? "Read the lower joins, not the exact heights: a level just over a border counts for more than one just under it."
            : "Read the lower joins, not the exact heights: with few yes-or-no rows, one code more or less can move a case."
        ]) + unknown(likeness) + [found(likeness)] + left(likeness) + likeness.notes.prefix(3),
      table: table(likeness))
  }

  /// That pairs of which nothing is known in both stand apart in the drawing.
  private func unknown(_ likeness: Likeness) -> [String] {
    pairs(likeness).contains(0)
      ? [
        "\(Shorthand.notAvailable.key): no form of value is known in both cases; they are joined last."
      ] : []
  }

  /// What is found.
  private func found(_ likeness: Likeness) -> String {
    let word = likeness.isOfPeople ? "borne out by several" : "evident"
    let levels = compare.readers.contains { reader in
      likeness.cases.contains(reader.subject.id)
        && compare.framework.valueForms.contains { reader.score.construct($0.id)?.band != nil }
    }
    let byBand = levels ? "a strength by its band or, where no level was given, \(word)" : word
    return likeness.isGraded
      ? "Found: \(byBand). Found by half: developing, or a strength of which clearly more is wanted."
      : "Found: \(byBand)."
  }

  /// Whether no case differs from another.
  private func isFlat(_ likeness: Likeness) -> Bool {
    likeness.merges.allSatisfy { NineDecimals.rounded($0.height) == 0 }
  }

  private var sight: Sight {
    Sight(
      compare.readers.flatMap { reader in
        compare.framework.valueForms.map { reader.interviews($0.id)?.sight ?? .absent }
      })
  }

  /// Which cases are not compared, and why.
  private func left(_ likeness: Likeness) -> [String] {
    let out = compare.readers.filter { !likeness.cases.contains($0.subject.id) }
    func names(_ readers: [CaseView]) -> String { Words.list(readers.map(\.subject.name)) }
    let hidden = out.filter(\.hidesInterviewees)
    let silent = out.filter { !$0.hasInterviews }
    let little = out.filter { $0.hasInterviews && !$0.hidesInterviewees }
    return [
      hidden.isEmpty ? nil : "Not compared, interviews \(Shorthand.saidHidden): \(names(hidden)).",
      silent.isEmpty ? nil : "Not compared, nobody interviewed and no band: \(names(silent)).",
      little.isEmpty
        ? nil
        : "Not compared, nothing \(compare.tellsInterviews ? "found" : "borne out by several"): \(names(little)).",
    ].compactMap { $0 }
  }

  /// `8 forms of value`, or `3 to 8 of the 8 forms of value` where some pairs tell of fewer.
  private func onForms(_ likeness: Likeness) -> String {
    let numbers = pairs(likeness)
    let all = Words.count(likeness.forms, "form of value", "forms of value")
    guard let least = numbers.min(), let most = numbers.max(), least < likeness.forms else {
      return all
    }
    return "\(least == most ? String(least) : "\(least) to \(most)") of the \(all)"
  }

  /// A distance, with on how many forms it was formed where those are not all.
  private func cell(_ likeness: Likeness, _ distance: Double?, on forms: Int) -> DataTable.Cell {
    var cell = DataTable.Cell.fixed(distance, 2)
    if distance != nil, forms < likeness.forms { cell.text += " (on \(forms))" }
    return cell
  }

  /// On how many forms each pair is compared.
  private func pairs(_ likeness: Likeness) -> [Int] {
    likeness.cases.indices.flatMap { row in
      (0..<row).map { comparedOn(likeness, row, $0) }
    }
  }

  private func comparedOn(_ likeness: Likeness, _ row: Int, _ column: Int) -> Int {
    likeness.compared.indices.contains(row) && likeness.compared[row].indices.contains(column)
      ? likeness.compared[row][column] : likeness.forms
  }

  private func name(_ likeness: Likeness, _ place: Int) -> String {
    likeness.cases.indices.contains(place) ? compare.name(ofCase: likeness.cases[place]) : ""
  }

  /// The leaves of a group, by place, the group that holds the earliest case first.
  private func leaves(_ likeness: Likeness, _ group: Int) -> [Int] {
    let count = likeness.cases.count
    guard group >= count else { return [group] }
    guard likeness.merges.indices.contains(group - count) else { return [] }
    let merge = likeness.merges[group - count]
    guard merge.left < group, merge.right < group else { return [] }
    let (a, b) = (leaves(likeness, merge.left), leaves(likeness, merge.right))
    return (a.min() ?? 0) <= (b.min() ?? 0) ? a + b : b + a
  }

  private func title(_ likeness: Likeness) -> String {
    guard let first = likeness.merges.first else { return "Likeness between cases" }
    if isFlat(likeness), likeness.merges.count > 1 {
      return "The \(likeness.cases.count) cases compared are the same in what was compared"
    }
    guard likeness.cases.count > 2 else {
      let names = "\(name(likeness, first.left)) and \(name(likeness, first.right))"
      guard comparedOn(likeness, first.left, first.right) > 0 else {
        return "Of \(names) no form of value is known in both"
      }
      return
        "\(names) lie \(Words.fixed(first.height, 2)) apart, where 0 is the same and 1 has nothing in common"
    }
    let ties = likeness.merges.filter {
      NineDecimals.rounded($0.height) == NineDecimals.rounded(first.height)
        && max($0.left, $0.right) < likeness.cases.count
    }
    let pairs = ties.map { "\(name(likeness, $0.left)) and \(name(likeness, $0.right))" }
    let grounds = ties.map { shared(likeness, $0) }.eachOnce
    return "Most alike: \(Words.list(pairs, and: "and, as near to each other,"))"
      + (grounds.count == 1 ? ", \(grounds[0])" : "")
  }

  /// On how much two cases are alike, as `alike on all 8 forms of value`.
  private func shared(_ likeness: Likeness, _ merge: Likeness.Merge) -> String {
    let forms = comparedOn(likeness, merge.left, merge.right)
    let of =
      forms == likeness.forms
      ? "\(forms) forms of value" : "\(forms) forms of value of which both tell"
    return merge.height == 0
      ? "alike on all \(of)" : "\(Words.fixed(merge.height, 2)) apart on \(of)"
  }

  private func tree(_ likeness: Likeness) -> JoinTree {
    let count = likeness.cases.count
    let joined = Set(likeness.merges.flatMap { [$0.left, $0.right] })
    let roots = (0..<(count + likeness.merges.count)).filter { !joined.contains($0) }
    let order = roots.map { leaves(likeness, $0) }.sorted { ($0.min() ?? 0) < ($1.min() ?? 0) }
      .flatMap { $0 }
    var place: [Int: Double] = [:]
    var height: [Int: Double] = [:]
    for (index, leaf) in order.enumerated() {
      place[leaf] = Double(index)
      height[leaf] = 0
    }
    var joins: [JoinTree.Join] = []
    var spoken: [String] = []
    for (index, merge) in likeness.merges.enumerated() {
      guard let left = place[merge.left], let right = place[merge.right] else { continue }
      let isUpper = left <= right
      let (upper, lower) = isUpper ? (merge.left, merge.right) : (merge.right, merge.left)
      joins.append(
        .init(
          upper: min(left, right), lower: max(left, right), upperHeight: height[upper] ?? 0,
          lowerHeight: height[lower] ?? 0, height: merge.height))
      place[count + index] = (left + right) / 2
      height[count + index] = merge.height
      spoken.append(
        "\(group(likeness, upper)) joins \(group(likeness, lower)) at \(Words.fixed(merge.height, 2))"
      )
    }
    let end = likeness.merges.map(\.height).max() ?? 1
    return JoinTree(
      leaves: order.map { name(likeness, $0) }, joins: joins,
      axisEnd: max(0.2, (end * 5).rounded(.up) / 5),
      spoken: "Dendrogram. " + spoken.joined(separator: "; "))
  }

  private func group(_ likeness: Likeness, _ group: Int) -> String {
    leaves(likeness, group).map { name(likeness, $0) }.joined(separator: " + ")
  }

  private func table(_ likeness: Likeness) -> DataTable {
    let columns =
      [DataTable.Column.words("Case", "case")]
      + likeness.cases.map { .number(compare.name(ofCase: $0), $0) }
    let rows = likeness.cases.indices.map { row -> [DataTable.Cell] in
      [.words(name(likeness, row))]
        + likeness.cases.indices.map { column in
          let distance =
            likeness.distances.indices.contains(row)
              && likeness.distances[row].indices.contains(column)
            ? likeness.distances[row][column] : nil
          return row == column
            ? .saidOnly("same")
            : cell(likeness, distance, on: comparedOn(likeness, row, column))
        }
    }
    return DataTable(columns: columns, rows: rows)
  }
}
