import Foundation
import TestSupport
import Testing

@Suite("One figure, one number")
struct SameDigitsTests {
  /// A figure of a construct, as a page and the terminal both print it.
  private struct Place: Hashable {
    var construct: String
    var figure: String
  }

  @Test("The terminal and the reports print the same digits for every figure of the sample study")
  func sampleStudy() throws {
    let place = try Workplace()
    let data = Fixtures.root.appending(path: "data/sample-study").path
    try place.run("init", "a.covalence", "--framework", "van-winkelen-2010")
    for kind in [
      "cases", "participants", "phases", "sources", "codings", "adjudications", "survey",
      "invited", "events",
    ] {
      let answer = try place.run("import", kind, "\(data)/\(kind).csv")
      #expect(answer.status == 0, "\(kind): \(answer.talk)")
    }
    let names = try names(place)
    var compared = 0
    for (caseID, caseName, phase) in try cells(place) {
      let terminal = terminal(try place.run("score", "--case", caseID).output, caseName, phase)
      // What the case has no evidence of has no page either.
      guard !terminal.isEmpty else { continue }
      let made = try place.run(
        "report", "health", caseID, "--for", "researcher", "--phase", phase, "--format", "md",
        "--out", "\(caseID)-\(phase)")
      #expect(made.status == 0, "\(made.talk)")
      let folder = "\(caseID)-\(phase)"
      let name = try FileManager.default.contentsOfDirectory(atPath: place.path(folder))
        .first { $0.hasSuffix(".researcher.full.md") }
      let page = place.text("\(folder)/\(try #require(name))")
      for (at, printed) in tables(page, names) {
        // Where sources contradict each other pages print both, and the score is the terminal's alone.
        guard let here = terminal[at], !printed.contains(" / ") else { continue }
        compared += 1
        #expect(printed.contains(here), "\(caseID), \(phase), \(at): \(here), not \(printed)")
      }
    }
    #expect(compared > 1_200, "\(compared) figures were compared")
  }

  /// The construct of each name that only one has.
  private func names(_ place: Workplace) throws -> [String: String] {
    let shown = try place.run("framework", "show", "van-winkelen-2010", "--json").object
    var ids: [String: [String]] = [:]
    for construct in try #require(shown["constructs"] as? [[String: Any]]) {
      ids[try #require(construct["name"] as? String), default: []]
        .append(try #require(construct["id"] as? String))
    }
    return ids.compactMapValues { $0.count == 1 ? $0[0] : nil }
  }

  /// Every case and phase that has a score.
  private func cells(_ place: Workplace) throws -> [(id: String, name: String, phase: String)] {
    let cases = try String(
      contentsOf: Fixtures.root.appending(path: "data/sample-study/cases.csv"), encoding: .utf8
    )
    .split(separator: "\n").dropFirst().map { $0.split(separator: ",").map(String.init) }
    let names = Dictionary(cases.map { ($0[0], $0[1]) }, uniquingKeysWith: { first, _ in first })
    let scores = try place.run("score", "--json").object["cases"] as? [[String: Any]]
    return try #require(scores).compactMap { score in
      guard let id = score["case"] as? String, let phase = score["phase"] as? String else {
        return nil
      }
      return (id, names[id] ?? id, phase)
    }
  }

  /// The figures the terminal prints of a case in a phase, its tables being cut by their rules.
  private func terminal(_ output: String, _ name: String, _ phase: String) -> [Place: String] {
    let columns = [
      "score": "Score", "interval": "95% interval", "interviews": "Interview level",
      "survey": "Survey level", "change": "Change",
    ]
    var found: [Place: String] = [:]
    var isHere = false
    var widths: [Range<Int>] = []
    var heads: [String] = []
    var before = ""
    for line in output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if line.contains(", phase ") { isHere = line == "\(name), phase \(phase)" }
      if line.hasPrefix("----") {
        var at = 0
        widths = line.components(separatedBy: "  ").map { rule in
          defer { at += rule.count + 2 }
          return at..<(at + rule.count)
        }
        heads = cut(before, widths)
      } else if isHere, !widths.isEmpty, line.contains("."), !line.hasPrefix("Health") {
        let cells = cut(line, widths)
        for (head, cell) in zip(heads, cells) where !cell.isEmpty && cell != cells[0] {
          guard let figure = columns[head] else { continue }
          let isOfChange = heads.contains("change")
          let name =
            isOfChange
            ? ["Interview level": "Interviews", "95% interval": "Change interval"][figure] ?? figure
            : figure
          found[Place(construct: cells[0], figure: name)] = cell
        }
      }
      if line.isEmpty { widths = [] }
      before = line
    }
    return found
  }

  private func cut(_ line: String, _ widths: [Range<Int>]) -> [String] {
    let letters = Array(line)
    return widths.map { range in
      String(letters[min(range.lowerBound, letters.count)..<min(range.upperBound, letters.count)])
        .trimmingCharacters(in: .whitespaces)
    }
  }

  /// What the tables of a page print under the heads of figures, by construct.
  private func tables(_ page: String, _ names: [String: String]) -> [(Place, String)] {
    var found: [(Place, String)] = []
    var heads: [String] = []
    for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
      guard line.hasPrefix("| ") else {
        heads = []
        continue
      }
      let cells = line.dropFirst(2).dropLast(2).components(separatedBy: " | ")
      if heads.isEmpty {
        heads = cells
        continue
      }
      let named = cells.prefix(2).lazy.map { $0.components(separatedBy: " (")[0] }
      guard let construct = named.compactMap({ names[$0] }).first else { continue }
      for (place, (head, cell)) in zip(heads, cells).enumerated()
      where cell.contains(where: \.isNumber) {
        // An interval is that of the figure before it, which may be a gap.
        if head == "95% interval", place == 0 || heads[place - 1] != "Score" { continue }
        switch head {
        case "Score", "95% interval", "Interview level", "Survey level", "Interviews":
          found.append((Place(construct: construct, figure: head), cell))
        case "Change (95% interval)":
          found.append((Place(construct: construct, figure: "Change"), cell))
          found.append((Place(construct: construct, figure: "Change interval"), cell))
        default: break
        }
      }
    }
    return found
  }
}
