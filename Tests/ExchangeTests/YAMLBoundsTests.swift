import StudyModel
import TestSupport
import Testing

@testable import Exchange

@Suite("YAML that was made to keep the machine busy")
struct YAMLBoundsTests {
  private static func read(_ text: String) -> (root: YAMLNode?, messages: [String], time: Duration)
  {
    let log = ReadingLog()
    let clock = ContinuousClock()
    var root: YAMLNode?
    let time = clock.measure { root = YAMLDocument.root(of: text, file: "a.yaml", log: log) }
    return (root, log.ordered.map(\.message), time)
  }

  private static func letter(_ place: Int) -> String {
    String(Unicode.Scalar(UInt8(0x61 + place)))
  }

  @Test("Aliases that multiply are counted, as values and as keys")
  func aliases() {
    let nine = { (name: String) in Array(repeating: "*\(name)", count: 9).joined(separator: ",") }
    let start = "a: &a [x,x,x,x,x,x,x,x,x]\n"
    let values =
      start
      + (1..<10).map { "\(Self.letter($0)): &\(Self.letter($0)) [\(nine(Self.letter($0 - 1)))]\n" }
      .joined()
    let keys =
      start
      + (1..<10).map { "? &\(Self.letter($0)) [\(nine(Self.letter($0 - 1)))]\n: 1\n" }.joined()
    for text in [values, keys] {
      let (root, messages, time) = Self.read(text)
      #expect(root == nil && messages.contains { $0.contains("too many values") })
      #expect(time < .seconds(5))
    }
  }

  private static let endless: [String] = [
    String(repeating: "[", count: 1_000_000), String(repeating: "{a: ", count: 100_000),
    String(repeating: "- ", count: 50_000) + "x", String(repeating: "? ", count: 50_000) + "x",
    "a: &a [*a]\n", "a: *b\n", String(repeating: "---\n", count: 100_000),
    "title: " + String(repeating: "x", count: 9 << 20),
    "? \(String(repeating: "{a: ", count: 5000))",
    (0..<300_000).map { "k\($0): x" }.joined(separator: "\n"), "a: \u{0}b", "\ta: b",
  ]

  @Test(
    "Nests without end, documents, keys and files without end are refused",
    arguments: endless.map(LargeText.init))
  func refused(large: LargeText) {
    let (root, messages, time) = Self.read(large.text)
    #expect(root == nil && messages.count == 1, "\(messages)")
    #expect(time < .seconds(10))
  }

  @Test("The same key a hundred thousand times is told, not every time")
  func keys() {
    let (_, messages, time) = Self.read((0..<100_000).map { _ in "k: x" }.joined(separator: "\n"))
    #expect(messages.count == 1000 && messages[0].contains("written twice"))
    #expect(time < .seconds(10))
  }

  @Test("An alias stands for what its anchor had, as a value")
  func alias() throws {
    let (root, messages, _) = Self.read("a: &x {b: [1, 2]}\nc: *x\n")
    #expect(messages.isEmpty)
    let entries = try #require(root?.entries)
    #expect(entries.map(\.key) == ["a", "c"])
    #expect(entries[1].value.entries?.first?.value.elements.map(\.text) == ["1", "2"])
    #expect(entries[1].place.row == 2)
  }

  @Test("A framework of 5,000 constructs is read in well under a second for each thousand")
  func large() {
    var text = """
      id: big
      version: 1.0.0
      title: Big
      summary: Large.
      references: [{key: smith1999, text: Smith}]
      constructs:

      """
    for root in 0..<100 {
      text += """
          - id: r\(root)
            name: Root
            kind: root
            levels: [individual]
            definition: A root.
            source: smith1999, table 1
            children-are: {kind: leaf, levels: [individual], source: 'smith1999, table 1'}
            children:

        """
      for leaf in 0..<49 { text += "      - {id: .c\(leaf), name: Leaf, definition: A leaf.}\n" }
    }
    text += "codes:\n"
    for root in 0..<100 { for leaf in 0..<49 { text += "  c\(root)x\(leaf): r\(root).c\(leaf)\n" } }
    let files = FrameworkFiles([.init(name: "framework.yaml", text: text)])
    var reading: FrameworkReading?
    let time = ContinuousClock().measure { reading = FrameworkReader.read(files) }
    #expect(reading?.diagnostics.filter { $0.severity == .error } == [])
    #expect(reading?.framework?.constructs.count == 5000)
    #expect(time < .seconds(5), "a debug build of \(time)")
  }
}
