import StudyModel
import Testing

@Suite("Agreement of stages, and the difference from the stage before")
struct AgreementStagesTests {
  /// Sources read by both; `marks` says who marked code x in each: "ab", "a", "b" or "".
  private static func stage(
    _ key: String, _ sources: [String], _ marks: [String], coders: [String] = ["a", "b"],
    code: String = "x", meaning: String? = nil
  ) -> CodingStage {
    let coded = zip(sources, marks).map { id, marks in
      CodedSource(
        source: Source(
          id: id, caseID: "c", participant: id, coders: coders, read: coders, kind: .interview),
        codings: marks.map { Coding(coder: String($0), code: code, span: Span(start: 0, end: 9)) },
        adjudications: [])
    }
    var meanings: [String: CodeDefinition] = [:]
    if let meaning {
      meanings[code] = CodeDefinition(
        Construct(
          id: code, name: code, kind: "", levels: [], definition: meaning,
          source: Citation(reference: "k", place: "k")))
    }
    return CodingStage(
      key: key, name: "Round \(key)", material: AgreementMaterial(coded), meanings: meanings)
  }

  private static func all(
    _ stages: [CodingStage], replicates: Int = 400, basis: AgreementBasis = .sources
  ) -> [AgreementStage] {
    AgreementStage.all(
      stages, framework: SmallModel.framework(), plan: .init(basis: basis, replicates: replicates))
  }

  private static let names = ["1", "2", "3", "4", "5", "6"]
  private static let low = ["ab", "a", "b", "", "ab", "a"]
  private static let high = ["ab", "ab", "b", "", "ab", ""]

  @Test("the same sources are paired, others independent, and the value is later less earlier")
  func design() throws {
    let paired = try #require(
      Self.all([Self.stage("1", Self.names, Self.low), Self.stage("2", Self.names, Self.high)])
        .last?.difference)
    #expect(paired.drawing == .paired && paired.sharedSources == 6)
    #expect(abs((paired.percent.value ?? 9) - (5.0 / 6 - 3.0 / 6)) < 1e-12)
    let others = Self.names.map { "n\($0)" }
    let apart = try #require(
      Self.all([Self.stage("1", Self.names, Self.low), Self.stage("2", others, Self.high)])
        .last?.difference)
    #expect(apart.drawing == .independent && apart.percent.value == paired.percent.value)
    let (one, other) = (paired.percent.standardError, apart.percent.standardError)
    // What sources have in common falls out where they are paired.
    #expect((try #require(one)) < (try #require(other)))
    // Of independent shares the variances add: .5 * .5 / 6 + 5/6 * 1/6 / 6.
    #expect(abs((other ?? 9) - (0.25 / 6 + 5.0 / 216).squareRoot()) < 0.025)
  }

  @Test("with four sources, by characters, or without replicates there is a reason and no interval")
  func reasons() throws {
    let few = Self.all([
      Self.stage("1", Self.names, Self.low),
      Self.stage("2", ["7", "8", "9", "10"], ["ab", "a", "", "b"]),
    ]).last?.difference
    #expect(few?.percent.value == 0)
    #expect(few?.percent.interval == nil)
    #expect(few?.percent.reason == "a stage with 4 sources: too few to draw from, 5 are needed")
    let stages = [Self.stage("1", Self.names, Self.low), Self.stage("2", Self.names, Self.high)]
    let characters = Self.all(stages, basis: .characters).last?.difference
    #expect(characters?.percent.value != nil && characters?.percent.interval == nil)
    #expect(characters?.percent.reason?.hasPrefix("characters are not independent") == true)
    let segments = Self.all(stages, basis: .segments).last?.difference
    #expect(segments?.positive.interval != nil)
    #expect(segments?.alpha.value == nil && segments?.alpha.reason?.hasPrefix("Round 1: ") == true)
    let none = Self.all(stages, replicates: 0).last?.difference
    #expect(none?.percent.interval == nil && none?.percent.reason != nil)
  }

  @Test("what does not vary, or is often undefined, has no interval")
  func withoutSpread() throws {
    let same = ["ab", "", "ab", "", "ab", ""]
    let perfect = try #require(
      Self.all([Self.stage("1", Self.names, same), Self.stage("2", Self.names, same)])
        .last?.difference)
    #expect(perfect.percent.value == 0 && perfect.percent.interval == nil)
    #expect(perfect.percent.reason == "no interval: it does not vary from source to source")
    let rare = ["ab", "", "", "", "", ""]
    let once = try #require(
      Self.all([Self.stage("1", Self.names, rare), Self.stage("2", Self.names, Self.low)])
        .last?.difference)
    #expect(once.alpha.value != nil && once.alpha.interval == nil)
    #expect(once.alpha.reason?.hasPrefix("no interval: undefined in ") == true)
  }

  @Test("a stage that one coder coded is passed over; codes, coders and definitions are compared")
  func between() throws {
    let alone = Self.stage("2", ["7"], ["a"], coders: ["a"])
    let stages = Self.all(
      [
        Self.stage("1", Self.names, Self.low, meaning: "was"), alone,
        Self.stage("3", Self.names, Self.high, meaning: "is"),
        Self.stage(
          "4", Self.names, ["ac", "a", "", "c", "ac", ""], coders: ["a", "c"], code: "y"),
      ], replicates: 50)
    #expect(stages.map(\.isComparable) == [true, false, true, true])
    #expect(stages.map { $0.difference?.from } == [nil, nil, "1", "3"])
    #expect(stages[2].redefined["x"]?.before.definition == "was")
    #expect(stages[2].redefined["x"]?.after.definition == "is")
    #expect(stages[2].byCodeDifference["x"]?.alpha.value != nil)
    #expect(!stages[2].hasOtherCoders && stages[2].unsharedCodes.isEmpty)
    #expect(stages[3].hasOtherCoders && stages[3].unsharedCodes == ["x", "y"])
    #expect(stages[3].byCodeDifference.isEmpty && stages[3].redefined.isEmpty)
  }
}
