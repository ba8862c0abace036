import Foundation
import FoundationXML
import TestSupport
import Testing

@testable import Reports

@Suite("A figure stands by itself: its words, its drawing, its colours, and what it was made from")
struct FigureFileTests {
  private static func files(_ input: ReportInput) throws -> [(ReportFigure, String?)] {
    let document = try HealthReport(of: "rivermouth", from: input).document
    let templates = try Pages.templates()
    return document.figures.map { ($0, FigureFile.svg(of: $0, in: document, with: templates)) }
  }

  @Test("What is drawn has a file, a table of words has none")
  func drawn() throws {
    for (figure, svg) in try Self.files(SampleStudies.both) {
      switch figure.body {
      case .strips, .trends, .multiples, .tree: #expect(svg != nil, "\(figure.name)")
      case .text, .matrix: #expect(svg == nil, "\(figure.name)")
      }
    }
  }

  @Test("The drawing of wanted and received stays as it was looked at")
  func wanted() throws {
    let svg = try #require(try Self.files(SampleStudies.both).compactMap(\.1).first)
    try Golden.check(page: svg, "figures/wanted.svg")
  }

  @Test("It is well-formed, asks for nothing, and says which study it is of")
  func alone() throws {
    for input in [SampleStudies.both, SampleStudies.forConvenor, SampleStudies.suppressed] {
      for case (let figure, let svg?) in try Self.files(input) {
        let parser = XMLParser(data: Data(svg.utf8))
        #expect(parser.parse(), "\(figure.name): \(String(describing: parser.parserError))")
        #expect(!svg.contains("var(--") && !svg.contains("inherit"))
        #expect(!svg.replacing("http://www.w3.org/2000/svg", with: "").contains("http"))
        #expect(svg.contains("\(figure.name). ") && svg.contains(SampleStudies.facts.hash.text))
      }
    }
  }

  @Test("No hidden figure gets into one", arguments: OtherEyesTests.secrets)
  func hidden(_ secret: String) throws {
    for case (let figure, let svg?) in try Self.files(SampleStudies.suppressed) {
      #expect(!svg.contains(secret), "\(secret) in \(figure.name)")
    }
  }

  @Test("Words break within their width, and a word that is too long stands alone")
  func breaks() {
    let text = "what member organisations can now do in the subject"
    let lines = TextWidth.lines(text, width: 200, size: 12)
    #expect(lines.count == 2 && lines.joined(separator: " ") == text)
    #expect(lines.allSatisfy { TextWidth.of($0, size: 12) <= 200 })
    #expect(TextWidth.lines("Interorganisationally so", width: 40, size: 12).count == 2)
  }
}
