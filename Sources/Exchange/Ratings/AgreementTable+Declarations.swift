extension AgreementTable {
  /// What is declared of a table: each a list with commas, or a file.
  public struct Declarations: Sendable {
    /// The scale, in order.
    public var categories: String?
    /// The codes, in order.
    public var codes: String?
    /// The coders, in order.
    public var coders: String?
    /// Where each document begins and ends: a file.
    public var documents: String?

    /// Declares what is given.
    public init(
      categories: String? = nil, codes: String? = nil, coders: String? = nil,
      documents: String? = nil
    ) {
      self.categories = categories
      self.codes = codes
      self.coders = coders
      self.documents = documents
    }
  }

  /// A table with what is declared of it.
  ///
  /// - Parameters:
  ///   - path: The file, CSV or a workbook; `-` is standard input.
  ///   - sheet: The sheet of a workbook; nil for the first that can be seen.
  ///   - trims: Whether blanks around a field are dropped.
  ///   - names: What is declared.
  /// - Throws: `Failure` where a file that declares something is not there, or does not.
  public init(path: String, sheet: String?, trims: Bool, declaring names: Declarations) throws {
    self.init(path: path, sheet: sheet)
    self.trims = trims
    categories = try names.categories.map { try Self.declared($0, as: "categories") }
    documents = try names.documents.map { try Self.declaredDocuments($0) }
    codes = try names.codes.map { try Self.declared($0, as: "codes") }
    coders = try names.coders.map { try Self.declared($0, as: "coders") }
  }
}
