import Foundation
import TestSupport

/// A survey fixture: its columns as text, and R's figures beside it.
struct SurveyFixture {
  let rows: [[String: String]]
  let oracle: JSON

  /// Reads `NAME.csv` and `NAME.oracle.json` from the folder kept beside the checkout.
  init(_ name: String) throws {
    guard let folder = Fixtures.shared?.appending(path: "survey") else {
      throw CocoaError(.fileNoSuchFile)
    }
    oracle = try JSON(at: folder.appending(path: "\(name).oracle.json"))
    let text = try String(contentsOf: folder.appending(path: "\(name).csv"), encoding: .utf8)
    // These files hold no comma, quote or line break inside a field.
    let lines = text.split(whereSeparator: \.isNewline).map { line in
      line.split(separator: ",", omittingEmptySubsequences: false)
        .map { $0.trimmingCharacters(in: ["\""]) }
    }
    let header = lines.first ?? []
    rows = lines.dropFirst().map { fields in
      Dictionary(zip(header, fields), uniquingKeysWith: { first, _ in first })
    }
  }

  /// A row's values of some items, reversed where listed; nil where missing.
  func values(
    _ row: [String: String], items: [String], reversed: Set<String> = [], low: Int = 0,
    high: Int = 0
  ) -> [Int?] {
    items.map { item in
      guard let value = row[item].flatMap(Int.init) else { return nil }
      return reversed.contains(item) ? low + high - value : value
    }
  }
}
