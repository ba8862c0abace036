public import Foundation
import Mustache
public import StudyModel

/// The page templates of a folder: mustache files and the style sheet.
///
/// A working group may change a report by changing them. Text is escaped always; raw markup is let
/// in only under the names in `Markup.names`, which only drawings and the style sheet bear.
public struct ReportTemplates: Sendable {
  /// What is wrong with a folder of templates.
  public enum Fault: Error, Sendable, Hashable {
    /// The folder, or a file that every report needs, cannot be read.
    case unreadable(path: String)
    /// A file is no mustache template.
    case malformed(file: String, message: String)
    /// A file asks for raw markup under a name that is not let through.
    case rawTag(file: String, name: String)
  }

  private let library: MustacheLibrary
  private let style: Markup
  /// Where the documents of Word are whose styles, page and footer text documents take over.
  private let wordStyles: URL
  /// The style of the marks, in the light colours, for drawings that stand by themselves.
  let figureStyle: String

  /// Loads the templates of a folder.
  public init(folder: URL) throws(Fault) {
    var library = MustacheLibrary()
    for part in ["", Self.wordFolder] {
      try Self.load(folder.appending(path: part), as: part, into: &library)
    }
    self.library = library
    wordStyles = folder.appending(path: Self.wordFolder)
    let marks = Self.withoutComments(try Self.text(of: folder.appending(path: "marks.css")))
    let sheet = Self.withoutComments(try Self.text(of: folder.appending(path: "report.css")))
    style = Markup(written: marks + "\n" + sheet)
    figureStyle = Self.resolved(marks, by: sheet)
  }

  private static let page = "page"
  /// Where the templates are of the plain page that becomes a text document.
  static let wordFolder = "word/"

  /// Loads the templates of one folder, their names with `prefix` before them.
  private static func load(
    _ folder: URL, as prefix: String, into library: inout MustacheLibrary
  ) throws(Fault) {
    let files =
      (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil))
      ?? []
    var names: Set<String> = []
    for file in files.sorted(by: { $0.path < $1.path }) where file.pathExtension == "mustache" {
      let text = try Self.text(of: file)
      let name = file.deletingPathExtension().lastPathComponent
      try check(text, prefix + file.lastPathComponent)
      do {
        try library.register(text, named: prefix + name)
      } catch {
        throw .malformed(file: prefix + file.lastPathComponent, message: "\(error)")
      }
      names.insert(name)
    }
    guard names.contains(page) else {
      throw .unreadable(path: folder.appending(path: page + ".mustache").path)
    }
  }

  /// The page of a view.
  func render(_ view: [String: Any]) -> String {
    var view = view
    view["style"] = style
    return library.render(view, withTemplate: Self.page) ?? ""
  }

  /// A document of Word whose styles, page and footer a text document of a length takes over.
  public func wordStyles(of length: ReportLength) -> URL {
    wordStyles.appending(path: "\((length == .full ? length : .brief).rawValue).docx")
  }

  /// The plain page of a view.
  func renderWord(_ view: [String: Any]) -> String {
    library.render(view, withTemplate: Self.wordFolder + Self.page) ?? ""
  }

  private static func text(of file: URL) throws(Fault) -> String {
    guard let data = try? Data(contentsOf: file), let text = String(data: data, encoding: .utf8)
    else {
      throw .unreadable(path: file.path)
    }
    return text
  }

  /// Refuses raw tags under other names than those of markup.
  private static func check(_ text: String, _ file: String) throws(Fault) {
    var rest = text[...]
    while let open = rest.range(of: "{{") {
      rest = rest[open.upperBound...]
      guard let first = rest.first, first == "{" || first == "&" else { continue }
      let name = rest.dropFirst().prefix { $0 != "}" }.trimmingCharacters(in: .whitespaces)
      guard Markup.names.contains(name) else { throw .rawTag(file: file, name: name) }
    }
  }

  /// Rules with the values of a style sheet's own properties, those that it declares first, in place of their names:
  /// what stands by itself has no sheet, and not every program that draws knows such names.
  private static func resolved(_ rules: String, by sheet: String) -> String {
    let declared = sheet.matches(of: #/(--[\w-]+):([^;}]+)/#).map { (String($0.1), String($0.2)) }
    let values = Dictionary(declared, uniquingKeysWith: { first, _ in first })
    return rules.replacing(#/var\((--[\w-]+)\)/#) { name in values[String(name.1)] ?? "inherit" }
  }

  /// The style sheet without its comments, which speak to those who change it.
  private static func withoutComments(_ css: String) -> String {
    var out = ""
    var rest = css[...]
    while let open = rest.range(of: "/*"),
      let close = rest.range(of: "*/", range: open.upperBound..<rest.endIndex)
    {
      out += rest[..<open.lowerBound]
      rest = rest[close.upperBound...]
    }
    out += rest
    return out.replacing("</", with: "<\\/").trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
