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
  /// - Throws: which one cannot be made, and why.
  public static func make(_ path: String, for readers: FileTarget.Readers) throws(FileError) {
    var place = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      place += part
      if mkdir(place, readers == .owner ? 0o700 : 0o777) != 0 {
        let reason = errno
        guard reason == EEXIST || isFolder(place) else {
          throw FileError(place, .system(reason))
        }
        guard isFolder(place) else { throw FileError(place, .isNoFile("no folder")) }
      }
      place += "/"
    }
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
