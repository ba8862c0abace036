import FileFormats
import Reports
import StudyModel

/// By what a file is known as one that this program wrote for a report, which the next one of its name
/// may replace: put on it and looked for by the same declaration.
enum ReportMark: Sendable, Hashable {
  /// A last line that no browser and no Markdown shows.
  case lastLine(ReportKind)
  /// A comment in the last line of LaTeX.
  case comment(ReportKind)
  /// The first members of JSON.
  case members(ReportKind, isDraft: Bool)
  /// The columns of a table.
  case columns(ReportTable, isDraft: Bool)
  /// A comment after the end of a PDF, where readers look for nothing any more.
  case afterEnd(ReportKind)
  /// The description among the properties of a document of Word.
  case property(ReportKind)
  /// Words in a picture that are not drawn.
  case unseen(ReportKind)

  /// What has to be added to a text; nothing where it bears the mark by what it says.
  var added: String {
    switch self {
    case .lastLine(let kind): "<!-- \(Self.known(kind)) -->\n"
    case .afterEnd(let kind), .comment(let kind): "%\(Self.known(kind))\n"
    case .members, .columns, .property, .unseen: ""
    }
  }

  /// A line by which a file that holds no plain text is known, and its edition; empty for others.
  func line(_ hash: String?) -> String {
    switch self {
    case .property(let kind), .unseen(let kind):
      "\(Self.known(kind))\(hash.map { " \($0)" } ?? "")"
    case .lastLine, .comment, .members, .columns, .afterEnd: ""
    }
  }

  /// What can be read in a file as plain text, by which its edition is told.
  func text(in bytes: [UInt8]) -> String {
    switch self {
    case .property: WordFile.description(of: bytes) ?? ""
    case .unseen: PNGText.of(bytes) ?? ""
    case .lastLine, .comment, .members, .columns, .afterEnd: String(decoding: bytes, as: UTF8.self)
    }
  }

  private static func known(_ kind: ReportKind) -> String {
    "A report of Covalence: \(kind.rawValue)"
  }

  /// Whether a file bears it.
  func isOn(_ bytes: [UInt8]) -> Bool {
    switch self {
    case .lastLine, .comment:
      return bytes.reversed().starts(with: Array("\n\(added)".utf8).reversed())
    case .afterEnd:
      return bytes.starts(with: Array("%PDF-".utf8))
        && bytes.reversed().starts(with: Array("\n\(added)".utf8).reversed())
    case .property(let kind), .unseen(let kind):
      return text(in: bytes).hasPrefix(Self.known(kind))
    case .members(let kind, let isDraft):
      let opening = JSONValue.object(ReportJSON.opening(kind))
      let text = JSONWriter.text(isDraft ? DraftMark.on(opening) : opening)
      return bytes.starts(with: Array("\(text.dropLast("\n}\n".count)),".utf8))
    case .columns(let table, let isDraft):
      let line = bytes.prefix { $0 != 0x0A }
      return table.isHead(of: String(decoding: line, as: UTF8.self)[...], isDraft: isDraft)
    }
  }
}

extension ReportFormat {
  /// A file that a report makes, or may make.
  struct File {
    /// What it adds to the report's name.
    let ending: String
    /// By what it is known.
    let mark: ReportMark
    /// How much of the report it tells.
    var length = ReportLength.full
    /// The number of the figure that it holds; nil for what holds more.
    var figure: Int?
  }

  /// No report has more figures: agreement, over rounds and versions of a codebook, has most, about twelve.
  private static let mostFigures = 40

  /// The files that a report makes in this format, or may make.
  func files(of kind: ReportKind, isDraft: Bool) -> [File] {
    switch self {
    case .html, .md: pages(kind, .lastLine(kind))
    case .tex: [File(ending: ".tex", mark: .comment(kind))]
    case .docx: pages(kind, .property(kind))
    case .json: [File(ending: ".json", mark: .members(kind, isDraft: isDraft))]
    case .csv:
      ReportTable.of(kind).map {
        File(ending: "\($0.suffix).csv", mark: .columns($0, isDraft: isDraft))
      }
    case .svg: drawings(.lastLine(kind))
    case .png: drawings(.unseen(kind))
    }
  }

  /// A file a length, of a report that has several.
  private func pages(_ kind: ReportKind, _ mark: ReportMark) -> [File] {
    kind == .health
      ? ReportLength.allCases.map {
        File(ending: ".\($0.rawValue).\(rawValue)", mark: mark, length: $0)
      } : [File(ending: ".\(rawValue)", mark: mark)]
  }

  /// A file a figure.
  private func drawings(_ mark: ReportMark) -> [File] {
    (1...Self.mostFigures).map {
      File(ending: ".figure-\($0).\(rawValue)", mark: mark, figure: $0)
    }
  }
}
