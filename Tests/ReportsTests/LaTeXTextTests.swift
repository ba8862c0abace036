import Testing

@testable import Reports

@Suite("Text in LaTeX")
struct LaTeXTextTests {
  @Test("What LaTeX would take for a command is text")
  func escapes() {
    #expect(
      LaTeXText.escaped("50% & more_{#1} ~$x^2$ \\end [a]\nb")
        == "50\\% \\& more\\_\\{\\#1\\} \\textasciitilde{}\\$x\\textasciicircum{}2\\$ \\textbackslash{}end {[}a{]} b"
    )
  }
}
