import Testing

@testable import StudyModel

@Suite("A new name is held against all known ones")
struct TwinNamesTests {
  private let known = TwinNames(["Brackwater Council", "team A", "Wave 1", "--", "Ab"])

  @Test(
    "It is a slip of one that differs by capitals, signs or one letter",
    arguments: [
      "brackwater council", "Brackwater-Council", "Brackwater Councill", "Brackwater Concil",
    ])
  func twins(name: String) { #expect(known.twin(of: name) == "Brackwater Council") }

  @Test(
    "Names that are counted through, short ones and those without a letter have no twin",
    arguments: ["team B", "Wave 2", "++", "Ac", "Brackwater County"])
  func others(name: String) { #expect(known.twin(of: name) == nil) }

  @Test("A name is not its own twin, and of several the first by the alphabet is named")
  func several() {
    var names = TwinNames(["North Trust", "NORTH TRUST"])
    #expect(names.twin(of: "North Trust") == "NORTH TRUST")
    names.add("A-north trust")
    #expect(names.twin(of: "North trust") == "NORTH TRUST")
  }
}
