/// What a ZIP archive is, by the parts that only such files have.
enum ArchiveKind: Sendable, Hashable {
  case workbook, binaryWorkbook
  /// A text document or slides of Office.
  case textDocument, slides
  /// A file of LibreOffice and others; the ending is that of its kind.
  case openDocument(ending: String)
  /// A document of Apple Numbers.
  case numbers
  /// A project that programs for coding texts exchange (REFI-QDA).
  case project
  /// Any other archive.
  case other

  /// Looks at the parts' names, and into the one that names a kind.
  init(_ archive: ZipArchive) throws(ArchiveFault) {
    let mimetype = try archive.part("mimetype")?.head(80) ?? ""
    if mimetype.contains("opendocument") {
      self = .openDocument(ending: Self.ending(ofOpenDocument: mimetype))
    } else if archive.has("project.qde") {
      self = .project
    } else if archive.has("Index/Document.iwa") || archive.has("Index.zip") {
      self = .numbers
    } else if archive.has("word/document.xml") {
      self = .textDocument
    } else if archive.has("ppt/presentation.xml") {
      self = .slides
    } else if archive.has("xl/workbook.bin") {
      self = .binaryWorkbook
    } else {
      self = archive.has("_rels/.rels") ? .workbook : .other
    }
  }

  private static func ending(ofOpenDocument mimetype: String) -> String {
    if mimetype.contains("spreadsheet") { return ".ods" }
    if mimetype.contains("presentation") { return ".odp" }
    return mimetype.contains("opendocument.text") ? ".odt" : ".odf"
  }
}
