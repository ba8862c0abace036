import Foundation
import StudyModel
import TestSupport
import Testing

@Suite("Every number that others can read rests on people whom the study remembers")
struct LedgerPageTests {
  /// A line of the page: the paths of numbers, and what they rest on.
  private struct Line {
    let paths: [String]
    let restsOn: [String]
  }

  private static func lines() throws -> [Line] {
    let page = try String(
      contentsOf: Fixtures.root.appending(path: "docs/ledger.md"), encoding: .utf8)
    return page.split(separator: "\n").filter { $0.hasPrefix("| `") }.map { line in
      let cells = line.split(separator: "|").map(String.init)
      return Line(paths: paths(words(cells[0])), restsOn: cells.count > 2 ? words(cells[2]) : [])
    }
  }

  /// What stands between backticks.
  private static func words(_ text: String) -> [String] {
    text.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map { String($0.element) }
  }

  /// Whole paths: one that begins with a dot goes on where the first one of the line branches.
  private static func paths(_ words: [String]) -> [String] {
    guard let first = words.first else { return [] }
    return words.flatMap { word -> [String] in
      guard word.hasPrefix(".") else { return [word, stem(first, 1) + "." + word] }
      return (0...2).map { stem(first, $0) + word }
    }
  }

  private static func stem(_ path: String, _ parts: Int) -> String {
    path.split(separator: ".").dropLast(parts).joined(separator: ".")
  }

  private static func isCovered(_ path: String, by lines: [Line]) -> Bool {
    lines.flatMap(\.paths).contains { known in
      path == known || path == known + "[]"
        || known.hasSuffix(".*") && path.hasPrefix(known.dropLast(1))
    }
  }

  private static func numbers(in value: Any, at path: String) -> Set<String> {
    switch value {
    case let object as [String: Any]:
      object.reduce(into: []) {
        $0.formUnion(numbers(in: $1.value, at: path.isEmpty ? $1.key : path + "." + $1.key))
      }
    case let list as [Any]:
      list.reduce(into: []) { $0.formUnion(numbers(in: $1, at: path + "[]")) }
    case let number as NSNumber:
      // Yes and no are numbers to Foundation.
      ["c", "B"].contains(String(cString: number.objCType)) ? [] : [path]
    default: []
    }
  }

  /// All reports for others on the studies that ship.
  private static func reports() throws -> [Any] {
    let (place, _) = try DemoTests.demo.get()
    let names = FileManager.default.enumerator(atPath: place.path("d"))?.compactMap {
      $0 as? String
    }
    return try (names ?? []).filter { $0.hasSuffix(".json") && !$0.contains(".researcher") }.map {
      try JSONSerialization.jsonObject(with: Data(place.text("d/" + $0).utf8))
    }
  }

  @Test("no number in a report for others is without a line, and each line names what is kept")
  func numbers() throws {
    let lines = try Self.lines()
    #expect(lines.count > 20)
    for name in lines.flatMap(\.restsOn) {
      let isKnown =
        PublishedBase.Statistic(name: name) != nil
        || PublishedBase.Statistic(name: name + " x") != nil
        || PublishedBase.Statistic(name: name + " survey x") != nil
      #expect(isKnown, "\(name) is no statistic")
    }
    let reports = try Self.reports()
    #expect(
      Set(reports.compactMap { ($0 as? [String: Any])?["report"] as? String })
        == ["health", "compare", "methods"])
    let found = reports.reduce(into: Set<String>()) { $0.formUnion(Self.numbers(in: $1, at: "")) }
    #expect(found.count > 60)
    let uncovered = found.filter { !Self.isCovered($0, by: lines) }
    #expect(uncovered.sorted() == [], "no line in docs/ledger.md")
  }
}
