import Testing

@testable import StudyModel

@Suite("Which cases are alike")
struct ComparisonLikenessTests {
  let profiles = CaseProfiles(
    scores: SevenCases.scores, cases: SevenCases.cases, framework: VanWinkelen.framework)

  func members(_ merge: Dendrogram.Merge) -> Set<String> {
    Set(merge.cases.map { profiles.profiles[$0].name })
  }

  @Test("The distances of the seven cases are those of Table II")
  func distances() throws {
    // Rows: Cross-Govt, Govt policy, UK, Local, Int., Private, US; by hand from Table II.
    let expected: [[Double]] = [
      [0, 1 / 2, 2 / 3, 1, 5 / 6, 3 / 4, 5 / 6], [1 / 2, 0, 2 / 3, 1, 5 / 6, 3 / 4, 5 / 6],
      [2 / 3, 2 / 3, 0, 2 / 5, 1 / 2, 3 / 5, 1 / 2], [1, 1, 2 / 5, 0, 3 / 5, 3 / 4, 3 / 5],
      [5 / 6, 5 / 6, 1 / 2, 3 / 5, 0, 1 / 2, 2 / 5], [3 / 4, 3 / 4, 3 / 5, 3 / 4, 1 / 2, 0, 4 / 5],
      [5 / 6, 5 / 6, 1 / 2, 3 / 5, 2 / 5, 4 / 5, 0],
    ]
    try #require(profiles.distances.map(\.count) == expected.map(\.count))
    for (row, wanted) in zip(profiles.distances, expected) {
      for (distance, value) in zip(row, wanted) { #expect(abs(distance - value) < 1e-9) }
    }
    #expect(profiles.compared.joined().count == 49)
    #expect(profiles.compared.joined().allSatisfy { $0 == 8 })
  }

  @Test("Average linkage joins them at 0.40, 0.40, 0.50, 0.55, 0.66 and 0.82")
  func heights() throws {
    let tree = profiles.dendrogram
    let expected = [0.4, 0.4, 0.5, 0.55, 0.6625, 49.0 / 60]
    try #require(tree.merges.count == expected.count)
    for (merge, height) in zip(tree.merges, expected) { #expect(abs(merge.height - height) < 1e-9) }
    #expect(
      tree.merges.map(members) == [
        ["Int. Govt agencies", "US learning"], ["UK learning", "Local Govt CoP"],
        ["Cross-Govt agencies", "Govt policy"],
        ["Int. Govt agencies", "US learning", "UK learning", "Local Govt CoP"],
        [
          "Int. Govt agencies", "US learning", "UK learning", "Local Govt CoP", "Private learning",
        ], Set(profiles.profiles.map(\.name)),
      ])
  }

  @Test("The leaves are drawn with single cases first, then close groups, then as given")
  func leaves() {
    #expect(
      profiles.dendrogram.leaves.map { profiles.profiles[$0].name } == [
        "Cross-Govt agencies", "Govt policy", "Private learning", "UK learning", "Local Govt CoP",
        "Int. Govt agencies", "US learning",
      ])
  }

  @Test("Ties are settled by name and said; what is nearly as near is said too")
  func notes() {
    #expect(
      profiles.dendrogram.notes() == [
        "As near to each other as Int. Govt agencies and US learning (0.40) are UK learning and "
          + "Local Govt CoP; which are joined first is settled by case name."
      ])
    let near = Dendrogram(
      names: ["A", "B", "C"], distances: [[0, 0.4, 0.42], [0.4, 0, 0.9], [0.42, 0.9, 0]])
    #expect(
      near.notes() == [
        "Nearly as near to each other as A and B (0.40) are A and C (0.42): little more in common "
          + "would join these instead."
      ])
    #expect(near.notes(margin: 0.01).isEmpty)
  }

  @Test("What is unknown is left out of a pair, two empty cases are alike, and no ground is 1")
  func jaccard() {
    #expect(CaseProfiles.distance([1, nil, 1], [1, 1, 0]) == (0.5, 2))
    #expect(CaseProfiles.distance([0, 0], [0, 0]) == (0, 2))
    #expect(CaseProfiles.distance([nil, 1], [1, nil]) == (1, 0))
  }

  @Test("What is found by half counts by half, as Ružička's index has it")
  func graded() {
    // By hand: 1 less (1 + 0.5 + 0) over (1 + 1 + 0.5).
    #expect(CaseProfiles.distance([1, 0.5, 0], [1, 1, 0.5]) == (0.4, 3))
    #expect(CaseProfiles.distance([0.5, 0.5], [1, 1]) == (0.5, 2))
    #expect(CaseProfiles.distance([0.5, 0.5], [0.5, 0.5]) == (0, 2))
  }

  @Test("A strength is found, what is developing by half, and a concern is not")
  func bands() {
    func found(_ level: Double, _ band: Band) -> Double? {
      var construct = Figures.construct("v.a")
      (construct.score, construct.band) = (level, band)
      let profiles = CaseProfiles(
        scores: [Figures.score("A", [construct])], cases: [Case(id: "A", name: "A")],
        framework: Figures.framework())
      return profiles.profiles.first?.found.first ?? nil
    }
    #expect(found(80, .strength) == 1)
    #expect(found(60, .developing) == 0.5)
    #expect(found(30, .concern) == 0)
  }

  @Test("A case without a source is not compared, and said to be left out")
  func leftOut() {
    let bare = Figures.score("Bare", [Figures.construct("value.tangible")])
    let profiles = CaseProfiles(
      scores: SevenCases.scores + [bare],
      cases: SevenCases.cases + [Case(id: "Bare", name: "Bare"), Case(id: "None", name: "None")],
      framework: VanWinkelen.framework)
    #expect(profiles.leftOut == ["Bare", "None"])
    #expect(profiles.profiles.count == 7)
  }

  @Test("No case, one case and equal cases make a tree, too")
  func small() {
    #expect(Dendrogram(names: [], distances: []).leaves.isEmpty)
    #expect(Dendrogram(names: ["A"], distances: [[0]]).leaves == [0])
    let missing = Dendrogram(names: ["B", "A"], distances: [])
    #expect(missing.merges.map(\.height) == [1])
    #expect(missing.leaves == [0, 1])
  }

  @Test("A contested form is found if more speak for it, and cannot be told behind hidden numbers")
  func contested() {
    func found(_ figure: InterviewFigure) -> Double? {
      CaseProfiles(
        scores: [Figures.score("A", [Figures.construct("v.a", figure)])],
        cases: [Case(id: "A", name: "A")], framework: Figures.framework()
      ).profiles.first?.found.first ?? nil
    }
    let contested = Figures.interview(informants: 3, contrary: 1, contested: true)
    #expect(found(contested) == 1)
    #expect(found(Figures.interview(contrary: 2, contested: true, side: .against)) == 0)
    #expect(found(Figures.interview(contrary: 1, side: .against)) == 0)
    #expect(found(.told(.borneOut(.for))) == 1)
    #expect(found(.told(.borneOut(.against))) == 0)
    for silent: Heard in [.sourcesDiffer, .littleHeard, .moreThanOne, .hidden, .agreed(.evident)] {
      #expect(found(.told(silent)) == nil)
    }
  }
}
