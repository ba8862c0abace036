import FileFormats
import Foundation

/// What lies beside a study file and belongs to it.
public struct Companions: Sendable, Hashable {
  /// A journal or log that SQLite would take in at the next opening, by its path.
  public var unfinished: [String]
  /// Copies kept before migrations, by path.
  public var copies: [String]

  /// Looks beside a file, given by its path after all links.
  init(of file: String) {
    unfinished = ["-journal", "-wal"].map { file + $0 }.filter { name in
      var found = stat()
      return stat(name, &found) == 0 && found.st_size > 0
    }
    let folder = PrivateFolder.parent(of: file)
    let prefix = String(file.split(separator: "/").last ?? "") + StudyFile.copySuffix
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    copies = names.filter { $0.hasPrefix(prefix) }.sorted().map {
      folder == "/" ? "/\($0)" : "\(folder)/\($0)"
    }
  }

  /// Nothing is beside it.
  public init() {
    unfinished = []
    copies = []
  }
}
