import FileFormats
public import Statistics
public import StudyModel

/// Spans read from a table `document,coder,code,start,end`, offsets half-open.
public struct SpansFile {
  /// The spans.
  public let spans: SpanSet
  /// Whether the documents' extents were declared; if not, each runs from 0 to its longest end.
  public let isDeclared: Bool
  /// Warnings.
  public let diagnostics: [Diagnostic]

  /// Reads the table once.
  ///
  /// - Throws: `DiagnosticsError` with row and column for every span that cannot stand.
  public init(_ table: AgreementTable) throws {
    var reading = Reading(table)
    try reading.read()
    spans = try reading.spanSet()
    isDeclared = table.documents != nil
    var diagnostics = reading.cellNotes
    if spans.droppedEmptyCount > 0 {
      diagnostics.append(
        Diagnostic(
          code: .emptySpans, severity: .warning, place: .init(file: table.name),
          message: "\(spans.droppedEmptyCount) spans have no length", remedy: "They are left out"))
    }
    self.diagnostics = diagnostics
  }

  private struct Reading {
    let table: AgreementTable
    var documents: OpenNames
    var coders: OpenNames
    var codes: OpenNames
    var found: [SpanSet.Span] = []
    var longest: [Int] = []
    var problems: [Diagnostic] = []
    var cellNotes: [Diagnostic] = []

    init(_ table: AgreementTable) {
      self.table = table
      documents = OpenNames(table.documents?.map(\.name), key: "document")
      coders = OpenNames(table.coders, key: "coder")
      codes = OpenNames(table.codes, key: "code")
    }

    mutating func read() throws {
      let (reader, columns) = try table.open(["document", "coder", "code", "start", "end"])
      let required = [("document", columns[0]), ("coder", columns[1])]
      cellNotes = try table.readAll(reader, required: required) { record in
        let row = record.row
        guard
          let document = documents.place(record.bytes(at: columns[0]), table.name, row, &problems),
          let coder = coders.place(record.bytes(at: columns[1]), table.name, row, &problems)
        else { return }
        // A row without a code names a coder who marked nothing.
        if record.isEmpty(at: columns[2]) {
          guard record.isEmpty(at: columns[3]), record.isEmpty(at: columns[4]) else {
            return fault("the span has no code", row, "code")
          }
          return
        }
        guard let code = codes.place(record.bytes(at: columns[2]), table.name, row, &problems)
        else { return }
        guard let start = record.offset(at: columns[3]) else {
          return fault("the start is no whole number", row, "start")
        }
        guard let end = record.offset(at: columns[4]) else {
          return fault("the end is no whole number", row, "end")
        }
        guard start <= end else {
          return fault("the span ends before it starts", row, "end", found: "\(end)")
        }
        if let extent = table.documents?[document].extent {
          guard start >= extent.lowerBound, end <= extent.upperBound else {
            return fault(
              "the span leaves the document, which runs from \(extent.lowerBound) to \(extent.upperBound)",
              row, start < extent.lowerBound ? "start" : "end",
              found: "\(start < extent.lowerBound ? start : end)")
          }
        } else if end > Span.furthestEnd {
          return fault("the span ends beyond any text", row, "end", found: "\(end)")
        } else if start < 0 {
          return fault("the span starts before 0", row, "start", found: "\(start)")
        }
        while longest.count <= document { longest.append(0) }
        longest[document] = max(longest[document], end)
        found.append(
          .init(document: document, coder: coder, code: code, start: start, end: end))
      }
      guard problems.isEmpty else { throw DiagnosticsError(problems) }
    }

    private mutating func fault(
      _ message: String, _ row: Int, _ column: String, found: String? = nil
    ) {
      guard problems.count < 20 else { return }
      problems.append(
        Diagnostic(
          code: .wrongRatedSpan, severity: .error,
          place: .init(file: table.name, row: row, column: column), found: found,
          message: message, remedy: "Correct the row; offsets are half-open and count from 0"))
    }

    func spanSet() throws -> SpanSet {
      let extents =
        table.documents?.map { SpanSet.Document(name: $0.name, extent: $0.extent) }
        ?? documents.table.names.enumerated().map { place, name in
          .init(name: name, extent: 0..<(longest.indices.contains(place) ? longest[place] : 0))
        }
      do {
        return try SpanSet(
          documents: extents, coders: coders.table.names, codes: codes.table.names, spans: found)
      } catch {
        throw Failure.unusable("spans", error, in: table)
      }
    }
  }
}
