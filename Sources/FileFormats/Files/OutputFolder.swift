#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Makes folders for files to be written into.
public enum OutputFolder {
  /// Makes a folder and those above it where they are missing.
  ///
  /// What is made for the owner alone can be entered by nobody else; a folder that is there stays as
  /// it is.
  ///
  /// - Returns: Those that were made, each in the one before.
  /// - Throws: which one cannot be made, and why.
  @discardableResult
  public static func make(
    _ path: String, for readers: FileTarget.Readers
  ) throws(FileError) -> [String] {
    var made: [String] = []
    var place = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      place += part
      if mkdir(place, readers == .owner ? 0o700 : 0o777) != 0 {
        let reason = errno
        guard reason == EEXIST || isFolder(place) else {
          throw FileError(place, .system(reason))
        }
        guard isFolder(place) else { throw FileError(place, .isNoFile("no folder")) }
      } else {
        made.append(place)
      }
      place += "/"
    }
    return made
  }

  /// Whether a folder is there, or can be made as far as can be told without making it.
  public static func canBeMade(_ path: String) -> Bool {
    var place = path.isEmpty ? "." : path
    while true {
      var status = stat()
      if stat(place, &status) == 0 {
        return status.st_mode & S_IFMT == S_IFDIR && (place == path || access(place, W_OK) == 0)
      }
      guard errno == ENOENT, place != "/", place != "." else { return false }
      place = PrivateFolder.parent(of: place)
    }
  }

  /// Takes away folders that were made for nothing, the last first; one that holds something stays.
  public static func remove(_ made: [String]) {
    for folder in made.reversed() { rmdir(folder) }
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
