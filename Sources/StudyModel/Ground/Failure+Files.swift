extension Failure {
  /// There is no such file.
  public static func noFile(_ path: String) -> Failure {
    nothing("file", at: path)
  }

  /// There is no such folder.
  public static func noFolder(_ path: String) -> Failure {
    nothing("folder", at: path)
  }

  private static func nothing(_ what: String, at path: String) -> Failure {
    Failure(
      .missing, .noSuchFile, "There is no \(what) \(path)", remedy: "Check the path.",
      place: .init(file: path))
  }

  /// A folder is named where a file is wanted.
  public static func isFolder(_ path: String) -> Failure {
    Failure(
      .missing, .isFolder, "\(path) is a folder", remedy: "Name a file in it.",
      place: .init(file: path))
  }

  /// A folder to write into cannot be made.
  public static func noReportFolder(_ path: String) -> Failure {
    Failure(
      .cannotWrite, .reportFolder, "The folder \(path) cannot be made", remedy: "Choose another.",
      place: .init(file: path))
  }

  /// A file cannot be written; `why` is the reason, as the library or the operating system has it.
  public static func cannotWrite(_ path: String, _ why: String) -> Failure {
    Failure(
      .cannotWrite, .cannotWriteFile, "\(path) cannot be written: \(why)",
      remedy:
        "Look whether its folder is there and writable, and whether the file is open elsewhere.",
      place: .init(file: path))
  }
}
