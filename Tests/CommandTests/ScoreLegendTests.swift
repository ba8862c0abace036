import TestSupport
import Testing

@Suite("What score prints says below what its words and marks mean")
struct ScoreLegendTests {
  private static func place(
    _ codings: String, answers: Int, framework: String = "van-winkelen-2010"
  ) throws -> Workplace {
    let place = try Workplace()
    try place.run("init", "s.covalence", "--framework", framework)
    try place.write("cases.csv", "case,name\nc,Forum\n")
    try place.write("participants.csv", "participant,case,role\np,c,convenor\nq,c,participant\n")
    try place.write("sources.csv", "source,case,participant\ns1,c,p\ns2,c,q\n")
    try place.write("codings.csv", "source,coder,code,start,end,weight\n" + codings)
    let rows = (0..<answers).map { "r\($0),c,\(4 + $0 % 2)\n" }.joined()
    try place.write("survey.csv", "respondent,case,value.tangible.1\n" + rows)
    for layout in ["cases", "participants", "sources"] + (codings.isEmpty ? [] : ["codings"])
      + (answers > 0 ? ["survey"] : [])
    {
      let answer = try place.run("import", layout, "\(layout).csv")
      #expect(answer.status == 0, "\(layout): \(answer.talk)")
    }
    return place
  }

  @Test("Only what is used, with the numbers of the framework")
  func used() throws {
    let place = try Self.place(
      "s1,ana,value.tangible,0,5,3\ns2,ana,value.tangible,0,5,3\n", answers: 12)
    let text = try place.run("score").output
    #expect(text.contains("\n\nband: strength, 75 and over"), "\(text)")
    #expect(text.contains("triangulated, a convenor and somebody else"), "\(text)")
    #expect(text.contains("\ntogether: agreement, up to 20 points apart"), "\(text)")
    for word in ["concern", "dissonance", "in words", "(close)", "corroborated"] {
      #expect(!text.contains(word), "\(word) in \(text)")
    }
  }

  @Test("Words in place of a level are said to be that")
  func words() throws {
    let text = try Self.place("s1,ana,value.tangible,0,5,\n", answers: 0).run("score").output
    #expect(text.contains("\ninterviews: in words where no coding has a weight.\n"), "\(text)")
    #expect(text.contains("grade: single, one.") && !text.contains("\nband:"), "\(text)")
  }

  @Test("Of kinds it is said how many somebody speaks of, and why they have no band")
  func kinds() throws {
    let text = try Self.place(
      "s1,ana,approach.imitating,0,5,3\ns2,ana,approach.innovating,0,5,2\n", answers: 0,
      framework: "hartley-rashman-2018"
    ).run("score").output
    let row = text.split(separator: "\n").first { $0.hasPrefix("approach ") }
    #expect(
      row?.split(separator: " ").dropFirst() == ["kinds", "evident,", "2", "of", "3"], "\(text)")
    #expect(
      text.contains(
        "; kinds, which exclude or oppose each other and have no level together.\n"), "\(text)")
    #expect(
      text.contains("\ninterviews: of kinds how many of them somebody speaks of.\n"), "\(text)")
  }
}
