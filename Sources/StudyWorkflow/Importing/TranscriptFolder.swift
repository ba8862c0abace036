import Foundation
import StudyModel

/// Opens a transcript that a table names, or says why not.
public typealias TranscriptOpener = @Sendable (String) throws(TranscriptRefusal) -> [UInt8]

/// Why a transcript that a table names is not read.
public enum TranscriptRefusal: Error, Sendable, Hashable {
  /// Nobody said in which folder transcripts may be read.
  case noFolder
  /// It is not there, or no file, or may not be read.
  case notReadable
  /// Its name has the backslashes of Windows.
  case backslashes
  /// It lies outside the folder: by a whole path, by `..`, or by a link that leads out.
  case outside(folder: String)
  /// It is a study, or another SQLite file.
  case database
  /// It is larger than any transcript.
  case tooLarge(limit: Int)

  var code: MessageCode {
    switch self {
    case .noFolder, .outside: .transcriptOutside
    case .notReadable, .backslashes: .unreadableTranscript
    case .database: .transcriptIsDatabase
    case .tooLarge: .largeTranscript
    }
  }

  func message(_ name: String) -> String {
    switch self {
    case .noFolder: "the transcript \"\(name)\" is not read: no folder of transcripts was named"
    case .notReadable: "the transcript \"\(name)\" cannot be read"
    case .backslashes: "the transcript \"\(name)\" is named with backslashes"
    case .outside(let folder): "the transcript \"\(name)\" lies outside the folder \(folder)"
    case .database: "\"\(name)\" is a study or another database, and no transcript"
    case .tooLarge(let limit):
      "the transcript \"\(name)\" has more than \(limit >> 20) MiB"
    }
  }

  func remedy(_ name: String) -> String {
    switch self {
    case .noFolder: "Name the folder that holds the transcripts."
    case .backslashes:
      "Write the folders below the one that holds the transcripts with slashes between them, as \"\(Self.withSlashes(name))\"."
    case .notReadable:
      "Either correct the name, which counts from the folder of this file, or leave it empty."
    case .outside:
      "Copy it into that folder and name it from there, or name the folder that holds it."
    case .database: "Name a file of plain text in UTF-8, or leave it empty."
    case .tooLarge: "Split it into several sources."
    }
  }
}

extension TranscriptRefusal {
  /// A name of Windows as it is written here; of a whole path its last two parts.
  private static func withSlashes(_ name: String) -> String {
    let parts = name.split(separator: "\\")
    let isWhole = name.hasPrefix("\\") || parts.first?.last == ":"
    return parts.suffix(isWhole ? 2 : parts.count).joined(separator: "/")
  }
}

/// A folder from which transcripts may be read, and nothing beyond it.
///
/// A table is data: what it names is read into the study, so that it may only name what whoever brings
/// it in has put beside it.
public struct TranscriptFolder: Sendable {
  /// Far more than the longest interview.
  private static let largest = 256 << 20

  private let path: String
  /// What messages call it.
  private let name: String
  /// Whether somebody named it, and not a table alone.
  private let isNamed: Bool

  /// A folder and those below it.
  public init(_ path: String) {
    self.path = path.isEmpty ? "." : path
    name = "\"\(path)\""
    isNamed = true
  }

  /// The folder of a table, and those below it; of standard input the folder at hand.
  public init(besideTable path: String) {
    let isFile = path != "-" && !path.hasPrefix("/dev/") && !path.hasPrefix("/proc/")
    self.path = isFile ? URL(filePath: path).deletingLastPathComponent().path : "."
    name = "of this file"
    isNamed = false
  }

  /// Reads a transcript by its name from here.
  ///
  /// - Throws: `TranscriptRefusal` where it is not to be read, or cannot be.
  public func read(_ name: String) throws(TranscriptRefusal) -> [UInt8] {
    let outside = TranscriptRefusal.outside(folder: self.name)
    guard let folder = Self.resolved(path) else { throw .notReadable }
    // Into a folder that somebody named a whole path may lead, also by its name before links.
    let folders = isNamed ? [folder, URL(filePath: path).standardizedFileURL.path] : []
    guard let inside = Self.part(of: name, below: folders), Self.staysInside(inside) else {
      throw outside
    }
    guard let file = Self.resolved("\(folder)/\(inside)") else {
      throw name.contains("\\") ? .backslashes : .notReadable
    }
    // Links are followed by then: a way out shows.
    guard file.hasPrefix(folder == "/" ? "/" : "\(folder)/") else { throw outside }
    return try Self.bytes(of: file)
  }

  /// A name as it counts from a folder; nil for a whole path that does not begin with one of those.
  private static func part(of name: String, below folders: [String]) -> String? {
    guard name.hasPrefix("/") else { return name }
    for folder in folders {
      let beginning = folder == "/" ? "/" : "\(folder)/"
      if name.hasPrefix(beginning) { return String(name.dropFirst(beginning.count)) }
    }
    return nil
  }

  /// Whether a name, read from a folder, never leaves it.
  private static func staysInside(_ name: String) -> Bool {
    guard !name.hasPrefix("/"), !name.utf8.contains(0) else { return false }
    var depth = 0
    for part in name.split(separator: "/") {
      if part == ".." { depth -= 1 } else if part != "." { depth += 1 }
      if depth < 0 { return false }
    }
    return true
  }

  /// The path without links; nil where nothing is there.
  private static func resolved(_ path: String) -> String? {
    guard let found = realpath(path, nil) else { return nil }
    defer { free(found) }
    return String(cString: found)
  }

  private static func bytes(of path: String) throws(TranscriptRefusal) -> [UInt8] {
    // A pipe put there would be waited for; a link put there since is not followed.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else { throw .notReadable }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw .notReadable
    }
    guard status.st_size <= largest else { throw .tooLarge(limit: largest) }
    var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
    var filled = 0
    while filled < bytes.count {
      let count = bytes.withUnsafeMutableBytes {
        Foundation.read(descriptor, $0.baseAddress.map { $0 + filled }, $0.count - filled)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .notReadable }
      if count == 0 { break }
      filled += count
    }
    bytes.removeLast(bytes.count - filled)
    guard !bytes.starts(with: Array("SQLite format 3\0".utf8)) else { throw .database }
    return bytes
  }
}
