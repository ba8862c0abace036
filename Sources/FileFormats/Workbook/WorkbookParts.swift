/// Where the parts of a workbook are: its sheets in order, shared texts, styles.
struct WorkbookParts {
  /// A sheet with a table.
  struct Sheet {
    var name: String
    var path: String
    var isVisible: Bool
  }

  /// The sheets in the order of their tabs, without those that hold nothing but a chart.
  private(set) var sheets: [Sheet] = []
  /// Whether days count from 1904.
  private(set) var is1904 = false
  private(set) var sharedStrings: String?
  private(set) var styles: String?

  /// Finds the parts by the relationships between them, never by their names.
  init(_ archive: ZipArchive) throws {
    try Self.refuseOthers(archive)
    let roots = try Relationships(of: "", in: archive)
    guard let main = roots.first(ofType: "officeDocument") else {
      throw Self.noWorkbook("a ZIP archive, but no workbook")
    }
    guard !main.hasSuffix(".bin") else {
      throw Self.noWorkbook("a binary workbook (.xlsb)")
    }
    let listed = WorkbookHandler()
    try XMLStream.readAll(try archive.required(main), listed)
    guard listed.isWorkbook else { throw Self.noWorkbook("an Office file, but no workbook") }
    let parts = try Relationships(of: main, in: archive)
    is1904 = listed.is1904
    sharedStrings = parts.first(ofType: "sharedStrings")
    styles = parts.first(ofType: "styles")
    for sheet in listed.sheets {
      guard let target = parts.targets[sheet.relationship] else {
        throw WorkbookFault.damaged("it does not say where its sheet \"\(sheet.name)\" is")
      }
      guard target.type == "worksheet" else { continue }
      sheets.append(Sheet(name: sheet.name, path: target.path, isVisible: sheet.isVisible))
    }
  }

  /// The sheet of a name, or the first that can be seen.
  func sheet(_ name: String?) throws(WorkbookFault) -> Sheet {
    let shown = sheets.prefix(20).map { "\"\($0.name.short)\"" + ($0.isVisible ? "" : " (hidden)") }
    let names = shown + (sheets.count > shown.count ? ["..."] : [])
    guard let name else {
      if let first = sheets.first(where: \.isVisible) { return first }
      throw WorkbookFault(
        .noSheet, "the workbook has no sheet that can be seen",
        names.isEmpty
          ? "Name another file" : "Name one of \(names.joined(separator: ", "))")
    }
    let wanted = name.lowercased()
    if let found = sheets.first(where: { $0.name == name })
      ?? sheets.first(where: { $0.name.lowercased() == wanted })
    {
      return found
    }
    throw WorkbookFault(
      .noSheet, "the workbook has no sheet \"\(name)\"",
      "Its sheets are \(names.joined(separator: ", "))", found: name)
  }

  /// Archives of other programs that people take for workbooks.
  private static func refuseOthers(_ archive: ZipArchive) throws {
    switch try ArchiveKind(archive) {
    case .workbook: break
    case .binaryWorkbook: throw noWorkbook("a binary workbook (.xlsb)")
    case .openDocument(let ending): throw noWorkbook("an OpenDocument file (\(ending))")
    case .numbers: throw noWorkbook("a document of Apple Numbers")
    case .textDocument:
      throw WorkbookFault(
        .notReadable, "the file is a text document (.docx) and no table",
        "Put its table into a spreadsheet and save that as .xlsx or as CSV (UTF-8)")
    case .slides:
      throw WorkbookFault(
        .notReadable, "the file is a presentation (.pptx) and no table", "Name another file")
    case .project:
      throw WorkbookFault(
        .notReadable, "the file is a project of a program for coding texts (.qdpx) and no table",
        "Export its codings from that program as .xlsx or as CSV (UTF-8)")
    case .other:
      throw WorkbookFault(
        .notReadable, "the file is a ZIP archive, but no workbook",
        "Unpack it and name the table in it")
    }
  }

  private static func noWorkbook(_ what: String) -> WorkbookFault {
    WorkbookFault(
      .notReadable, "the file is \(what)",
      "Open it in a spreadsheet and save it as .xlsx or as CSV (UTF-8)")
  }
}

/// Reads the list of sheets.
private final class WorkbookHandler: XMLHandler {
  private(set) var isWorkbook = false
  private(set) var is1904 = false
  private(set) var sheets: [(name: String, relationship: String, isVisible: Bool)] = []

  func begin(_ element: XMLName, _ attributes: XMLAttributes) throws(WorkbookFault) {
    guard element.isSpreadsheet else { return }
    guard sheets.count <= WorkbookLimits.sheets else {
      throw .tooLarge("the workbook has more than \(WorkbookLimits.sheets) sheets")
    }
    switch element {
    case "workbook": isWorkbook = true
    case "workbookPr": is1904 = attributes["date1904"].map { $0 == "1" || $0 == "true" } ?? false
    case "sheet":
      let state = attributes["state"]?.string
      sheets.append(
        (
          attributes["name"]?.string ?? "", attributes.relationship ?? "",
          state != "hidden" && state != "veryHidden"
        ))
    default: break
    }
  }
}

/// What a part of the archive points to.
private struct Relationships {
  /// By id: the last word of the type, which is the same in both kinds of file, and the path.
  private(set) var targets: [String: (type: String, path: String)] = [:]
  private var order: [String] = []

  /// Those of a part by its path; of the archive as a whole for an empty one.
  init(of path: String, in archive: ZipArchive) throws {
    let cut = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    let folder = path[..<cut]
    guard let part = try archive.part("\(folder)_rels/\(path[cut...]).rels") else { return }
    let handler = Handler()
    try XMLStream.readAll(part, handler)
    for found in handler.found {
      let type = found.type.split(separator: "/").last.map(String.init) ?? ""
      targets[found.id] = (type, Self.resolve(found.target, from: folder))
      order.append(found.id)
    }
  }

  func first(ofType type: String) -> String? {
    order.lazy.compactMap { targets[$0] }.first { $0.type == type }?.path
  }

  /// A path in the archive, from a target that is absolute or relative to a folder.
  private static func resolve(_ target: String, from folder: Substring) -> String {
    let target = (target.removingPercentEscapes ?? target).replacing("\\", with: "/")
    var parts: [Substring] = []
    for part in (target.hasPrefix("/") ? target : folder + target).split(separator: "/") {
      switch part {
      case ".": break
      case "..": _ = parts.popLast()
      default: parts.append(part)
      }
    }
    return parts.joined(separator: "/")
  }

  private final class Handler: XMLHandler {
    private(set) var found: [(id: String, type: String, target: String)] = []

    func begin(_ element: XMLName, _ attributes: XMLAttributes) {
      guard element == "Relationship", attributes["TargetMode"].map({ $0 == "External" }) != true,
        let id = attributes["Id"], let type = attributes["Type"], let target = attributes["Target"]
      else { return }
      found.append((id.string, type.string, target.string))
    }
  }
}

extension String {
  /// Without `%20` and the like; nil where the bytes are no text.
  fileprivate var removingPercentEscapes: String? {
    guard utf8.contains(0x25) else { return self }
    var bytes: [UInt8] = []
    var rest = utf8[...]
    while let byte = rest.popFirst() {
      if byte == 0x25, let code = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(code)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(validating: bytes, as: UTF8.self)
  }
}
