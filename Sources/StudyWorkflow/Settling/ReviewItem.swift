import FileFormats
public import StudyModel
import StudyStore

/// A unit on which coders do not agree, with everything that is needed to decide on it.
public struct ReviewItem: Sendable {
  /// The words of a unit and those around them.
  public struct Passage: Sendable, Hashable {
    /// What stands before, as far as it is shown; empty at the beginning of the source.
    public var before: String
    /// The unit's words.
    public var text: String
    /// What stands after.
    public var after: String
  }

  /// The source.
  public var source: Source
  /// The unit as consensus has it under majority.
  public var unit: ConsensusUnit
  /// In what ways coders differ, and what each did.
  public var disagreement: Disagreement
  /// What deciding would change; nil where no score hangs on it.
  public var effect: DecisionEffect?
  /// The codings that play a part, with words and memos.
  public var codings: [TracedCoding] = []
  /// The words in their place; nil where there is neither a transcript nor words with a coding.
  public var passage: Passage?
  /// What the codebook says of the code; nil where it stands for no construct.
  public var definition: CodeDefinition?

  /// A short mark of what the coders did: it is another one as soon as any of them does otherwise.
  public var state: String { Self.state(of: unit) }

  /// The mark of a unit.
  static func state(of unit: ConsensusUnit) -> String {
    var hash = SHA256()
    hash.update(Array(unit.codingsText.utf8))
    // The letter keeps spreadsheets from reading it as a number.
    return "s" + hash.hexadecimal.prefix(9)
  }

  /// The memos, each with the coder who wrote it.
  public var memos: [(coder: String, text: String)] {
    codings.compactMap { coding in
      coding.memo.flatMap { $0.isEmpty ? nil : (coding.coder, $0) }
    }
  }
}

extension ReviewItem.Passage {
  /// How many characters are shown before and after the unit.
  static let reach = 120

  /// Cuts the words around a span out of a transcript; nil where it lies beyond the end.
  init?(of span: Span, in transcript: [Unicode.Scalar]) {
    guard span.start >= 0, span.start < span.end, span.end <= transcript.count else { return nil }
    let from = max(0, span.start - Self.reach)
    let to = min(transcript.count, span.end + Self.reach)
    func text(_ range: Range<Int>) -> String {
      String(String.UnicodeScalarView(transcript[range]))
    }
    before = (from > 0 ? "…" : "") + text(from..<span.start)
    self.text = text(span.start..<span.end)
    after = text(span.end..<to) + (to < transcript.count ? "…" : "")
  }
}
