import Exchange
import FileFormats
import Foundation
public import StudyModel
public import StudyStore

extension StudyFile {
  /// Imports a table of one of the product's own layouts, CSV or a sheet of a workbook: whole, or not at all.
  ///
  /// - Throws: `DiagnosticsError` where the file cannot be read as that layout;
  ///   `StudyFileError` where the study cannot be written.
  public func importFile(_ request: ImportRequest, framework: Framework) throws -> ImportReport {
    var entry = ImportEntry(
      kind: request.layout.rawValue, file: request.fileName, at: request.time,
      toolVersion: request.toolVersion, options: request.optionsText)
    entry.round = request.round
    let imports = try read { try $0.imports() }
    let standing = imports.filter { $0.undoneAt == nil }
    if let known = knownImport(request, among: imports) {
      return ImportReport(
        ending: .known(known.id, at: known.at), layout: request.layout, entry: known,
        diagnostics: [], keptColumns: [], rejectsPath: nil, counts: [:])
    }
    // Nearly every import brings new rows only. One that does not is undone and done again with
    // care, which takes a second look at the file.
    guard request.path != "-" else {
      return try importFile(request, entry, framework, standing, isBulk: false)
    }
    do {
      return try importFile(request, entry, framework, standing, isBulk: true)
    } catch is RowConflict {
      return try importFile(request, entry, framework, standing, isBulk: false)
    }
  }

  private func importFile(
    _ request: ImportRequest, _ entry: ImportEntry, _ framework: Framework,
    _ standing: [ImportEntry], isBulk: Bool
  ) throws -> ImportReport {
    let reader: TableReader
    do {
      reader = try TableReader(
        ByteSource(argument: request.path),
        options: TableOptions(
          encoding: request.encoding, delimiter: request.delimiter, sheet: request.sheetName))
    } catch {
      throw DiagnosticsError([Diagnostic(error, file: request.fileName)])
    }
    do {
      return try importTable(reader, request, entry, framework, standing, isBulk: isBulk)
    } catch let error as DiagnosticsError {
      throw DiagnosticsError(error.diagnostics.map { $0.located(in: reader) })
    }
  }

  private func importTable(
    _ reader: TableReader, _ request: ImportRequest, _ entry: ImportEntry, _ framework: Framework,
    _ standing: [ImportEntry], isBulk: Bool
  ) throws -> ImportReport {
    var told: Set<String> = []
    if request.coder != nil { told.insert("coder") }
    if request.caseID != nil { told.insert("case") }
    if request.sheet?.by != nil { told.insert("by") }
    if request.sheet?.at != nil { told.insert("at") }
    let columns = try TableColumns(
      request.layout, header: reader.header, file: request.fileName, map: request.map, told: told)
    return try importing(entry) { session in
      let context = ImportContext(
        session: session, columns: columns, framework: framework, request: request,
        standing: standing, isBulk: isBulk)
      var run = ImportRun(context, entry: entry, importer: try rowImporter(context))
      try run.readAll(reader)
      return try run.outcome(reader)
    }
  }

  /// The import that brought the same bytes of the same layout before, and still stands.
  ///
  /// Only the newest of its layout counts: after another file has changed what this one brought, it
  /// comes in again. So it does where rows of it were there already and an earlier import was taken
  /// back since, perhaps with those rows. A file of sources is read each time, since its transcripts
  /// are other files.
  private func knownImport(
    _ request: ImportRequest, among imports: [ImportEntry]
  ) -> ImportEntry? {
    guard request.path != "-", request.layout != .sources else { return nil }
    let size =
      (try? FileManager.default.attributesOfItem(atPath: request.path))?[.size] as? Int
    let standing = imports.filter { $0.undoneAt == nil }
    let candidates = standing.filter { entry in
      entry.kind == request.layout.rawValue && entry.bytes == size && entry.rowsRejected == 0
        && entry.options == request.optionsText
    }
    // Only a file of the same size is read a first time for its hash.
    guard !candidates.isEmpty, let hash = try? SHA256.hexadecimal(ofFile: request.path),
      let same = candidates.last(where: { $0.sha256 == hash })
    else { return nil }
    let changedSince = standing.contains {
      $0.id > same.id && $0.kind == same.kind && $0.rowsChanged > 0
    }
    let restedOnOthers =
      same.rowsSkipped > 0
      && imports.contains { $0.id < same.id && $0.kind == same.kind && $0.undoneAt != nil }
    return changedSince || restedOnOthers ? nil : same
  }

  private func rowImporter(_ context: ImportContext) throws -> any RowImporter {
    switch context.request.layout {
    case .cases: CasesImporter(context)
    case .participants: try ParticipantsImporter(context)
    case .sources: try SourcesImporter(context)
    case .codings: try CodingsImporter(context)
    case .adjudications: try AdjudicationsImporter(context)
    case .survey: try SurveyImporter(context)
    case .phases: PhasesImporter(context)
    case .invited: try InvitedImporter(context)
    case .events: try EventsImporter(context)
    case .partners: try PartnersImporter(context)
    }
  }
}

extension SHA256 {
  /// The hash of a file, read in pieces.
  static func hexadecimal(ofFile path: String) throws -> String {
    let handle = try FileHandle(forReadingFrom: URL(filePath: path))
    defer { try? handle.close() }
    var hash = SHA256()
    while let piece = try handle.read(upToCount: 1 << 20), !piece.isEmpty {
      piece.withUnsafeBytes { hash.update($0) }
    }
    return hash.hexadecimal
  }
}
