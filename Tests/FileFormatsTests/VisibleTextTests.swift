import FileFormats
import Testing

@Suite("What a text holds that nobody can see is shown as a sign")
struct VisibleTextTests {
  @Test("control characters have signs of their own; line feeds and tabs stay")
  func controls() {
    #expect(VisibleText.of("a\u{1B}b\u{7F}\n\tc") == "a\u{241B}b\u{2421}\n\tc")
  }

  @Test(
    "what turns the direction of writing, or shows nothing, has a sign",
    arguments: [
      "\u{202E}", "\u{202A}", "\u{2066}", "\u{2069}", "\u{200E}", "\u{200F}", "\u{61C}",
      "\u{200B}", "\u{2060}", "\u{FEFF}", "\u{2028}", "\u{2029}", "\u{3164}", "\u{E0041}",
      "\u{FFF9}", "\u{200D}",
    ])
  func invisible(sign: String) {
    #expect(VisibleText.of("Ann\(sign)e") == "Ann\u{FFFD}e")
    #expect(JSONWriter.text(.string("a\(sign)")).allSatisfy { $0.isASCII })
  }

  @Test(
    "what scripts and emoji need stays",
    arguments: [
      "\u{646}\u{6CC}\u{200C}\u{62E}", "\u{1F469}\u{200D}\u{1F4BB}", "\u{2764}\u{FE0F}",
      "Zoe\u{308}",
      "ex\u{AD}ample", "10\u{202F}%",
    ])
  func needed(text: String) {
    #expect(VisibleText.of(text) == text)
  }
}
