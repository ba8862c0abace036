public import FileFormats
public import StudyModel

extension Incoming {
  /// Codings, many at a time: names as numbers, texts as places among bytes, so that none costs a
  /// string.
  public struct Codings: Sendable {
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
      /// The case that it says its source is of; nil where it does not.
      public func caseID(of row: Row) -> String? { row.caseID < 0 ? nil : cases[Int(row.caseID)] }
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

    /// Keeps a text among the bytes, for readers whose texts do not lie in a table.
    public mutating func keep(_ text: String) -> Range<UInt32> {
      let start = UInt32(bytes.count)
      bytes += text.utf8
      return start..<UInt32(bytes.count)
    }
  }

  /// Responses to a questionnaire, many at a time: an answer is a byte.
  public struct Responses: Sendable {
    /// One response.
    public struct Row: Sendable {
      /// The row of the table, as a spreadsheet shows it.
      public var row: Int
      /// The case, organization and phase, as numbers of names; -1 where there is none.
      public var caseID: Int32 = -1
      /// See `caseID`.
      public var organization: Int32 = -1
      /// See `caseID`.
      public var phase: Int32 = -1
      /// Whether something is wrong with the row by itself, so that it cannot stand.
      public var isWrong = false
      /// The respondent's token, among the bytes.
      public var respondent: Range<UInt32> = 0..<0
      /// The respondent's role, among the bytes.
      public var role: Range<UInt32> = 0..<0

      /// Makes a response of which nothing is known.
      public init(row: Int) { self.row = row }
    }

    /// The names that the numbers stand for, the same for all batches of a reader.
    public struct Names: Sendable {
      /// The names of cases.
      public var cases = ByteNames()
      /// Of organizations.
      public var organizations = ByteNames()
      /// Of phases.
      public var phases = ByteNames()

      /// Begins without names.
      public init() {}

      /// The name of a response's case; empty where there is none.
      public func caseID(of row: Row) -> String { cases[Int(row.caseID)] }
      /// The name of its organization.
      public func organization(of row: Row) -> String { organizations[Int(row.organization)] }
      /// The name of its phase.
      public func phase(of row: Row) -> String { phases[Int(row.phase)] }
    }

    /// The ids of the items, the same for all batches of a reader.
    public var items: [String]
    /// The names.
    public var names: Names
    /// The responses.
    public var rows: [Row]
    /// For each response a byte an item, in the order of the items: an answer, or why there is none.
    public var answers: [Int8]
    /// The bytes of tokens and roles, UTF-8.
    public var bytes: [UInt8]
    /// What is wrong with rows by themselves, by their place among the rows.
    public var problems: [Int: [Diagnostic]]

    /// Makes a batch.
    public init(
      items: [String], names: Names, rows: [Row], answers: [Int8], bytes: [UInt8],
      problems: [Int: [Diagnostic]] = [:]
    ) {
      self.items = items
      self.names = names
      self.rows = rows
      self.answers = answers
      self.bytes = bytes
      self.problems = problems
    }

    /// Keeps a text among the bytes, for readers whose texts do not lie in a table.
    public mutating func keep(_ text: String) -> Range<UInt32> {
      let start = UInt32(bytes.count)
      bytes += text.utf8
      return start..<UInt32(bytes.count)
    }
  }
}
