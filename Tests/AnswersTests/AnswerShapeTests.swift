import Answers
import Foundation
import TestSupport
import Testing

@Suite("Every answer has the keys and types that the page gives, and the page has no others")
struct AnswerShapeTests {
  private static let shapes = AnswerShape.ofStudy + AnswerShape.ofAgreement

  @Test("Keys and types are those that programs rely on", arguments: shapes)
  func types(_ shape: AnswerShape) throws {
    let lines = try shape.lines(AnsweredStudy())
    #expect(lines.contains("ok: yes or no\n"))
    try Golden.check(lines, "shapes/answer-\(shape.name).txt")
  }

  @Test("Every key of an answer stands in its section of the page", arguments: shapes)
  func told(_ shape: AnswerShape) throws {
    let page = try AnswerPage()
    var words = page.words(in: "")
    for section in shape.sections where !section.isEmpty {
      let own = page.words(in: section)
      #expect(!own.isEmpty, "the page has no section \(section)")
      words.formUnion(own)
    }
    let keys = Self.keys(of: try shape.lines(AnsweredStudy()))
    #expect(keys.subtracting(words).sorted() == [], "not on the page")
  }

  @Test("Every key that the page names is in an answer, or is the word for a value")
  func kept() throws {
    let (page, study) = (try AnswerPage(), try AnsweredStudy())
    var (keys, texts) = (Set<String>(), Set<String>())
    for shape in Self.shapes {
      let answer = try shape.make(study).text
      keys.formUnion(
        Self.keys(of: try JSONShape.lines(of: answer, keyedByData: shape.keyedByData)))
      texts.formUnion(try Self.texts(in: answer))
    }
    // The reports' own data are held by golden files of their shapes.
    let files = try FileManager.default.contentsOfDirectory(
      at: Fixtures.golden.appending(path: "shapes"), includingPropertiesForKeys: nil)
    for file in files where file.lastPathComponent.hasPrefix("report-") {
      keys.formUnion(Self.keys(of: try String(contentsOf: file, encoding: .utf8)))
    }
    #expect(keys.count > 200)
    let unknown = page.allWords.subtracting(keys).subtracting(texts).subtracting(AnswerPage.values)
    #expect(unknown.sorted() == [], "on the page, and in no answer")
    #expect(AnswerPage.values.subtracting(page.allWords).sorted() == [], "no longer on the page")
    #expect(AnswerPage.values.intersection(keys).sorted() == [], "keys, not values")
  }

  /// The texts that are values in an answer.
  private static func texts(in answer: String) throws -> Set<String> {
    var (found, waiting) = (
      Set<String>(), [try JSONSerialization.jsonObject(with: Data(answer.utf8))]
    )
    while let next = waiting.popLast() {
      switch next {
      case let text as String: found.insert(text)
      case let list as [Any]: waiting += list
      case let object as [String: Any]: waiting += object.values
      default: break
      }
    }
    return found
  }

  private static func keys(of lines: String) -> Set<String> {
    Set(
      lines.split(separator: "\n").flatMap { line in
        line.prefix { $0 != ":" }.split { ".[]".contains($0) }.map(String.init)
      }.filter { $0 != "*" })
  }
}

/// The page that gives the shapes of answers: the single words in backticks, by section.
struct AnswerPage {
  private var sections: [(headings: [String], words: Set<String>)] = []

  init() throws {
    let text = try String(
      contentsOf: Fixtures.root.appending(path: "docs/json-answers.md"), encoding: .utf8)
    for (place, part) in text.components(separatedBy: "\n## ").enumerated() {
      let heading = place == 0 ? "" : String(part.prefix { $0 != "\n" })
      let headings = place == 0 ? [""] : Self.spans(heading)
      let body = part.dropFirst(heading.count)
      sections.append((headings, Set(Self.spans(String(body)).flatMap(Self.names))))
    }
  }

  /// The words of a section, by a command of its heading.
  func words(in heading: String) -> Set<String> {
    sections.first { $0.headings.contains(heading) }?.words ?? []
  }

  /// The words of all sections.
  var allWords: Set<String> { sections.reduce(into: []) { $0.formUnion($1.words) } }

  private static func spans(_ text: String) -> [String] {
    text.matches(of: /`([^`\n]+)`/).map { String($0.1) }
  }

  /// A key, the keys of a path such as `rules.pillars`, or those of `{count, says}`; nothing of what is a
  /// sentence, an option or a literal.
  private static func names(_ span: String) -> [String] {
    if span.contains("\"") { return span.matches(of: /"(\w+)":/).map { String($0.1) } }
    let isObject = span.hasPrefix("{")
    let parts = isObject ? span.split { !$0.isLetter && !$0.isNumber } : span.split(separator: ".")
    let names = parts.map(String.init)
    return names.allSatisfy { $0.wholeMatch(of: /[A-Za-z][A-Za-z0-9]*/) != nil } ? names : []
  }

  /// Words of the page that stand for values which no answer here happens to have, and for commands and
  /// figures that it speaks of.
  static let values: Set<String> = [
    "I", "V", "null",
    // Commands.
    "compare", "demo", "export", "log", "methods", "show", "trace", "update", "validate",
    // Of `state`, `choice`, `kind`, `ending`, `pairing`, `reading`, `drawing`, `by`, and what shares are in.
    "accept", "added", "below", "binary", "contradicted", "denied", "fell", "header", "independent",
    "known", "meaning",
    "middle",
    "mixed", "moved", "nothing", "paired", "participants", "reject", "renamed", "respondents",
    "rose",
    "tried", "undecided", "year",
  ]
}
