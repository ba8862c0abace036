/// How to read a section of a report, in sentences that hold of all evidence or of some kinds alone.
///
/// A sentence that speaks of answers stands only where there are some.
public struct SectionReading: Sendable, Hashable, ExpressibleByStringLiteral {
  /// Kinds of evidence that a sentence speaks of.
  public enum Ground: String, Sendable, Hashable, CaseIterable {
    /// Survey answers.
    case survey
    /// People who were interviewed.
    case interviews
    /// Both of them.
    case both
  }

  /// A sentence, and what it speaks of; nil of whatever evidence there is.
  public struct Sentence: Sendable, Hashable {
    /// The sentence, or several.
    public var text: String
    /// What it speaks of.
    public var ground: Ground?

    /// Creates a sentence.
    public init(_ text: String, of ground: Ground? = nil) {
      self.text = text
      self.ground = ground
    }
  }

  /// The sentences, in order.
  public var sentences: [Sentence]

  /// Creates a reading of sentences.
  public init(_ sentences: [Sentence]) { self.sentences = sentences }

  /// Creates a reading that holds of all evidence; an empty text says nothing.
  public init(_ text: String) { self.init(text.isEmpty ? [] : [Sentence(text)]) }

  /// Creates a reading that holds of all evidence.
  public init(stringLiteral text: String) { self.init(text) }

  /// What is said where there are survey answers, or people who were interviewed; nil where that is nothing.
  public func text(hasSurvey: Bool, hasInterviewees: Bool) -> String? {
    let said = sentences.filter { sentence in
      switch sentence.ground {
      case nil: true
      case .survey: hasSurvey
      case .interviews: hasInterviewees
      case .both: hasSurvey && hasInterviewees
      }
    }
    return said.isEmpty ? nil : said.map(\.text).joined(separator: " ")
  }
}
