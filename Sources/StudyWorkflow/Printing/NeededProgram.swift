import FileFormats
import StudyModel

/// A program of the machine that a format is made with.
struct NeededProgram: Sendable, Hashable {
  /// What it is called.
  let name: String
  /// The package of Debian that brings it.
  let package: String
  /// What it makes, such as `a picture`.
  let makes: String

  /// The program.
  ///
  /// - Throws: `Failure` where it is not installed.
  func installed() throws(Failure) -> InstalledProgram {
    guard let program = InstalledProgram(name) else { throw missing }
    return program
  }

  /// What is told where it is not installed; nil where it is.
  var isMissing: Failure? { InstalledProgram(name) == nil ? missing : nil }

  private var missing: Failure {
    Failure(
      .missing, .noProgram, "There is no \(name), with which \(makes) is made",
      remedy: "Install it (Debian's package \(package)), or do with the page in HTML.",
      found: name)
  }

  /// What is told where it did not do its work.
  ///
  /// - Parameter said: What it said of it; nil where it said nothing.
  /// - Returns: The failure, with the package to look at.
  func failure(_ said: String?) -> Failure {
    Failure(
      .cannotWrite, .printing, "\(name) could not make \(makes)\(said.map { ": \($0)" } ?? "")",
      remedy:
        "See that it works by itself and that there is room for temporary files, or do with the page in HTML."
    )
  }
}
