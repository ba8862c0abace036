import ArgumentParser
import Foundation
import StudyModel

// Options whose text is read before anything is opened: what is none of them is refused with the command
// line.

extension TableDelimiter {
  /// The delimiter of a word, or the sign itself.
  ///
  /// - Throws: `ValidationError` where it is none.
  static func told(_ text: String) throws -> TableDelimiter {
    switch text {
    case ",": return .comma
    case ";": return .semicolon
    case "\t", "\\t": return .tab
    default:
      guard let named = TableDelimiter(rawValue: text) else {
        throw ValidationError("'\(text)' is no delimiter: write comma, semicolon or tab.")
      }
      return named
    }
  }
}

/// The name of a round of coding, one that a table can show: one line of some words.
struct RoundName {
  let text: String

  /// - Throws: `ValidationError` where it is none.
  init(_ told: String) throws {
    text = told.trimmingCharacters(in: .whitespaces)
    guard (1...60).contains(text.count), !text.contains(where: \.isNewline) else {
      throw ValidationError("--round takes a name of 1 to 60 characters on one line.")
    }
  }
}

/// Weights of weighted figures, with commas between them.
struct WeightsList {
  /// The words that they are told by.
  static let words = RatingWeights.allCases.map(\.rawValue)

  let weights: Set<RatingWeights>

  /// - Throws: `ValidationError` where one is none, or there is none.
  init(_ list: String) throws {
    let words = Words.list(Self.words, and: "or")
    let names = list.split(separator: ",")
    guard !names.isEmpty else {
      throw ValidationError("--weights names no weight: write \(words).")
    }
    weights = Set(
      try names.map { name in
        guard let weights = RatingWeights(rawValue: String(name)) else {
          throw ValidationError("'\(name)' is no weight: write \(words).")
        }
        return weights
      })
  }
}

/// Overlaps in per cent, with commas between them.
struct OverlapList {
  let percents: [Int]

  init(percents: [Int]) { self.percents = percents }

  /// - Throws: `ValidationError` where one is none, or there is none.
  init(_ list: String) throws {
    percents = try list.split(separator: ",").map { part in
      guard let number = Int(part), (1...100).contains(number) else {
        throw ValidationError("'\(part)' is no overlap: write numbers from 1 to 100.")
      }
      return number
    }
    guard !percents.isEmpty else {
      throw ValidationError("--threshold names no overlap: write numbers from 1 to 100.")
    }
  }
}
