public import Foundation
public import StudyModel

/// What came of reading a framework: the framework, unless something stands against it, and all
/// that was found, errors and warnings.
public struct FrameworkReading: Sendable {
  /// The framework; nil where an error was found.
  public var framework: Framework?
  /// What was found, ordered by line within each file.
  public var diagnostics: [Diagnostic]

  /// The framework, or what stands against it as an error to throw.
  public func get() throws(DiagnosticsError) -> Framework {
    guard let framework else { throw DiagnosticsError(diagnostics) }
    return framework
  }
}

/// Reads a framework from the files that `instruments/SCHEMA.md` describes.
///
/// Everything that is wrong is found in one run. Cost: the square of the number of constructs in
/// the worst case, which is small: frameworks have tens of them.
public enum FrameworkReader {
  /// Reads a folder, whose name must be the framework's id.
  ///
  /// Files are reported under `shown`, or under the folder as it was given.
  public static func read(folder: URL, as shown: String? = nil) -> FrameworkReading {
    do {
      let files = try FrameworkFiles(folder: folder)
      let name = folder.standardizedFileURL.lastPathComponent
      return read(files, folder: name, as: shown ?? folder.relativePath)
    } catch {
      return FrameworkReading(framework: nil, diagnostics: error.diagnostics)
    }
  }

  /// Reads files at hand, such as those a study keeps.
  ///
  /// Where a folder's name is given it must be the framework's id. Files are reported under `shown`,
  /// or by their names alone.
  public static func read(
    _ files: FrameworkFiles, folder: String? = nil, as shown: String? = nil
  ) -> FrameworkReading {
    let log = ReadingLog()
    let context = ReadingContext(log: log)
    let prefix = shown.map { $0.hasSuffix("/") ? $0 : $0 + "/" } ?? ""
    let roots = documents(of: files, prefix: prefix, context: context)

    if let root = roots["framework.yaml"] {
      FrameworkHeadReader(context: context).read(root, folder: folder)
    }
    let parts: [(name: String, keys: [String], read: (MapReader) -> Void)] = [
      ("scoring.yaml", ["rules", "forms-of-value", "pillars"], ScoringReader(context).read),
      ("questionnaires.yaml", ["questionnaires"], QuestionnaireReader(context).read),
      ("guides.yaml", ["guides"], GuideReader(context).read),
      ("report.yaml", ["sections", "expectations"], ReportReader(context).read),
      ("findings.yaml", ["findings", "recommendations"], FindingReader(context).read),
      ("tables.yaml", ["tables"], ModelTableReader(context).read),
    ]
    context.readFormsOfValue(roots["scoring.yaml"])
    for code in context.desiredCodes {
      context.requireForms([code.form], for: "what was wanted", at: code.place)
    }
    for part in parts {
      guard let root = roots[part.name] else { continue }
      if let map = MapReader(root, what: "file", keys: part.keys, required: [], log: log) {
        part.read(map)
      }
    }
    return FrameworkReading(
      framework: log.isSound ? context.framework : nil, diagnostics: log.ordered)
  }

  /// Parses the files, and says which are missing or none of a framework.
  private static func documents(
    of files: FrameworkFiles, prefix: String, context: ReadingContext
  ) -> [String: YAMLNode] {
    var roots: [String: YAMLNode] = [:]
    let known = FrameworkFiles.names
    for name in known {
      guard let text = files.text(of: name) else { continue }
      if let root = YAMLDocument.root(of: text, file: prefix + name, log: context.log) {
        roots[name] = root
      } else {
        context.unreadable.insert(name)
      }
    }
    if files.text(of: "framework.yaml") == nil {
      context.unreadable.insert("framework.yaml")
      context.log.error(
        .frameworkFile, at: .init(file: prefix + "framework.yaml"), "the file is missing",
        "Add it: it holds the framework's id, title and constructs.")
    }
    for file in files.files where !known.contains(file.name) {
      let nearest = NearestName.of(file.name, among: known)
      context.log.error(
        .frameworkFile, at: .init(file: prefix + file.name),
        "\"\(file.name)\" is no file of a framework",
        nearest.map { "Name it \"\($0)\", or take it out." }
          ?? "Take it out; the files are \(known.joined(separator: ", ")) and README.md.")
    }
    return roots
  }
}
