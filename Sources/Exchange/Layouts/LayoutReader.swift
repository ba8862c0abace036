public import FileFormats
public import StudyModel

/// Reads a table of one of the product's own layouts, whatever file it is in.
public final class LayoutReader: IncomingReader {
  /// The header's names.
  public var columns: [String] { source.header.names }
  /// Columns whose texts are kept as they are.
  public let keptColumns: [(index: Int, name: String)]
  /// Columns that do not come in, since they tell who somebody is.
  public let leftOut: [LeftOutColumn]
  /// What is known once the last row was read.
  public private(set) var ending: IncomingEnding?

  /// How many bytes the file has; nil for a pipe and a sheet.
  public var byteCount: Int? { source.byteCount }
  /// The files whose rejected rows it says it holds.
  public let origins: [String]
  /// Columns of the layout that the file does not have and nothing stands in for.
  public let absent: Set<String>
  /// Columns that only files of rejected rows have.
  public let passedOver: Set<Int>

  private let source: any TableSource
  private let matched: TableColumns
  private let name: String
  /// What is to be told of the file as a whole although it can be read.
  private let warnings: [Diagnostic]
  private var standIns: StandIns
  private var rows: any RowsReader

  /// Opens a table of bytes, CSV or a workbook, and matches its columns.
  ///
  /// - Parameters:
  ///   - layout: What it should hold.
  ///   - bytes: Where it is.
  ///   - name: What messages call it.
  ///   - options: What was said about it.
  ///   - framework: Whose items a survey's columns are.
  ///   - awaited: What the study knows of rejected rows that the file may bring back.
  /// - Throws: `DiagnosticsError` where the file cannot be opened or its columns do not fit.
  public convenience init(
    _ layout: Layout, _ bytes: ByteSource, name: String, options: ImportOptions,
    framework: Framework, awaited: AwaitedRejects = .init()
  ) throws(DiagnosticsError) {
    let reader: TableReader
    do throws(TableError) {
      reader = try TableReader(bytes, options: TableOptions(options))
    } catch {
      throw DiagnosticsError([Diagnostic(error, file: name)])
    }
    try self.init(
      layout, reader, name: name, options: options, framework: framework, awaited: awaited)
  }

  /// Matches the columns of an open table.
  ///
  /// - Throws: `DiagnosticsError` where they do not fit.
  public init(
    _ layout: Layout, _ source: any TableSource, name: String, options: ImportOptions,
    framework: Framework, awaited: AwaitedRejects = .init()
  ) throws(DiagnosticsError) {
    self.source = source
    self.name = name
    let further = FurtherHeaders(in: source)
    if let further { source.passOver(further.count) }
    do throws(DiagnosticsError) {
      let matching = try TableColumns(
        layout, header: source.header, file: name, map: options.map, told: options.standIns,
        named: framework.furtherNames)
      let rejects = RejectsColumns(matching, source, awaited, framework)
      (origins, passedOver) = (rejects.origins, rejects.indexes)
      let all = matching.leavingOut(rejects.indexes)
      let personal = try PersonalColumns(all, source, options, framework)
      leftOut = personal.leftOut
      warnings =
        (further.map { [$0.note(file: name)] } ?? []) + all.warnings + rejects.warnings
        + personal.notes + options.inVain(of: source, file: name)
        + personal.warning(of: layout, all, source, options)
      matched = all.leavingOut(personal.indexes)
      standIns = StandIns(options, matched)
      absent = Set(layout.columns).subtracting(options.standIns).filter { [matched] in
        matched.index($0) == nil
      }
      rows = try Self.rows(layout, matched, options, framework)
    } catch {
      let below = Self.headerBelow(error.diagnostics, layout, source, name, options, framework)
      let problems = below.map { [$0] } ?? error.diagnostics
      throw DiagnosticsError(problems.map { $0.located(in: source) })
    }
    keptColumns = rows.keptColumns
  }

  /// That the names stand in a row below the one taken for the header; nil where they do not.
  private static func headerBelow(
    _ problems: [Diagnostic], _ layout: Layout, _ source: any TableSource, _ name: String,
    _ options: ImportOptions, _ framework: Framework
  ) -> Diagnostic? {
    func theirs(_ ours: String) -> String { options.map[ours] ?? ours }
    let required = layout.required.filter { !options.standIns.contains($0) }.map(theirs)
    if let below = Diagnostic.headerBelow(problems, required: required, in: source, file: name) {
      return below
    }
    guard problems.contains(where: { $0.code == .noItems }) else { return nil }
    let items = framework.items.map { theirs($0.id) }
    return HeaderBelow(in: source) { row in items.contains { row.column($0) != nil } }?
      .diagnostic(lacking: "no column of an item", header: source.header, file: name)
  }

  /// Hands on the rows, block by block.
  public func read(_ body: (Incoming.Batch) throws -> Void) throws {
    do {
      try source.readBlocks(parallel: true) { block throws in
        standIns.look(in: block)
        try body(
          Incoming.Batch(rows.read(block), table: block, bytesRead: block.bytesRead))
      }
    } catch let error as TableError {
      throw DiagnosticsError([Diagnostic(error, file: name).located(in: source)])
    }
    guard let summary = source.summary else { return }
    ending = IncomingEnding(
      sha256: summary.sha256 ?? "", byteCount: summary.byteCount,
      notes: warnings + [Diagnostic.guessed(summary, file: name)].compactMap(\.self)
        + summary.notes.map { Diagnostic($0, file: name) }
        + standIns.inVain(file: name))
  }

  /// The problem with file, sheet, cell and the column as the header has it.
  public func located(_ problem: Diagnostic) -> Diagnostic {
    var located = problem
    if located.place.file == nil {
      located.place.file = name
      located.place.column = problem.place.column.map { matched.header($0) }
    }
    return located.located(in: source)
  }

  private static func rows(
    _ layout: Layout, _ columns: TableColumns, _ options: ImportOptions, _ framework: Framework
  ) throws(DiagnosticsError) -> any RowsReader {
    switch layout {
    case .cases: PlainTable.cases(columns)
    case .participants: PlainTable.participants(columns, options)
    case .sources: PlainTable.sources(columns, options)
    case .codings: CodingTable(columns, options)
    case .adjudications: DecisionTable(columns, options)
    case .survey: ResponseTable(columns, options, try SurveyColumns(columns, framework: framework))
    case .phases: PlainTable.phases(columns)
    case .invited: PlainTable.invited(columns, options)
    case .events: PlainTable.events(columns, options)
    case .partners: PlainTable.partners(columns, options)
    }
  }
}

extension ImportOptions {
  /// Columns that an option stands in for.
  var standIns: Set<String> {
    var names: Set<String> = []
    if coder != nil { names.insert("coder") }
    if caseID != nil { names.insert("case") }
    if phase != nil { names.insert("phase") }
    if meeting?.by != nil { names.insert("by") }
    if meeting?.at != nil { names.insert("at") }
    return names
  }
}

extension TableOptions {
  /// What an import's options say of the file's form.
  init(_ options: ImportOptions) {
    let encoding: CSVEncoding =
      switch options.encoding {
      case nil: .automatic
      case .utf8: .utf8
      case .utf16: .utf16
      case .windows1252: .windows1252
      }
    let delimiter: CSVDelimiter? =
      switch options.delimiter {
      case nil: nil
      case .comma: .comma
      case .semicolon: .semicolon
      case .tab: .tab
      }
    self.init(
      encoding: encoding, delimiter: delimiter, sheet: options.sheet,
      guardMarks: TableColumns.guardMarks)
  }
}
