import Foundation
import Statistics
import TestSupport

/// A set of codings with its expected figures, from `Tests/Fixtures/agreement`.
struct AgreementFixture {
  let id: String
  let json: JSON
  /// The table's rows without its header.
  let rows: [[String]]

  init(_ id: String) throws {
    let folder = Fixtures.own.appending(path: "agreement")
    self.id = id
    json = try JSON(at: folder.appending(path: "\(id).json"))
    let text = try String(contentsOf: folder.appending(path: "\(id).csv"), encoding: .utf8)
    // No field of these files holds a comma, a quote or a line break.
    rows = text.split(separator: "\n").dropFirst().map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  /// The ids of all sets of a kind, sorted.
  static func ids(_ kind: String) -> [String] {
    Fixtures.sets(ofKind: kind, in: Fixtures.own.appending(path: "agreement"))
  }

  var figures: JSON { json["figures"] ?? .null }
  var coders: [String] { json["coders"]?.texts ?? [] }
  var categories: [String] { json["categories"]?.texts ?? [] }

  /// The ratings; a second, different rating of the same place is left out and reported.
  func matrix() throws -> (matrix: RatingMatrix, conflicts: [RatingError]) {
    var matrix = try RatingMatrix(
      coders: coders, categories: categories, unitCount: json["units"]?.int ?? 0)
    var units: [String: Int] = [:]
    var conflicts: [RatingError] = []
    for row in rows {
      let unit = units[row[0], default: units.count]
      units[row[0]] = unit
      guard !row[2].isEmpty, let coder = coders.firstIndex(of: row[1]) else { continue }
      do throws(RatingError) {
        try matrix.record(categories.firstIndex(of: row[2]) ?? -1, unit: unit, coder: coder)
      } catch {
        conflicts.append(error)
      }
    }
    return (matrix, conflicts)
  }

  /// The sets of codes of a set with several codes on a unit.
  func sets() throws -> CoderSets {
    let codes = json["codes"]?.texts ?? []
    var numbers: [String: Int] = [:]
    for row in rows where numbers[row[0]] == nil { numbers[row[0]] = numbers.count }
    var sets = CoderSets(coders: coders, codes: codes, unitCount: numbers.count)
    for row in rows {
      guard let unit = numbers[row[0]], let coder = coders.firstIndex(of: row[1]) else { continue }
      try sets.see(unit: unit, coder: coder)
      if let code = codes.firstIndex(of: row[2]) { try sets.apply(code, unit: unit, coder: coder) }
    }
    return sets
  }

  /// A metric by its name in figure keys.
  func metric(_ name: String) -> AlphaMetric {
    let values = categories.map { Double($0) ?? .nan }
    return switch name {
    case "ordinal": .ordinal
    case "interval": .interval(values)
    case "ratio": .ratio(values)
    default: .nominal
    }
  }
}

/// What of a figure differs from what the fixture expects; empty where all of it fits.
func differences(_ figure: Figure, _ expected: JSON, _ name: String) -> [String] {
  if expected["status"]?.text == "undefined" || expected["value"]?.isNull == true {
    return figure.value == nil && figure.undefined != nil
      ? [] : ["\(name) is \(figure.value ?? .nan), not undefined"]
  }
  var found: [String] = []
  func compare(_ value: Double?, _ key: String, absolute: Double = 1e-12) {
    guard let number = expected[key]?.number else { return }
    if !isClose(value, number, relative: 1e-9, absolute: absolute) {
      found.append(
        "\(name).\(key) is \(value.map(String.init(describing:)) ?? "nil"), not \(number)")
    }
  }
  compare(figure.value, "value")
  compare(figure.observed, "po")
  compare(figure.expected, "pe")
  compare(figure.observed, "do")
  compare(figure.expected, "de")
  compare(figure.standardError, "se", absolute: 1e-6)
  compare(figure.standardError, "se_gwet", absolute: 1e-6)
  compare(figure.nullStandardError, "se_null", absolute: 1e-6)
  for key in ["ci95", "ci95_gwet"] {
    guard let ends = expected[key]?.numbers, ends.count == 2 else { continue }
    if !isClose(figure.interval?.lowerBound, ends[0], relative: 1e-9, absolute: 1e-6)
      || !isClose(figure.interval?.upperBound, ends[1], relative: 1e-9, absolute: 1e-6)
    {
      found.append("\(name).\(key) is \(String(describing: figure.interval)), not \(ends)")
    }
  }
  for key in ["n_units", "n_pairable"] {
    if let n = expected[key]?.int, figure.n != n {
      found.append("\(name).\(key) is \(String(describing: figure.n)), not \(n)")
    }
  }
  return found
}
