import Exchange
import StudyModel

/// A format that gives what it was made with.
final class BatchReader: IncomingReader {
  let columns: [String] = []
  let keptColumns: [(index: Int, name: String)] = []
  private(set) var ending: IncomingEnding?
  private let contents: [Incoming.Content]

  init(_ contents: [Incoming.Content]) { self.contents = contents }

  func read(_ body: (Incoming.Batch) throws -> Void) throws {
    for content in contents { try body(Incoming.Batch(content)) }
    ending = IncomingEnding(sha256: "abc", byteCount: 3)
  }

  func located(_ problem: Diagnostic) -> Diagnostic { problem }
}
