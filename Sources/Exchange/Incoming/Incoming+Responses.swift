public import FileFormats
public import StudyModel

extension Incoming {
  /// Responses to a questionnaire, many at a time: an answer is a byte.
  public struct Responses: TextBatch {
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

    /// The ids of the items of the questionnaire.
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
  }
}
