public import Foundation
public import StudyModel

/// The files of a framework as texts, so that a study can keep them inside itself.
///
/// Texts are kept without a byte order mark and with line feeds only, in the order of their names;
/// so the same framework has the same bytes, and the same digest, on every machine.
public struct FrameworkFiles: Sendable, Hashable {
  /// A file.
  public typealias File = FrameworkFile

  /// The names a framework's files may have.
  public static let names = [
    "framework.yaml", "questionnaires.yaml", "guides.yaml", "scoring.yaml", "report.yaml",
    "findings.yaml", "tables.yaml",
  ]

  /// The files, ordered by name.
  public let files: [File]

  /// Takes files in any order; of equal names the first wins.
  public init(_ files: [File]) {
    var seen: Set<String> = []
    self.files = files.filter { seen.insert($0.name).inserted }
      .map { File(name: $0.name, text: Self.canonical($0.text)) }
      .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  /// The text of a file, or nil.
  public func text(of name: String) -> String? {
    files.first { $0.name == name }?.text
  }

  /// Reads the files of a folder; throws what cannot be read, with the remedy.
  ///
  /// All files come in but `README.md` and those whose names begin with a dot: a misspelt name is
  /// for the reader to refuse.
  public init(folder: URL) throws(DiagnosticsError) {
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    } catch {
      throw DiagnosticsError([
        Self.failure(folder.relativePath, "the folder cannot be read", "Check that it is there.")
      ])
    }
    var files: [File] = []
    var failures: [Diagnostic] = []
    for name in names where !name.hasPrefix(".") && name != "README.md" {
      let shown = folder.relativePath + "/" + name
      guard FrameworkFiles.names.contains(name) else {
        files.append(File(name: name, text: ""))
        continue
      }
      do throws(Unread) {
        files.append(
          File(name: name, text: try Self.text(ofFile: folder.appending(path: name).path)))
      } catch {
        failures.append(Self.failure(shown, error.message, error.remedy))
      }
    }
    guard failures.isEmpty else { throw DiagnosticsError(failures) }
    self.init(files)
  }

  /// The bytes a digest is taken of: for each file its name, the number of its bytes, and these.
  public var canonicalBytes: [UInt8] {
    files.flatMap { file in
      let body = Array(file.text.utf8)
      return Array("\(file.name)\n\(body.count)\n".utf8) + body
    }
  }

  /// The digest of the framework, such as SHA-256 in hexadecimal, by the function given.
  public func digest(_ function: ([UInt8]) -> String) -> String {
    function(canonicalBytes)
  }

  /// Why the text of a file cannot be had.
  struct Unread: Error {
    /// Whether there is no such file.
    var isMissing = false
    var message: String
    var remedy: String
  }

  /// The text of a file in UTF-8, of at most as many bytes as a YAML file may have.
  static func text(ofFile path: String) throws(Unread) -> String {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw Unread(
        isMissing: true, message: "there is no file \(path)", remedy: "Check the path.")
    }
    let read: Data?
    do {
      guard !isFolder.boolValue else {
        throw Unread(message: "\(path) is a folder", remedy: "Name a file in it.")
      }
      let handle = try FileHandle(forReadingFrom: URL(filePath: path))
      read = try handle.read(upToCount: YAMLLimits.bytes + 1)
    } catch {
      throw error as? Unread
        ?? Unread(message: "the file cannot be read", remedy: "Check its permissions.")
    }
    let data = read ?? Data()
    guard data.count <= YAMLLimits.bytes else {
      throw Unread(
        message: "the file has more than \(YAMLLimits.bytes >> 20) MiB",
        remedy: "Take out what is not needed.")
    }
    guard let text = String(bytes: data, encoding: .utf8) else {
      throw Unread(message: "the file is not UTF-8", remedy: "Save it as UTF-8.")
    }
    return text
  }

  private static func canonical(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    var carriageReturn = false
    for scalar in text.unicodeScalars.drop(while: { $0 == "\u{FEFF}" }) {
      // A carriage return, alone or before a line feed, is a line feed.
      if scalar == "\r" {
        scalars.append("\n")
      } else if !(scalar == "\n" && carriageReturn) {
        scalars.append(scalar)
      }
      carriageReturn = scalar == "\r"
    }
    return String(scalars)
  }

  private static func failure(_ file: String, _ message: String, _ remedy: String) -> Diagnostic {
    Diagnostic(
      code: .frameworkFile, severity: .error, place: .init(file: file),
      message: message, remedy: remedy)
  }
}
