/// Codings of stretches of text: data, apart from any measure.
///
/// Offsets are half-open and in one unit throughout (Unicode scalars, say). A document has an
/// extent, the continuum on which spans and gaps are compared.
public struct SpanSet: Sendable, Hashable {
  /// A text, by its extent.
  public struct Document: Sendable, Hashable {
    /// The document's name.
    public let name: String
    /// From the first offset up to but not including the last.
    public let extent: Range<Int>

    /// Names an extent.
    public init(name: String, extent: Range<Int>) {
      self.name = name
      self.extent = extent
    }
  }

  /// A code on a stretch of a document, by a coder; all by position.
  public struct Span: Sendable, Hashable {
    /// The document's position.
    public let document: Int
    /// The coder's position.
    public let coder: Int
    /// The code's position.
    public let code: Int
    /// The first offset coded.
    public let start: Int
    /// The offset after the last one coded.
    public let end: Int

    /// Describes a span; ``SpanSet`` checks it.
    public init(document: Int, coder: Int, code: Int, start: Int, end: Int) {
      self.document = document
      self.coder = coder
      self.code = code
      self.start = start
      self.end = end
    }
  }

  /// Why a span cannot stand; `index` is its position in the list given.
  public enum Fault: Error, Sendable, Hashable {
    /// There is no such document, coder or code.
    case noSuchPlace(index: Int)
    /// The span ends before it starts.
    case reversed(index: Int)
    /// The span leaves its document's extent.
    case outsideDocument(index: Int)
  }

  /// The documents, in order.
  public let documents: [Document]
  /// The coders' names, in order.
  public let coders: [String]
  /// The codes, in order.
  public let codes: [String]
  /// How many spans of no length were dropped; to be told beside any figure.
  public let droppedEmptyCount: Int
  /// Ranges by (document, code, coder), each list in ascending order of start, then end.
  private let ranges: [Int: [Range<Int>]]

  /// Checks and sorts spans; those of no length are dropped and counted.
  public init(
    documents: [Document], coders: [String], codes: [String], spans: [Span]
  ) throws(Fault) {
    var ranges: [Int: [Range<Int>]] = [:]
    var empty = 0
    for (index, span) in spans.enumerated() {
      guard documents.indices.contains(span.document), coders.indices.contains(span.coder),
        codes.indices.contains(span.code)
      else { throw .noSuchPlace(index: index) }
      guard span.start <= span.end else { throw .reversed(index: index) }
      let extent = documents[span.document].extent
      guard span.start >= extent.lowerBound, span.end <= extent.upperBound else {
        throw .outsideDocument(index: index)
      }
      if span.start == span.end {
        empty += 1
        continue
      }
      let key = (span.document * codes.count + span.code) * coders.count + span.coder
      ranges[key, default: []].append(span.start..<span.end)
    }
    self.documents = documents
    self.coders = coders
    self.codes = codes
    droppedEmptyCount = empty
    self.ranges = ranges.mapValues { list in
      list.sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
    }
  }

  /// A coder's spans of a code in a document, by position, in ascending order.
  public func spans(document: Int, code: Int, coder: Int) -> [Range<Int>] {
    guard codes.indices.contains(code), coders.indices.contains(coder) else { return [] }
    return ranges[(document * codes.count + code) * coders.count + coder] ?? []
  }

  /// The stretches any of some coders gave a code: ascending, apart, overlaps merged.
  func stretches(document: Int, code: Int, coders: [Int]) -> [Range<Int>] {
    Stretches.merged(coders.flatMap { spans(document: document, code: code, coder: $0) })
  }
}
