public import FileFormats
public import StudyModel

extension Incoming {
  /// Codings, many at a time: names as numbers, texts as places among bytes, so that none costs a
  /// string.
  public struct Codings: TextBatch {
    /// Where a coding is said to be.
    public enum Placing: UInt8, Sendable {
      /// From `start` to `end`.
      case span
      /// Where its words stand in the source's text.
      case words
      /// What is said of it is wrong, and told.
      case wrong
    }

    /// One coding.
    public struct Row: Sendable {
      /// The row of the table, as a spreadsheet shows it.
      public var row: Int
      /// The source, coder and code, as numbers of names; -1 where there is none.
      public var source: Int32 = -1
      /// See `source`.
      public var coder: Int32 = -1
      /// See `source`.
      public var code: Int32 = -1
      /// With no sources file: the case, participant and phase of the source.
      public var caseID: Int32 = -1
      /// See `caseID`.
      public var participant: Int32 = -1
      /// See `caseID`.
      public var phase: Int32 = -1
      /// Where it is said to be.
      public var placing = Placing.words
      /// Whether it may be quoted outside the team; nil where the coder does not say.
      public var clear: Bool?
      /// Whether something is wrong with the row by itself, so that it cannot stand.
      public var isWrong = false
      /// For or against.
      public var valence: Valence?
      /// How much.
      public var weight: Double?
      /// Unicode characters from 0, the end exclusive.
      public var start = 0
      /// See `start`.
      public var end = 0
      /// The words, among the bytes.
      public var text: Range<UInt32> = 0..<0
      /// A note, among the bytes.
      public var memo: Range<UInt32> = 0..<0

      /// Makes a coding of which nothing is known.
      public init(row: Int) { self.row = row }
    }

    /// The names that the numbers stand for, the same for all batches of a reader.
    public struct Names: Sendable {
      /// The names of sources.
      public var sources = ByteNames()
      /// Of coders.
      public var coders = ByteNames()
      /// Of codes.
      public var codes = ByteNames()
      /// Of cases.
      public var cases = ByteNames()
      /// Of participants.
      public var participants = ByteNames()
      /// Of phases.
      public var phases = ByteNames()

      /// Begins without names.
      public init() {}

      /// The name of a coding's source; empty where there is none.
      public func source(of row: Row) -> String { sources[Int(row.source)] }
      /// The name of its coder.
      public func coder(of row: Row) -> String { coders[Int(row.coder)] }
      /// The name of its code.
      public func code(of row: Row) -> String { codes[Int(row.code)] }
      /// Of which cases it says its source is evidence; nil where it does not.
      public func scope(of row: Row) -> StudyModel.Source.Scope? {
        row.caseID < 0 ? nil : .init(name: cases[Int(row.caseID)])
      }
      /// The participant that it says its source is of.
      public func participant(of row: Row) -> String? {
        row.participant < 0 ? nil : participants[Int(row.participant)]
      }
      /// The phase that it says its source is of.
      public func phase(of row: Row) -> String? { row.phase < 0 ? nil : phases[Int(row.phase)] }
    }

    /// The names.
    public var names: Names
    /// The codings.
    public var rows: [Row]
    /// The bytes of their texts, UTF-8.
    public var bytes: [UInt8]
    /// What is wrong with rows by themselves, by their place among the rows.
    public var problems: [Int: [Diagnostic]]

    /// Makes a batch.
    public init(
      names: Names, rows: [Row], bytes: [UInt8], problems: [Int: [Diagnostic]] = [:]
    ) {
      self.names = names
      self.rows = rows
      self.bytes = bytes
      self.problems = problems
    }
  }
}
