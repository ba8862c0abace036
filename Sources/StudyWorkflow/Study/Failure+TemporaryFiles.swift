import StudyModel

extension Failure {
  /// No temporary file can be made or written.
  static func noTemporaryFile(_ what: String, in folder: String, _ reason: String) -> Failure {
    Failure(
      .cannotWrite, .temporaryFiles, "No temporary file can be \(what) in \(folder): \(reason)",
      remedy: "Make room there, or name another folder in TMPDIR.", place: .init(file: folder))
  }
}
