import Testing

@testable import StudyModel

@Suite("A parent that is shown is the mean of the children that stand beside it")
struct ShownParentTests {
  /// The mean of these, rounded as the page does.
  private func mean(_ levels: [Double]) -> Double? {
    levels.isEmpty ? nil : WholeFigures.whole(levels.reduce(0, +) / Double(levels.count))
  }

  @Test("In the survey and in the interviews, for random studies", arguments: 1...40)
  func random(seed: Int) {
    let study = EyesStudy.random(seed: UInt64(seed))
    let tree = ConstructTree(study.framework)
    for phase in study.phases {
      let seen = study.seen(phase)
      for parent in tree.childrenFirst where !tree.isLeaf(parent) {
        let children = tree.children[parent].compactMap { seen.construct(tree.ids[$0]) }
        guard let own = seen.construct(tree.ids[parent]) else { continue }
        if let survey = own.survey.figure {
          let levels = children.compactMap { child -> Double? in
            child.survey.figure?.score ?? child.survey.saying?.level
          }
          let told = levels.reduce(0, +) / Double(levels.count)
          #expect(
            survey.score == WholeFigures.level(told, n: survey.heads), "\(own.id) in \(phase)")
        }
        #expect(own.interview?.score == mean(children.compactMap { $0.interview?.score }))
      }
    }
  }

  @Test("Of published cases too, unless something was coded on the parent itself")
  func published() {
    var study = EyesStudy()
    func document(_ id: String, _ weights: [(String, Double)]) {
      study.sources.append(
        CodedSource(
          source: Source(
            id: id, caseID: "one", participant: nil, phase: "one", coders: ["ana"], kind: .document),
          codings: weights.enumerated().map { place, item in
            Coding(
              coder: "ana", code: item.0, span: Span(start: 10 * place, end: 10 * place + 9),
              weight: item.1, valence: nil)
          }, adjudications: []))
    }
    // 67 and 33 by weights of 2 and 1 in 3; exact levels would give 50 as well, three of them not.
    document("d1", [("gain.a", 2), ("gain.b", 2), ("gain.c", 1)])
    let seen = study.seen()
    #expect(seen.construct("gain.a")?.interview?.score == 67)
    #expect(seen.construct("gain.c")?.interview?.score == 33)
    #expect(seen.construct("gain")?.interview?.score == mean([67, 67, 33]))
  }
}
